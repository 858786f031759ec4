import type { PlotFrame } from "./chart";
import type { Layer } from "./layers";
import { palette, type Rgb } from "./palette";
import { segments, type Segments } from "./segments";
import type { SurfaceSpec } from "./spec";

const SHADES = 256;
/** Cividis: even steps of lightness for every kind of colour vision (Nuñez, Anderton, Renslow, PLOS ONE 13 (2018)). */
const CIVIDIS: readonly Rgb[] = [
  [0, 34, 78],
  [53, 69, 108],
  [102, 105, 112],
  [148, 142, 119],
  [200, 184, 102],
  [254, 232, 56],
];
const DEEPEST = 0.62;
const FAINTEST_COUNT = 0.14;
/** The smallest drawn level of log-likelihoods and the like lies so far above the darkest shade, in spans of the levels. */
const BELOW_LEVELS = 0.25;

type Ramp = (shade: number) => readonly [red: number, green: number, blue: number, opacity: number];

/** Draws the surface as an image of one pixel per value, and its contours over it. */
export function drawSurface(frame: PlotFrame, layer: Layer, spec: SurfaceSpec): void {
  let raster = rasters.get(spec);
  if (raster === undefined) rasters.set(spec, (raster = new Raster(spec)));
  raster.draw(frame, layer.columns as unknown as Grid);
}

interface Grid {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly values: Float64Array;
}

const rasters = new WeakMap<SurfaceSpec, Raster>();

/** Keeps its canvas, its pixels and its contours until there are other values: an axis that moves costs one drawImage. */
class Raster {
  readonly #spec: SurfaceSpec;
  readonly #canvas = document.createElement("canvas");
  readonly #context = this.#canvas.getContext("2d")!;
  readonly #shades = new Uint32Array(SHADES);
  #edition = -1;
  #image: ImageData | undefined;
  #pixels = new Uint32Array(0);
  #values: Float64Array | undefined;
  #lines: readonly Segments[] = [];

  constructor(spec: SurfaceSpec) {
    this.#spec = spec;
  }

  draw(frame: PlotFrame, grid: Grid): void {
    const columns = grid.x.length;
    const rows = grid.y.length;
    if (columns < 2 || rows < 2 || grid.values.length !== columns * rows) return;
    if (this.#values !== grid.values || this.#edition !== palette.edition) this.#fill(columns, rows, grid.values);
    this.#place(frame, grid);
    for (const line of this.#lines) this.#contour(frame, grid, line);
  }

  #fill(columns: number, rows: number, values: Float64Array): void {
    this.#tint();
    if (this.#image === undefined || this.#image.width !== columns || this.#image.height !== rows) {
      this.#canvas.width = columns;
      this.#canvas.height = rows;
      this.#image = this.#context.createImageData(columns, rows);
      this.#pixels = new Uint32Array(this.#image.data.buffer);
    }
    const shade = shader(this.#spec, values);
    const pixels = this.#pixels;
    // The first row of an image is its top.
    for (let j = 0, i = 0; j < rows; j++) {
      let at = (rows - 1 - j) * columns;
      for (const end = i + columns; i < end; i++, at++) {
        const value = shade(values[i]);
        pixels[at] = value >= 0 ? this.#shades[value] : 0;
      }
    }
    this.#context.putImageData(this.#image, 0, 0);
    if (this.#values !== values) this.#lines = this.#spec.levels.map((level) => segments(values, columns, rows, level));
    this.#values = values;
  }

  #tint(): void {
    if (this.#edition === palette.edition) return;
    this.#edition = palette.edition;
    const ramp = ramps[this.#spec.palette]();
    for (let i = 0; i < SHADES; i++) {
      const [red, green, blue, opacity] = ramp(i / (SHADES - 1));
      this.#shades[i] = (Math.round(opacity * 255) << 24) | (Math.round(blue) << 16) | (Math.round(green) << 8) | Math.round(red);
    }
  }

  #place({ context, x: toX, y: toY }: PlotFrame, { x, y }: Grid): void {
    const [left, right] = edges(toX(x[0]), toX(x[x.length - 1]), x.length);
    const [bottom, top] = edges(toY(y[0]), toY(y[y.length - 1]), y.length);
    // A count belongs to its bin; a function is smooth.
    context.imageSmoothingEnabled = this.#spec.palette !== "density";
    context.imageSmoothingQuality = "low";
    context.drawImage(this.#canvas, left, top, right - left, bottom - top);
  }

  #contour({ context, scale, x: toX, y: toY }: PlotFrame, { x, y }: Grid, points: Segments): void {
    const left = toX(x[0]);
    const bottom = toY(y[0]);
    const across = (toX(x[x.length - 1]) - left) / (x.length - 1);
    const up = (toY(y[y.length - 1]) - bottom) / (y.length - 1);
    context.beginPath();
    for (let i = 0; i < points.length; i += 3) {
      const px = left + points[i] * across;
      const py = bottom + points[i + 1] * up;
      if (points[i + 2] === 0) context.moveTo(px, py);
      else context.lineTo(px, py);
    }
    context.lineJoin = "round";
    context.lineWidth = (this.#spec.palette === "probability" ? 2.25 : 1.25) * scale;
    context.strokeStyle = palette.of(this.#spec.palette === "level" ? "surface" : "ink");
    context.stroke();
  }
}

/** Pixels of the outer edges, half a cell beyond the outer centres. */
function edges(first: number, last: number, count: number): [number, number] {
  const half = (last - first) / (count - 1) / 2;
  return [first - half, last + half];
}

/** From a value to one of the shades; −1 draws nothing. */
function shader({ palette: kind, levels }: SurfaceSpec, values: Float64Array): (value: number) => number {
  const most = SHADES - 1;
  if (kind === "probability") return (value) => Math.round(value * most);
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (kind === "density") {
    // Logarithmic: one row alone stays visible beside thousands in a bin.
    const unit = most / Math.log1p(high);
    return (value) => (value > 0 ? Math.round(Math.log1p(value) * unit) : -1);
  }
  if (levels.length > 1) {
    // What lies far below all levels is one shade, or it would take all the others from those that matter.
    const [lowest, highest] = [Math.min(...levels), Math.max(...levels)];
    low = Math.max(low, lowest - BELOW_LEVELS * (highest - lowest));
  }
  const unit = high > low ? most / (high - low) : 0;
  return (value) => (Number.isNaN(value) ? -1 : Math.max(0, Math.round((value - low) * unit)));
}

const ramps: Readonly<Record<SurfaceSpec["palette"], () => Ramp>> = {
  probability: () => {
    const negative = palette.rgb("negative");
    const positive = palette.rgb("positive");
    return (shade) => [...(shade < 0.5 ? negative : positive), DEEPEST * Math.abs(2 * shade - 1)];
  },
  density: () => {
    const colour = palette.rgb("density");
    return (shade) => [...colour, FAINTEST_COUNT + (1 - FAINTEST_COUNT) * shade];
  },
  level: () => (shade) => {
    const at = shade * (CIVIDIS.length - 1);
    const from = CIVIDIS[Math.floor(at)];
    const to = CIVIDIS[Math.ceil(at)];
    const share = at - Math.floor(at);
    return [mix(from[0], to[0], share), mix(from[1], to[1], share), mix(from[2], to[2], share), 1];
  },
};

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}
