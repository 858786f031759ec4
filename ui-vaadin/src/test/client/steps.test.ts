import assert from "node:assert/strict";
import { test } from "node:test";
import { decimals, linearTrack, logTrack, snap } from "../../main/client/numbers/steps";

test("every multiple of a decimal step is the number that a person would write", () => {
  for (let k = 0; k <= 2_000; k++) {
    assert.equal(snap(k * 0.05, 0.05, 0), Number((k * 0.05).toFixed(2)));
    assert.equal(String(snap(-5 + k * 0.1, 0.1, -5)).length <= 5, true);
  }
  assert.equal(snap(0.1 + 0.2, 0.1, 0), 0.3);
});

test("steps count from the lower end of the slider", () => {
  assert.equal(snap(16, 10, 5), 15);
  assert.equal(snap(-4.98, 0.05, -5), -5);
});

test("zero is never negative", () => {
  assert.ok(Object.is(snap(-0.01, 0.05, -5), 0));
});

test("decimals are counted in exponent notation too", () => {
  assert.deepEqual([10, 0.05, 1e-7, 2.5e-7, 1e21].map(decimals), [0, 2, 7, 8, 0]);
});

test("a linear track's positions are its values", () => {
  const track = linearTrack(0.05, 0);
  assert.equal(track.toPosition(2.05), 2.05);
  assert.equal(track.toValue(2.0500000000000003), 2.05);
  assert.equal(track.step(0, 5), 0.05);
});

test("a log track moves by equal ratios and stops at numbers of three digits", () => {
  const track = logTrack(false);
  assert.equal(track.toPosition(0.001), -3);
  assert.equal(track.toValue(-2.5), 0.00316);
  assert.equal(track.toValue(track.toPosition(0.1)), 0.1);
});

test("a log track of integers gives integers", () => {
  const track = logTrack(true);
  assert.equal(track.toValue(1.04), 11);
  assert.equal(track.toValue(7), 10_000_000);
});
