import type { LayerSpec } from "./spec";

const SYMBOLS: Readonly<Record<string, string>> = {
  line: '<path d="M1 7H21" stroke="currentColor" stroke-width="3" stroke-linecap="round"/>',
  truth: '<path d="M1 7H21" stroke="currentColor" stroke-width="2" stroke-dasharray="5 4"/>',
  band: '<rect x="1" y="1" width="20" height="12" rx="2" fill="currentColor" opacity=".25"/>',
  circle: '<circle cx="11" cy="7" r="4.5" fill="currentColor"/>',
  diamond: '<path d="M11 1l6 6-6 6-6-6z" fill="currentColor"/>',
};

/** One entry per named layer; entries of absent layers are hidden. */
export class Legend {
  readonly element = document.createElement("ul");
  readonly #entries = new Map<LayerSpec, HTMLLIElement>();

  constructor(layers: readonly LayerSpec[]) {
    this.element.className = "iml-legend";
    for (const layer of layers) {
      if (layer.mark === "reference") continue;
      const entry = document.createElement("li");
      entry.innerHTML = `<svg viewBox="0 0 22 14" width="22" height="14" fill="none" aria-hidden="true">${symbol(layer)}</svg>`;
      entry.style.setProperty("--iml-colour", `var(--iml-${layer.role}, var(--iml-ink))`);
      entry.append(layer.label);
      entry.hidden = true;
      this.#entries.set(layer, entry);
      this.element.append(entry);
    }
  }

  show(present: ReadonlySet<LayerSpec>): void {
    for (const [layer, entry] of this.#entries) {
      const hidden = !present.has(layer);
      if (entry.hidden !== hidden) entry.hidden = hidden;
    }
  }
}

function symbol(layer: Exclude<LayerSpec, { mark: "reference" }>): string {
  if (layer.mark === "points") return layer.role === "test" ? SYMBOLS.diamond : SYMBOLS.circle;
  return layer.mark === "line" && layer.role === "truth" ? SYMBOLS.truth : SYMBOLS[layer.mark];
}
