import { dashOfPin, pinName } from "../chart/ghosts";
import { stagesOf, type ScoreRow, type ScoresSpec } from "../chart/spec";
import { hub } from "../live/hub";
import type { View } from "../live/painter";
import { changed, valueText, type Pin } from "../live/pins";
import { score, signed } from "../numbers/text";
import { pins } from "./pinned";
import { uniqueId } from "./unique-id";
import { write } from "./write";
import { text } from "../text/texts";

const PARTS = ["train", "test"] as const;
const PART_NAMES = { train: "client.pin.train", test: "client.pin.test" } as const;
const SAME = text("client.pin.same");

interface Column {
  readonly label: string;
  readonly path: string;
  readonly better: ScoreRow["better"];
}

/**
 * `<iml-pins spec labels>`: the table of pinned fits, each with what differs now and with its scores beside the present
 * ones. Without pins it is no view at all, and costs nothing.
 */
export class PinsElement extends HTMLElement implements View {
  /** Its table is small, and a reader of the screen may be in it. */
  readonly inSight = true;
  stages: ReadonlySet<string> = new Set();
  #columns: readonly Column[] = [];
  #labels: Readonly<Record<string, string>> = {};
  #rows: Row[] = [];
  #known: ReadonlySet<number> = new Set();
  #release: (() => void)[] = [];
  readonly #card = document.createElement("div");
  readonly #body = document.createElement("tbody");
  readonly #spoken = document.createElement("p");

  connectedCallback(): void {
    const { rows }: ScoresSpec = JSON.parse(this.getAttribute("spec")!);
    this.#labels = JSON.parse(this.getAttribute("labels")!);
    this.#columns = rows.flatMap((row) => PARTS.map((part) => ({ label: `${row.label} ${text(PART_NAMES[part])}`, path: row[part], better: row.better })));
    this.stages = stagesOf(this.#columns.map(({ path }) => path));
    this.#build();
    this.#release = [pins.events.on("changed", () => this.#change()), hub.events.on("values", () => this.#hear())];
    pins.follow(this.#columns.map(({ path }) => path));
  }

  disconnectedCallback(): void {
    pins.follow([]);
    this.#release.forEach((release) => release());
    hub.removeView(this);
  }

  readonly leads = false;
  readonly pause = 250;

  draw(): void {
    for (const row of this.#rows) row.draw(this.#labels);
  }

  stamp(version: number): void {
    this.#card.dataset.revision = String(version);
  }

  /** Values may change although no score does. */
  #hear(): void {
    if (this.#rows.length > 0) hub.redraw(this);
  }

  #change(): void {
    const numbers = new Set(pins.list.map(({ number }) => number));
    for (const pin of pins.list) if (!this.#known.has(pin.number)) this.#say(text("client.pin.pinned", pinName(pin)));
    for (const number of this.#known) if (!numbers.has(number)) this.#say(text("client.pin.removed", pinName({ number })));
    this.#known = numbers;
    this.#rows = pins.list.map(
      (pin) => this.#rows.find((row) => row.pin === pin) ?? new Row(pin, this.#columns, (news) => this.#say(news)),
    );
    this.#body.replaceChildren(...this.#rows.map((row) => row.element));
    this.#card.hidden = this.#rows.length === 0;
    if (this.#rows.length === 0) {
      hub.removeView(this);
    } else {
      hub.addView(this);
    }
  }

  #say(news: string): void {
    this.#spoken.textContent = news;
  }

  #build(): void {
    const title = document.createElement("h3");
    title.id = uniqueId("title");
    title.textContent = text("client.pin.title");
    this.#card.className = "iml-pinned";
    this.#card.setAttribute("role", "group");
    this.#card.setAttribute("aria-labelledby", title.id);
    this.#card.hidden = true;
    this.#spoken.className = "iml-hidden";
    this.#spoken.setAttribute("aria-live", "polite");
    const table = document.createElement("table");
    table.className = "iml-rows";
    const head = table.createTHead().insertRow();
    for (const name of [text("client.pin.fit"), text("client.pin.differs"), ...this.#columns.map(({ label }) => label)]) {
      const cell = document.createElement("th");
      cell.scope = "col";
      cell.textContent = name;
      head.append(cell);
    }
    head.insertCell();
    table.append(this.#body);
    const scroll = document.createElement("div");
    scroll.className = "iml-scroll";
    scroll.tabIndex = 0;
    scroll.setAttribute("role", "region");
    scroll.setAttribute("aria-labelledby", title.id);
    scroll.append(table);
    this.#card.replaceChildren(title, scroll);
    this.replaceChildren(this.#spoken, this.#card);
  }
}

class Row {
  readonly element = document.createElement("tr");
  readonly pin: Pin;
  readonly #columns: readonly Column[];
  readonly #differs: HTMLTableCellElement;
  readonly #changes: readonly HTMLElement[];
  readonly #restore: HTMLButtonElement;

  constructor(pin: Pin, columns: readonly Column[], say: (news: string) => void) {
    this.pin = pin;
    this.#columns = columns;
    const name = document.createElement("th");
    name.scope = "row";
    name.innerHTML = `<svg viewBox="0 0 28 8" width="28" height="8" fill="none" aria-hidden="true"><path d="M1 4H27" stroke="var(--iml-ghost)" stroke-width="2" stroke-linecap="round" stroke-dasharray="${dashOfPin(pin).join(" ")}"/></svg>`;
    name.append(pinName(pin));
    this.element.append(name);
    this.#differs = this.element.insertCell();
    this.#differs.className = "iml-differs";
    this.#changes = columns.map(({ path }) => {
      const cell = this.element.insertCell();
      const change = document.createElement("small");
      change.className = "iml-change";
      cell.append(score(pin.scores.get(path)), change);
      return change;
    });
    this.#restore = button(text("client.pin.restore"), text("client.pin.restore.of", pinName(pin)),  (event) => {
      const values = changed(pin.values, hub.values);
      if (Object.keys(values).length === 0) return;
      hub.setAll(values, event.timeStamp);
      say(text("client.pin.restored", pinName(pin)));
    });
    const remove = button(text("client.pin.remove"), text("client.pin.remove.of", pinName(pin)), () => {
      const next = this.element.nextElementSibling ?? this.element.previousElementSibling;
      pins.remove(pin.number);
      (next?.querySelector<HTMLElement>("button:last-child") ?? document.querySelector<HTMLElement>(".iml-pin"))?.focus();
    });
    this.element.insertCell().append(this.#restore, remove);
  }

  draw(labels: Readonly<Record<string, string>>): void {
    const now = hub.values;
    const differences = Object.entries(changed(this.pin.values, now)).map(
      ([id, then]) => `${labels[id] ?? id} ${named(labels, id, then)} → ${named(labels, id, now[id])}`,
    );
    write(this.#differs, differences.length === 0 ? SAME : differences.join(", "));
    this.#restore.setAttribute("aria-disabled", String(differences.length === 0));
    this.#columns.forEach((column, i) => this.#compare(column, this.#changes[i]));
  }

  /** How the present score differs from the pinned one. */
  #compare({ path, better }: Column, cell: HTMLElement): void {
    const then = this.pin.scores.get(path);
    const now = pins.score(path);
    const change = then === undefined || now === undefined ? 0 : now - then;
    const visible = score(Math.abs(change)) !== score(0);
    write(cell, visible ? text("client.pin.now", signed(change)) : "");
    cell.dataset.verdict = visible ? (change > 0 === (better === "higher") ? "better" : "worse") : "";
  }
}

/** Choices have names of their own. */
function named(labels: Readonly<Record<string, string>>, id: string, value: unknown): string {
  return labels[`${id}=${String(value)}`] ?? valueText(value);
}

function button(label: string, name: string, click: (event: Event) => void): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = label;
  element.setAttribute("aria-label", name);
  element.addEventListener("click", click);
  return element;
}
