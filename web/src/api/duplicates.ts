import type { Asset } from "./assets.ts";
import { request } from "./request.ts";

/** Assets judged the same. */
export interface DuplicateGroup {
  readonly duplicateId: string;
  /** The one to keep comes first. */
  readonly assets: readonly Asset[];
  /** Why it is kept, to be read after "kept because". */
  readonly reason: string;
  readonly conflicts: readonly Conflict[];
}

/** What the assets of a group contradict each other about. */
export interface Conflict {
  readonly kind: "gps" | "timezone" | "camera_info" | "capture_time";
  readonly values: readonly string[];
}

export interface DuplicatePage {
  readonly total: number;
  /** What to ask for the next page after; null at the end. */
  readonly next: string | null;
  readonly groups: readonly DuplicateGroup[];
}

/** What becomes of a group. The first that is kept gets what is known of those that go. */
export interface Verdict {
  readonly duplicateId: string;
  readonly keepAssetIds: readonly string[];
  readonly trashAssetIds: readonly string[];
}

export interface Known {
  readonly isFavorite: boolean;
  readonly visibility: string;
  readonly description: string;
  readonly rating: number | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly dateTimeOriginal: string | null;
  readonly timeZone: string | null;
}

export interface Gain {
  readonly kind: "album" | "tag" | "sharedLink" | "person" | "stack";
  readonly id: string;
  /** Empty when it has none. */
  readonly name: string;
}

export interface Merge {
  readonly assetId: string;
  readonly before: Known;
  readonly after: Known;
  readonly gained: readonly Gain[];
}

/** What a verdict would do. */
export interface Preview {
  readonly duplicateId: string;
  /** Null when nobody inherits. */
  readonly merge: Merge | null;
}

interface Outcome {
  readonly id: string;
  readonly success: boolean;
  readonly error?: string;
  readonly errorMessage?: string;
}

export interface Resolution {
  readonly number: number;
  readonly duplicateId: string;
  readonly at: string;
  readonly undone: boolean;
  readonly assets: readonly { readonly id: string; readonly fileName: string; readonly trashed: boolean }[];
}

/** How far an undo went. */
export interface Undone {
  readonly restored: readonly string[];
  readonly lost: readonly { readonly id: string; readonly fileName: string }[];
  readonly takenBack: readonly string[];
  readonly changed: readonly string[];
}

export const getDuplicates = (keep: string, after: string | null, limit: number) =>
  request<DuplicatePage>("heirloom/duplicates", {
    query: { keep: keep || undefined, after: after ?? undefined, limit },
  });

export const previewVerdicts = (groups: readonly Verdict[]) =>
  request<readonly Preview[]>("heirloom/duplicates/preview", { method: "POST", body: { groups } });

export const resolveDuplicates = (groups: readonly Verdict[]) =>
  request<readonly Outcome[]>("duplicates/resolve", { method: "POST", body: { groups } });

export const getResolutions = (before: number | null, limit: number) =>
  request<readonly Resolution[]>("heirloom/duplicates/resolutions", { query: { before: before ?? undefined, limit } });

export const undoResolution = (number: number) =>
  request<Undone>(`heirloom/duplicates/resolutions/${number}/undo`, { method: "POST", body: {} });
