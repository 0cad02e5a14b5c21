import type { TimelineAsset } from "../src/timeline/asset.ts";
import { geometryFor } from "../src/timeline/geometry.ts";
import { layoutMonth } from "../src/timeline/layout.ts";
import { type Month, stackMonths } from "../src/timeline/month.ts";

export const DAY = 86_400_000;

export function asset(id: string, more: Partial<TimelineAsset> = {}): TimelineAsset {
  return {
    id,
    ratio: 1.5,
    isImage: true,
    isFavorite: false,
    thumbhash: null,
    duration: null,
    livePhotoVideoId: null,
    stackSize: 1,
    addedAt: 0,
    localTime: 0,
    ...more,
  };
}

/** Assets named by a letter and their number, each of `perDay` on one day. */
export function assets(letter: string, count: number, perDay = 5, ratios = [1.5, 0.75, 1.333]): TimelineAsset[] {
  return Array.from({ length: count }, (_, index) =>
    asset(`${letter}${index}`, { ratio: ratios[index % ratios.length]!, localTime: Math.floor(index / perDay) * DAY }),
  );
}

export function loaded(key: string, of: readonly TimelineAsset[], width = 1000): Month {
  const layout = layoutMonth(of, geometryFor(width));
  return {
    key,
    count: of.length,
    top: 0,
    height: layout.height,
    loaded: { assets: of, layout },
    isStale: false,
    hasFailed: false,
  };
}

export function unloaded(key: string, height: number): Month {
  return { key, count: 10, top: 0, height, loaded: null, isStale: false, hasFailed: false };
}

export const stack = (...months: Month[]) => stackMonths(months);
