import type { TimelineAsset } from "./asset.ts";
import { type MonthLayout, firstWhere } from "./layout.ts";

/** A time bucket with its place in the timeline; its assets are there once it has been loaded. */
export interface Month {
  /** The time bucket's date, `YYYY-MM-01`. */
  readonly key: string;
  readonly count: number;
  readonly top: number;
  readonly height: number;
  readonly loaded: LoadedMonth | null;
  /** Whether the server knows more than what is loaded. */
  readonly isStale: boolean;
  readonly hasFailed: boolean;
}

export interface LoadedMonth {
  readonly assets: readonly TimelineAsset[];
  readonly layout: MonthLayout;
}

/** Stacks the months one below the other. */
export function stackMonths(months: readonly Month[]): Month[] {
  let top = 0;
  return months.map((month) => {
    const placed = month.top === top ? month : { ...month, top };
    top += month.height;
    return placed;
  });
}

export function heightOf(months: readonly Month[]): number {
  const last = months.at(-1);
  return last ? last.top + last.height : 0;
}

/** The months that touch the span from top to bottom. */
export function monthsWithin(months: readonly Month[], top: number, bottom: number): readonly Month[] {
  const first = firstWhere(months.length, (index) => months[index]!.top + months[index]!.height > top);
  const end = firstWhere(months.length, (index) => months[index]!.top >= bottom);
  return months.slice(first, Math.max(first, end));
}

export function monthAt(months: readonly Month[], y: number): Month | undefined {
  return months[
    Math.min(
      months.length - 1,
      firstWhere(months.length, (i) => months[i]!.top + months[i]!.height > y),
    )
  ];
}

/** How many assets there are in all months together. */
export function totalOf(months: readonly Month[]): number {
  return months.reduce((sum, { count }) => sum + count, 0);
}
