import assert from "node:assert/strict";
import { test } from "node:test";
import { dashOfPin, fittedLines, ghosts, haunted } from "../../main/client/chart/ghosts";
import type { Layer } from "../../main/client/chart/layers";
import { changed, MOST_PINS, Pins, valueText } from "../../main/client/live/pins";
import type { Value } from "../../main/client/wire/frame";

function present(fit: Value, problems: readonly string[] = []) {
  return {
    values: { degree: 3 } as Record<string, unknown>,
    stage: () => ({ problems }),
    at: ([, part, score]: readonly string[]) => (fit as Record<string, Record<string, Value>>)[part]?.[score],
  };
}

const curve = (): Layer => ({
  spec: { mark: "line", label: "Fitted curve", role: "fit", x: "grid.x", y: "curve.y" },
  columns: { x: Float64Array.of(0, 1), y: Float64Array.of(2, 3) },
  ys: [],
  names: [],
  at: Number.NaN,
  old: false,
});

const points = (): Layer => ({ ...curve(), spec: { mark: "points", label: "Training", role: "train", x: "", y: "" } });

test("a pin keeps values, scores and copies of the curves", () => {
  const pins = new Pins(present({ train: { r2: 0.9 }, test: { r2: Number.NaN } }));
  pins.follow(["fit.train.r2", "fit.test.r2"]);
  const layer = curve();
  pins.add(fittedLines([points(), layer]));
  layer.columns.y[0] = 99;
  const [pin] = pins.list;
  assert.deepEqual(pin.values, { degree: 3 });
  assert.deepEqual([...pin.scores], [["fit.train.r2", 0.9]]);
  assert.deepEqual(pin.lines, [{ x: Float64Array.of(0, 1), y: Float64Array.of(2, 3) }]);
});

test("a removed pin's number is free again, and there is room for only so many", () => {
  const pins = new Pins(present({}));
  let changes = 0;
  pins.events.on("changed", () => changes++);
  for (let i = 0; i <= MOST_PINS; i++) pins.add([]);
  assert.equal(pins.full, true);
  assert.equal(changes, MOST_PINS);
  pins.remove(2);
  pins.add([]);
  assert.deepEqual(pins.list.map(({ number }) => number), [1, 2, 3, 4, 5]);
  assert.equal(new Set(pins.list.map((pin) => dashOfPin(pin).join(" "))).size, MOST_PINS);
});

test("a fit that failed has no scores and no curve to pin", () => {
  const pins = new Pins(present({ train: { r2: 0.9 } }, ["too few rows"]));
  pins.follow(["fit.train.r2"]);
  pins.add(fittedLines([{ ...curve(), old: true }]));
  assert.equal(pins.list[0].scores.size, 0);
  assert.equal(pins.list[0].lines.length, 0);
});

test("ghosts lie below the curve that they are compared with, and without pins nothing is made", () => {
  const layers = [points(), curve()];
  assert.equal(haunted(layers, []), layers);
  const pin = { number: 2, values: {}, scores: new Map(), lines: fittedLines(layers) };
  const drawn = haunted(layers, ghosts([pin]));
  assert.deepEqual(
    drawn.map(({ spec }) => "label" in spec && spec.label),
    ["Training", "pinned 2", "Fitted curve"],
  );
});

test("only what differs is named, and as it was then", () => {
  const then = { degree: 3, model: "ridge", points: [[0, 1]], values: { b1: 2 } };
  assert.deepEqual(changed(then, { ...then, points: [[0, 1]], degree: 9 }), { degree: 3 });
  assert.deepEqual(changed(then, { ...then, points: [[0, 2]] }), { points: [[0, 1]] });
});

test("values are told in few words", () => {
  const values = [0.001, -2, true, [[0, 1]], [], { b1: 500 }, {}, "", null, "sin(x)"];
  const texts = ["0.001", "−2", "on", "1 point", "0 points", "b1=500", "none", "none", "none", "sin(x)"];
  assert.deepEqual(values.map(valueText), texts);
  assert.equal(valueText("x".repeat(100)).length, 40);
});
