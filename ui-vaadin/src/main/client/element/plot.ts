import { Chart } from "../chart/chart";
import { extents, LayerSource, type Layer } from "../chart/layers";
import { Legend } from "../chart/legend";
import { drawLayer } from "../chart/marks";
import { nearest } from "../chart/nearest";
import { columnPaths, stagesOf, type PlotSpec } from "../chart/spec";
import type { TableData } from "../chart/table";
import { hub } from "../live/hub";
import { CalmRange } from "../numbers/calm-range";
import { readable } from "../numbers/text";
import { ViewElement } from "./view-element";

const X_PADDING = 0.02;
const Y_PADDING = 0.05;

/** `<iml-plot data-view spec>`: layers of points, lines and bands on common axes. */
export class PlotElement extends ViewElement<PlotSpec> {
  #stages: ReadonlySet<string> = new Set();
  #source: LayerSource | undefined;
  #legend: Legend | undefined;
  #chart: Chart | undefined;
  #layers: readonly Layer[] = [];
  #xRange = new CalmRange(0);
  #yRange = new CalmRange(0);
  readonly #box = document.createElement("div");
  readonly #readout = document.createElement("output");

  get stages(): ReadonlySet<string> {
    return this.#stages;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#chart?.destroy();
    this.#chart = undefined;
  }

  draw(): void {
    if (this.#source === undefined || this.#legend === undefined || this.#chart === undefined) return;
    this.#layers = this.#source.present();
    this.#legend.show(new Set(this.#layers.map((layer) => layer.spec)));
    this.showProblems();
    if (!this.#chart.visible) return;
    const { x, y } = extents(this.#layers);
    if (!x.empty) this.#xRange.cover(x.low, x.high, hub.resting);
    if (!y.empty) this.#yRange.cover(y.low, y.high, hub.resting);
    if (!Number.isNaN(this.#xRange.min) && !Number.isNaN(this.#yRange.min)) this.#chart.draw(this.#xRange, this.#yRange);
  }

  protected build(body: HTMLElement, spec: PlotSpec): void {
    this.#stages = stagesOf(spec.layers.flatMap((layer) => Object.values(columnPaths(layer))));
    this.#source = new LayerSource(spec, hub);
    this.#legend = new Legend(spec.layers);
    const shared = spec.layers.some((layer) => layer.mark === "reference" && layer.line === "identity");
    this.#xRange = new CalmRange(shared ? Y_PADDING : X_PADDING);
    this.#yRange = new CalmRange(Y_PADDING);
    this.dataset.aspect = spec.aspect ?? "wide";
    this.#box.className = "iml-canvas";
    this.#box.replaceChildren();
    this.#box.setAttribute("role", "img");
    this.#box.setAttribute("aria-label", `${spec.title}: ${spec.y.label} against ${spec.x.label}. Its numbers are in the table below.`);
    this.#readout.className = "iml-readout";
    body.append(this.#legend.element, this.#box, this.#readout);
    this.#chart = new Chart(this.#box, this, {
      xLabel: spec.x.label,
      yLabel: spec.y.label,
      paint: (frame) => this.#layers.forEach((layer) => drawLayer(frame, layer)),
      hover: (x) => this.#hover(x),
    });
  }

  protected override tables(): readonly TableData[] {
    if (this.spec === undefined) return [];
    const { x, y } = this.spec;
    return this.#layers.flatMap(({ spec, columns }): TableData[] => {
      if (spec.mark === "reference") return [];
      const head = spec.mark === "band" ? [x.label, "low", "high"] : [x.label, y.label];
      return [{ caption: spec.label, head, columns: Object.values(columns) }];
    });
  }

  /** Each layer's value nearest to the pointer. */
  #hover(x: number | undefined): void {
    if (x === undefined) {
      this.#readout.textContent = "";
      return;
    }
    const parts = [`${this.spec!.x.label} ${readable(x, 3)}`];
    for (const { spec, columns } of this.#layers) {
      if (spec.mark !== "line") continue;
      const i = nearest(columns.x, x);
      if (i >= 0) parts.push(`${spec.label} ${readable(columns.y[i], 3)}`);
    }
    this.#readout.textContent = parts.join("   ");
  }
}
