import type { TimelineFilter } from "../api/timeline.ts";
import type { News } from "../news/news.ts";

/** What a piece of news means for one timeline: its assets leave, its assets change, or others may have come. */
export type Effect = "remove" | "change" | "refresh" | "nothing";

export function effectOf(news: News, filter: TimelineFilter): Effect {
  const isTrash = filter.isTrashed === true;
  switch (news.kind) {
    case "deleted":
      return "remove";
    case "trashed":
      return isTrash ? "refresh" : "remove";
    case "restored":
      return isTrash ? "remove" : "refresh";
    case "arrived":
    case "prepared":
      return "refresh";
    case "preparing":
      return "nothing";
    case "changed": {
      const { visibility, isFavorite } = news.change;
      if (visibility && filter.visibility) return visibility === filter.visibility ? "refresh" : "remove";
      if (isFavorite !== undefined && filter.isFavorite) return isFavorite ? "refresh" : "remove";
      return "change";
    }
  }
}
