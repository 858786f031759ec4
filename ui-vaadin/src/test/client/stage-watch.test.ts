import assert from "node:assert/strict";
import { test } from "node:test";
import { StageWatch, type Stage } from "../../main/client/live/stage-watch";
import type { Frame } from "../../main/client/wire/frame";

const PLAN: Stage[] = [
  { id: "data", after: [], refines: false },
  { id: "fit", after: ["data"], refines: false },
  { id: "study", after: ["fit"], refines: true },
];

function frame(version: number, stages: Record<string, number>, rest: Partial<Frame> = {}): Frame {
  const empty = { input: 0, complete: true, fidelity: "full", values: {}, micros: {}, superseded: 0, outcomes: {} };
  return { ...empty, version, stages, ...rest };
}

function standings(watch: StageWatch): string[] {
  return PLAN.map(({ id }) => watch.standing(id));
}

test("what took no time was reused, and what has not ended waits", () => {
  const watch = new StageWatch(PLAN);
  watch.arrived(frame(1, { data: 0, fit: 80 }, { complete: false }));
  assert.deepEqual(standings(watch), ["reused", "computed", "waits"]);
});

test("a draft is one until the same version comes in full, and the rest stays computed", () => {
  const watch = new StageWatch(PLAN);
  watch.arrived(frame(1, { data: 5, fit: 80, study: 900 }, { fidelity: "draft" }));
  assert.deepEqual(standings(watch), ["computed", "computed", "draft"]);
  watch.arrived(frame(1, { data: 0, fit: 0, study: 5000 }));
  assert.deepEqual(standings(watch), ["computed", "computed", "computed"]);
  watch.arrived(frame(2, { data: 0, fit: 70, study: 0 }));
  assert.deepEqual(standings(watch), ["reused", "computed", "reused"]);
});

test("only the stage to blame has failed, the others wait for it", () => {
  const watch = new StageWatch(PLAN);
  watch.arrived(frame(1, { data: 5, fit: 80, study: 0 }, { unready: ["fit", "study"] }));
  assert.deepEqual(standings(watch), ["computed", "failed", "waits"]);
});

test("times are in milliseconds, and an early frame's are not counted twice", () => {
  const watch = new StageWatch(PLAN);
  assert.deepEqual(watch.spread("fit"), [undefined, undefined]);
  watch.arrived(frame(1, { data: 5, fit: 1000 }, { complete: false }));
  watch.arrived(frame(1, { data: 5, fit: 1000, study: 1 }));
  watch.arrived(frame(2, { data: 0, fit: 3000, study: 1 }));
  assert.deepEqual(watch.spread("fit"), [1, 3]);
});
