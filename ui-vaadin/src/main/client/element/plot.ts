import { Chart } from "../chart/chart";
import { fittedLines, ghosts, haunted } from "../chart/ghosts";
import { extents, LayerSource, type Layer } from "../chart/layers";
import { Legend } from "../chart/legend";
import { drawLayer } from "../chart/marks";
import { nearest } from "../chart/nearest";
import { Picture } from "../chart/picture";
import { readAt, stops } from "../chart/reading";
import { pathsOf, stagesOf, type PlotSpec } from "../chart/spec";
import type { TableData } from "../chart/table";
import { plotTables } from "../chart/table-data";
import { hub } from "../live/hub";
import { AxisRange } from "../numbers/axis-range";
import { Paint } from "./paint";
import { PinButton } from "./pin-button";
import { SaveMenu } from "./save-menu";
import { pins } from "./pinned";
import { ViewElement } from "./view-element";
import { translated } from "../text/messages";
import { text } from "../text/texts";
import { hide, write } from "./write";

const X_PADDING = 0.02;
const Y_PADDING = 0.05;
/** Stops of the reading cursor that Page Up and Page Down jump over. */
const PAGE = 10;

/** `<iml-plot data-view spec pins>`: layers of surfaces, points, lines and bands on common axes; `pins` lets fits be pinned. */
export class PlotElement extends ViewElement<PlotSpec> {
  #stages: ReadonlySet<string> = new Set();
  #source: LayerSource | undefined;
  #legend: Legend | undefined;
  #chart: Chart | undefined;
  #layers: readonly Layer[] = [];
  #ghosts: readonly Layer[] = [];
  /** The layers and the ghosts. */
  #drawn: readonly Layer[] = [];
  #xRange = new AxisRange(0, false);
  #yRange = new AxisRange(0, false);
  #cursor: number | undefined;
  #paint: Paint | undefined;
  #releasePaint: (() => void) | undefined;
  #releasePins: (() => void) | undefined;
  readonly #box = document.createElement("div");
  readonly #readout = document.createElement("output");
  readonly #note = document.createElement("p");

  get stages(): ReadonlySet<string> {
    return this.#stages;
  }

  protected override get drawnStages(): ReadonlySet<string> {
    return stagesOf(this.#layers.flatMap(({ spec }) => Object.values(pathsOf(spec))));
  }

  protected override get arranged(): boolean {
    return true;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#chart?.destroy();
    this.#chart = undefined;
    this.#releasePaint?.();
    this.#releasePins?.();
  }

  draw(): void {
    if (this.#source === undefined || this.#legend === undefined || this.#chart === undefined) return;
    this.#layers = this.#source.present();
    this.#drawn = haunted(this.#layers, this.#ghosts);
    this.#legend.show(new Set(this.#layers.map((layer) => layer.spec)));
    this.showProblems();
    this.#showNote();
    if (!this.#chart.visible) return;
    const { x, y } = extents(this.#layers, isLog(this.spec?.x), isLog(this.spec?.y));
    // A hand that paints aims at places on the axes: they must not move under it.
    const still = this.#paint?.active ?? false;
    if (!x.empty && !still) this.#xRange.cover(x.low, x.high, hub.resting);
    if (!y.empty && !still) this.#yRange.cover(y.low, y.high, hub.resting);
    if (this.#xRange.known && this.#yRange.known) this.#chart.draw(this.#xRange, this.#yRange);
  }

  protected build(body: HTMLElement, spec: PlotSpec): void {
    this.#stages = stagesOf(spec.layers.flatMap((layer) => Object.values(pathsOf(layer))));
    this.#source = new LayerSource(spec, hub);
    this.#legend = new Legend(spec.layers);
    const shared = spec.layers.some((layer) => layer.mark === "reference" && layer.line === "identity");
    const filled = spec.layers.some((layer) => layer.mark === "surface" && layer.palette !== "density");
    this.#xRange = new AxisRange(filled ? 0 : shared ? Y_PADDING : X_PADDING, isLog(spec.x));
    this.#yRange = new AxisRange(filled ? 0 : Y_PADDING, isLog(spec.y));
    this.dataset.aspect = spec.aspect ?? "wide";
    this.#buildBox(spec);
    this.#readout.className = "iml-readout";
    this.#note.className = "iml-empty";
    this.#note.hidden = true;
    body.append(this.#legend.element, this.#box, this.#readout, this.#note);
    this.#chart = new Chart(this.#box, this, {
      xLabel: spec.x.label,
      yLabel: spec.y.label,
      xLog: isLog(spec.x),
      xWhole: spec.x.whole,
      yLog: isLog(spec.y),
      paint: (frame) => this.#paint?.blank || this.#drawn.forEach((layer) => drawLayer(frame, layer)),
      hover: (x, y) => this.#hover(x, y),
    });
    if (spec.paints !== undefined) this.#buildPaint(body, spec);
  }

  #buildPaint(body: HTMLElement, spec: PlotSpec): void {
    const plot = this;
    this.#paint = new Paint(spec, {
      get layers() {
        return plot.#source?.present() ?? [];
      },
      get ranges() {
        return { x: plot.#xRange, y: plot.#yRange };
      },
      redraw: () => hub.redraw(this),
    });
    body.prepend(this.#paint.tools.element);
    this.#releasePaint = this.#paint.attach();
  }

  protected override tables(): readonly TableData[] {
    return this.spec === undefined ? [] : plotTables(this.spec, this.#drawn);
  }

  protected override tools(): readonly HTMLElement[] {
    const { id, title } = this.spec!;
    const save = new SaveMenu(title, id, (measure) =>
      this.#chart?.visible ? Picture.ofPlot(this.spec!, this.#chart, this.#drawn, measure) : undefined,
    );
    if (!this.hasAttribute("pins")) return [save.element];
    const button = new PinButton(() => fittedLines(this.#layers));
    const release = pins.events.on("changed", () => this.#haunt());
    this.#releasePins = () => {
      button.release();
      release();
    };
    this.#haunt();
    return [button.element, save.element];
  }

  #haunt(): void {
    this.#ghosts = ghosts(pins.list);
    this.#legend?.append(this.#ghosts.map(({ spec }) => spec));
    hub.redraw(this);
  }

  #buildBox(spec: PlotSpec): void {
    const picks = spec.picks === undefined ? "" : ` ${text("client.plot.picks", spec.picks)}`;
    this.#box.className = "iml-canvas";
    this.#box.replaceChildren();
    this.#box.tabIndex = 0;
    this.#box.setAttribute("role", "application");
    this.#box.setAttribute("aria-roledescription", text("client.plot.plot"));
    this.#box.setAttribute(
      "aria-label",
      text("client.plot.name", spec.title, spec.y.label, spec.x.label) + picks,
    );
    this.#box.onkeydown = (event) => this.#key(event);
    this.#box.onblur = () => this.#chart?.leave();
    this.#box.onclick = (event) => this.#pick(this.#chart?.pointed, event);
  }

  /** A stage that has nothing to draw says why in its note. */
  #showNote(): void {
    const drawn = this.#layers.some(({ spec }) => spec.mark !== "reference" && spec.mark !== "marker");
    const notes = drawn ? [] : [...this.#stages].map((stage) => hub.at([stage, "note"]));
    const said = notes.filter((note) => typeof note === "string").map(translated).join(" ");
    write(this.#note, said);
    hide(this.#note, said === "");
    this.#box.toggleAttribute("data-empty", !drawn);
  }

  #hover(x: number | undefined, y: number | undefined): void {
    this.#cursor = x;
    write(this.#readout, x === undefined ? "" : readAt(this.spec!, this.#drawn, x, y));
  }

  /** Left and right go from value to value, as one reads a table. */
  #key(event: KeyboardEvent): void {
    if (event.key === "Enter") {
      this.#pick(this.#cursor, event);
      return;
    }
    if (this.#chart === undefined) return;
    const places = stops(this.#layers, this.#chart.xRange);
    const now = this.#cursor === undefined ? -1 : nearest(places, this.#cursor);
    const next = target(event.key, now, places.length - 1);
    if (next === undefined || places.length === 0) return;
    event.preventDefault();
    this.#chart.point(places[Math.min(Math.max(next, 0), places.length - 1)]);
  }

  /** Sets the parameter that this plot picks to the nearest x that is drawn, unless that parameter has no effect now. */
  #pick(at: number | undefined, event: Event): void {
    const picks = this.spec?.picks;
    if (picks === undefined || at === undefined || this.#chart === undefined) return;
    if (document.querySelector(`[data-parameter="${picks}"].iml-idle`) !== null) return;
    const places = stops(this.#layers, this.#chart.xRange);
    const i = nearest(places, at);
    if (i >= 0) hub.set(picks, places[i], "now", event.timeStamp);
  }
}

function isLog(axis: PlotSpec["x"] | undefined): boolean {
  return axis?.scale === "log";
}

function target(key: string, now: number, last: number): number | undefined {
  switch (key) {
    case "ArrowLeft":
      return now < 0 ? last : now - 1;
    case "ArrowRight":
      return now + 1;
    case "PageDown":
      return now - PAGE;
    case "PageUp":
      return now + PAGE;
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return undefined;
  }
}
