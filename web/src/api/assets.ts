import { apiUrl, request } from "./request.ts";

export interface Exif {
  readonly make: string | null;
  readonly model: string | null;
  readonly lensModel: string | null;
  readonly fNumber: number | null;
  readonly exposureTime: string | null;
  readonly iso: number | null;
  readonly focalLength: number | null;
  readonly dateTimeOriginal: string | null;
  readonly timeZone: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly country: string | null;
  readonly fileSizeInByte: number | null;
  readonly description: string | null;
  readonly rating: number | null;
}

export interface Asset {
  readonly id: string;
  readonly type: "IMAGE" | "VIDEO" | "AUDIO" | "OTHER";
  readonly originalFileName: string;
  readonly localDateTime: string;
  readonly fileCreatedAt: string;
  readonly isFavorite: boolean;
  readonly isTrashed: boolean;
  readonly visibility: string;
  readonly thumbhash: string | null;
  readonly duration: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly livePhotoVideoId: string | null;
  readonly exifInfo?: Exif;
}

export interface AssetChange {
  readonly isFavorite?: boolean;
  readonly visibility?: "timeline" | "archive";
  readonly description?: string;
  readonly rating?: number | null;
}

type Ids = readonly string[];

export const getAsset = (id: string, signal?: AbortSignal) => request<Asset>(`assets/${id}`, { signal });

export const updateAsset = (id: string, change: AssetChange) =>
  request<Asset>(`assets/${id}`, { method: "PUT", body: change });

export const updateAssets = (ids: Ids, change: AssetChange) =>
  request<void>("assets", { method: "PUT", body: { ids, ...change } });

export const trashAssets = (ids: Ids) => request<void>("assets", { method: "DELETE", body: { ids, force: false } });

export const deleteAssets = (ids: Ids) => request<void>("assets", { method: "DELETE", body: { ids, force: true } });

export const restoreAssets = (ids: Ids) =>
  request<{ count: number }>("trash/restore/assets", { method: "POST", body: { ids } });

/** The thumbhash names the version of the picture, so that the browser may keep each for long. */
export function thumbnailUrl(id: string, thumbhash: string | null, size: "thumbnail" | "preview" | "fullsize"): string {
  return apiUrl(`assets/${id}/thumbnail`, { size, edited: true, c: thumbhash ?? undefined });
}

export const originalUrl = (id: string) => apiUrl(`assets/${id}/original`);

export const playbackUrl = (id: string) => apiUrl(`assets/${id}/video/playback`);
