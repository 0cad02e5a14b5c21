import assert from "node:assert/strict";
import { test } from "node:test";
import { Loader } from "../src/timeline/loader.ts";

/** A load for each key that ends when told to. */
function loads() {
  const open = new Map<string, () => void>();
  const aborted: string[] = [];
  const load = (key: string, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      open.set(key, resolve);
      signal.addEventListener("abort", () => {
        aborted.push(key);
        open.delete(key);
        resolve();
      });
    });
  const finish = async (key: string) => {
    open.get(key)?.();
    open.delete(key);
    await new Promise(setImmediate);
  };
  return { load, open, aborted, finish };
}

test("loads a few at a time, the first wanted first", async () => {
  const { load, open, finish } = loads();
  new Loader(load, 2).want(["a", "b", "c", "d"]);
  assert.deepEqual([...open.keys()], ["a", "b"]);
  await finish("a");
  assert.deepEqual([...open.keys()], ["b", "c"]);
});

test("aborts what is wanted no longer and keeps what still is", async () => {
  const { load, open, aborted } = loads();
  const loader = new Loader(load, 2);
  loader.want(["a", "b", "c"]);
  loader.want(["b", "d"]);
  assert.deepEqual(aborted, ["a"]);
  assert.deepEqual([...open.keys()], ["b", "d"]);
  await new Promise(setImmediate);
  assert.deepEqual([...open.keys()], ["b", "d"]);
});
