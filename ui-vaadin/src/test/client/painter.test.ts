import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Painter, type Painted, type View } from "../../main/client/live/painter";

let now: number;
let frames: ((time: number) => void)[];
let tasks: (() => void)[];
let reports: Painted[];
let painter: Painter;

class Canvas implements View {
  readonly stages: ReadonlySet<string>;
  readonly #cost: number;
  inSight = true;
  leads = true;
  pause = 0;
  drawn = 0;
  revision = -1;

  constructor(stages: readonly string[], cost = 1) {
    this.stages = new Set(stages);
    this.#cost = cost;
    painter.add(this);
    displayFrame();
    this.drawn = 0;
  }

  draw(): void {
    this.drawn++;
    now += this.#cost;
  }

  stamp(version: number): void {
    this.revision = version;
  }
}

function displayFrame(): void {
  const time = now;
  frames.splice(0).forEach((run) => run(time));
}

beforeEach(() => {
  now = 0;
  frames = [];
  tasks = [];
  reports = [];
  painter = new Painter(() => now, (run) => tasks.push(run), (run) => frames.push(run), (painted) => reports.push(painted));
});

function waitingEventsAreRead(): void {
  tasks.splice(0).forEach((run) => run());
}

function settled(): void {
  displayFrame();
  displayFrame();
}

test("a frame is drawn before the display frame that can show it", () => {
  const fit = new Canvas(["fit"]);
  settled();
  painter.arrived(["fit"], 1, undefined);
  waitingEventsAreRead();
  assert.equal(fit.drawn, 1);
});

test("frames that piled up are drawn once, with all that they changed", () => {
  const fit = new Canvas(["fit"]);
  const points = new Canvas(["points"]);
  settled();
  painter.arrived(["points"], 1, undefined);
  for (let version = 2; version <= 17; version++) painter.arrived(["fit"], version, undefined);
  waitingEventsAreRead();
  assert.deepEqual([fit.drawn, points.drawn], [1, 1]);
  assert.deepEqual([fit.revision, points.revision], [17, 17]);
});

test("only views of changed stages draw, every view shows the version", () => {
  const fit = new Canvas(["fit"]);
  const points = new Canvas(["points"]);
  settled();
  painter.arrived(["fit"], 7, undefined);
  waitingEventsAreRead();
  assert.deepEqual([fit.drawn, points.drawn], [1, 0]);
  assert.deepEqual([fit.revision, points.revision], [7, 7]);
});

function behind(stages: readonly string[], cost = 1): Canvas {
  const canvas = new Canvas(stages, cost);
  canvas.leads = false;
  return canvas;
}

test("what leads is drawn with every frame, the others take turns, and all are drawn once nothing arrives", () => {
  const others = [behind(["fit"]), behind(["fit"]), behind(["fit"])];
  const fit = new Canvas(["fit"], 0);
  settled();
  for (let version = 1; version <= 4; version++) {
    painter.arrived(["fit"], version, undefined);
    waitingEventsAreRead();
    displayFrame();
  }
  assert.deepEqual([fit.drawn, ...others.map((other) => other.drawn)], [4, 2, 1, 1]);
  assert.deepEqual([fit.revision, ...others.map((other) => other.revision)], [4, 4, 2, 3]);
  displayFrame();
  assert.deepEqual(others.map((other) => other.revision), [4, 4, 4]);
});

test("what is read is drawn a few times a second, and once nothing arrives", () => {
  const fit = new Canvas(["fit"], 50);
  const words = behind(["fit"], 0);
  words.pause = 250;
  settled();
  for (let version = 1; version <= 7; version++) {
    painter.arrived(["fit"], version, undefined);
    waitingEventsAreRead();
    displayFrame();
  }
  assert.deepEqual([fit.drawn, words.drawn, words.revision], [7, 2, 7]);
  painter.arrived(["fit"], 8, undefined);
  waitingEventsAreRead();
  displayFrame();
  assert.equal(words.revision, 7);
  displayFrame();
  assert.equal(words.revision, 8);
});

test("without anything that leads the others are drawn all the same", () => {
  const below = behind(["fit"], 3);
  settled();
  painter.arrived(["fit"], 1, undefined);
  waitingEventsAreRead();
  assert.deepEqual([below.drawn, below.revision], [1, 1]);
});

test("what is out of sight is drawn when nothing has arrived for a while, one view in a display frame", () => {
  const fit = new Canvas(["fit"]);
  const below = new Canvas(["fit"]);
  const lowest = new Canvas(["fit"]);
  below.inSight = false;
  lowest.inSight = false;
  settled();
  painter.arrived(["fit"], 5, undefined);
  waitingEventsAreRead();
  for (let frame = 0; frame < 6; frame++) displayFrame();
  assert.deepEqual([fit.drawn, below.drawn, lowest.drawn], [1, 0, 0]);
  assert.deepEqual([fit.revision, below.revision, lowest.revision], [5, -1, -1]);
  displayFrame();
  assert.deepEqual([below.revision, lowest.revision], [5, -1]);
  displayFrame();
  assert.deepEqual([fit.drawn, below.revision, lowest.revision], [1, 5, 5]);
});

test("the answer to an input is drawn when what leads is", () => {
  const others = [behind(["fit"]), behind(["fit"])];
  new Canvas(["fit"], 0.5);
  settled();
  now = 104;
  painter.arrived(["fit"], 3, 100);
  waitingEventsAreRead();
  now = 116.6;
  displayFrame();
  assert.deepEqual(reports.map((report) => [report.drawn, report.painted]), [[104.5, 116.6]]);
  assert.deepEqual(others.map((other) => other.drawn), [1, 0]);
});

test("what is drawn after the answer does not make the answer later", () => {
  new Canvas(["fit"]);
  new Canvas(["study"], 5);
  settled();
  now = 104;
  painter.arrived(["fit"], 3, 100);
  waitingEventsAreRead();
  now = 112;
  painter.arrived(["study"], 3, undefined);
  waitingEventsAreRead();
  displayFrame();
  assert.deepEqual(reports.map((report) => report.drawn), [105]);
});

test("an early frame and the whole one both draw before the same display frame, each its own views", () => {
  const fit = new Canvas(["fit"]);
  const curve = new Canvas(["curve"]);
  settled();
  painter.arrived(["fit"], 1, undefined);
  waitingEventsAreRead();
  painter.arrived(["curve"], 1, undefined);
  waitingEventsAreRead();
  assert.deepEqual([fit.drawn, curve.drawn], [1, 1]);
});

test("once the budget of a display frame is used up, arrivals become one drawing", () => {
  const slow = new Canvas(["fit"], 20);
  settled();
  for (let version = 1; version <= 5; version++) {
    painter.arrived(["fit"], version, undefined);
    waitingEventsAreRead();
  }
  assert.deepEqual([slow.drawn, slow.revision], [1, 1]);
  displayFrame();
  assert.deepEqual([slow.drawn, slow.revision], [2, 5]);
});

test("what is drawn between display frames counts as painted when the next one begins", () => {
  new Canvas(["fit"]);
  settled();
  now = 104;
  painter.arrived(["fit"], 3, 100);
  waitingEventsAreRead();
  now = 116.6;
  displayFrame();
  assert.deepEqual(reports, [{ version: 3, input: 100, drawn: 105, painted: 116.6, draw: 1 }]);
});

test("a display frame that answers two inputs reports both, a late one behind no punctual one", () => {
  new Canvas(["fit"]);
  settled();
  now = 100;
  painter.arrived(["fit"], 1, 70);
  waitingEventsAreRead();
  now = 105;
  painter.arrived(["fit"], 2, 98);
  waitingEventsAreRead();
  now = 116.6;
  displayFrame();
  displayFrame();
  assert.deepEqual(
    reports.map(({ version, input, drawn, painted }) => [version, input, drawn, painted]),
    [
      [2, 70, 101, 116.6],
      [2, 98, 106, 116.6],
    ],
  );
});

test("a frame that answers nothing leaves no report", () => {
  new Canvas(["fit"]);
  settled();
  painter.arrived(["fit"], 1, undefined);
  displayFrame();
  assert.equal(reports.length, 0);
});

test("an input whose frame changes no stage is painted all the same", () => {
  const fit = new Canvas(["fit"]);
  settled();
  painter.arrived([], 2, 0);
  displayFrame();
  assert.equal(fit.revision, 2);
  assert.equal(reports.length, 1);
});

test("a removed view is never drawn again", () => {
  const fit = new Canvas(["fit"]);
  settled();
  painter.remove(fit);
  painter.arrived(["fit"], 1, undefined);
  painter.redraw(fit);
  displayFrame();
  assert.equal(fit.drawn, 0);
});
