import { ApiError } from "../api/request.ts";
import { type SmartQuery, searchSmart } from "../api/search.ts";
import type { TimelineAsset } from "../timeline/asset.ts";
import type { Source } from "../timeline/source.ts";
import { notifyError } from "../ui/toast.tsx";
import { rankedAsset } from "./ranking.ts";

/** Further down, photos have little to do with what was sought. */
const SHOWN = 250;
const ALL = "results";

/** What is found, the best first, as one month. */
export function rankedSource(query: SmartQuery): Source {
  let found: readonly TimelineAsset[] = [];
  return {
    filter: {},
    isRanked: true,
    async listMonths() {
      found = await search(query);
      return [{ timeBucket: ALL, count: found.length }];
    },
    listAssets: async () => found,
    monthOf: () => ALL,
  };
}

/** The server may have its reasons, such as that it has not looked at the asset yet. */
async function search(query: SmartQuery): Promise<TimelineAsset[]> {
  try {
    return (await searchSmart(query, SHOWN)).assets.items.map(rankedAsset);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    notifyError(error);
    return [];
  }
}
