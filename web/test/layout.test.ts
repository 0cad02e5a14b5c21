import assert from "node:assert/strict";
import { test } from "node:test";
import { Estimate } from "../src/timeline/estimate.ts";
import { geometryFor } from "../src/timeline/geometry.ts";
import { layoutMonth, rowsWithin } from "../src/timeline/layout.ts";
import { asset, assets } from "./assets.ts";

for (const width of [356, 900, 1276, 2400]) {
  const geometry = geometryFor(width);

  test(`rows fill ${width} pixels exactly, but for the last`, () => {
    const { rows } = layoutMonth(assets("a", 200), geometry);
    for (const { cells, height } of rows.slice(0, -1)) {
      const last = cells.at(-1)!;
      assert.ok(Math.abs(last.left + last.width - width) <= 1);
      assert.ok(height > geometry.rowHeight * 0.5 && height < geometry.rowHeight * 1.7);
    }
    assert.equal(rows.flatMap(({ cells }) => cells).length, 200);
  });

  test(`rows and cells do not overlap at ${width} pixels`, () => {
    const { rows, height } = layoutMonth(assets("a", 60, 3), geometry);
    let bottom = geometry.headerHeight;
    for (const row of rows) {
      assert.ok(row.top >= bottom);
      bottom = row.top + row.height;
      for (const [index, cell] of row.cells.entries()) {
        const next = row.cells[index + 1];
        if (next) assert.ok(next.left >= cell.left + cell.width);
      }
    }
    assert.ok(height >= bottom);
  });
}

test("a day begins with a label and a wider gap", () => {
  const geometry = geometryFor(1276);
  const [row] = layoutMonth(assets("a", 4, 2), geometry).rows;
  assert.deepEqual(
    row?.cells.map(({ startsDay }) => startsDay),
    [true, false, true, false],
  );
  const [, second, third] = row!.cells;
  assert.equal(third!.left - second!.left - second!.width, geometry.dayGap);
});

test("a single photo is not blown up", () => {
  const [row] = layoutMonth([asset("a", { ratio: 0.75 })], geometryFor(1276)).rows;
  assert.equal(row?.height, geometryFor(1276).rowHeight);
});

test("panoramas are cropped", () => {
  const [row] = layoutMonth([asset("a", { ratio: 12 }), asset("b")], geometryFor(1276)).rows;
  assert.equal(row?.cells.length, 2);
});

test("only the rows in view are found", () => {
  const layout = layoutMonth(assets("a", 500), geometryFor(1276));
  const [first, end] = rowsWithin(layout, 1000, 2000);
  const { rows } = layout;
  assert.ok(rows[first]!.top + rows[first]!.height >= 1000 && rows[first - 1]!.top + rows[first - 1]!.height < 1000);
  assert.ok(rows[end - 1]!.top <= 2000 && rows[end]!.top > 2000);
});

test("months are estimated within a fifth of their height once one is known", () => {
  const geometry = geometryFor(1276);
  const estimate = new Estimate();
  const known = assets("a", 300, 12);
  estimate.learn(known, layoutMonth(known, geometry));
  for (const count of [40, 150, 700]) {
    const real = layoutMonth(assets("b", count, 12), geometry).height;
    assert.ok(Math.abs(estimate.heightOf(count, geometry) - real) < real / 5, `${count}`);
  }
});
