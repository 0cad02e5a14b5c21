import type { TimelineFilter } from "../api/timeline.ts";
import type { Page } from "../routing/route.ts";
import { Timeline } from "../timeline/timeline.ts";
import type { IconName } from "../ui/icons.tsx";

export type AssetPage = Exclude<Page, "duplicates" | "settings">;

/** The pages that show assets: each is one timeline with its own filter. */
export interface View {
  readonly title: string;
  readonly icon: IconName;
  readonly filter: TimelineFilter;
  /** What to say when there is nothing to show. */
  readonly empty: { readonly title: string; readonly text: string };
}

export const views: Readonly<Record<AssetPage, View>> = {
  photos: {
    title: "Photos",
    icon: "photos",
    filter: { visibility: "timeline", withStacked: true },
    empty: { title: "No photos yet", text: "Drag photos, videos or whole folders onto this page, or choose them." },
  },
  favorites: {
    title: "Favorites",
    icon: "heart",
    filter: { isFavorite: true, withStacked: true },
    empty: { title: "No favorites yet", text: "Open a photo and press the heart to find it here." },
  },
  archive: {
    title: "Archive",
    icon: "archive",
    filter: { visibility: "archive", withStacked: true },
    empty: { title: "The archive is empty", text: "Archived photos leave the timeline and stay here." },
  },
  trash: {
    title: "Trash",
    icon: "trash",
    filter: { isTrashed: true },
    empty: { title: "The trash is empty", text: "What you delete stays here until it is deleted for good." },
  },
};

const timelines = new Map<AssetPage, Timeline>();

/** The timeline of a page, the same each time so that coming back finds the same place. */
export function timelineOf(page: AssetPage): Timeline {
  const timeline = timelines.get(page) ?? new Timeline(views[page].filter);
  timelines.set(page, timeline);
  return timeline;
}
