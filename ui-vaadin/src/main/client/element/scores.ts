import { pathOf, stagesOf, type ScoreRow, type ScoresSpec } from "../chart/spec";
import { hub } from "../live/hub";
import { RUNNING, score, signed } from "../numbers/text";
import { ViewElement } from "./view-element";
import { write } from "./write";
import { translated } from "../text/messages";
import { text } from "../text/texts";

type Part = "train" | "test";
const PARTS: readonly Part[] = ["train", "test"];
const PART_NAMES = { train: text("client.score.train"), test: text("client.score.test") };

/** `<iml-scores data-view spec>`: training and test numbers, their change since the last rest, and the gap between them. */
export class ScoresElement extends ViewElement<ScoresSpec> {
  #stages: ReadonlySet<string> = new Set();
  #rows: Row[] = [];
  #about: { readonly path: readonly string[]; readonly line: HTMLElement }[] = [];
  readonly #spoken = document.createElement("p");

  get stages(): ReadonlySet<string> {
    return this.#stages;
  }

  override get leads(): boolean {
    return true;
  }

  override get pause(): number {
    return RUNNING;
  }

  draw(): void {
    this.showProblems();
    for (const row of this.#rows) row.draw();
    for (const { path, line } of this.#about) write(line, translated(String(hub.at(path) ?? "")));
  }

  protected build(body: HTMLElement, spec: ScoresSpec): void {
    this.#stages = stagesOf([...spec.about, ...spec.rows.flatMap((row) => [row.train, row.test])]);
    this.#rows = spec.rows.map((row) => new Row(row));
    this.#spoken.className = "iml-hidden";
    this.#spoken.setAttribute("aria-live", "polite");
    body.append(...this.#rows.map((row) => row.element), this.#spoken);
    this.#about = spec.about.map((path) => ({ path: pathOf(path), line: document.createElement("p") }));
    if (this.#about.length > 0) this.append(this.#explanation());
  }

  /** What people ask about these numbers, folded until they do. */
  #explanation(): HTMLElement {
    const details = document.createElement("details");
    details.className = "iml-about";
    const summary = document.createElement("summary");
    summary.textContent = text("client.about.title");
    details.append(summary, ...this.#about.map(({ line }) => line));
    return details;
  }

  protected override rested(): void {
    for (const row of this.#rows) row.rest();
    this.#spoken.textContent = this.#rows.map((row) => row.spoken()).join(". ");
  }
}

class Row {
  readonly element = document.createElement("section");
  readonly #spec: ScoreRow;
  readonly #cells: Record<Part, Cell>;
  readonly #gap = document.createElement("div");
  readonly #between = document.createElement("i");
  readonly #marks: Record<Part, HTMLElement> = { train: document.createElement("i"), test: document.createElement("i") };
  readonly #gapText = document.createElement("small");

  constructor(spec: ScoreRow) {
    this.#spec = spec;
    this.element.className = "iml-score";
    const label = document.createElement("h4");
    label.textContent = spec.label;
    const cells = PARTS.map((part) => new Cell(part, spec.better));
    this.#cells = { train: cells[0], test: cells[1] };
    this.#gap.className = "iml-gap";
    this.#gap.setAttribute("aria-hidden", "true");
    this.#between.className = "iml-gap-between";
    for (const part of PARTS) this.#marks[part].className = `iml-gap-${part}`;
    this.#gap.append(this.#between, this.#marks.train, this.#marks.test);
    const gapText = document.createElement("div");
    gapText.className = "iml-gap-text";
    gapText.append(this.#gapText);
    this.element.append(label, ...cells.map((cell) => cell.element), gapText, this.#gap);
  }

  draw(): void {
    const train = this.#value("train");
    const test = this.#value("test");
    this.#cells.train.draw(train);
    this.#cells.test.draw(test);
    write(this.#gapText, train === undefined || test === undefined ? "" : text("client.score.gap", score(Math.abs(train - test))));
    this.#gap.toggleAttribute("data-lone", train === undefined || test === undefined);
    const [trainAt, testAt] = this.#positions(train, test);
    this.#marks.train.style.transform = along(trainAt);
    this.#marks.test.style.transform = along(testAt);
    this.#between.style.transform = `${along(Math.min(trainAt, testAt))} scaleX(${Math.abs(trainAt - testAt).toFixed(4)})`;
  }

  rest(): void {
    for (const part of PARTS) this.#cells[part].rest(this.#value(part));
  }

  spoken(): string {
    return text("client.score.spoken", this.#spec.label, score(this.#value("train")), score(this.#value("test")));
  }

  #value(part: Part): number | undefined {
    const value = hub.at(pathOf(this.#spec[part]));
    return typeof value === "number" && Number.isFinite(value) ? value : undefined;
  }

  /** Shares of the track: scores on 0 … 1 as they are, errors relative to the larger of the two. */
  #positions(train = 0, test = 0): [number, number] {
    const whole = this.#spec.better === "higher" ? 1 : 1.15 * Math.max(train, test, Number.MIN_VALUE);
    return [share(train / whole), share(test / whole)];
  }
}

/** Moves what is as wide as the track to this share of it. */
function along(share: number): string {
  return `translateX(${(100 * share).toFixed(2)}%)`;
}

function share(value: number): number {
  return Math.min(1, Math.max(0, value));
}

class Cell {
  readonly element = document.createElement("div");
  readonly #better: ScoreRow["better"];
  readonly #number = document.createElement("strong");
  readonly #change = document.createElement("span");
  #base: number | undefined;
  #rested: number | undefined;

  constructor(part: Part, better: ScoreRow["better"]) {
    this.#better = better;
    this.element.className = `iml-number iml-${part}`;
    this.element.dataset.part = part;
    const name = document.createElement("small");
    name.textContent = PART_NAMES[part];
    this.#change.className = "iml-change";
    this.element.append(name, this.#number, this.#change);
  }

  draw(value: number | undefined): void {
    if (value !== this.#rested && this.#rested !== undefined) {
      this.#base = this.#rested;
      this.#rested = undefined;
    }
    write(this.#number, score(value));
    const change = value === undefined || this.#base === undefined ? 0 : value - this.#base;
    // What rounds to nothing is no change.
    const visible = Number(change.toPrecision(3)) !== 0 && score(Math.abs(change)) !== score(0);
    write(this.#change, visible ? `${change > 0 ? "▲" : "▼"} ${signed(change)}` : "");
    const good = change > 0 === (this.#better === "higher");
    const verdict = visible ? (good ? "better" : "worse") : "";
    if (this.#change.dataset.verdict !== verdict) this.#change.dataset.verdict = verdict;
  }

  /** The next change counts from here; what the last one was stays readable until then. */
  rest(value: number | undefined): void {
    this.#rested = value;
  }
}
