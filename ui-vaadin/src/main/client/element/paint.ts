import type { Range } from "../chart/chart";
import { haveClasses, hit, rounded, takenOver, type PaintedPoint } from "../chart/painted";
import type { Layer } from "../chart/layers";
import type { PlotSpec } from "../chart/spec";
import { hub, type Control } from "../live/hub";
import { readable } from "../numbers/text";
import type { Pace } from "../wire/messages";
import { PaintTools } from "./paint-tools";
import { countText, text } from "../text/texts";

/** CSS pixels around a point that count as the point. */
const REACH = 12;
const MOST = 2_000;
/** The share of an axis that an arrow key moves, and with Shift. */
const STRIDE = 0.02;
const FINE = 0.004;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** All plots on the page on which points may be put. */
const places = new Set<Paint>();

/** What a plot tells the hand that paints on it. */
export interface Canvas {
  readonly layers: readonly Layer[];
  readonly ranges: { readonly x: Range; readonly y: Range };
  /** Draws again: what is shown has changed without new outcomes. */
  redraw(): void;
}

/**
 * Points put on a plot by hand: a press on an empty place adds one, a drag moves one, a right or Alt click erases one; by
 * keyboard, arrows move a cursor, Enter adds, picks up and puts down, Delete erases, Escape leaves. The rows on screen become
 * points with the first change. What is changed goes to the server like any control's value, and the plot draws what comes
 * back.
 */
export class Paint implements Control {
  readonly parameter: string;
  readonly tools: PaintTools;
  readonly #canvas: Canvas;
  readonly #classes: boolean;
  readonly #overlay = document.createElement("div");
  readonly #cursor = document.createElement("div");
  #own: readonly PaintedPoint[] | undefined;
  #place: readonly [number, number] = [0.5, 0.5];
  #carried: number | undefined;
  #pressed = false;
  /** The person wants to begin with nothing: what else there is to see is not shown until a point is put. */
  #blank = false;

  constructor(spec: PlotSpec, canvas: Canvas) {
    this.parameter = spec.paints ?? "";
    this.#canvas = canvas;
    this.#classes = haveClasses(spec.layers as readonly { role?: string }[]);
    this.tools = new PaintTools(this.#classes, {
      toggle: () => (this.active ? this.#leave() : this.#enter()),
      startEmpty: (event) => this.#startEmpty(event),
    });
    this.#overlay.className = "iml-paint";
    this.#overlay.tabIndex = 0;
    this.#overlay.setAttribute("role", "application");
    this.#overlay.setAttribute("aria-roledescription", text("client.paint.area"));
    this.#overlay.setAttribute(
      "aria-label",
      text("client.paint.keys", spec.title),
    );
    this.#cursor.className = "iml-paint-cursor";
    this.#overlay.append(this.#cursor);
    this.#overlay.onpointerdown = (event) => this.#press(event);
    this.#overlay.onpointermove = (event) => this.#move(event);
    this.#overlay.onpointerup = (event) => this.#let(event);
    this.#overlay.onpointercancel = (event) => this.#let(event);
    this.#overlay.oncontextmenu = (event) => event.preventDefault();
    this.#overlay.onclick = (event) => event.stopPropagation();
    this.#overlay.onkeydown = (event) => this.#key(event);
  }

  /** Until it is released, the rows that its plot shows are among those that may be taken over. */
  attach(): () => void {
    places.add(this);
    hub.addControl(this);
    return () => {
      places.delete(this);
      hub.removeControl(this);
    };
  }

  get active(): boolean {
    return this.#overlay.isConnected;
  }

  /** Whether the plot should draw nothing. */
  get blank(): boolean {
    return this.active && this.#blank && this.#points().length === 0;
  }

  get held(): boolean {
    return this.#carried !== undefined;
  }

  show(value: unknown): void {
    this.#own = Array.isArray(value) && value.length > 0 ? value : undefined;
  }

  complain(message: string | undefined): void {
    if (message !== undefined) this.tools.say(message);
  }

  #points(): readonly PaintedPoint[] {
    if (this.#own !== undefined) return this.#own;
    if (this.#blank) return [];
    // Two plots may show a part of the rows each.
    const shown = [...places].filter(({ parameter }) => parameter === this.parameter);
    return takenOver(shown.flatMap((paint) => paint.#canvas.layers), (path) => hub.at(path));
  }

  #enter(): void {
    const area = this.tools.element.closest("iml-plot")?.querySelector(".u-over");
    if (!area) return;
    area.append(this.#overlay);
    this.#blank = this.#points().length === 0;
    this.tools.show(true);
    this.#mark();
    this.#overlay.focus({ preventScroll: true });
    this.tools.say(
      this.#blank
        ? text("client.paint.blank")
        : text("client.paint.begin", countText("client.points", this.#points().length)),
    );
    this.#canvas.redraw();
  }

  #leave(): void {
    this.#carried = undefined;
    this.#pressed = false;
    this.#blank = false;
    this.#overlay.remove();
    this.tools.show(false);
    this.tools.say("");
    this.#canvas.redraw();
  }

  #startEmpty(event: Event): void {
    this.#blank = true;
    this.#carried = undefined;
    if (this.#own !== undefined) this.#send([], "now", event);
    this.tools.say(text("client.paint.emptied"));
    this.#overlay.focus({ preventScroll: true });
    this.#canvas.redraw();
  }

  #send(points: readonly PaintedPoint[], pace: Pace, event: Event): void {
    this.#own = points;
    if (points.length === 0) {
      this.#own = undefined;
      this.#blank = true;
    }
    hub.set(this.parameter, points, pace, event.timeStamp);
  }

  /** The place of a point, as shares of the axes. */
  #share([x, y]: PaintedPoint): [number, number] {
    const { x: across, y: up } = this.#canvas.ranges;
    return [(x - across.min) / (across.max - across.min), (y - up.min) / (up.max - up.min)];
  }

  #pixels([x, y]: readonly [number, number]): [number, number] {
    return [x * this.#overlay.clientWidth, (1 - y) * this.#overlay.clientHeight];
  }

  /** The point at a place, with the class that the tools say or the one it has. */
  #pointAt([x, y]: readonly [number, number], kind: number): PaintedPoint {
    const { x: across, y: up } = this.#canvas.ranges;
    const width = across.max - across.min;
    const height = up.max - up.min;
    const point = [rounded(across.min + x * width, width), rounded(up.min + y * height, height)];
    return this.#classes ? [...point, kind] : point;
  }

  #hit(): number {
    return hit(this.#points(), this.#pixels(this.#place), (point) => this.#pixels(this.#share(point)), REACH);
  }

  #add(event: Event): boolean {
    const points = this.#points();
    if (points.length >= MOST) {
      this.tools.say(text("client.paint.most", MOST));
      return false;
    }
    this.#send([...points, this.#pointAt(this.#place, this.tools.kind)], "now", event);
    this.#tell("client.paint.added", points.length);
    return true;
  }

  #erase(index: number, event: Event): void {
    this.#carried = undefined;
    this.#send(this.#points().filter((_, i) => i !== index), "now", event);
    this.tools.say(text("client.paint.erased", this.#points().length));
    this.#canvas.redraw();
  }

  #carry(pace: Pace, event: Event): void {
    if (this.#carried === undefined) return;
    const points = [...this.#points()];
    points[this.#carried] = this.#pointAt(this.#place, points[this.#carried][2] ?? 0);
    this.#send(points, pace, event);
  }

  #press(event: PointerEvent): void {
    this.#locate(event);
    this.#overlay.focus({ preventScroll: true });
    const at = this.#hit();
    if (event.button === 2 || (event.button === 0 && event.altKey)) {
      if (at >= 0) this.#erase(at, event);
    } else if (event.button === 0 && (at >= 0 || this.#add(event))) {
      this.#carried = at >= 0 ? at : this.#points().length - 1;
      this.#pressed = true;
      this.#overlay.setPointerCapture(event.pointerId);
    }
    this.#mark();
  }

  #move(event: PointerEvent): void {
    this.#locate(event);
    if (this.#pressed) this.#carry("drag", event);
    this.#mark();
  }

  /** The hand is gone: where it left the point must run, whatever was thinned out on the way. */
  #let(event: PointerEvent): void {
    if (!this.#pressed) return;
    this.#pressed = false;
    this.#carry("now", event);
    this.#carried = undefined;
    this.#mark();
  }

  #locate(event: PointerEvent): void {
    const { left, bottom, width, height } = this.#overlay.getBoundingClientRect();
    this.#place = [clamp((event.clientX - left) / width), clamp((bottom - event.clientY) / height)];
  }

  #key(event: KeyboardEvent): void {
    if (!this.#act(event)) return;
    event.preventDefault();
    event.stopPropagation();
    this.#mark();
  }

  /** Whether the key meant something. */
  #act(event: KeyboardEvent): boolean {
    const arrow = ARROWS[event.key];
    if (arrow !== undefined) {
      const stride = event.shiftKey ? FINE : STRIDE;
      this.#place = [clamp(this.#place[0] + arrow[0] * stride), clamp(this.#place[1] + arrow[1] * stride)];
      this.#carry("now", event);
      const at = this.#hit();
      if (at >= 0) this.#tell(this.#carried === undefined ? "client.paint.on" : "client.paint.moved", at);
      return true;
    }
    switch (event.key) {
      case "Enter":
      case " ":
        this.#take(event);
        return true;
      case "Delete":
      case "Backspace": {
        const at = this.#carried ?? this.#hit();
        if (at >= 0) this.#erase(at, event);
        return true;
      }
      case "PageUp":
      case "PageDown":
        this.#jump(event.key === "PageDown" ? 1 : -1);
        return true;
      case "Escape":
        if (this.#carried !== undefined) this.#take(event);
        else {
          this.#leave();
          this.tools.focus();
        }
        return true;
      default:
        return false;
    }
  }

  /** Adds a point, picks one up, or puts it down. */
  #take(event: Event): void {
    if (this.#carried !== undefined) {
      this.#tell("client.paint.put-down", this.#carried);
      this.#carried = undefined;
      return;
    }
    const at = this.#hit();
    if (at < 0) this.#add(event);
    else {
      this.#carried = at;
      this.#tell("client.paint.picked-up", at);
    }
  }

  /** To the next point from left to right. */
  #jump(direction: 1 | -1): void {
    const points = this.#points();
    const order = points.map((_, i) => i).sort((a, b) => points[a][0] - points[b][0]);
    if (order.length === 0 || this.#carried !== undefined) return;
    const at = order.indexOf(this.#hit());
    const next = order[at < 0 ? (direction > 0 ? 0 : order.length - 1) : (at + direction + order.length) % order.length];
    const [x, y] = this.#share(points[next]);
    this.#place = [clamp(x), clamp(y)];
    this.#tell("client.paint.on", next);
  }

  #tell(what: string, index: number): void {
    const points = this.#points();
    const [x, y] = points[index];
    this.tools.say(text(what, readable(x, 3), readable(y, 3), countText("client.points", points.length)));
  }

  #mark(): void {
    this.#cursor.style.left = `${(100 * this.#place[0]).toFixed(2)}%`;
    this.#cursor.style.top = `${(100 * (1 - this.#place[1])).toFixed(2)}%`;
    this.#cursor.toggleAttribute("data-hit", this.#carried !== undefined || this.#hit() >= 0);
  }
}

function clamp(share: number): number {
  return Math.min(Math.max(share, 0), 1);
}
