import assert from "node:assert/strict";
import { test } from "node:test";
import { turned } from "../../main/client/numbers/track";

test("steps the same way are added up", () => {
  assert.deepEqual(turned([], -1), [-1]);
  assert.deepEqual(turned([-1], -1), [-2]);
  assert.deepEqual(turned([4], 1), [5]);
});

test("a step the other way is a turn of its own, as the first may have gone nowhere", () => {
  assert.deepEqual(turned([-2], 1), [-2, 1]);
  assert.deepEqual(turned([-2, 1], 1), [-2, 2]);
  assert.deepEqual(turned([-2, 2], -1), [-2, 2, -1]);
});
