import assert from "node:assert/strict";
import { test } from "node:test";
import type { TimeBucketColumns } from "../src/api/timeline.ts";
import { assetsOf, dayOf } from "../src/timeline/asset.ts";
import { effectOf } from "../src/timeline/effect.ts";
import { stepFrom } from "../src/timeline/steps.ts";
import { ticksOf } from "../src/timeline/ticks.ts";
import { assets, loaded, stack, unloaded } from "./assets.ts";

const columns: TimeBucketColumns = {
  id: ["a", "b"],
  ratio: [1.5, 0],
  isFavorite: [true, false],
  isImage: [true, false],
  thumbhash: ["hash", null],
  createdAt: ["2024-06-01T00:00:00.000", "2024-06-01T00:00:00.000"],
  fileCreatedAt: ["2024-05-01T23:30:00.123", "2024-05-01T23:30:00.123Z"],
  localOffsetHours: [2, -5.5],
  duration: [null, 1500],
  livePhotoVideoId: ["v", null],
  stack: [["s", "3"], null],
};

test("columns become assets with their local time, with or without a Z", () => {
  const [first, second] = assetsOf(columns);
  assert.equal(new Date(first!.localTime).toISOString(), "2024-05-02T01:30:00.123Z");
  assert.equal(new Date(second!.localTime).toISOString(), "2024-05-01T18:00:00.123Z");
  assert.notEqual(dayOf(first!), dayOf(second!));
  assert.deepEqual([first!.stackSize, second!.stackSize], [3, 1]);
  assert.equal(second!.ratio, 1);
});

test("arrow keys cross rows and months", () => {
  const months = stack(
    loaded("2024-02-01", assets("b", 3)),
    unloaded("2024-01-15", 100),
    loaded("2024-01-01", assets("a", 3)),
  );
  assert.equal(stepFrom(months, "b0", "right"), "b1");
  assert.equal(stepFrom(months, "b2", "right"), "a0");
  assert.equal(stepFrom(months, "a0", "left"), "b2");
  assert.equal(stepFrom(months, "b1", "down"), "a1");
  assert.equal(stepFrom(months, "b0", "left"), null);
  assert.equal(stepFrom(months, "b0", "up"), null);
});

test("years that would overlap are left out", () => {
  const months = stack(unloaded("2024-05-01", 500), unloaded("2023-05-01", 10), unloaded("2022-05-01", 490));
  assert.deepEqual(
    ticksOf(months, 1000).map(({ year }) => year),
    ["2024", "2023"],
  );
});

test("news mean another thing to each timeline", () => {
  const photos = { visibility: "timeline" } as const;
  const trash = { isTrashed: true };
  const favorites = { isFavorite: true };
  const ids = ["a"];
  assert.equal(effectOf({ kind: "trashed", ids }, photos), "remove");
  assert.equal(effectOf({ kind: "trashed", ids }, trash), "refresh");
  assert.equal(effectOf({ kind: "restored", ids }, trash), "remove");
  assert.equal(effectOf({ kind: "restored", ids }, photos), "refresh");
  assert.equal(effectOf({ kind: "changed", ids, change: { visibility: "archive" } }, photos), "remove");
  assert.equal(effectOf({ kind: "changed", ids, change: { isFavorite: true } }, photos), "change");
  assert.equal(effectOf({ kind: "changed", ids, change: { isFavorite: false } }, favorites), "remove");
  assert.equal(effectOf({ kind: "arrived" }, photos), "refresh");
  assert.equal(effectOf({ kind: "preparing", count: 3 }, photos), "nothing");
});
