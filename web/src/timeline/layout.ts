import { type TimelineAsset, dayOf } from "./asset.ts";
import type { Geometry } from "./geometry.ts";

/** One asset's place within its month. */
export interface Cell {
  readonly asset: TimelineAsset;
  readonly left: number;
  readonly width: number;
  /** Whether the asset is the first of its day, and so carries the day's label. */
  readonly startsDay: boolean;
}

export interface Row {
  /** Where the pictures begin, below the labels if there are any. */
  readonly top: number;
  readonly height: number;
  readonly labelled: boolean;
  readonly cells: readonly Cell[];
}

export interface MonthLayout {
  readonly height: number;
  readonly rows: readonly Row[];
}

const NARROWEST = 0.45;
const WIDEST = 3.2;
const TALLEST_STRETCH = 1.6;

/** Panoramas and strips are cropped in the grid, so that a row stays a row. */
export function gridRatio(ratio: number): number {
  return Math.min(WIDEST, Math.max(NARROWEST, ratio));
}

interface Item {
  readonly asset: TimelineAsset;
  readonly ratio: number;
  readonly startsDay: boolean;
}

/** Lays a month out in justified rows; days follow each other within a row, set off by a wider gap. */
export function layoutMonth(assets: readonly TimelineAsset[], geometry: Geometry): MonthLayout {
  const items = assets.map((asset, index) => ({
    asset,
    ratio: gridRatio(asset.ratio),
    startsDay: geometry.hasDays && (index === 0 || dayOf(asset) !== dayOf(assets[index - 1]!)),
  }));
  const rows: Row[] = [];
  let top = geometry.headerHeight;
  for (let first = 0; first < items.length;) {
    const end = endOfRow(items, first, geometry);
    const row = placeRow(items.slice(first, end), end === items.length, top, geometry);
    rows.push(row);
    top = row.top + row.height + geometry.gap;
    first = end;
  }
  return { height: top, rows };
}

/** Takes assets until the row is full, and the last one only if that comes closer to the aimed height. */
function endOfRow(items: readonly Item[], first: number, geometry: Geometry): number {
  const { width, rowHeight } = geometry;
  let ratios = 0;
  let gaps = 0;
  let heightBefore = Infinity;
  for (let index = first; index < items.length; index++) {
    const item = items[index]!;
    ratios += item.ratio;
    if (index > first) gaps += gapBefore(item, geometry);
    const height = (width - gaps) / ratios;
    if (height <= rowHeight) {
      const closerWithout = heightBefore - rowHeight < rowHeight - height;
      return closerWithout ? index : index + 1;
    }
    heightBefore = height;
  }
  return items.length;
}

/** The height at which these assets side by side are exactly as wide as the grid. */
function heightToFill(items: readonly Item[], geometry: Geometry): number {
  let ratios = 0;
  let gaps = 0;
  items.forEach((item, index) => {
    ratios += item.ratio;
    if (index > 0) gaps += gapBefore(item, geometry);
  });
  return Math.max(1, geometry.width - gaps) / ratios;
}

function gapBefore(item: Item, geometry: Geometry): number {
  return item.startsDay ? geometry.dayGap : geometry.gap;
}

function placeRow(items: readonly Item[], isLast: boolean, top: number, geometry: Geometry): Row {
  const filling = heightToFill(items, geometry);
  const limit = geometry.rowHeight * (isLast ? 1.15 : TALLEST_STRETCH);
  const stretched = filling <= limit;
  const height = Math.round(stretched ? filling : geometry.rowHeight);
  const labelled = items.some((item) => item.startsDay);
  const cells: Cell[] = [];
  let left = 0;
  items.forEach((item, index) => {
    if (index > 0) left += gapBefore(item, geometry);
    const right = left + item.ratio * (stretched ? filling : height);
    cells.push({
      asset: item.asset,
      left: Math.round(left),
      width: Math.round(right) - Math.round(left),
      startsDay: item.startsDay,
    });
    left = right;
  });
  return { top: top + (labelled ? geometry.labelHeight : 0), height, labelled, cells };
}

/** The rows that touch the span from top to bottom, as a half-open range. */
export function rowsWithin(layout: MonthLayout, top: number, bottom: number): readonly [number, number] {
  const { rows } = layout;
  const first = firstWhere(rows.length, (row) => rows[row]!.top + rows[row]!.height >= top);
  const end = firstWhere(rows.length, (row) => rows[row]!.top > bottom);
  return [first, Math.max(first, end)];
}

/** The first index for which the condition holds, if it holds for all after it too. */
export function firstWhere(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
