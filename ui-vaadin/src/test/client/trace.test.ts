import assert from "node:assert/strict";
import { test } from "node:test";
import type { PlotFrame } from "../../main/client/chart/chart";
import { trace } from "../../main/client/chart/trace";

type Corner = readonly [number, number];

/** The lines that a curve is drawn as. */
function drawn(x: readonly number[], y: readonly number[]): Corner[][] {
  const lines: Corner[][] = [];
  const context = {
    moveTo: (px: number, py: number) => lines.push([[px, py]]),
    lineTo: (px: number, py: number) => lines.at(-1)!.push([px, py]),
  };
  const same = (values: Float64Array) => values;
  trace({ context, xs: same, ys: same } as unknown as PlotFrame, Float64Array.from(x), Float64Array.from(y));
  return lines;
}

/** How far above or below its lines a corner of the curve lies. */
function away([x, y]: Corner, line: readonly Corner[]): number {
  const end = Math.max(1, line.findIndex(([px]) => px >= x));
  const [[ax, ay], [bx, by]] = [line[end - 1], line[end]];
  return Math.abs(ay + ((by - ay) * (x - ax)) / (bx - ax) - y);
}

test("a straight line keeps its ends alone", () => {
  const x = Array.from({ length: 100 }, (_, i) => i);
  assert.deepEqual(drawn(x, x.map((value) => 3 * value + 1)), [[[0, 1], [99, 298]]]);
});

test("no corner lies further than a tenth of a pixel from what is drawn, and most are left out", () => {
  const x = Array.from({ length: 400 }, (_, i) => 2.25 * i);
  for (const waves of [1, 3, 12]) {
    const y = x.map((value) => 200 + 150 * Math.sin((waves * value) / 140));
    const [line] = drawn(x, y);
    assert.ok(line.length < 400, `${waves} waves: ${line.length} corners`);
    if (waves === 1) assert.ok(line.length < 100, `${line.length} corners`);
    x.forEach((value, i) => assert.ok(away([value, y[i]], line) <= 0.1 + 1e-9, `${waves} waves, corner ${i}`));
  }
});

test("a spike between two straight parts stays", () => {
  assert.deepEqual(drawn([0, 1, 2, 3, 4, 5, 6], [0, 0, 0, 50, 0, 0, 0]), [[[0, 0], [2, 0], [3, 50], [4, 0], [6, 0]]]);
});

test("a gap ends a line at its last corner and begins another", () => {
  const y = [0, 1, 2, Number.NaN, Number.NaN, 5, Number.NaN, 7, 8];
  assert.deepEqual(drawn([0, 1, 2, 3, 4, 5, 6, 7, 8], y), [[[0, 0], [2, 2]], [[5, 5]], [[7, 7], [8, 8]]]);
});

test("a curve that turns back keeps every corner of the turn", () => {
  assert.deepEqual(drawn([0, 4, 4, 2, 2, 6], [0, 4, 9, 9, 0, 0]), [[[0, 0], [4, 4], [4, 9], [2, 9], [2, 0], [6, 0]]]);
});

test("a path that falls to the left is drawn from right to left as it comes", () => {
  assert.deepEqual(drawn([3, 2, 1], [0, 0, 0]), [[[3, 0], [2, 0], [1, 0]]]);
});
