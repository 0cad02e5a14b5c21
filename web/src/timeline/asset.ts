import type { TimeBucketColumns } from "../api/timeline.ts";

/** What the timeline knows of an asset without asking for it alone. */
export interface TimelineAsset {
  readonly id: string;
  readonly ratio: number;
  readonly isImage: boolean;
  readonly isFavorite: boolean;
  readonly thumbhash: string | null;
  /** Milliseconds of a video. */
  readonly duration: number | null;
  readonly livePhotoVideoId: string | null;
  /** How many assets this one stands for; 1 without a stack. */
  readonly stackSize: number;
  /** When the server took it in. */
  readonly addedAt: number;
  /** The clock on the wall where it was taken, as if that clock had shown UTC. */
  readonly localTime: number;
}

const HOUR = 3_600_000;

/** Turns the columns of a time bucket into rows, in the server's order. */
export function assetsOf(columns: TimeBucketColumns): TimelineAsset[] {
  return columns.id.map((id, row) => ({
    id,
    ratio: columns.ratio[row] || 1,
    isImage: columns.isImage[row] ?? true,
    isFavorite: columns.isFavorite[row] ?? false,
    thumbhash: columns.thumbhash[row] ?? null,
    duration: columns.duration[row] ?? null,
    livePhotoVideoId: columns.livePhotoVideoId[row] ?? null,
    stackSize: Number(columns.stack?.[row]?.[1] ?? 1),
    addedAt: parseInstant(columns.createdAt[row]),
    localTime: parseInstant(columns.fileCreatedAt[row]) + (columns.localOffsetHours[row] ?? 0) * HOUR,
  }));
}

/** Bucket dates come with and without the Z that they all mean. */
function parseInstant(text = ""): number {
  return Date.parse(/Z|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`);
}

/** A number for the local day: equal for two assets of one day. */
export function dayOf(asset: TimelineAsset): number {
  return Math.floor(asset.localTime / (24 * HOUR));
}
