import { hub, type Control } from "../live/hub";
import { write } from "./write";
import { countText, text } from "../text/texts";

/** `<iml-points data-parameter label>`: how many points are painted, and a way to be rid of them. */
export class PointsElement extends HTMLElement implements Control {
  readonly #count = document.createElement("span");
  readonly #remove = document.createElement("button");
  readonly #message = document.createElement("p");

  get parameter(): string {
    return this.dataset.parameter ?? "";
  }

  get held(): boolean {
    return false;
  }

  connectedCallback(): void {
    const label = document.createElement("span");
    label.className = "iml-points-label";
    label.textContent = this.getAttribute("label") ?? this.parameter;
    this.#remove.type = "button";
    this.#remove.textContent = text("client.points.remove");
    this.#remove.onclick = (event) => hub.set(this.parameter, [], "now", event.timeStamp);
    this.#message.className = "iml-message";
    this.#message.setAttribute("aria-live", "polite");
    this.replaceChildren(label, this.#count, this.#remove, this.#message);
    this.show([]);
    hub.addControl(this);
  }

  disconnectedCallback(): void {
    hub.removeControl(this);
  }

  show(value: unknown): void {
    const count = Array.isArray(value) ? value.length : 0;
    write(this.#count, count === 0 ? text("client.points.none") : countText("client.points", count));
    if (this.#remove.hidden !== (count === 0)) this.#remove.hidden = count === 0;
  }

  complain(message: string | undefined): void {
    write(this.#message, message ?? "");
  }
}
