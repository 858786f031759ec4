import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeFrame, valueAt } from "../../main/client/wire/frame";

function encode(header: object, columns: number[], type = 1, protocol = 1): ArrayBuffer {
  let text = JSON.stringify(header);
  while ((8 + new TextEncoder().encode(text).length) % 8 !== 0) text += " ";
  const json = new TextEncoder().encode(text);
  const buffer = new ArrayBuffer(8 + json.length + 8 * columns.length);
  const view = new DataView(buffer);
  view.setUint8(0, type);
  view.setUint8(1, protocol);
  view.setUint32(4, json.length, true);
  new Uint8Array(buffer).set(json, 8);
  columns.forEach((value, i) => view.setFloat64(8 + json.length + 8 * i, value, true));
  return buffer;
}

const header = {
  version: 12,
  input: 17,
  complete: true,
  fidelity: "full",
  values: { degree: 3, function: "2*x – π" },
  micros: { total: 130 },
  superseded: 0,
  outcomes: {
    points: { status: "ready", value: { train: { x: { column: [0, 2] }, y: { column: [2, 1] } }, names: ["x", "x²"] } },
    fit: { status: "failed", reasons: ["too few rows"] },
    curve: { status: "blocked", by: ["fit"] },
  },
};

test("columns are views into the message, not copies", () => {
  const buffer = encode(header, [1.5, -2, 1e300]);
  const points = decodeFrame(buffer).outcomes.points;
  assert.ok(points.status === "ready");
  const x = valueAt(points.value, ["train", "x"]);
  const y = valueAt(points.value, ["train", "y"]);
  assert.ok(x instanceof Float64Array && y instanceof Float64Array);
  assert.deepEqual([...x, ...y], [1.5, -2, 1e300]);
  assert.equal(x.buffer, buffer);
});

test("failed and blocked outcomes keep their reasons", () => {
  const { outcomes } = decodeFrame(encode(header, [0, 0, 0]));
  assert.deepEqual(outcomes.fit, { status: "failed", reasons: ["too few rows"] });
  assert.deepEqual(outcomes.curve, { status: "blocked", by: ["fit"] });
});

test("a header with characters of several bytes is measured in bytes", () => {
  assert.equal(decodeFrame(encode(header, [0, 0, 0])).values.function, "2*x – π");
});

test("a path that leads nowhere is undefined, also through numbers, columns, names and nulls", () => {
  const value = { r2: 0.5, none: null, names: ["x"], column: new Float64Array(1) };
  for (const path of [["rmse"], ["r2", "deep"], ["none", "deep"], ["names", "0"], ["column", "length"]]) {
    assert.equal(valueAt(value, path), undefined, path.join("."));
  }
  assert.equal(valueAt(undefined, ["r2"]), undefined);
  assert.equal(valueAt(value, ["none"]), null);
});

test("another type, protocol or length is refused with what was expected", () => {
  assert.throws(() => decodeFrame(new ArrayBuffer(4)), /at least 8 bytes, not 4/);
  assert.throws(() => decodeFrame(encode(header, [0, 0, 0], 2)), /type must be 1, not 2/);
  assert.throws(() => decodeFrame(encode(header, [0, 0, 0], 1, 9)), /protocol must be 1, not 9/);
  assert.throws(() => decodeFrame(encode(header, [])), RangeError);
});
