import assert from "node:assert/strict";
import { test } from "node:test";
import { formatRoute, parseRoute } from "../src/routing/route.ts";
import { bytes, count, duration } from "../src/ui/words.ts";
import { fit, moveBy, unzoomed, zoomBy } from "../src/viewer/zoom.ts";

const frame = { width: 1000, height: 500 };
const fitted = fit({ width: 3000, height: 2000 }, frame);

test("a picture fits into its frame", () => {
  assert.deepEqual(fitted, { width: 750, height: 500 });
});

test("zooming keeps the point under the finger", () => {
  const at = { x: 100, y: -50 };
  const zoom = zoomBy(unzoomed, 4, at, fitted, frame);
  assert.equal(zoom.scale, 4);
  assert.deepEqual([(at.x - zoom.x) / zoom.scale, (at.y - zoom.y) / zoom.scale], [at.x, at.y]);
});

test("a picture cannot be lost outside its frame", () => {
  const zoom = zoomBy(unzoomed, 2, { x: 0, y: 0 }, fitted, frame);
  assert.deepEqual(moveBy(zoom, 9999, -9999, fitted, frame), { scale: 2, x: 250, y: -250 });
  assert.deepEqual(zoomBy(zoom, 0.01, { x: 5, y: 5 }, fitted, frame), unzoomed);
});

test("addresses are read back as they were written", () => {
  for (const route of [
    { page: "photos", assetId: "1-2" },
    { page: "trash", assetId: null },
    { page: "duplicates", assetId: null },
    { page: "person", of: "5-6", assetId: null },
    { page: "person", of: "5-6", assetId: "1-2" },
    { page: "alike", of: "1-2", assetId: "3-4" },
    { page: "search", of: "50 % red/blue & ?", assetId: "1-2" },
  ] as const) {
    assert.deepEqual(parseRoute(formatRoute(route)), route);
  }
  assert.deepEqual(parseRoute(""), { page: "photos", assetId: null });
  assert.deepEqual(parseRoute("search"), { page: "photos", assetId: null });
  assert.deepEqual(parseRoute("person"), { page: "people", assetId: null });
  assert.deepEqual(parseRoute("auth/login"), { page: "photos", assetId: null });
});

test("numbers are said in words", () => {
  assert.deepEqual([duration(9000), duration(62_400), duration(3_723_000)], ["0:09", "1:02", "1:02:03"]);
  assert.deepEqual([bytes(0), bytes(1536), bytes(5 * 2 ** 30)], ["0 B", "1.5 KiB", "5 GiB"]);
  assert.deepEqual([count(1, "photo"), count(2, "photo")], ["1 photo", "2 photos"]);
});
