import assert from "node:assert/strict";
import { test } from "node:test";
import { checksumOf } from "../src/upload/checksum.ts";
import { extensionOf, sortFiles } from "../src/upload/sorting.ts";
import { type Upload, type UploadState, inOrderOfInterest, totalsOf } from "../src/upload/upload.ts";

const types = { image: [".jpg"], video: [".mp4"], sidecar: [".xmp"] };
const files = (...paths: string[]) => paths.map((path) => ({ path }));

test("sidecars go with their asset, the one with the full name first", () => {
  const { assets, skipped } = sortFiles(files("x/A.JPG", "x/a.xmp", "x/A.JPG.xmp", "y/b.mp4", "y/b.xmp"), types);
  assert.deepEqual(
    assets.map(({ asset, sidecar }) => [asset.path, sidecar?.path]),
    [
      ["x/A.JPG", "x/A.JPG.xmp"],
      ["y/b.mp4", "y/b.xmp"],
    ],
  );
  assert.deepEqual(
    skipped.map(({ file }) => file.path),
    ["x/a.xmp"],
  );
});

test("what is not supported is listed with its reason", () => {
  const { assets, skipped } = sortFiles(files("notes.txt", "README", ".DS_Store"), types);
  assert.equal(assets.length, 0);
  assert.deepEqual(
    skipped.map(({ reason }) => reason),
    [
      "Files of type .txt are not supported",
      "Files without an extension are not supported",
      "Files without an extension are not supported",
    ],
  );
});

test("extensions are lower-case and belong to the last name", () => {
  assert.equal(extensionOf("some.dir/FILE.JPG"), ".jpg");
  assert.equal(extensionOf("some.dir/file"), "");
});

test("checksums are SHA-1 in hexadecimal digits", async () => {
  assert.equal(await checksumOf(new File(["abc"], "a.jpg")), "a9993e364706816aba3e25717850c26c9cd0d89d");
});

function upload(path: string, state: UploadState, size: number, sent = 0): Upload {
  return { path, state, sent, file: new File([new Uint8Array(size)], path), sidecar: null, checksum: null };
}

test("totals count bytes of what was or will be sent", () => {
  const all = [
    upload("a", { kind: "created" }, 100),
    upload("b", { kind: "sending" }, 50, 20),
    upload("c", { kind: "waiting" }, 30),
    upload("d", { kind: "skipped", reason: "no" }, 999),
  ];
  const { counts, open, bytes, bytesDone } = totalsOf(all);
  assert.deepEqual([counts.created, counts.skipped, open, bytes, bytesDone], [1, 1, 2, 180, 120]);
  assert.deepEqual(
    inOrderOfInterest(all, 3).map(({ path }) => path),
    ["b", "c", "d"],
  );
});
