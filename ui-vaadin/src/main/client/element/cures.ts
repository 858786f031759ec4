import { hub } from "../live/hub";
import { translated } from "../text/messages";
import { text } from "../text/texts";
import type { Cure } from "../wire/frame";

/** Buttons that make the changes which stages in trouble offer. Each is a change like any other: undo takes it back. */
export class Cures {
  readonly element = document.createElement("div");
  #shown: readonly Cure[] = [];

  constructor() {
    this.element.className = "iml-cures";
    this.element.setAttribute("role", "group");
    this.element.setAttribute("aria-label", text("client.cures.title"));
    this.element.hidden = true;
  }

  /** Shows what these stages offer. */
  show(stages: Iterable<string>): void {
    const cures: Cure[] = [];
    for (const stage of stages) {
      for (const cure of hub.stage(stage).cures) if (cures.every(({ label }) => label !== cure.label)) cures.push(cure);
    }
    if (same(cures, this.#shown)) return;
    this.#shown = cures;
    const focused = this.element.contains(document.activeElement);
    this.element.replaceChildren(...cures.map(button));
    if (focused) focusOn(this.element.parentElement);
    this.element.hidden = cures.length === 0;
  }
}

/** A button that has done its work is gone: the keyboard goes on from where it was. */
function focusOn(place: HTMLElement | null): void {
  if (place === null) return;
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

function button(cure: Cure): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = translated(cure.label);
  element.addEventListener("click", ({ timeStamp }) => hub.setAll(cure.set, timeStamp));
  return element;
}

/** A label says what a cure sets, so equal labels are equal cures. */
function same(left: readonly Cure[], right: readonly Cure[]): boolean {
  return left.length === right.length && left.every(({ label }, i) => label === right[i].label);
}
