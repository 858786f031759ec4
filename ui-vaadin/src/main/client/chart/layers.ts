import type { Outcomes } from "../live/hub";
import { Extent } from "../numbers/spread";
import { columnPaths, pathOf, type LayerSpec, type PlotSpec } from "./spec";

/** A layer and the columns it draws now. */
export interface Layer {
  readonly spec: LayerSpec;
  readonly columns: Readonly<Record<string, Float64Array>>;
  /** Its stage did not finish for the current version: what is drawn is older. */
  readonly old: boolean;
}

/** Finds the columns of each layer; a layer that lacks one is absent, such as the band of a model that has none. */
export class LayerSource {
  readonly #layers: readonly { spec: LayerSpec; paths: [string, readonly string[]][] }[];

  readonly #outcomes: Outcomes;

  constructor(spec: PlotSpec, outcomes: Outcomes) {
    this.#outcomes = outcomes;
    this.#layers = spec.layers.map((layer) => ({
      spec: layer,
      paths: Object.entries(columnPaths(layer)).map(([name, path]) => [name, pathOf(path)]),
    }));
  }

  present(): Layer[] {
    const present: Layer[] = [];
    for (const { spec, paths } of this.#layers) {
      const columns: Record<string, Float64Array> = {};
      let old = false;
      let complete = true;
      for (const [name, path] of paths) {
        const column = this.#outcomes.at(path);
        if (column instanceof Float64Array) columns[name] = column;
        else complete = false;
        old ||= this.#outcomes.stage(path[0]).problems.length > 0;
      }
      if (complete) present.push({ spec, columns, old });
    }
    return present;
  }
}

export interface Extents {
  readonly x: Extent;
  readonly y: Extent;
}

/**
 * What the axes should cover: all of a line's x; of y what the points and the truth need. A fitted curve counts only
 * where there is nothing else, because a wild polynomial would flatten everything that it is compared with. Beside the
 * identity both axes have the same range, so that the diagonal is one.
 */
export function extents(layers: readonly Layer[]): Extents {
  const x = new Extent();
  const y = new Extent();
  const points = layers.filter(({ spec }) => spec.mark === "points").map(({ columns }) => columns);
  const references = layers.flatMap(({ spec }) => (spec.mark === "reference" ? [spec.line] : []));
  if (references.includes("identity")) {
    x.includeBody(points.flatMap((columns) => [columns.x, columns.y]));
    return { x, y: x };
  }
  x.includeBody(points.map((columns) => columns.x));
  y.includeBody(points.map((columns) => columns.y));
  for (const { spec, columns } of layers) {
    if (spec.mark === "line" || spec.mark === "band") x.includeAll(columns.x);
    if (spec.mark === "line" && spec.role === "truth") y.includeAll(columns.y);
  }
  if (y.empty) y.includeBody(layers.flatMap(({ spec, columns }) => (spec.mark === "line" ? [columns.y] : [])));
  if (references.includes("zero") && !y.empty) y.include(0);
  return { x, y };
}
