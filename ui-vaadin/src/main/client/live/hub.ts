import { curesOf, valueAt, type Cure, type Frame, type Parameters, type Value } from "../wire/frame";
import type { Pace, Rejected, ServerMessage } from "../wire/messages";
import { Connection, type LinkState } from "./connection";
import { Emitter } from "./emitter";
import { Outbox } from "./outbox";
import { PaintReport } from "./paint-report";
import { Painter, type Painted, type View } from "./painter";
import { StudyWatch, type Studies } from "./studies";
import { translated } from "../text/messages";
import { stageName, text } from "../text/texts";

/** A control of one parameter. */
export interface Control {
  readonly parameter: string;
  /** Whether a hand is on it: then nothing may write into it. */
  readonly held: boolean;
  show(value: unknown): void;
  /** Shows why the control's value was refused, or that it is no longer. */
  complain(message: string | undefined): void;
}

/** What is known of a stage. A stage that fails keeps its last value, so that its plot can stay on screen. */
export interface StageState {
  readonly value: Value | undefined;
  /** Why the value is not that of the current version; empty if it is. */
  readonly problems: readonly string[];
  /** Changes that would help. */
  readonly cures: readonly Cure[];
}

/** The newest outcomes, for those who draw them. */
export interface Outcomes {
  stage(name: string): StageState;
  /** The value at a path that begins with its stage: the newest that was ever ready. */
  at(path: readonly string[]): Value | undefined;
}

/** Where the time of the last answered input went, in milliseconds. */
export interface Timing {
  readonly generate: number;
  readonly fit: number;
  readonly views: number;
  readonly transport: number;
  readonly draw: number;
  readonly drawn: number;
  readonly painted: number;
  readonly superseded: number;
}

interface HubEvents {
  state: LinkState;
  /** A frame's values reached the page. */
  values: Parameters;
  painted: Timing;
  /** A frame has arrived and is read. */
  frame: Frame;
  rejected: Rejected;
  /** The newest frame is complete, at full fidelity, and nobody touched anything for a while. */
  rest: undefined;
  /** An input has waited noticeably long for its frame, or no longer does. */
  stale: boolean;
  /** Something became old, or a draft, or is neither any longer. */
  studies: Studies;
}

const REST = 400;
const STALE = 200;
const STUDIES = 100;
const MEASURES_KEPT = 20_000;
const UNKNOWN: StageState = { value: undefined, problems: [], cures: [] };

/** Runs what it is given after the events that wait already; a timer would wait for its millisecond. */
function soon(): (run: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return (run) => {
    waiting.push(run);
    port2.postMessage(null);
  };
}

/** Everything live on the page: one connection, the newest outcomes, and the views and controls that show them. */
export class Hub implements Outcomes {
  readonly events = new Emitter<HubEvents>();
  readonly #controls = new Set<Control>();
  readonly #stages = new Map<string, StageState>();
  readonly #nextFrame = (run: (time: number) => void) => void requestAnimationFrame(run);
  readonly #outbox = new Outbox((message) => this.#connection?.send(message), this.#nextFrame);
  readonly #painter = new Painter(() => performance.now(), soon(), this.#nextFrame, (painted) => this.#painted(painted));
  readonly #paints = new PaintReport(
    (version, micros) => this.#connection?.send({ type: "painted", version, micros }),
    (run, delay) => void setTimeout(run, delay),
  );
  #connection: Connection | undefined;
  #values: Parameters = {};
  #last: { readonly frame: Frame; readonly receivedAt: number } | undefined;
  readonly #newest: Frame[] = [];
  #resting = true;
  #stale = false;
  #measures = 0;
  readonly #watch = new StudyWatch(() => performance.now());
  #standing = "";
  #studiesTimer: ReturnType<typeof setTimeout> | undefined;
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #staleTimer: ReturnType<typeof setTimeout> | undefined;

  open(url: string, token: string): void {
    this.close();
    this.#connection = new Connection(url, token, {
      onState: (state) => this.#state(state),
      onMessage: (message) => this.#message(message),
      onFrame: (frame, receivedAt) => this.#frame(frame, receivedAt),
    });
  }

  /** Ends the connection and forgets its session; views keep their last picture until they are removed. */
  close(): void {
    this.#connection?.close();
    this.#connection = undefined;
    this.#outbox.clear();
    this.#stages.clear();
    this.#values = {};
    this.#last = undefined;
    this.#newest.length = 0;
    this.#watch.clear();
    this.#paints.clear();
    clearTimeout(this.#restTimer);
    this.#setStale(false);
  }

  /** Sends a control's new value. `at` is the time stamp of the event that made it. */
  set(parameter: string, value: unknown, pace: Pace, at: number): void {
    this.#outbox.set(parameter, value, pace, at);
    this.touch();
  }

  /** Sends new values of several parameters as one change. */
  setAll(values: Parameters, at: number): void {
    this.#outbox.setAll(values, at);
    this.touch();
  }

  /** A hand moves something, if only the past: axes keep calm until it rests. */
  touch(): void {
    this.#resting = false;
    this.#watchStale();
    this.#awaitRest();
  }

  #watchStale(): void {
    if (this.#outbox.waiting) this.#staleTimer ??= setTimeout(() => this.#setStale(this.#outbox.waiting), STALE);
  }

  addView(view: View): void {
    this.#painter.add(view);
  }

  removeView(view: View): void {
    this.#painter.remove(view);
  }

  redraw(view: View): void {
    this.#painter.redraw(view);
  }

  redrawAll(): void {
    this.#painter.redrawAll();
  }

  addControl(control: Control): void {
    this.#controls.add(control);
    if (control.parameter in this.#values) control.show(this.#values[control.parameter]);
  }

  removeControl(control: Control): void {
    this.#controls.delete(control);
  }

  stage(name: string): StageState {
    return this.#stages.get(name) ?? UNKNOWN;
  }

  at(path: readonly string[]): Value | undefined {
    return valueAt(this.stage(path[0]).value, path.slice(1));
  }

  /** The frames of the newest version so far, in their order: they complete each other. */
  get newest(): readonly Frame[] {
    return this.#newest;
  }

  /** Those of the newest frame. */
  get values(): Parameters {
    return this.#values;
  }

  /** Whether axes may settle: nobody is moving anything. */
  get resting(): boolean {
    return this.#resting;
  }

  #state(state: LinkState): void {
    if (state !== "open") {
      this.#outbox.pause();
      this.#paints.clear();
    }
    this.events.emit("state", state);
  }

  #message(message: ServerMessage): void {
    if (message.type === "hello") {
      this.#outbox.resume();
      this.#show(message.values);
    } else if (message.type === "rejected") {
      this.#outbox.rejected(message.input);
      for (const problem of message.problems) {
        for (const control of this.#controls) {
          if (control.parameter === problem.parameter) control.complain(translated(problem.message));
        }
      }
      this.events.emit("rejected", message);
      this.#setStale(false);
    }
  }

  #frame(frame: Frame, receivedAt: number): void {
    for (const [name, outcome] of Object.entries(frame.outcomes)) {
      const cures = curesOf(outcome);
      if (outcome.status === "ready") this.#stages.set(name, { value: outcome.value, problems: [], cures });
    }
    for (const [name, outcome] of Object.entries(frame.outcomes)) {
      const value = this.#stages.get(name)?.value;
      const cures = curesOf(outcome);
      if (outcome.status === "failed") this.#stages.set(name, { value, problems: outcome.reasons, cures });
      if (outcome.status === "blocked") this.#stages.set(name, { value, problems: outcome.by.flatMap((by) => this.#blame(by)), cures });
    }
    if (frame.version !== this.#last?.frame.version) this.#newest.length = 0;
    this.#newest.push(frame);
    this.#last = { frame, receivedAt };
    this.#watch.arrived(frame);
    const input = this.#outbox.answered(frame.input);
    this.#painter.arrived(Object.keys(frame.outcomes), frame.version, input);
    // A hand that moves on always waits for its last answer; only the absence of any answer makes the page old.
    this.#setStale(false);
    this.#watchStale();
    this.#show(frame.values);
    this.#tellStudies();
    this.events.emit("frame", frame);
    this.#awaitRest();
  }

  /** Most frames change nothing here; only time makes a study old. */
  #tellStudies(): void {
    const studies = this.#watch.now();
    const standing = [studies.old, studies.drafts, studies.known].map((names) => [...names].sort().join(" ")).join("|");
    if (standing !== this.#standing) {
      this.#standing = standing;
      this.events.emit("studies", studies);
    }
    if (!this.#watch.waiting) return;
    this.#studiesTimer ??= setTimeout(() => {
      this.#studiesTimer = undefined;
      this.#tellStudies();
    }, STUDIES);
  }

  get studies(): Studies {
    return this.#watch.now();
  }

  /** Why a stage that others wait for has no value; stages come in the order of the plan, causes first. */
  #blame(stage: string): readonly string[] {
    const { problems } = this.stage(stage);
    return problems.length > 0 ? problems : [text("client.waits", stageName(stage))];
  }

  /** The hand wins: a control that is held, or still waits for its own answer, is left alone. */
  #show(values: Parameters): void {
    this.#values = values;
    for (const control of this.#controls) {
      if (this.#outbox.owes(control.parameter) || !(control.parameter in values)) continue;
      control.complain(undefined);
      if (!control.held) control.show(values[control.parameter]);
    }
    this.events.emit("values", values);
  }

  #painted(painted: Painted): void {
    performance.measure("input-to-drawn", { start: painted.input, end: painted.drawn });
    performance.measure("input-to-paint", {
      start: painted.input,
      end: painted.painted,
      detail: { version: painted.version },
    });
    if (++this.#measures % MEASURES_KEPT === 0) {
      performance.clearMeasures("input-to-drawn");
      performance.clearMeasures("input-to-paint");
    }
    this.#paints.add(painted.version, painted.painted - painted.input);
    if (this.#last === undefined) return;
    const { frame, receivedAt } = this.#last;
    const server = (name: string) => (frame.micros[name] ?? 0) / 1000;
    this.events.emit("painted", {
      generate: server("data"),
      fit: server("fit"),
      views: server("view"),
      transport: Math.max(0, receivedAt - painted.input - server("total") - server("wait")),
      draw: painted.draw,
      drawn: painted.drawn - painted.input,
      painted: painted.painted - painted.input,
      superseded: frame.superseded,
    });
  }

  #awaitRest(): void {
    clearTimeout(this.#restTimer);
    this.#restTimer = setTimeout(() => {
      const frame = this.#last?.frame;
      if (frame === undefined || !frame.complete || frame.fidelity !== "full" || this.#outbox.waiting) return;
      this.#resting = true;
      this.events.emit("rest", undefined);
      this.redrawAll();
    }, REST);
  }

  #setStale(stale: boolean): void {
    clearTimeout(this.#staleTimer);
    this.#staleTimer = undefined;
    if (stale === this.#stale) return;
    this.#stale = stale;
    this.events.emit("stale", stale);
  }
}

/** The page's hub: elements come and go, in any order, and find each other here. */
export const hub = new Hub();
