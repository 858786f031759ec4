import { exact } from "../numbers/text";
import { text } from "../text/texts";

export interface TableData {
  readonly caption: string;
  readonly head: readonly string[];
  readonly columns: readonly (Float64Array | readonly string[])[];
}

const MOST_ROWS = 200;

/** The disclosure under every plot: its numbers as tables, built only while someone looks. */
export class TableAlternative {
  readonly element = document.createElement("details");
  readonly #body = document.createElement("div");
  readonly #data: () => readonly TableData[];

  constructor(title: string, data: () => readonly TableData[]) {
    this.#data = data;
    const summary = document.createElement("summary");
    summary.textContent = text("client.table.show");
    const of = document.createElement("span");
    of.className = "iml-hidden";
    of.textContent = `: ${title}`;
    summary.append(of);
    this.#body.className = "iml-tables";
    this.#body.tabIndex = 0;
    this.#body.setAttribute("role", "region");
    this.#body.setAttribute("aria-label", text("client.table.name", title));
    this.element.className = "iml-table";
    this.element.append(summary, this.#body);
    this.element.addEventListener("toggle", () => this.refresh());
  }

  refresh(): void {
    this.#body.replaceChildren(...(this.element.open ? this.#data().map(table) : []));
  }
}

/** The rows to show of so many: all, or evenly spread ones. */
export function shownRows(count: number): number[] {
  const shown = Math.min(count, MOST_ROWS);
  return Array.from({ length: shown }, (_, i) => (shown === count ? i : Math.floor((i * (count - 1)) / (shown - 1))));
}

function table({ caption, head, columns }: TableData): HTMLTableElement {
  const count = Math.min(...columns.map((column) => column.length));
  const rows = shownRows(count);
  const element = document.createElement("table");
  element.createCaption().textContent =
    rows.length === count ? `${caption} (${count})` : text("client.table.some", caption, rows.length, count);
  const header = element.createTHead().insertRow();
  for (const name of head) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = name;
    header.append(cell);
  }
  const body = element.createTBody();
  for (const i of rows) {
    const row = body.insertRow();
    for (const column of columns) {
      const value = column[i];
      row.insertCell().textContent = typeof value === "number" ? exact(value) : value;
    }
  }
  return element;
}
