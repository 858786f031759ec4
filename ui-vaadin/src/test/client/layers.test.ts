import assert from "node:assert/strict";
import { test } from "node:test";
import { extents, LayerSource, type Layer } from "../../main/client/chart/layers";
import type { LayerSpec, PlotSpec } from "../../main/client/chart/spec";
import type { Outcomes } from "../../main/client/live/hub";
import { valueAt, type Value } from "../../main/client/wire/frame";

const band: LayerSpec = { mark: "band", label: "Band", role: "fit", x: "curve.x", low: "curve.low", high: "curve.high" };
const truth: LayerSpec = { mark: "line", label: "True function", role: "truth", x: "curve.x", y: "curve.truth" };
const fitted: LayerSpec = { mark: "line", label: "Fitted curve", role: "fit", x: "curve.x", y: "curve.fit" };
const train: LayerSpec = { mark: "points", label: "Training", role: "train", x: "points.x", y: "points.y" };

function outcomes(stages: Record<string, Value>, problems: Record<string, string[]> = {}): Outcomes {
  const stage = (name: string) => ({ value: stages[name], problems: problems[name] ?? [], cures: [] });
  return { stage, at: (path) => valueAt(stage(path[0]).value, path.slice(1)) };
}

function present(layers: readonly LayerSpec[], from: Outcomes): Layer[] {
  const spec: PlotSpec = { id: "fit", kind: "plot", title: "Fit", x: { label: "x" }, y: { label: "y" }, layers };
  return new LayerSource(spec, from).present();
}

const curve = {
  x: Float64Array.of(-5, 0, 5),
  truth: Float64Array.of(-10, 0, 10),
  fit: Float64Array.of(-1e9, 0, 1e9),
};
const points = { x: Float64Array.of(-4, -1, 1, 4), y: Float64Array.of(-12, 1, 2, 13) };

test("a layer finds its columns by their paths", () => {
  const [layer] = present([train], outcomes({ points }));
  assert.equal(layer.columns.x, points.x);
  assert.equal(layer.columns.y, points.y);
  assert.equal(layer.old, false);
});

test("a layer with a missing column is absent and the others stay", () => {
  const layers = present([band, truth, train], outcomes({ curve, points }));
  assert.deepEqual(layers.map((layer) => layer.spec), [truth, train]);
});

test("nothing is present before the first frame, but references", () => {
  const zero: LayerSpec = { mark: "reference", line: "zero" };
  assert.deepEqual(present([train, truth, zero], outcomes({})).map((layer) => layer.spec), [zero]);
});

test("only the layers of a failed stage are old", () => {
  const layers = present([truth, train], outcomes({ curve, points }, { curve: ["too few rows"] }));
  assert.deepEqual(layers.map((layer) => layer.old), [true, false]);
});

test("a wild curve does not squash points and truth", () => {
  const { x, y } = extents(present([truth, fitted, train], outcomes({ curve, points })));
  assert.deepEqual([x.low, x.high, y.low, y.high], [-5, 5, -12, 13]);
});

test("a curve alone is what the axes show", () => {
  const tame = { x: curve.x, fit: Float64Array.of(1, 2, 3) };
  const { y } = extents(present([fitted], outcomes({ curve: tame })));
  assert.deepEqual([y.low, y.high], [1, 3]);
});

test("beside the identity both axes have one range", () => {
  const { x, y } = extents(present([{ mark: "reference", line: "identity" }, train], outcomes({ points })));
  assert.deepEqual([x.low, x.high], [-12, 13]);
  assert.deepEqual([y.low, y.high], [x.low, x.high]);
});

test("beside the identity lines count too, and a part without rows does not", () => {
  const roc: LayerSpec = { mark: "line", label: "Test", role: "test", x: "roc.x", y: "roc.y" };
  const none: LayerSpec = { mark: "points", label: "Test", role: "test", x: "none.x", y: "none.x" };
  const from = outcomes({ roc: { x: Float64Array.of(0, 0.5), y: Float64Array.of(0, 1) }, none: { x: new Float64Array(0) } });
  const layers = present([{ mark: "reference", line: "identity" }, roc, none], from);
  assert.deepEqual(layers.map(({ spec }) => spec.mark), ["reference", "line"]);
  const { x, y } = extents(layers);
  assert.deepEqual([x.low, x.high, y.low, y.high], [0, 1, 0, 1]);
});

test("the zero line is always in sight", () => {
  const above = { x: points.x, y: Float64Array.of(5, 6, 7, 8) };
  const { y } = extents(present([{ mark: "reference", line: "zero" }, train], outcomes({ points: above })));
  assert.equal(y.low, 0);
});
