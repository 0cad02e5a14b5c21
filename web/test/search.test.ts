import assert from "node:assert/strict";
import { test } from "node:test";
import type { Asset } from "../src/api/assets.ts";
import { rankedAsset } from "../src/search/ranking.ts";
import { geometryFor } from "../src/timeline/geometry.ts";
import { layoutMonth } from "../src/timeline/layout.ts";
import { DAY, asset } from "./assets.ts";

test("what is found has the shape that the grid shows", () => {
  const found: Asset = {
    id: "a",
    type: "VIDEO",
    originalFileName: "a.mp4",
    localDateTime: "2024-05-02T01:30:00.123Z",
    fileCreatedAt: "2024-05-01T23:30:00.123Z",
    isFavorite: true,
    isTrashed: false,
    visibility: "timeline",
    thumbhash: "hash",
    duration: 1500,
    width: 1920,
    height: 1080,
    livePhotoVideoId: null,
  };
  const shown = rankedAsset(found);
  assert.equal(shown.ratio, 1920 / 1080);
  assert.deepEqual([shown.isImage, shown.isFavorite, shown.duration], [false, true, 1500]);
  assert.equal(new Date(shown.localTime).toISOString(), "2024-05-02T01:30:00.123Z");
  assert.equal(rankedAsset({ ...found, width: null }).ratio, 1);
});

test("what is ranked is laid out in its order, without days", () => {
  const mixed = [3, 1, 2, 1].map((day, index) => asset(`a${index}`, { localTime: day * DAY }));
  const { rows } = layoutMonth(mixed, geometryFor(1000, true));
  const cells = rows.flatMap((row) => row.cells);
  assert.deepEqual(
    cells.map((cell) => cell.asset.id),
    mixed.map(({ id }) => id),
  );
  assert.ok(rows.every((row) => !row.labelled) && cells.every((cell) => !cell.startsDay));
});
