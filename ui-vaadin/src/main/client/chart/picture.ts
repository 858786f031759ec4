import type { Chart, Ticks } from "./chart";
import { hasEntry } from "./legend";
import type { Layer } from "./layers";
import { drawLayer } from "./marks";
import { palette } from "./palette";
import type { Pen } from "./pen";
import { addShape, dashOf, shapeOf, widthOf } from "./roles";
import type { LayerSpec, PlotSpec } from "./spec";

const FONT = "system-ui, sans-serif";
const WIDTH = 800;
const MARGIN = 20;
const LEFT = 76;
const TITLE = 28;
const ROW = 22;
const SYMBOL = 24;
const BELOW = 52;

type Measure = (text: string) => number;

interface Entry {
  readonly spec: LayerSpec;
  readonly text: string;
  readonly x: number;
  readonly row: number;
}

/** A plot with its title and its legend, of one size whatever the window's: what people take with them. */
export class Picture {
  readonly width = WIDTH;
  readonly height: number;
  readonly #spec: PlotSpec;
  readonly #chart: Chart;
  readonly #layers: readonly Layer[];
  readonly #entries: readonly Entry[];
  readonly #top: number;
  readonly #across = WIDTH - LEFT - MARGIN;
  readonly #up: number;

  /** @param measure the width of a text in the legend's font */
  constructor(spec: PlotSpec, chart: Chart, layers: readonly Layer[], measure: Measure) {
    this.#spec = spec;
    this.#chart = chart;
    this.#layers = layers;
    this.#entries = arrange(layers, measure);
    const rows = this.#entries.length === 0 ? 0 : this.#entries[this.#entries.length - 1].row + 1;
    this.#top = MARGIN + TITLE + rows * ROW + 6;
    this.#up = spec.aspect === "square" ? this.#across : Math.round(this.#across * 0.6);
    this.height = this.#top + this.#up + BELOW;
  }

  static readonly legendFont = `14px ${FONT}`;

  /** Draws everything; `layered` hears before each layer which it is, and after the last that there is none. */
  draw(pen: Pen, layered: (label: string | undefined) => void = () => {}): void {
    pen.beginPath();
    pen.rect(0, 0, this.width, this.height);
    pen.fillStyle = palette.of("surface");
    pen.fill();
    pen.textAlign = "left";
    pen.textBaseline = "top";
    pen.font = `600 18px ${FONT}`;
    pen.fillStyle = palette.of("ink");
    pen.fillText(this.#spec.title, MARGIN, MARGIN - 2);
    for (const entry of this.#entries) this.#entry(pen, entry);
    const { x, y } = this.#chart.ticks;
    const frame = this.#chart.frame(pen, LEFT, this.#top, this.#across, this.#up);
    this.#axes(pen, x, y, frame.x, frame.y);
    pen.save();
    pen.beginPath();
    pen.rect(LEFT, this.#top, this.#across, this.#up);
    pen.clip();
    for (const layer of this.#layers) {
      layered("label" in layer.spec ? layer.spec.label : layer.spec.line);
      drawLayer(frame, layer);
    }
    layered(undefined);
    pen.restore();
  }

  #axes(pen: Pen, x: Ticks, y: Ticks, toX: (value: number) => number, toY: (value: number) => number): void {
    const bottom = this.#top + this.#up;
    pen.setLineDash([]);
    pen.lineWidth = 1;
    pen.strokeStyle = palette.of("grid");
    pen.fillStyle = palette.of("quiet");
    pen.font = `13px ${FONT}`;
    pen.beginPath();
    pen.textAlign = "center";
    pen.textBaseline = "top";
    for (const [at, text] of inside(x, toX, LEFT, LEFT + this.#across)) {
      pen.moveTo(at, this.#top);
      pen.lineTo(at, bottom);
      pen.fillText(text, at, bottom + 6);
    }
    pen.textAlign = "right";
    pen.textBaseline = "middle";
    for (const [at, text] of inside(y, toY, this.#top, bottom)) {
      pen.moveTo(LEFT, at);
      pen.lineTo(LEFT + this.#across, at);
      pen.fillText(text, LEFT - 8, at);
    }
    pen.stroke();
    pen.textAlign = "center";
    pen.fillText(this.#spec.x.label, LEFT + this.#across / 2, bottom + 38);
    pen.save();
    pen.translate(MARGIN, this.#top + this.#up / 2);
    pen.rotate(-Math.PI / 2);
    pen.fillText(this.#spec.y.label, 0, 0);
    pen.restore();
  }

  #entry(pen: Pen, { spec, text, x, row }: Entry): void {
    const y = MARGIN + TITLE + row * ROW + ROW / 2;
    symbol(pen, spec, x, y);
    pen.fillStyle = palette.of("quiet");
    pen.textAlign = "left";
    pen.textBaseline = "middle";
    pen.font = Picture.legendFont;
    pen.fillText(text, x + SYMBOL + 6, y);
  }
}

/** Where the entries of the legend go: one after the other, in as many rows as it takes. */
function arrange(layers: readonly Layer[], measure: Measure): Entry[] {
  const entries: Entry[] = [];
  let x = MARGIN;
  let row = 0;
  for (const { spec } of layers) {
    if (!hasEntry(spec) || entries.some((entry) => entry.spec === spec)) continue;
    const width = SYMBOL + 6 + measure(spec.label);
    if (x > MARGIN && x + width > WIDTH - MARGIN) {
      x = MARGIN;
      row++;
    }
    entries.push({ spec, text: spec.label, x, row });
    x += width + 20;
  }
  return entries;
}

/** The ticks that lie on the axis and have something to say, in pixels. */
function inside({ splits, texts }: Ticks, to: (value: number) => number, low: number, high: number): [number, string][] {
  return splits.flatMap((value, i): [number, string][] => {
    const at = value === null ? Number.NaN : to(value);
    return at >= low - 0.5 && at <= high + 0.5 && texts[i] !== "" ? [[at, texts[i]]] : [];
  });
}

function symbol(pen: Pen, spec: LayerSpec, x: number, y: number): void {
  if (spec.mark === "reference" || spec.mark === "marker") return;
  const colour = spec.mark === "surface" ? palette.of(spec.palette === "probability" ? "positive" : "density") : palette.role(spec.role);
  pen.fillStyle = colour;
  pen.strokeStyle = colour;
  pen.beginPath();
  switch (spec.mark) {
    case "surface":
    case "band":
      pen.rect(x, y - 6, SYMBOL, 12);
      pen.globalAlpha = spec.mark === "band" ? 0.25 : 0.6;
      pen.fill();
      break;
    case "points":
      addShape(pen, shapeOf(spec.role), x + SYMBOL / 2, y, 5);
      pen.fill();
      break;
    case "line":
    case "lines":
      pen.moveTo(x, y);
      pen.lineTo(x + SYMBOL, y);
      pen.lineWidth = widthOf(spec.role);
      pen.setLineDash(spec.mark === "line" ? [...(spec.dash ?? dashOf(spec.role))] : []);
      pen.stroke();
      pen.setLineDash([]);
      break;
  }
  pen.globalAlpha = 1;
}
