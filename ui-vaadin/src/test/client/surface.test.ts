import assert from "node:assert/strict";
import { test } from "node:test";
import { readAt, stops } from "../../main/client/chart/reading";
import { extents, LayerSource } from "../../main/client/chart/layers";
import { segments } from "../../main/client/chart/segments";
import type { LayerSpec, PlotSpec } from "../../main/client/chart/spec";
import { plotTables } from "../../main/client/chart/table-data";
import type { Outcomes } from "../../main/client/live/hub";
import { valueAt, type Value } from "../../main/client/wire/frame";

function outcomes(stages: Record<string, Value>): Outcomes {
  const stage = (name: string) => ({ value: stages[name], problems: [], cures: [] });
  return { stage, at: (path) => valueAt(stage(path[0]).value, path.slice(1)) };
}

function plot(layers: readonly LayerSpec[], scale: "linear" | "log" = "linear"): PlotSpec {
  return { id: "p", kind: "plot", title: "P", x: { label: "a", scale }, y: { label: "b" }, layers };
}

const ramp = (n: number) => Float64Array.from({ length: n }, (_, i) => i);

test("a contour runs between the centres and never along the border", () => {
  // Rising to the right: the level 2.5 is a vertical line half-way between the third and the fourth column.
  const values = Float64Array.from({ length: 5 * 4 }, (_, i) => i % 5);
  const points = segments(values, 5, 4, 2.5);
  const xs = points.filter((_, i) => i % 3 === 0);
  const ys = points.filter((_, i) => i % 3 === 1);
  assert.ok(xs.length >= 2);
  assert.deepEqual([Math.min(...xs), Math.max(...xs)], [2.5, 2.5]);
  assert.deepEqual([Math.min(...ys), Math.max(...ys)], [0, 3]);
});

test("where everything is above the level there is no contour", () => {
  assert.deepEqual(segments(new Float64Array(12).fill(9), 4, 3, 0.5), []);
});

const surface: LayerSpec = {
  mark: "surface",
  label: "Rows",
  palette: "density",
  x: "d.x",
  y: "d.y",
  values: "d.rows",
  levels: [],
};
const points: LayerSpec = { mark: "points", label: "Training", role: "train", x: "p.x", y: "p.y" };

test("a density takes the place of points", () => {
  const d = { x: Float64Array.of(0.5, 1.5), y: Float64Array.of(1, 3), rows: Float64Array.of(1, 2, 3, 4) };
  const p = { x: ramp(3), y: ramp(3) };
  const both = new LayerSource(plot([surface, points]), outcomes({ d, p })).present();
  assert.deepEqual(both.map(({ spec }) => spec.mark), ["surface"]);
  const { x, y } = extents(both);
  assert.deepEqual([x.low, x.high, y.low, y.high], [0, 2, 0, 4]);
  const few = new LayerSource(plot([surface, points]), outcomes({ d: { note: "few" }, p })).present();
  assert.deepEqual(few.map(({ spec }) => spec.mark), ["points"]);
});

test("a surface is read and tabled cell by cell", () => {
  const d = { x: Float64Array.of(1, 2), y: Float64Array.of(10, 20), rows: Float64Array.of(1, 2, 3, 4) };
  const spec = plot([surface]);
  const layers = new LayerSource(spec, outcomes({ d })).present();
  assert.match(readAt(spec, layers, 1.9, 19), /Rows 4/);
  const [table] = plotTables(spec, layers);
  assert.deepEqual(table.head, ["", "1", "2"]);
  assert.deepEqual(table.columns.map((column) => [...column]), [[10, 20], [1, 3], [2, 4]]);
});

const paths: LayerSpec = { mark: "lines", label: "Paths", role: "fit", x: "q.alpha", ys: "q.ys", names: "q.names" };
const here: LayerSpec = { mark: "marker", label: "alpha", x: "f.alpha" };

test("named lines are read by the one nearest to the pointer, and a marker needs a number", () => {
  const q = { alpha: Float64Array.of(10, 1), ys: [Float64Array.of(0, 5), Float64Array.of(0, -5)], names: ["x", "x²"] };
  const spec = plot([paths, here], "log");
  const layers = new LayerSource(spec, outcomes({ q, f: {} })).present();
  assert.deepEqual(layers.map(({ spec: { mark } }) => mark), ["lines"]);
  assert.match(readAt(spec, layers, 1.1, -4), /x² −5/);
  assert.deepEqual([...stops(layers, { min: 0, max: 1 })], [1, 10]);
  const { y } = extents(layers, true);
  assert.deepEqual([y.low, y.high], [-5, 5]);
  const marked = new LayerSource(spec, outcomes({ q, f: { alpha: 3 } })).present();
  assert.equal(marked[1].at, 3);
});

test("a logarithmic axis leaves out what it cannot show", () => {
  const q = { alpha: Float64Array.of(0, 0.1, 10), ys: [ramp(3)], names: ["x"] };
  const { x } = extents(new LayerSource(plot([paths]), outcomes({ q })).present(), true);
  assert.deepEqual([x.low, x.high], [0.1, 10]);
});
