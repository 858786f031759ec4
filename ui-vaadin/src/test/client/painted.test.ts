import assert from "node:assert/strict";
import { test } from "node:test";
import type { Layer } from "../../main/client/chart/layers";
import { hit, rounded, takenOver } from "../../main/client/chart/painted";
import { query } from "../../main/client/live/address";

function layer(role: string, stage: string, x: number[], y: number[]): Layer {
  return {
    spec: { mark: "points", label: role, role, x: `${stage}.x`, y: `${stage}.y` },
    columns: { x: Float64Array.from(x), y: Float64Array.from(y) },
    old: false,
  } as unknown as Layer;
}

test("rows are taken over in the order of the data, so that each stays in its part", () => {
  const layers = [layer("train", "points.train", [1, 3], [10, 30]), layer("test", "points.test", [2], [20])];
  const rows: Record<string, Float64Array> = {
    "points.train.row": Float64Array.of(0, 2),
    "points.test.row": Float64Array.of(1),
  };
  assert.deepEqual(takenOver(layers, (path) => rows[path.join(".")]), [[1, 10], [2, 20], [3, 30]]);
});

test("rows of two classes are taken over with their class", () => {
  const layers = [layer("negative", "points.negative", [1], [2]), layer("positive", "points.positive", [3], [4])];
  assert.deepEqual(takenOver(layers, () => undefined), [[1, 2, 0], [3, 4, 1]]);
});

test("more than 500 rows are not taken over", () => {
  const many = Array.from({ length: 501 }, (_, i) => i);
  assert.deepEqual(takenOver([layer("train", "points.train", many, many)], () => undefined), []);
});

test("the nearest point within reach is hit", () => {
  const points = [[0, 0], [10, 0], [11, 0]];
  const pixels = ([x, y]: readonly number[]) => [x, y] as const;
  assert.equal(hit(points, [9, 0], pixels, 12), 1);
  assert.equal(hit(points, [10.9, 0], pixels, 12), 2);
  assert.equal(hit(points, [40, 0], pixels, 12), -1);
});

test("a painted place is as exact as a hand, and short", () => {
  assert.equal(rounded(1.23456789, 10), 1.23);
  assert.equal(rounded(-0.0000001, 10), 0);
  assert.equal(rounded(123456, 1e6), 123000);
});

test("few points stand in the address, many do not", () => {
  assert.equal(query("", { points: [[1, 2], [3, 4.5]] }, { points: [] }, "1"), "?v=1&points=1%2C2%3B3%2C4.5");
  assert.equal(query("", { points: [] }, { points: [] }, "1"), "");
  assert.equal(query("?points=1,2", { points: Array(61).fill([1, 2]) }, { points: [] }, "1"), "");
});
