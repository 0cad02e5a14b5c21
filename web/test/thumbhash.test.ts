import assert from "node:assert/strict";
import { test } from "node:test";
import { bitmapOf } from "../src/thumbhash/bitmap.ts";
import { decodeThumbhash } from "../src/thumbhash/decode.ts";

const decode = (base64: string) => decodeThumbhash(Buffer.from(base64, "base64"));

test("decodes to the colours that the reference decoder finds", () => {
  const { width, height, rgb } = decode("1QcSHQRnh493V4dIh4eXh1h4kJUI");
  assert.deepEqual([width, height], [23, 32]);
  const middle = (Math.floor(height / 2) * width + Math.floor(width / 2)) * 3;
  assert.deepEqual([...rgb.subarray(0, 3)], [64, 78, 113]);
  assert.deepEqual([...rgb.subarray(middle, middle + 3)], [140, 110, 89]);
  assert.deepEqual([...rgb.subarray(-3)], [0, 4, 40]);
});

test("refuses what is too short", () => {
  assert.throws(() => decode("AAA="), RangeError);
});

test("writes a bitmap with padded rows, blue first", () => {
  const bytes = bitmapOf({ width: 1, height: 2, rgb: Uint8Array.of(1, 2, 3, 4, 5, 6) });
  assert.equal(String.fromCharCode(bytes[0]!, bytes[1]!), "BM");
  assert.equal(bytes.length, 54 + 2 * 4);
  assert.deepEqual([...bytes.subarray(54)], [3, 2, 1, 0, 6, 5, 4, 0]);
});
