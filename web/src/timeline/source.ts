import { type TimeBucket, type TimelineFilter, getTimeBucket, getTimeBuckets } from "../api/timeline.ts";
import { type TimelineAsset, assetsOf } from "./asset.ts";

/** Where a timeline has its assets from. */
export interface Source {
  /** Which assets they are, as far as news need to know. */
  readonly filter: TimelineFilter;
  /** Whether assets come the best first and not by date: then there is one month, and no days. */
  readonly isRanked: boolean;
  listMonths(): Promise<readonly TimeBucket[]>;
  listAssets(month: string, signal: AbortSignal): Promise<readonly TimelineAsset[]>;
  /** In which month an asset of that date is. */
  monthOf(localDateTime: string): string;
}

/** The assets of a filter by the date of their capture, newest first. */
export function datedSource(filter: TimelineFilter): Source {
  return {
    filter,
    isRanked: false,
    listMonths: () => getTimeBuckets(filter),
    listAssets: async (month, signal) => assetsOf(await getTimeBucket(filter, month, signal)),
    monthOf: (localDateTime) => `${localDateTime.slice(0, 7)}-01`,
  };
}
