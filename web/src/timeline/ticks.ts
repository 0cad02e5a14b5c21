import { type Month, heightOf } from "./month.ts";

/** A year's name beside the scrubber, at its part of the whole height. */
export interface Tick {
  readonly year: string;
  readonly part: number;
}

/** The years from the newest to the oldest, leaving out those that would overlap the one before. */
export function ticksOf(months: readonly Month[], trackHeight: number, labelHeight = 22): Tick[] {
  const total = heightOf(months);
  const ticks: Tick[] = [];
  let year = "";
  for (const month of months) {
    const next = month.key.slice(0, 4);
    if (next === year) continue;
    year = next;
    const part = month.top / total;
    const above = ticks.at(-1);
    if (!above || (part - above.part) * trackHeight >= labelHeight) ticks.push({ year, part });
  }
  return ticks;
}
