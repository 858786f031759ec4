import assert from "node:assert/strict";
import { test } from "node:test";
import { nearest } from "../../main/client/chart/nearest";
import { pathsOf, pathOf, stagesOf, type LayerSpec } from "../../main/client/chart/spec";
import { shownRows } from "../../main/client/chart/table";
import { query } from "../../main/client/live/address";
import { backoff } from "../../main/client/live/connection";
import { exact, fitting, millis, powerText, readable, score, signed } from "../../main/client/numbers/text";

test("a layer's stages are the first names of its paths", () => {
  const layers: LayerSpec[] = [
    { mark: "band", label: "Band", role: "fit", x: "curve.x", low: "curve.low", high: "curve.high" },
    { mark: "points", label: "Training", role: "train", x: "points.train.x", y: "points.train.y" },
    { mark: "reference", line: "identity" },
  ];
  const stages = stagesOf(layers.flatMap((layer) => Object.values(pathsOf(layer))));
  assert.deepEqual([...stages], ["curve", "points"]);
  assert.deepEqual(pathOf("points.train.x"), ["points", "train", "x"]);
});

test("the address holds only what differs from the defaults", () => {
  const defaults = { degree: 10, model: "lasso", alpha: 0.01, function: "sin(x)" };
  assert.equal(query("", { ...defaults }, defaults, "1"), "");
  assert.equal(query("?degree=3", { ...defaults, degree: 4 }, defaults, "1"), "?v=1&degree=4");
  assert.equal(query("?v=1&degree=3", { ...defaults }, defaults, "1"), "");
});

test("the address says by which version it is to be read, whatever it was opened with", () => {
  for (const search of ["", "?v=1", "?degree=2&v=7"]) {
    assert.equal(query(search, { degree: 4 }, { degree: 10 }, "1"), "?v=1&degree=4");
  }
});

test("the address keeps what is no parameter and survives a round trip", () => {
  const text = "2*x + 0.2*x^2 & sin(x)";
  const search = query("?lesson=1", { function: text, toggle: true }, { function: "x", toggle: false }, "1");
  const keys = new URLSearchParams(search);
  assert.deepEqual([keys.get("lesson"), keys.get("function"), keys.get("toggle")], ["1", text, "true"]);
});

test("reconnecting waits longer each time, but never more than five seconds", () => {
  assert.deepEqual([0, 1, 2, 3, 4, 5, 50].map(backoff), [250, 500, 1000, 2000, 4000, 5000, 5000]);
});

test("numbers are written for people", () => {
  assert.equal(readable(-0.5), "−0.5");
  assert.equal(readable(1234567), "1.23e6");
  assert.equal(readable(0.00001234), "1.23e−5");
  assert.equal(readable(null), "–");
  assert.equal(exact(-0.1), "−0.1");
});

test("powers of ten fit an axis", () => {
  assert.deepEqual([0, 1, -100, 1000, 10_000, -1e12].map(powerText), ["0", "1", "−100", "1000", "10⁴", "−10¹²"]);
});

test("scores keep their number of digits while they change", () => {
  assert.deepEqual([0.5, -0.25, 7.7312, 77.312, 1234.5, -86018].map(score), ["0.500", "−0.250", "7.731", "77.31", "1235", "−8.6e4"]);
  assert.deepEqual([signed(0.1), signed(-0.1), score(undefined)], ["+0.100", "−0.100", "–"]);
  assert.deepEqual([0.123, 5.27, 16.4, undefined].map(millis), ["0.12", "5.3", "16", "–"]);
});

test("a table shows all rows, or evenly spread ones from the first to the last", () => {
  assert.deepEqual(shownRows(3), [0, 1, 2]);
  const rows = shownRows(5_000);
  assert.equal(rows.length, 200);
  assert.deepEqual([rows[0], rows[199]], [0, 4_999]);
});

test("the nearest value needs no order", () => {
  assert.equal(nearest(Float64Array.of(5, 1, 3), 2.9), 2);
  assert.equal(nearest(new Float64Array(0), 1), -1);
});

test("a text without room ends in dots", () => {
  const widthOf = (text: string) => 10 * [...text].length;
  assert.equal(fitting("squared error", 130, widthOf), "squared error");
  assert.equal(fitting("squared error", 129, widthOf), "squared err…");
  assert.equal(fitting("squared error", 90, widthOf), "squared…");
  assert.equal(fitting("squared error", 0, widthOf), "…");
});
