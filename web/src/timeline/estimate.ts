import type { Geometry } from "./geometry.ts";
import { type MonthLayout, gridRatio } from "./layout.ts";
import type { TimelineAsset } from "./asset.ts";

/** Guesses the height of months that are not loaded, and learns from those that are. */
export class Estimate {
  #assets = 24;
  #ratios = 24 * 1.3;
  #rows = 4;
  #labelledRows = 3;

  learn(assets: readonly TimelineAsset[], layout: MonthLayout): void {
    this.#assets += assets.length;
    for (const asset of assets) this.#ratios += gridRatio(asset.ratio);
    this.#rows += layout.rows.length;
    for (const row of layout.rows) if (row.labelled) this.#labelledRows++;
  }

  heightOf(count: number, { width, rowHeight, gap, labelHeight, headerHeight }: Geometry): number {
    const widthOfAll = count * ((this.#ratios / this.#assets) * rowHeight + gap);
    const rows = Math.max(1, Math.ceil(widthOfAll / Math.max(1, width) - 0.3));
    const labelled = Math.min(31, rows * (this.#labelledRows / this.#rows));
    return Math.round(headerHeight + rows * (rowHeight + gap) + labelled * labelHeight);
  }
}
