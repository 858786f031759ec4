import { hub } from "../live/hub";
import { readable } from "../numbers/text";
import type { Value } from "../wire/frame";
import { Cures } from "./cures";
import { ViewElement } from "./view-element";
import { translated } from "../text/messages";
import { text } from "../text/texts";
import { hide, write } from "./write";

interface NotesSpec {
  readonly title: string;
  readonly notes: readonly { readonly label: string; readonly value: string }[];
}

/** As many facts as take no more room than the scores. */
const BESIDE_SCORES = 6;

/** `<iml-notes data-view spec>`: short facts in words, each at a path; a fact that is not true is a warning. What helps is a button. */
export class NotesElement extends ViewElement<NotesSpec> {
  readonly #facts: { readonly label: string; readonly path: readonly string[]; readonly line: HTMLElement }[] = [];
  readonly #cures = new Cures();
  #stages: ReadonlySet<string> = new Set();

  get stages(): ReadonlySet<string> {
    return this.#stages;
  }

  override get pause(): number {
    return 250;
  }

  protected override get drawnStages(): ReadonlySet<string> {
    return new Set(this.#facts.flatMap(({ path, line }) => (line.hidden ? [] : [path[0]!])));
  }

  draw(): void {
    this.showProblems();
    let warning = false;
    let told = 0;
    for (const { label, path, line } of this.#facts) {
      const value = hub.at(path);
      write(line, words(label, value));
      hide(line, line.textContent === "");
      warning ||= value === false;
      if (!line.hidden) told++;
    }
    this.toggleAttribute("data-warning", warning);
    this.toggleAttribute("data-tall", told > BESIDE_SCORES);
    this.#cures.show(this.#stages);
  }

  protected build(body: HTMLElement, spec: NotesSpec): void {
    this.#facts.length = 0;
    for (const { label, value } of spec.notes) {
      const line = document.createElement("p");
      body.append(line);
      this.#facts.push({ label, path: value.split("."), line });
    }
    this.#stages = new Set(this.#facts.map(({ path }) => path[0]!));
    this.append(this.#cures.element);
  }
}

/** A fact as a person would write it; nothing where there is no value. */
function words(label: string, value: Value | undefined): string {
  if (typeof value === "boolean") return value ? label : text("client.not", label);
  if (typeof value === "number") return `${label} ${readable(value)}`;
  if (typeof value === "string") return value === "" ? "" : `${label} ${translated(value)}`.trim();
  return Array.isArray(value) ? value.map((one) => translated(String(one))).join("; ") : "";
}
