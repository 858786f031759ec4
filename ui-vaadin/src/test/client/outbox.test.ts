import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Outbox } from "../../main/client/live/outbox";
import type { ClientMessage } from "../../main/client/wire/messages";

let sent: ClientMessage[];
let frames: (() => void)[];
let outbox: Outbox;

function nextFrame(): void {
  frames.splice(0).forEach((run) => run());
}

beforeEach(() => {
  sent = [];
  frames = [];
  outbox = new Outbox((message) => sent.push(message), (run) => frames.push(run));
  outbox.resume();
});

test("the first change of a frame leaves at once", () => {
  outbox.set("degree", 3, "drag", 10);
  assert.deepEqual(sent, [{ type: "set", values: { degree: 3 }, input: 1, pace: "drag" }]);
});

test("further changes of the same frame become one, the newest", () => {
  for (const degree of [3, 4, 5, 6]) outbox.set("degree", degree, "drag", degree);
  assert.equal(sent.length, 1);
  nextFrame();
  assert.deepEqual(sent[1], { type: "set", values: { degree: 6 }, input: 2, pace: "drag" });
  nextFrame();
  nextFrame();
  assert.equal(sent.length, 2);
});

test("the newest change of a frame leaves when the one before it is answered", () => {
  for (const degree of [3, 4, 5]) outbox.set("degree", degree, "drag", degree);
  outbox.answered(0);
  assert.equal(sent.length, 1);
  outbox.answered(1);
  assert.deepEqual(sent[1], { type: "set", values: { degree: 5 }, input: 2, pace: "drag" });
  outbox.set("degree", 6, "drag", 6);
  outbox.answered(1);
  assert.equal(sent.length, 2);
  outbox.answered(2);
  outbox.answered(3);
  assert.equal(sent.length, 3);
  assert.ok(!outbox.waiting);
});

test("a change right after an answer does not wait for the next frame", () => {
  outbox.set("degree", 3, "drag", 0);
  outbox.answered(1);
  outbox.set("degree", 4, "drag", 1);
  assert.equal(sent.length, 2);
});

test("what waited for a frame counts as that frame's message", () => {
  outbox.set("degree", 3, "drag", 0);
  outbox.set("degree", 4, "drag", 1);
  nextFrame();
  outbox.set("degree", 5, "drag", 2);
  assert.equal(sent.length, 2);
  nextFrame();
  assert.equal(sent.length, 3);
});

test("two controls do not wait for each other, and inputs rise in the order of sending", () => {
  outbox.set("x.min", -1, "drag", 0);
  outbox.set("x.min", -2, "drag", 1);
  outbox.set("x.max", 2, "drag", 2);
  nextFrame();
  assert.deepEqual(
    sent.map((message) => message.type === "set" && [message.input, message.values]),
    [
      [1, { "x.min": -1 }],
      [2, { "x.max": 2 }],
      [3, { "x.min": -2 }],
    ],
  );
});

test("a release or a key press never waits", () => {
  outbox.set("degree", 3, "drag", 0);
  outbox.set("degree", 4, "drag", 1);
  outbox.set("degree", 4, "now", 2);
  assert.equal(sent.length, 2);
  nextFrame();
  assert.equal(sent.length, 2);
});

test("a control owes its answer until a frame includes its newest input", () => {
  outbox.set("degree", 3, "now", 0);
  outbox.set("degree", 4, "now", 1);
  outbox.answered(1);
  assert.ok(outbox.owes("degree"));
  outbox.answered(2);
  assert.ok(!outbox.owes("degree"));
});

test("a change that still waits for its frame is owed whatever arrives", () => {
  outbox.set("degree", 3, "drag", 0);
  outbox.set("degree", 4, "drag", 1);
  outbox.answered(1);
  assert.ok(outbox.owes("degree"));
});

test("only the first frame with an input says when the hand made it", () => {
  outbox.set("degree", 3, "now", 40);
  assert.equal(outbox.answered(1), 40);
  assert.equal(outbox.answered(1), undefined);
});

test("a refused value stays in its control until a later input is answered", () => {
  outbox.set("degree", 99, "now", 0);
  outbox.rejected(1);
  assert.ok(!outbox.waiting);
  outbox.answered(0);
  assert.ok(outbox.owes("degree"));
  outbox.set("alpha", 1, "now", 1);
  outbox.answered(2);
  assert.ok(!outbox.owes("degree"));
});

test("while the socket is closed only the newest values are kept, and they leave together", () => {
  outbox.pause();
  for (const degree of [3, 4, 5]) outbox.set("degree", degree, "drag", 0);
  outbox.set("alpha", 1, "drag", 0);
  nextFrame();
  assert.equal(sent.length, 0);
  outbox.resume();
  assert.deepEqual(sent, [{ type: "set", values: { degree: 5, alpha: 1 }, input: 1, pace: "now" }]);
});

test("what was sent but not answered before the connection broke is sent again, a refused value is not", () => {
  outbox.set("degree", 7, "now", 0);
  outbox.set("x.min", 9, "now", 0);
  outbox.rejected(2);
  outbox.pause();
  outbox.resume();
  assert.deepEqual(sent[2], { type: "set", values: { degree: 7 }, input: 3, pace: "now" });
  assert.ok(!outbox.owes("x.min"));
});

test("values that belong together leave as one change, before anything that waits", () => {
  outbox.set("degree", 3, "drag", 0);
  outbox.set("degree", 4, "drag", 1);
  outbox.setAll({ degree: 7, model: "ridge" }, 2);
  nextFrame();
  assert.deepEqual(sent.slice(1), [{ type: "set", values: { degree: 7, model: "ridge" }, input: 2, pace: "now" }]);
  outbox.setAll({}, 3);
  assert.equal(sent.length, 2);
});
