import assert from "node:assert/strict";
import { test } from "node:test";
import { keptOf } from "../src/people/person.ts";

test("of two people who become one, the name remains", () => {
  const [ann, ben, nobody, stranger] = [{ name: "Ann" }, { name: "Ben" }, { name: "" }, { name: "" }];
  assert.deepEqual(keptOf(ann, ben), [ann, ben]);
  assert.deepEqual(keptOf(nobody, ben), [ben, nobody]);
  assert.deepEqual(keptOf(ann, nobody), [ann, nobody]);
  assert.deepEqual(keptOf(nobody, stranger), [nobody, stranger]);
});
