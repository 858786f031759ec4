import assert from "node:assert/strict";
import { test } from "node:test";
import { CalmRange, roundRange } from "../../main/client/numbers/calm-range";
import { CalmReach } from "../../main/client/numbers/calm-reach";
import { Extent, Recent } from "../../main/client/numbers/spread";

test("data that tremble leave the range as it is", () => {
  const range = new CalmRange(0.05);
  range.cover(-20, 30, false);
  const { min, max } = range;
  for (let k = 0; k < 200; k++) {
    assert.equal(range.cover(-20 + Math.sin(k), 30 + Math.cos(k), false), false);
  }
  assert.deepEqual([range.min, range.max], [min, max]);
});

test("data are never outside the range", () => {
  const range = new CalmRange(0.05);
  for (let k = 1; k < 300; k++) {
    range.cover(-k * k, k, k % 50 === 0);
    assert.ok(range.min <= -k * k && range.max >= k);
  }
});

test("steady growth moves the axis now and then, not with every frame", () => {
  const range = new CalmRange(0.05);
  let changes = 0;
  for (let k = 0; k < 100; k++) if (range.cover(-10 - 0.3 * k, 10 + 0.3 * k, false)) changes++;
  assert.ok(changes >= 2 && changes <= 15, `${changes} changes`);
});

test("a range shrinks under the hand only when it is mostly empty, at rest sooner", () => {
  const range = new CalmRange(0.05);
  range.cover(0, 100, false);
  assert.equal(range.cover(0, 60, false), false);
  assert.equal(range.cover(0, 60, true), true);
  assert.equal(range.cover(0, 20, false), true);
});

test("one value alone and no value at all are ranges too", () => {
  const range = new CalmRange(0.05);
  assert.equal(range.cover(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, true), false);
  range.cover(3, 3, true);
  assert.ok(range.min < 3 && range.max > 3);
  const [low, high] = roundRange(1e-9, 1e-9, 0.05);
  assert.ok(low < 1e-9 && high > 1e-9);
});

test("ends are short numbers", () => {
  for (const [low, high] of [[-4.9871, 4.9123], [0.000123, 0.000987], [-31234.5, 99876.1]]) {
    for (const end of roundRange(low, high, 0.05)) assert.ok(String(end).length <= 8, String(end));
  }
});

test("one wild value does not stretch the body", () => {
  const values = Float64Array.from({ length: 50 }, (_, i) => i);
  values[7] = 1e9;
  const extent = new Extent();
  extent.includeBody([values]);
  assert.deepEqual([extent.low, extent.high], [0, 49]);
});

test("a body without outliers is its full extent, in any order, undefined numbers aside", () => {
  const extent = new Extent();
  extent.includeBody([Float64Array.of(3, 9, 1, Number.NaN, 4), Float64Array.of(7, 2, 8, 5, 6)]);
  assert.deepEqual([extent.low, extent.high], [1, 9]);
});

test("wild predictions of a small test part do not stretch what both parts share", () => {
  const extent = new Extent();
  extent.includeBody([Float64Array.of(-20, -10, -5, 0, 4, 8, 12, 30), Float64Array.of(-18, 1300, -12, 9, 1, -9e5, 3, 25)]);
  assert.deepEqual([extent.low, extent.high], [-20, 30]);
});

test("no values at all are an empty extent", () => {
  const extent = new Extent();
  extent.includeBody([]);
  assert.ok(extent.empty);
});

test("many equal values with a few others are a body", () => {
  const extent = new Extent();
  extent.includeBody([new Float64Array(40).fill(2), Float64Array.of(3)]);
  assert.deepEqual([extent.low, extent.high], [2, 3]);
});

test("the reach of bars grows at once and shrinks late", () => {
  const reach = new CalmReach();
  assert.equal(reach.cover(Float64Array.of(0.2), false), 2);
  assert.equal(reach.cover(Float64Array.of(-900), false), 1000);
  assert.equal(reach.cover(Float64Array.of(100), false), 1000);
  assert.equal(reach.cover(Float64Array.of(100), true), 200);
});

test("quantiles are of the newest measurements", () => {
  const recent = new Recent(100);
  assert.deepEqual(recent.quantiles(0.5), [undefined]);
  for (let i = 1; i <= 250; i++) recent.add(i);
  assert.deepEqual(recent.quantiles(0.5, 0.99, 1), [200, 249, 250]);
  assert.equal(recent.last, 250);
});
