import { type Month, heightOf, monthAt } from "./month.ts";

/**
 * What the reader looks at. The scroll position follows the anchor and not the other way round, so that nothing
 * jumps when a month above turns out higher than estimated, when assets arrive or when the window is resized.
 */
export interface Anchor {
  readonly month: string;
  /** The first asset in view, once its month is loaded. */
  readonly assetId: string | null;
  /** How far the asset's row, or the month, begins above the upper edge of the view. */
  readonly offset: number;
  /** The same as a part of the month's height, for months whose height is still a guess. */
  readonly fraction: number;
}

/** At the very top there is nothing to hold on to: what arrives there shall be seen. */
export function anchorAt(months: readonly Month[], scrollTop: number): Anchor | null {
  const month = scrollTop <= 0 ? undefined : monthAt(months, scrollTop);
  if (!month) return null;
  const within = scrollTop - month.top;
  const row = month.loaded?.layout.rows.find(({ top, height }) => top + height > within);
  return {
    month: month.key,
    assetId: row?.cells[0]?.asset.id ?? null,
    offset: within - (row?.top ?? 0),
    fraction: within / month.height,
  };
}

export function scrollTopOf(months: readonly Month[], anchor: Anchor | null): number {
  if (!anchor) return 0;
  // Months are newest first; when the anchor's month is gone, the next older one takes its place.
  const month = months.find(({ key }) => key <= anchor.month);
  if (!month) return heightOf(months);
  if (month.key !== anchor.month) return month.top;
  const row = anchor.assetId === null ? undefined : rowOf(month, anchor.assetId);
  if (row) return month.top + row.top + anchor.offset;
  const isGuess = anchor.assetId === null || !month.loaded;
  return month.top + (isGuess ? anchor.fraction * month.height : Math.min(month.height, anchor.offset));
}

export function rowOf(month: Month, assetId: string) {
  return month.loaded?.layout.rows.find(({ cells }) => cells.some(({ asset }) => asset.id === assetId));
}
