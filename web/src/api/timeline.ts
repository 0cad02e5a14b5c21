import { request } from "./request.ts";

/** Which assets a timeline is of. */
export interface TimelineFilter {
  readonly visibility?: "timeline" | "archive";
  readonly isFavorite?: boolean;
  readonly isTrashed?: boolean;
  readonly withStacked?: boolean;
  readonly personId?: string;
}

export interface TimeBucket {
  /** `YYYY-MM-01`, a month of local dates. */
  readonly timeBucket: string;
  readonly count: number;
}

/** One month of assets, a column for each property and all columns of one length. */
export interface TimeBucketColumns {
  readonly id: readonly string[];
  readonly ratio: readonly number[];
  readonly isFavorite: readonly boolean[];
  readonly isImage: readonly boolean[];
  readonly thumbhash: readonly (string | null)[];
  /** When the server took the asset in. */
  readonly createdAt: readonly string[];
  readonly fileCreatedAt: readonly string[];
  readonly localOffsetHours: readonly number[];
  readonly duration: readonly (number | null)[];
  readonly livePhotoVideoId: readonly (string | null)[];
  readonly stack?: readonly (readonly [string, string] | null)[];
}

export const getTimeBuckets = (filter: TimelineFilter) =>
  request<readonly TimeBucket[]>("timeline/buckets", { query: { ...filter } });

export const getTimeBucket = (filter: TimelineFilter, timeBucket: string, signal: AbortSignal) =>
  request<TimeBucketColumns>("timeline/bucket", { query: { timeBucket, ...filter }, signal });
