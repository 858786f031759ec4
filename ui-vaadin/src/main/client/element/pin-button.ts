import { MOST_PINS, type PinnedLine } from "../live/pins";
import { pins } from "./pinned";
import { text } from "../text/texts";

const PIN = '<path d="M5.5 2h5l-.75 5 2.25 2.5h-8L6.25 7zM8 9.5V14"/>';

/** The button that keeps the present fit as a ghost. */
export class PinButton {
  readonly element = document.createElement("button");
  readonly #release: () => void;

  /** @param lines copies of the curves to keep */
  constructor(lines: () => readonly PinnedLine[]) {
    this.element.type = "button";
    this.element.className = "iml-pin";
    this.element.innerHTML = `<svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round" aria-hidden="true">${PIN}</svg>`;
    this.element.append(text("client.pin.pin"));
    this.element.addEventListener("click", () => pins.add(lines()));
    this.#release = pins.events.on("changed", () => this.#show());
    this.#show();
  }

  release(): void {
    this.#release();
  }

  /** Stays focusable when there is no room: who has just pressed it must not lose their place. */
  #show(): void {
    this.element.setAttribute("aria-disabled", String(pins.full));
    this.element.title = pins.full
      ? text("client.pin.full", MOST_PINS)
      : text("client.pin.help");
  }
}
