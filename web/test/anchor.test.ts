import assert from "node:assert/strict";
import { test } from "node:test";
import { anchorAt, scrollTopOf } from "../src/timeline/anchor.ts";
import { heightOf, monthAt, monthsWithin } from "../src/timeline/month.ts";
import { assets, loaded, stack, unloaded } from "./assets.ts";

test("a place is found again where it was", () => {
  const months = stack(
    loaded("2024-03-01", assets("c", 80)),
    unloaded("2024-02-01", 3000),
    loaded("2024-01-01", assets("a", 80)),
  );
  for (const scrollTop of [1, 700, months[1]!.top + 1234, months[2]!.top + 5, months[2]!.top + 900]) {
    assert.ok(Math.abs(scrollTopOf(months, anchorAt(months, scrollTop)) - scrollTop) < 0.01, `${scrollTop}`);
  }
});

test("a month above that turns out higher pushes nothing away", () => {
  const below = loaded("2024-01-01", assets("a", 80));
  const before = stack(unloaded("2024-02-01", 3000), below);
  const after = stack(loaded("2024-02-01", assets("b", 300)), below);
  const anchor = anchorAt(before, 3400);
  assert.equal(scrollTopOf(after, anchor) - after[1]!.top, 400);
});

test("assets that arrive in the month above the view leave the view alone", () => {
  const before = stack(loaded("2024-01-01", assets("a", 80)));
  const after = stack(loaded("2024-01-01", [...assets("new", 40), ...assets("a", 80)]));
  const anchor = anchorAt(before, 1200);
  const row = after[0]!.loaded!.layout.rows.find(({ cells }) =>
    cells.some(({ asset }) => asset.id === anchor?.assetId),
  );
  assert.equal(scrollTopOf(after, anchor), row!.top + anchor!.offset);
});

test("at the top, what arrives is seen", () => {
  assert.equal(anchorAt(stack(loaded("2024-01-01", assets("a", 80))), 0), null);
  assert.equal(scrollTopOf([], null), 0);
});

test("when the month is gone, the next older one takes its place", () => {
  const before = stack(
    loaded("2024-03-01", assets("c", 8)),
    loaded("2024-02-01", assets("b", 8)),
    loaded("2024-01-01", assets("a", 8)),
  );
  const anchor = anchorAt(before, before[1]!.top + 10);
  const after = stack(before[0]!, before[2]!);
  assert.equal(scrollTopOf(after, anchor), after[1]!.top);
});

test("months are found by their place", () => {
  const months = stack(unloaded("2024-03-01", 100), unloaded("2024-02-01", 200), unloaded("2024-01-01", 300));
  assert.equal(heightOf(months), 600);
  assert.equal(monthAt(months, 100)?.key, "2024-02-01");
  assert.equal(monthAt(months, 9999)?.key, "2024-01-01");
  assert.deepEqual(
    monthsWithin(months, 99, 101).map(({ key }) => key),
    ["2024-03-01", "2024-02-01"],
  );
  assert.deepEqual(monthsWithin([], 0, 100), []);
});
