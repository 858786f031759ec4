const SEEN = "iml-hint-seen";

/** `<iml-hint>`: a line for a first visit. Any of its buttons puts it away for good. */
export class HintElement extends HTMLElement {
  connectedCallback(): void {
    this.toggleAttribute("data-shown", localStorage.getItem(SEEN) === null);
    this.addEventListener("click", this.#clicked);
  }

  disconnectedCallback(): void {
    this.removeEventListener("click", this.#clicked);
  }

  readonly #clicked = (event: Event): void => {
    if ((event.target as Element).closest("vaadin-button") === null) return;
    localStorage.setItem(SEEN, "1");
    this.removeAttribute("data-shown");
  };
}
