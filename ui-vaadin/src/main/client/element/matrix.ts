import { MatrixPicture, type MatrixCell } from "../chart/matrix-picture";
import { pathOf, stagesOf, type MatrixSpec } from "../chart/spec";
import { hub } from "../live/hub";
import { readable } from "../numbers/text";
import { SaveMenu } from "./save-menu";
import { ViewElement } from "./view-element";
import { write } from "./write";

/**
 * `<iml-matrix data-view spec>`: a square of numbers, each cell shaded: counts by their share of the row, correlations by
 * sign and size. It is a table, so it needs no other behind it.
 */
export class MatrixElement extends ViewElement<MatrixSpec> {
  #stages: ReadonlySet<string> = new Set();
  readonly #table = document.createElement("table");
  #names = "";
  #cells: HTMLTableCellElement[][] = [];

  get stages(): ReadonlySet<string> {
    return this.#stages;
  }

  protected override get arranged(): boolean {
    return true;
  }

  draw(): void {
    this.showProblems();
    if (this.spec === undefined) return;
    const names = hub.at(pathOf(this.spec.names));
    const rows = hub.at(pathOf(this.spec.values));
    if (!Array.isArray(names) || !Array.isArray(rows)) return;
    if (this.#names !== names.join("\n")) this.#rebuild(this.spec, names as readonly string[]);
    this.#cells.forEach((cells, i) => {
      const row = rows[i];
      if (row instanceof Float64Array) this.#fill(cells, row, i);
    });
  }

  protected build(body: HTMLElement, spec: MatrixSpec): void {
    this.#stages = stagesOf([spec.names, spec.values]);
    this.#table.className = `iml-grid iml-${spec.shade}`;
    this.#names = "";
    const scroll = document.createElement("div");
    scroll.className = "iml-scroll";
    scroll.tabIndex = 0;
    scroll.setAttribute("role", "region");
    scroll.setAttribute("aria-label", spec.title);
    scroll.append(this.#table);
    body.append(scroll);
  }

  protected override tools(): readonly HTMLElement[] {
    const spec = this.spec!;
    const save = new SaveMenu(spec.title, spec.id, (measure) => {
      const names = hub.at(pathOf(spec.names));
      const rows = hub.at(pathOf(spec.values));
      if (!Array.isArray(names) || !Array.isArray(rows)) return undefined;
      const cells = rows.map((row, i) => (row instanceof Float64Array ? shaded(spec.shade, row, i) : []));
      return new MatrixPicture(spec, names as readonly string[], cells, measure);
    });
    return [save.element];
  }

  #fill(cells: readonly HTMLTableCellElement[], row: Float64Array, i: number): void {
    shaded(this.spec!.shade, row, i).forEach(({ text, share, sign }, j) => {
      const cell = cells[j];
      write(cell, text);
      cell.style.setProperty("--iml-share", share.toFixed(3));
      cell.dataset.sign = sign;
    });
  }

  #rebuild(spec: MatrixSpec, names: readonly string[]): void {
    this.#names = names.join("\n");
    this.#table.replaceChildren();
    const head = this.#table.createTHead();
    // Correlations have the same things on both sides: their names say enough.
    const sides = spec.rowLabel !== spec.columnLabel;
    if (sides) {
      const over = head.insertRow();
      over.append(heading("", "td"), heading("", "td"));
      const label = heading(spec.columnLabel, "th");
      label.colSpan = names.length;
      over.append(label);
    }
    const top = head.insertRow();
    top.append(heading(sides ? spec.rowLabel : "", sides ? "th" : "td"), heading("", "td"), ...names.map((name) => heading(name, "th")));
    const body = this.#table.createTBody();
    this.#cells = names.map((name) => {
      const row = body.insertRow();
      const first = heading(name, "th");
      first.scope = "row";
      first.colSpan = 2;
      row.append(first);
      return names.map(() => row.insertCell());
    });
  }
}

function shaded(shade: MatrixSpec["shade"], row: Float64Array, i: number): readonly MatrixCell[] {
  const counts = shade === "count";
  const whole = counts ? row.reduce((sum, value) => sum + value, 0) : 1;
  return Array.from(row, (value, j) => ({
    text: readable(counts ? value : Number(value.toFixed(3))),
    share: whole === 0 || !Number.isFinite(value) ? 0 : Math.min(1, Math.abs(value / whole)),
    sign: counts ? (i === j ? "right" : "wrong") : value < 0 ? "negative" : "positive",
  }));
}

function heading(text: string, tag: "th" | "td"): HTMLTableCellElement {
  const cell = document.createElement(tag);
  if (tag === "th") cell.scope = "col";
  cell.textContent = text;
  return cell;
}
