import assert from "node:assert/strict";
import { test } from "node:test";
import type { Asset } from "../src/api/assets.ts";
import type { DuplicateGroup, Known } from "../src/api/duplicates.ts";
import { conflictText, gainedBy, shortfallOf } from "../src/duplicates/merge.ts";
import { everything, freedBy, suggested, toggled, verdictOn } from "../src/duplicates/verdict.ts";

const asset = (id: string, fileSizeInByte: number) => ({ id, exifInfo: { fileSizeInByte } }) as Asset;
const group: DuplicateGroup = {
  duplicateId: "g",
  assets: [asset("a", 3000), asset("b", 200), asset("c", 10)],
  reason: "it has the most pixels",
  conflicts: [],
};
const nothing: Known = {
  isFavorite: false,
  visibility: "timeline",
  description: "",
  rating: null,
  latitude: null,
  longitude: null,
  dateTimeOriginal: null,
  timeZone: null,
};

test("the suggested one is kept until the reader chooses", () => {
  assert.deepEqual(verdictOn(group, suggested(group)), {
    duplicateId: "g",
    keepAssetIds: ["a"],
    trashAssetIds: ["b", "c"],
  });
  const both = toggled(suggested(group), "c");
  assert.deepEqual(verdictOn(group, both).keepAssetIds, ["a", "c"]);
  assert.deepEqual(verdictOn(group, toggled(both, "a")).keepAssetIds, ["c"]);
  assert.deepEqual(verdictOn(group, everything(group)).trashAssetIds, []);
});

test("one is kept always", () => {
  assert.deepEqual([...toggled(suggested(group), "a")], ["a"]);
});

test("what would become free is counted", () => {
  assert.equal(freedBy(group, suggested(group)), 210);
  assert.equal(freedBy(group, everything(group)), 0);
});

test("a merge is told field by field", () => {
  const gained = gainedBy({
    assetId: "a",
    before: { ...nothing, description: "Sea" },
    after: {
      ...nothing,
      description: "Sea\nwith Anna",
      isFavorite: true,
      rating: 1,
      latitude: 48.5,
      longitude: 2.5,
      dateTimeOriginal: "2020-02-03T04:05:06.000Z",
      timeZone: "UTC+2",
    },
    gained: [
      { kind: "person", id: "1", name: "" },
      { kind: "album", id: "2", name: "Holiday" },
      { kind: "album", id: "3", name: "Sea" },
    ],
  });
  assert.deepEqual(
    gained.map(({ what, value, instead }) => [what, value, instead]),
    [
      ["Favorite", "yes", ""],
      ["Rating", "1 star", ""],
      ["Description", "Sea\nwith Anna", "Sea"],
      ["Place", "48.50000, 2.50000", ""],
      ["Date", "2020-02-03 04:05:06 UTC+2", ""],
      ["Albums", "Holiday, Sea", ""],
      ["People", "somebody", ""],
    ],
  );
  assert.deepEqual(gainedBy({ assetId: "a", before: nothing, after: nothing, gained: [] }), []);
});

test("contradictions and what an undo leaves are said in words", () => {
  assert.equal(
    conflictText({ kind: "gps", values: ["1.0,1.0", "2.5,-2.0"] }),
    "different places: 1.00000, 1.00000 and 2.50000, -2.00000",
  );
  assert.equal(
    conflictText({ kind: "capture_time", values: ["2024-03-31T08:03:30", "2024-03-31T08:03"] }),
    "different times: 2024-03-31 08:03:30 and 2024-03-31 08:03",
  );
  const whole = { restored: ["a"], lost: [], takenBack: ["the place"], changed: [] };
  assert.equal(shortfallOf(whole), "");
  assert.equal(
    shortfallOf({ ...whole, lost: [{ id: "b", fileName: "b.jpg" }], changed: ["the rating"] }),
    "1 photo had been deleted for good; changed meanwhile, and kept: the rating",
  );
});
