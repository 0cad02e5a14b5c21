import type { Cell, Row } from "./layout.ts";
import type { Month } from "./month.ts";

export type Step = "left" | "right" | "up" | "down";

const keys: Readonly<Record<string, Step>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

export const stepOfKey = (key: string): Step | undefined => keys[key];

/** Where the keyboard goes from an asset: along the row, or to the nearest cell of the row above or below. */
export function stepFrom(months: readonly Month[], assetId: string, step: Step): string | null {
  const rows = months.flatMap((month) => month.loaded?.layout.rows ?? []);
  const row = rows.findIndex(({ cells }) => cells.some(({ asset }) => asset.id === assetId));
  if (row < 0) return null;
  const cells = rows[row]!.cells;
  const index = cells.findIndex(({ asset }) => asset.id === assetId);
  const target = {
    left: () => cells[index - 1] ?? rows[row - 1]?.cells.at(-1),
    right: () => cells[index + 1] ?? rows[row + 1]?.cells[0],
    up: () => nearest(rows[row - 1], cells[index]!),
    down: () => nearest(rows[row + 1], cells[index]!),
  }[step]();
  return target?.asset.id ?? null;
}

function nearest(row: Row | undefined, from: Cell): Cell | undefined {
  const middle = (cell: Cell) => cell.left + cell.width / 2;
  const distance = (cell: Cell) => Math.abs(middle(cell) - middle(from));
  return row && [...row.cells].sort((one, other) => distance(one) - distance(other))[0];
}
