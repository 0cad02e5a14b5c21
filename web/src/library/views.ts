import { type Page, type Place, formatRoute } from "../routing/route.ts";
import { rankedSource } from "../search/ranked-source.ts";
import { type Source, datedSource } from "../timeline/source.ts";
import { Timeline } from "../timeline/timeline.ts";
import type { IconName } from "../ui/icons.tsx";

export type AssetPage = Exclude<Page, "people" | "duplicates" | "settings">;

/** A page that shows assets. */
export interface AssetPlace extends Place {
  readonly page: AssetPage;
}

/** The pages that show assets: each is one timeline with its own source. */
export interface View {
  readonly title: string;
  readonly icon: IconName;
  readonly source: (of: string) => Source;
  /** What to say when there is nothing to show. */
  readonly empty: { readonly title: string; readonly text: string };
}

export const views: Readonly<Record<AssetPage, View>> = {
  photos: {
    title: "Photos",
    icon: "photos",
    source: () => datedSource({ visibility: "timeline", withStacked: true }),
    empty: { title: "No photos yet", text: "Drag photos, videos or whole folders onto this page, or choose them." },
  },
  favorites: {
    title: "Favorites",
    icon: "heart",
    source: () => datedSource({ isFavorite: true, withStacked: true }),
    empty: { title: "No favorites yet", text: "Open a photo and press the heart to find it here." },
  },
  archive: {
    title: "Archive",
    icon: "archive",
    source: () => datedSource({ visibility: "archive", withStacked: true }),
    empty: { title: "The archive is empty", text: "Archived photos leave the timeline and stay here." },
  },
  person: {
    title: "Person",
    icon: "user",
    source: (personId) => datedSource({ personId, withStacked: true }),
    empty: { title: "No photos", text: "No photo that is not in the trash shows this person." },
  },
  search: {
    title: "Search",
    icon: "search",
    source: (query) => rankedSource({ query }),
    empty: { title: "Nothing found", text: "Try other words: what can be seen, or what is written there." },
  },
  alike: {
    title: "More like this",
    icon: "alike",
    source: (queryAssetId) => rankedSource({ queryAssetId }),
    empty: { title: "Nothing found", text: "There is nothing like this photo." },
  },
  trash: {
    title: "Trash",
    icon: "trash",
    source: () => datedSource({ isTrashed: true }),
    empty: { title: "The trash is empty", text: "What you delete stays here until it is deleted for good." },
  },
};

const timelines = new Map<AssetPage, { readonly address: string; readonly timeline: Timeline }>();

/** The timeline of a place, the same each time so that coming back finds it as it was; of each page the last one is kept. */
export function timelineOf({ page, of }: AssetPlace): Timeline {
  const address = formatRoute({ page, of: of ?? "", assetId: null });
  const known = timelines.get(page);
  if (known?.address === address) return known.timeline;
  known?.timeline.close();
  const timeline = new Timeline(views[page].source(of ?? ""));
  timelines.set(page, { address, timeline });
  return timeline;
}
