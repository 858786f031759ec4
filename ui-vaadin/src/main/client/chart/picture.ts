import type { Chart, PlotFrame, Ticks } from "./chart";
import { beginDrawing, FONT, LEGEND_FONT, MARGIN, TITLE, WIDTH, type Drawing, type Measure } from "./drawing";
import { hasEntry } from "./legend";
import type { Layer } from "./layers";
import { drawLayer } from "./marks";
import { palette } from "./palette";
import type { Pen } from "./pen";
import { addShape, dashOf, shapeOf, widthOf } from "./roles";
import type { LayerSpec, PlotSpec } from "./spec";

const LEFT = 76;
const ROW = 22;
const SYMBOL = 24;
const BELOW = 52;

interface Entry {
  readonly spec: LayerSpec;
  readonly text: string;
  readonly x: number;
  readonly row: number;
}

type Layered = (label: string | undefined) => void;

/** What a picture shows within and around its axes. */
export interface Content {
  readonly title: string;
  readonly xLabel?: string;
  readonly yLabel?: string;
  readonly square?: boolean;
  /** Bars stand below names, on no grid. */
  readonly columns?: boolean;
  readonly legend: readonly LayerSpec[];
  readonly paint: (frame: PlotFrame, layered: Layered) => void;
}

/** A chart with its title and its legend, of one size whatever the window's. */
export class Picture implements Drawing {
  readonly width = WIDTH;
  readonly height: number;
  readonly #content: Content;
  readonly #chart: Chart;
  readonly #entries: readonly Entry[];
  readonly #top: number;
  readonly #across = WIDTH - LEFT - MARGIN;
  readonly #up: number;

  constructor(content: Content, chart: Chart, measure: Measure) {
    this.#content = content;
    this.#chart = chart;
    this.#entries = arrange(content.legend, measure);
    const rows = this.#entries.length === 0 ? 0 : this.#entries[this.#entries.length - 1].row + 1;
    this.#top = MARGIN + TITLE + rows * ROW + 6;
    this.#up = content.square ? this.#across : Math.round(this.#across * 0.6);
    this.height = this.#top + this.#up + BELOW;
  }

  /** The layers of a plot. */
  static ofPlot(spec: PlotSpec, chart: Chart, layers: readonly Layer[], measure: Measure): Picture {
    const paint = (frame: PlotFrame, layered: Layered) => {
      for (const layer of layers) {
        layered("label" in layer.spec ? layer.spec.label : layer.spec.line);
        drawLayer(frame, layer);
      }
    };
    const content = {
      title: spec.title,
      xLabel: spec.x.label,
      yLabel: spec.y.label,
      square: spec.aspect === "square",
      legend: layers.map((layer) => layer.spec),
      paint,
    };
    return new Picture(content, chart, measure);
  }

  draw(pen: Pen, layered: Layered = () => {}): void {
    beginDrawing(pen, this, this.#content.title);
    for (const entry of this.#entries) this.#entry(pen, entry);
    const { x, y } = this.#chart.ticks;
    const frame = this.#chart.frame(pen, LEFT, this.#top, this.#across, this.#up);
    this.#axes(pen, x, y, frame.x, frame.y);
    pen.save();
    pen.beginPath();
    pen.rect(LEFT, this.#top, this.#across, this.#up);
    pen.clip();
    this.#content.paint(frame, layered);
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
      if (!this.#content.columns) {
        pen.moveTo(at, this.#top);
        pen.lineTo(at, bottom);
      }
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
    pen.fillText(this.#content.xLabel ?? "", LEFT + this.#across / 2, bottom + 38);
    pen.save();
    pen.translate(MARGIN, this.#top + this.#up / 2);
    pen.rotate(-Math.PI / 2);
    pen.fillText(this.#content.yLabel ?? "", 0, 0);
    pen.restore();
  }

  #entry(pen: Pen, { spec, text, x, row }: Entry): void {
    const y = MARGIN + TITLE + row * ROW + ROW / 2;
    symbol(pen, spec, x, y);
    pen.fillStyle = palette.of("quiet");
    pen.textAlign = "left";
    pen.textBaseline = "middle";
    pen.font = LEGEND_FONT;
    pen.fillText(text, x + SYMBOL + 6, y);
  }
}

/** Where the entries of the legend go: one after the other, in as many rows as it takes. */
function arrange(specs: readonly LayerSpec[], measure: Measure): Entry[] {
  const entries: Entry[] = [];
  let x = MARGIN;
  let row = 0;
  for (const spec of specs) {
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
