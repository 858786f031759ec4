import assert from "node:assert/strict";
import { test } from "node:test";
import { layered, type Node } from "../../main/client/chart/layered";

const SIZE = { width: 100, height: 40 };
const diamond: Node[] = [
  { id: "data", after: [] },
  { id: "left", after: ["data"] },
  { id: "right", after: ["data"] },
  { id: "end", after: ["left", "right", "data"] },
];

test("what comes after something lies to its right", () => {
  const { spots, width } = layered(diamond, SIZE);
  const x = spots.map((spot) => spot.x);
  assert.ok(x[0] < x[1]);
  assert.equal(x[1], x[2]);
  assert.ok(x[2] < x[3]);
  assert.equal(width, x[3] + SIZE.width);
});

test("no two boxes overlap", () => {
  const many: Node[] = Array.from({ length: 20 }, (_, i) => ({ id: `n${i}`, after: i < 3 ? [] : [`n${i % 3}`, `n${i >> 1}`] }));
  const { spots, height } = layered(many, SIZE);
  spots.forEach((a, i) => {
    assert.ok(a.y >= 0 && a.y + SIZE.height <= height);
    for (const b of spots.slice(i + 1)) assert.ok(a.x !== b.x || Math.abs(a.y - b.y) >= SIZE.height);
  });
});

test("an edge over a layer passes between the boxes there", () => {
  const { spots, edges } = layered(diamond, SIZE);
  const { through } = edges.find(({ from, to }) => from === "data" && to === "end")!;
  assert.equal(through.length, 4);
  for (const { y } of through.slice(1, 3)) {
    for (const box of spots.slice(1, 3)) assert.ok(y <= box.y || y >= box.y + SIZE.height);
  }
});

test("nothing to draw is drawn as nothing", () => {
  assert.deepEqual(layered([], SIZE).spots, []);
});
