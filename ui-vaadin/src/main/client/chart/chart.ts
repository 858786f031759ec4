import uPlot from "uplot";
import { hub } from "../live/hub";
import type { View } from "../live/painter";
import { fitting, readable } from "../numbers/text";
import { opaque } from "./opaque";
import { palette } from "./palette";
import type { Pen } from "./pen";
import { Projection } from "./projection";

export interface Range {
  readonly min: number;
  readonly max: number;
}

export interface ChartOptions {
  readonly xLabel?: string;
  readonly yLabel?: string;
  readonly xLog?: boolean;
  /** The values of x are counts. */
  readonly xWhole?: boolean;
  readonly yLog?: boolean;
  /** Bars show names below the x axis, on no grid. */
  readonly xValues?: (splits: number[]) => string[];
  readonly xSplits?: () => number[];
  readonly ySplits?: (min: number, max: number) => number[];
  readonly yValues?: (splits: number[]) => string[];
  /** Maps y to what the axis is linear in. */
  readonly yScale?: { readonly forward: (value: number) => number; readonly inverse: (value: number) => number };
  /** Draws on the canvas, which is clipped to the plotting area. */
  readonly paint: (frame: PlotFrame) => void;
  readonly hover?: (x: number | undefined, y: number | undefined) => void;
}

/** Where and how to draw: canvas pixels of the plotting area and the way there from data. */
export interface PlotFrame {
  readonly context: Pen;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Canvas pixels per CSS pixel. */
  readonly scale: number;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  /** The same for a column, in an array that may be longer and holds until the next call. */
  readonly xs: (values: Float64Array) => Float64Array;
  readonly ys: (values: Float64Array) => Float64Array;
}

/** The values that an axis names, and their names; those without one have grid lines at most. */
export interface Ticks {
  readonly splits: readonly (number | null)[];
  readonly texts: readonly string[];
}

/**
 * uPlot as axes, grid and pointer; the layers, each with an x of its own, are drawn by us straight to its canvas. uPlot
 * keeps the axes' text and geometry between drawings, so that an unchanged range costs no layout at all.
 */
export class Chart {
  readonly #plot: uPlot;
  readonly #options: ChartOptions;
  readonly #ticks: { x: Ticks; y: Ticks } = { x: NO_TICKS, y: NO_TICKS };
  readonly #box: HTMLElement;
  readonly #resize: ResizeObserver;
  // Both ends above zero, since an axis may be logarithmic.
  #ranges: { readonly x: Range; readonly y: Range } = { x: { min: 1, max: 10 }, y: { min: 1, max: 10 } };
  #width = 0;
  #height = 0;
  #yLabel = "";
  readonly #fontSize: number;
  readonly #font: string;

  constructor(box: HTMLElement, view: View, options: ChartOptions) {
    this.#options = options;
    this.#box = box;
    this.#measure();
    const style = getComputedStyle(box);
    this.#fontSize = Number.parseFloat(style.fontSize);
    this.#font = `${this.#fontSize}px ${style.fontFamily}`;
    this.#fitLabel();
    this.#plot = opaque(() => new uPlot(this.#configure(options), [[0, 1]], box));
    this.#resize = new ResizeObserver(() => {
      this.#measure();
      if (!this.visible) return;
      this.#fitLabel();
      this.#plot.setSize({ width: this.#width, height: this.#height });
      hub.redraw(view);
    });
    this.#resize.observe(box);
  }

  /** False while a closed panel hides it: then there is nothing to draw on. */
  get visible(): boolean {
    return this.#width > 0 && this.#height > 0;
  }

  /** CSS pixels. */
  get width(): number {
    return this.#width;
  }

  draw(x: Range, y: Range): void {
    const { x: wasX, y: wasY } = this.#ranges;
    // uPlot asks back for the ranges while it sets them.
    this.#ranges = { x: { min: x.min, max: x.max }, y: { min: y.min, max: y.max } };
    this.#plot.batch(() => {
      if (x.min !== wasX.min || x.max !== wasX.max) this.#plot.setScale("x", { ...this.#ranges.x });
      if (y.min !== wasY.min || y.max !== wasY.max) this.#plot.setScale("y", { ...this.#ranges.y });
    });
  }

  /** Puts the cursor at an x, as a pointer would; the middle of the plot in the other direction. */
  point(x: number): void {
    const left = this.#plot.valToPos(x, "x");
    this.#plot.setCursor({ left, top: this.#plot.over.clientHeight / 2 });
  }

  /** Takes the cursor away. */
  leave(): void {
    this.#plot.setCursor({ left: -1, top: -1 });
  }

  /** The x under the pointer, where it is over the plotting area. */
  get pointed(): number | undefined {
    const { left = -1 } = this.#plot.cursor;
    return left < 0 ? undefined : this.#plot.posToVal(left, "x");
  }

  /** As the axes name them now. */
  get ticks(): { readonly x: Ticks; readonly y: Ticks } {
    return this.#ticks;
  }

  /** Puts what the axes cover now onto another canvas; its pixels are as large as those of CSS. */
  frame(context: Pen, left: number, top: number, width: number, height: number): PlotFrame {
    return { context, left, top, width, height, scale: 1, ...this.#mapping(left, top, width, height) };
  }

  /** The range that the x axis covers now. */
  get xRange(): Range {
    return this.#ranges.x;
  }

  destroy(): void {
    this.#resize.disconnect();
    this.#plot.destroy();
  }

  /** Only when the size changed: asking while drawing would make the browser lay out the page each time. */
  #measure(): void {
    this.#width = this.#box.clientWidth;
    this.#height = this.#box.clientHeight;
  }

  /** The y axis is named along it, as far as a small plot has room: its title and its table say the rest. */
  #fitLabel(): void {
    const along = this.#height - X_AXIS * this.#fontSize;
    pen.font = this.#font;
    this.#yLabel = fitting(this.#options.yLabel ?? "", along, (text) => pen.measureText(text).width);
  }

  #configure(options: ChartOptions): uPlot.Options {
    const axis = {
      stroke: () => palette.of("quiet"),
      font: this.#font,
      labelFont: this.#font,
      labelSize: LABEL * this.#fontSize,
      labelGap: 0,
      gap: 4,
      grid: GRID,
      ticks: { show: false },
    };
    const scale = options.yScale;
    return {
      width: Math.max(1, this.#width),
      height: Math.max(1, this.#height),
      padding: [8, 12, 0, 0],
      legend: { show: false },
      cursor: { show: options.hover !== undefined, drag: { x: false, y: false, setScale: false }, points: { show: false } },
      scales: {
        x: { time: false, auto: false, range: () => [this.#ranges.x.min, this.#ranges.x.max], ...(options.xLog && LOG) },
        y: {
          auto: false,
          range: () => [this.#ranges.y.min, this.#ranges.y.max],
          ...(options.yLog && LOG),
          ...(scale && { distr: 100 as never, fwd: scale.forward, bwd: scale.inverse }),
        },
      },
      axes: [
        {
          ...axis,
          ...(options.xLog && POWERS),
          size: NUMBERS * this.#fontSize,
          space: (options.xWhole ? 3 : 5) * this.#fontSize,
          label: options.xLabel,
          ...(options.xWhole && { incrs: COUNTS }),
          ...(options.xSplits && { splits: options.xSplits, grid: { show: false } }),
          values: (_, splits) => this.#name("x", splits, options.xValues),
        },
        {
          ...axis,
          size: 3.6 * this.#fontSize,
          label: options.yLabel === undefined ? undefined : () => this.#yLabel,
          ...(options.yLog ? POWERS : { filter: (_: uPlot, splits: number[]) => splits }),
          ...(options.ySplits && { splits: (_: uPlot, __: number, min: number, max: number) => options.ySplits!(min, max) }),
          values: (_, splits) => this.#name("y", splits, options.yValues),
        },
      ],
      series: [{}],
      hooks: {
        drawClear: [(plot) => fill(plot.ctx)],
        draw: [(plot) => this.#paint(plot, options)],
        setCursor: [
          (plot) => {
            const { left = -1, top = -1 } = plot.cursor;
            if (left < 0) options.hover?.(undefined, undefined);
            else options.hover?.(plot.posToVal(left, "x"), plot.posToVal(top, "y"));
          },
        ],
      },
    };
  }

  #name(axis: "x" | "y", splits: number[], name: (splits: number[]) => string[] = labels): string[] {
    const texts = name(splits);
    this.#ticks[axis] = { splits, texts };
    return texts;
  }

  #paint(plot: uPlot, options: ChartOptions): void {
    const { left, top, width, height } = plot.bbox;
    const context = plot.ctx;
    context.save();
    context.beginPath();
    context.rect(left, top, width, height);
    context.clip();
    options.paint({
      context,
      left,
      top,
      width,
      height,
      scale: uPlot.pxRatio,
      ...this.#mapping(left, top, width, height),
    });
    context.restore();
  }

  #mapping(left: number, top: number, width: number, height: number): Pick<PlotFrame, "x" | "y" | "xs" | "ys"> {
    const { min: x0, max: x1 } = this.#plot.scales.x as Range;
    const { min: y0, max: y1 } = this.#plot.scales.y as Range;
    const { xLog, yLog, yScale } = this.#options;
    const forwardX = xLog ? Math.log10 : undefined;
    const forwardY = yScale?.forward ?? (yLog ? Math.log10 : undefined);
    const toX = forwardX ?? same;
    const toY = forwardY ?? same;
    const start = toX(x0);
    const across = width / (toX(x1) - start);
    const bottom = toY(y0);
    const up = height / (toY(y1) - bottom);
    return {
      x: (value) => left + across * (toX(value) - start),
      y: (value) => top + height - up * (toY(value) - bottom),
      xs: (values) => horizontal.of(values, left, across, start, forwardX),
      ys: (values) => vertical.of(values, top + height, -up, bottom, forwardY),
    };
  }
}

/** What an axis below takes, in units of the font: its numbers and its label. */
const NUMBERS = 2;
const LABEL = 1.5;
const X_AXIS = NUMBERS + LABEL;

/** Only measures. */
const pen = document.createElement("canvas").getContext("2d")!;

/** The canvas has the colour of the card that it lies on. */
function fill(context: CanvasRenderingContext2D): void {
  context.fillStyle = palette.of("surface");
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
}

/** Plots draw one after the other: they share the room for pixels. */
const horizontal = new Projection();
const vertical = new Projection();

const NO_TICKS: Ticks = { splits: [], texts: [] };

const GRID = { stroke: () => palette.of("grid"), width: 1 };

/** A logarithmic axis has grid lines at powers of ten alone: those in between say little and hide much. */
const POWERS = {
  grid: {
    ...GRID,
    filter: (_: uPlot, splits: number[]) => splits.map((value) => (Number.isInteger(tidyLog(value)) ? value : null)),
  },
};

function tidyLog(value: number): number {
  return Number(Math.log10(value).toPrecision(12));
}

/** Steps between named counts: 1, 2, 5, 10 … */
const COUNTS = Array.from({ length: 10 }, (_, power) => [1, 2, 5].map((step) => step * 10 ** power)).flat();

const LOG = { distr: 3, log: 10 } as const;

function same(value: number): number {
  return value;
}

/** A logarithmic axis leaves out the labels that would not find room. */
function labels(splits: readonly (number | null)[]): string[] {
  return splits.map((value) => (value === null ? "" : readable(value)));
}
