import type { Outcomes } from "../live/hub";
import { Extent } from "../numbers/spread";
import type { Value } from "../wire/frame";
import { pathOf, pathsOf, type LayerSpec, type PlotSpec } from "./spec";

/** A layer and what it draws now, each kind with what it needs. */
export interface Layer {
  readonly spec: LayerSpec;
  readonly columns: Readonly<Record<string, Float64Array>>;
  /** The lines of a fan or a bundle, each over the column x. */
  readonly ys: readonly Float64Array[];
  readonly names: readonly string[];
  /** Where a marker stands. */
  readonly at: number;
  /** Its stage did not finish for the current version: what is drawn is older. */
  readonly old: boolean;
}

/** Finds what each layer draws; a layer that lacks something is absent, such as the band of a model that has none. */
export class LayerSource {
  readonly #layers: readonly { spec: LayerSpec; paths: [string, readonly string[]][] }[];

  readonly #outcomes: Outcomes;

  constructor(spec: PlotSpec, outcomes: Outcomes) {
    this.#outcomes = outcomes;
    this.#layers = spec.layers.map((layer) => ({
      spec: layer,
      paths: Object.entries(pathsOf(layer)).map(([name, path]) => [name, pathOf(path)]),
    }));
  }

  present(): Layer[] {
    const present: Layer[] = [];
    for (const { spec, paths } of this.#layers) {
      const layer = { spec, columns: {} as Record<string, Float64Array>, ys: NONE, names: NONE, at: Number.NaN, old: false };
      let complete = true;
      for (const [name, path] of paths) {
        complete &&= take(layer, name, this.#outcomes.at(path));
        layer.old ||= this.#outcomes.stage(path[0]).problems.length > 0;
      }
      // A part without rows has columns without numbers.
      if (complete && layer.columns.x?.length !== 0) present.push(layer);
    }
    // Where a density counts all rows, points for some of them would say less and hide it.
    return present.some(({ spec }) => isDensity(spec)) ? present.filter(({ spec }) => spec.mark !== "points") : present;
  }
}

const NONE: readonly never[] = [];

function isDensity(spec: LayerSpec): boolean {
  return spec.mark === "surface" && spec.palette === "density";
}

/** Puts a value where it belongs; false if it is not of the kind that belongs there. */
function take(
  layer: { columns: Record<string, Float64Array>; ys: readonly Float64Array[]; names: readonly string[]; at: number },
  name: string,
  value: Value | undefined,
): boolean {
  if (value instanceof Float64Array) layer.columns[name] = value;
  else if (name === "x" && typeof value === "number") layer.at = value;
  else if (name === "ys" && Array.isArray(value)) layer.ys = value as readonly Float64Array[];
  else if (name === "names" && Array.isArray(value)) layer.names = value as readonly string[];
  else return false;
  return true;
}

export interface Extents {
  readonly x: Extent;
  readonly y: Extent;
}

/**
 * What the axes should cover: all of a line's and a surface's x; of y what the points, the surface and the truth need. A
 * fitted curve counts only where there is nothing else, because a wild polynomial would flatten everything that it is
 * compared with. Beside the identity both axes have the same range, so that the diagonal is one.
 */
export function extents(layers: readonly Layer[], logX = false, logY = false): Extents {
  const x = new Extent(logX);
  const y = new Extent(logY);
  const points = layers.filter(({ spec }) => spec.mark === "points").map(({ columns }) => columns);
  const surfaces = layers.filter(({ spec }) => spec.mark === "surface");
  const references = layers.flatMap(({ spec }) => (spec.mark === "reference" ? [spec.line] : []));
  if (references.includes("identity")) {
    x.includeBody(points.flatMap((columns) => [columns.x, columns.y]));
    for (const { columns } of surfaces) {
      includeCells(x, columns.x);
      includeCells(x, columns.y);
    }
    for (const { spec, columns } of layers) {
      if (spec.mark !== "line") continue;
      x.includeAll(columns.x);
      x.includeAll(columns.y);
    }
    return { x, y: x };
  }
  x.includeBody(points.map((columns) => columns.x));
  y.includeBody(points.map((columns) => columns.y));
  for (const { columns } of surfaces) {
    includeCells(x, columns.x);
    includeCells(y, columns.y);
  }
  for (const { spec, columns, names, ys } of layers) {
    if (spec.mark === "line" || spec.mark === "lines" || spec.mark === "band") x.includeAll(columns.x);
    if (spec.mark === "line" && spec.role === "truth") y.includeAll(columns.y);
    // Of named lines the farthest is what one looks for.
    if (spec.mark === "lines" && names.length > 0) for (const column of ys) y.includeAll(column);
  }
  if (y.empty) y.includeBody(layers.flatMap(({ spec, columns }) => (spec.mark === "line" ? [columns.y] : [])));
  if (y.empty) y.includeBody(layers.flatMap(({ ys }) => ys));
  if (references.includes("zero") && !y.empty) y.include(0);
  return { x, y };
}

/** From the outer edge of the first cell to that of the last; the centres are evenly spaced. */
function includeCells(extent: Extent, centres: Float64Array): void {
  const last = centres.length - 1;
  if (last < 0) return;
  const half = last > 0 ? (centres[last] - centres[0]) / last / 2 : 0;
  extent.include(extent.positive ? centres[0] : centres[0] - half);
  extent.include(extent.positive ? centres[last] : centres[last] + half);
}
