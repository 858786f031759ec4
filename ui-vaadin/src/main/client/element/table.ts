import { pathOf, stagesOf, type TableSpec } from "../chart/spec";
import { hub } from "../live/hub";
import { exact, readable } from "../numbers/text";
import { ViewElement } from "./view-element";
import { write } from "./write";

const MOST_ROWS = 200;
/** Columns that fit the width of one card. */
const NARROW = 4;

/** `<iml-table data-view spec>`: a row for each name; a column that is not reported stays empty. */
export class TableElement extends ViewElement<TableSpec> {
  #stages: ReadonlySet<string> = new Set();
  #shown = "";
  #rows: HTMLTableRowElement[] = [];
  readonly #body = document.createElement("tbody");

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
    if (!Array.isArray(names)) return;
    const shown = (names as readonly string[]).slice(0, MOST_ROWS);
    if (this.#shown !== shown.join("\n")) this.#rebuild(shown);
    this.spec.columns.forEach(({ values }, column) => {
      const at = hub.at(pathOf(values));
      this.#rows.forEach((row, i) => {
        const cell = row.cells[column + 1];
        const value = at instanceof Float64Array || Array.isArray(at) ? at[i] : undefined;
        write(cell, typeof value === "number" ? readable(value) : typeof value === "string" ? value : "–");
        const title = typeof value === "number" ? exact(value) : "";
        if (cell.title !== title) cell.title = title;
      });
    });
  }

  protected build(body: HTMLElement, spec: TableSpec): void {
    this.#stages = stagesOf([spec.names, ...spec.columns.map(({ values }) => values)]);
    this.#shown = "";
    this.toggleAttribute("data-wide", spec.columns.length > NARROW);
    const table = document.createElement("table");
    table.className = "iml-rows";
    const head = table.createTHead().insertRow();
    for (const text of ["", ...spec.columns.map(({ label }) => label)]) {
      const cell = document.createElement(text === "" ? "td" : "th");
      if (text !== "") cell.setAttribute("scope", "col");
      cell.textContent = text;
      head.append(cell);
    }
    table.append(this.#body);
    const scroll = document.createElement("div");
    scroll.className = "iml-scroll";
    scroll.tabIndex = 0;
    scroll.setAttribute("role", "region");
    scroll.setAttribute("aria-label", spec.title);
    scroll.append(table);
    body.append(scroll);
  }

  #rebuild(names: readonly string[]): void {
    this.#shown = names.join("\n");
    this.#body.replaceChildren();
    this.#rows = names.map((name) => {
      const row = this.#body.insertRow();
      const head = document.createElement("th");
      head.scope = "row";
      head.textContent = name;
      row.append(head);
      for (let i = 0; i < this.spec!.columns.length; i++) row.insertCell();
      return row;
    });
  }
}
