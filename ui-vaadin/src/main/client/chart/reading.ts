import { readable } from "../numbers/text";
import type { Range } from "./chart";
import type { Layer } from "./layers";
import { nearest } from "./nearest";
import type { PlotSpec } from "./spec";

const STEPS = 50;
const MOST_POINTS = 400;

/** Where a reading cursor stops: at the x of the lines; else at those of few points; else evenly. Rising. */
export function stops(layers: readonly Layer[], range: Range): Float64Array {
  const x = drawnX(layers);
  if (x !== undefined) return x.toSorted();
  const step = (range.max - range.min) / STEPS;
  return Float64Array.from({ length: STEPS + 1 }, (_, i) => range.min + i * step);
}

function drawnX(layers: readonly Layer[]): Float64Array | undefined {
  const line = layers.find(({ spec }) => spec.mark === "line" || spec.mark === "lines");
  const points = layers.find(({ spec, columns }) => spec.mark === "points" && columns.x.length <= MOST_POINTS);
  return (line ?? layers.find(({ spec }) => spec.mark === "surface") ?? points)?.columns.x;
}

/** What each layer says at the pointer, or at an x alone. */
export function readAt(spec: PlotSpec, layers: readonly Layer[], x: number, y: number | undefined): string {
  const parts = [`${spec.x.label} ${readable(x, 3)}`];
  for (const layer of layers) parts.push(...read(layer, x, y));
  return parts.join("   ");
}

function read(layer: Layer, x: number, y: number | undefined): string[] {
  const { spec, columns } = layer;
  switch (spec.mark) {
    case "line": {
      const i = nearest(columns.x, x);
      return i < 0 ? [] : [`${spec.label} ${readable(columns.y[i], 3)}`];
    }
    case "lines": {
      const i = nearest(columns.x, x);
      if (i < 0 || layer.names.length === 0) return [];
      const line = nearest(Float64Array.from(layer.ys, (column) => column[i]), y ?? 0);
      return line < 0 ? [] : [`${layer.names[line]} ${readable(layer.ys[line][i], 3)}`];
    }
    case "surface":
      return y === undefined ? [] : [`${spec.label} ${readable(valueOn(columns, x, y), 3)}`];
    default:
      return [];
  }
}

function valueOn({ x, y, values }: Layer["columns"], atX: number, atY: number): number | undefined {
  const i = nearest(x, atX);
  const j = nearest(y, atY);
  return i < 0 || j < 0 ? undefined : values[j * x.length + i];
}
