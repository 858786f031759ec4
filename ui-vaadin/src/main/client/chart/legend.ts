import { palette } from "./palette";
import { dashOf, shapeOf, widthOf, type Shape } from "./roles";
import type { LayerSpec } from "./spec";

const SHAPES: Readonly<Record<Shape, string>> = {
  circle: '<circle cx="11" cy="7" r="4.5" fill="currentColor"/>',
  diamond: '<path d="M11 1l6 6-6 6-6-6z" fill="currentColor"/>',
  square: '<path d="M7 3h8v8h-8z" fill="currentColor"/>',
  triangle: '<path d="M11 1.5l5.5 10h-11z" fill="currentColor"/>',
};
const BAND = '<rect x="1" y="1" width="20" height="12" rx="2" fill="currentColor" opacity=".25"/>';
const FAN = '<path d="M1 4C8 10 14 1 21 6M1 8C8 13 14 5 21 9M1 12C8 6 14 12 21 3" stroke="currentColor" opacity=".6"/>';

/** One entry per named layer that needs one; entries of absent layers are hidden. */
export class Legend {
  readonly element = document.createElement("ul");
  readonly #entries = new Map<LayerSpec, HTMLLIElement>();
  #added: readonly HTMLLIElement[] = [];

  constructor(layers: readonly LayerSpec[]) {
    this.element.className = "iml-legend";
    for (const layer of layers) {
      const entry = entryOf(layer);
      if (entry === undefined) continue;
      entry.hidden = true;
      this.#entries.set(layer, entry);
      this.element.append(entry);
    }
    this.element.hidden = this.#entries.size === 0;
  }

  /** Adds entries for these layers after those of the plot itself, instead of the ones it was last told to add. */
  append(layers: readonly LayerSpec[]): void {
    this.#added.forEach((entry) => entry.remove());
    this.#added = layers.flatMap((layer) => entryOf(layer) ?? []);
    this.element.append(...this.#added);
  }

  show(present: ReadonlySet<LayerSpec>): void {
    for (const [layer, entry] of this.#entries) {
      const hidden = !present.has(layer);
      if (entry.hidden !== hidden) entry.hidden = hidden;
    }
  }
}

/** Not for what is named where it is drawn, or needs no name. */
export function hasEntry(layer: LayerSpec): layer is Exclude<LayerSpec, { mark: "reference" | "marker" }> {
  return layer.mark !== "reference" && layer.mark !== "marker" && (layer.mark !== "lines" || layer.names === undefined);
}

function entryOf(layer: LayerSpec): HTMLLIElement | undefined {
  if (!hasEntry(layer)) return undefined;
  const entry = document.createElement("li");
  if (layer.mark === "surface") {
    const swatch = document.createElement("i");
    swatch.className = `iml-swatch iml-swatch-${layer.palette}`;
    entry.append(swatch);
  } else {
    entry.innerHTML = `<svg viewBox="0 0 22 14" width="22" height="14" fill="none" aria-hidden="true">${symbol(layer)}</svg>`;
    entry.style.setProperty("--iml-colour", `var(--iml-${palette.named(layer.role)})`);
  }
  entry.append(layer.label);
  return entry;
}

function symbol(layer: Extract<LayerSpec, { role: string }>): string {
  switch (layer.mark) {
    case "band":
      return BAND;
    case "lines":
      return FAN;
    case "points":
      return SHAPES[shapeOf(layer.role)];
    case "line": {
      const width = widthOf(layer.role);
      const dash = (layer.dash ?? dashOf(layer.role)).map((length) => Math.round(length * 0.75)).join(" ");
      return `<path d="M1 7H21" stroke="currentColor" stroke-width="${width}" stroke-dasharray="${dash}"/>`;
    }
  }
}
