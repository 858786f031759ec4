import assert from "node:assert/strict";
import { test } from "node:test";
import { PaintReport } from "../../main/client/live/paint-report";

test("times of painting are told together, in microseconds, and each once", () => {
  const told: [number, readonly number[]][] = [];
  const timers: (() => void)[] = [];
  const report = new PaintReport((version, micros) => told.push([version, micros]), (run) => timers.push(run));
  report.add(3, 5.3);
  report.add(4, 6.1004);
  assert.deepEqual([told, timers.length], [[], 1]);
  timers.shift()?.();
  assert.deepEqual(told, [[4, [5300, 6100]]]);
  report.add(5, 7);
  timers.shift()?.();
  assert.deepEqual(told.at(-1), [5, [7000]]);
});

test("what belongs to a session that is over is not told", () => {
  let told = 0;
  const timers: (() => void)[] = [];
  const report = new PaintReport(() => told++, (run) => timers.push(run));
  report.add(3, 5);
  report.clear();
  timers.shift()?.();
  assert.equal(told, 0);
});
