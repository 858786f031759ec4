import assert from "node:assert/strict";
import { test } from "node:test";
import { Arrangement } from "../../main/client/element/arrangement";
import { StudyWatch } from "../../main/client/live/studies";
import type { Frame, Outcome } from "../../main/client/wire/frame";

function frame(version: number, complete: boolean, outcomes: Record<string, Outcome>, pending: string[] = []): Frame {
  return { version, input: 0, complete, fidelity: "draft", values: {}, micros: {}, superseded: 0, pending, stages: {}, outcomes };
}

const draft: Outcome = { status: "ready", value: 1, draft: true };
const full: Outcome = { status: "ready", value: 1 };

test("a study is a draft until its full outcome arrives", () => {
  const watch = new StudyWatch(() => 0);
  watch.arrived(frame(1, true, { fan: draft, path: full }));
  assert.deepEqual([...watch.now().drafts], ["fan"]);
  watch.arrived(frame(1, true, { fan: full }));
  assert.deepEqual([...watch.now().drafts], []);
  assert.deepEqual([...watch.now().known], ["fan"]);
});

test("nothing is a draft once a frame is whole and full", () => {
  const watch = new StudyWatch(() => 0);
  watch.arrived(frame(1, true, { fan: draft }));
  watch.arrived({ ...frame(1, true, {}), fidelity: "full" });
  assert.deepEqual([...watch.now().drafts], []);
});

test("a study that stays behind becomes old after a while, and new with its outcome", () => {
  let time = 0;
  const watch = new StudyWatch(() => time);
  watch.arrived(frame(2, false, {}, ["fan"]));
  assert.deepEqual([...watch.now().old], []);
  time = 2000;
  watch.arrived(frame(3, false, {}, ["fan"]));
  assert.deepEqual([...watch.now().old], ["fan"]);
  watch.arrived(frame(3, false, { fan: draft }));
  assert.deepEqual([...watch.now().old], []);
});

test("while it is refined, a draft of the same version is not old", () => {
  let time = 0;
  const watch = new StudyWatch(() => time);
  watch.arrived(frame(4, true, { fan: draft }));
  watch.arrived(frame(4, false, {}, ["fan"]));
  time = 5000;
  assert.deepEqual([...watch.now().old], []);
});

function storage(): Pick<Storage, "getItem" | "setItem"> {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

test("each page remembers what is hidden and what is large", () => {
  const kept = storage();
  let page = "/regression";
  const before = new Arrangement(kept, () => page);
  before.add("fan", "Fan");
  before.hide("fan", true);
  before.add("path", "Path");
  before.enlarge("path");
  const after = new Arrangement(kept, () => page);
  after.add("path", "Path");
  assert.deepEqual([after.isHidden("fan"), after.enlarged], [true, "path"]);
  page = "/kernel";
  assert.deepEqual([after.isHidden("fan"), after.enlarged], [false, undefined]);
});

test("a large view that is hidden is large no longer", () => {
  const arrangement = new Arrangement(storage(), () => "/");
  arrangement.add("fan", "Fan");
  arrangement.enlarge("fan");
  arrangement.hide("fan", true);
  arrangement.hide("fan", false);
  assert.equal(arrangement.enlarged, undefined);
});
