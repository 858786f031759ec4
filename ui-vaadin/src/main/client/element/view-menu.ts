import { arrangement } from "./arranged";
import { text } from "../text/texts";

/** `<iml-view-menu>`: which views are on the page. Escape closes it, or else makes a large view small again. */
export class ViewMenuElement extends HTMLElement {
  readonly #details = document.createElement("details");
  readonly #summary = document.createElement("summary");
  readonly #list = document.createElement("ul");
  #release: () => void = () => {};

  connectedCallback(): void {
    this.#summary.textContent = text("client.views");
    this.#details.replaceChildren(this.#summary, this.#list);
    this.replaceChildren(this.#details);
    this.#fill();
    this.#release = arrangement.events.on("changed", () => this.#fill());
    document.addEventListener("keydown", this.#key);
    document.addEventListener("pointerdown", this.#outside);
  }

  disconnectedCallback(): void {
    this.#release();
    document.removeEventListener("keydown", this.#key);
    document.removeEventListener("pointerdown", this.#outside);
  }

  /** Boxes stay when their views do, so that the focus does too. */
  #fill(): void {
    const ids = [...arrangement.views.keys()];
    const boxes = this.#list.querySelectorAll("input");
    if (boxes.length !== ids.length || ids.some((id, i) => boxes[i].value !== id)) {
      this.#list.replaceChildren(...[...arrangement.views].map(([id, title]) => entry(id, title)));
    }
    for (const box of this.#list.querySelectorAll("input")) box.checked = !arrangement.isHidden(box.value);
    const hidden = ids.filter((id) => arrangement.isHidden(id)).length;
    this.#summary.textContent = hidden === 0 ? text("client.views") : text("client.views.hidden", hidden);
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (this.#details.open) {
      this.#details.open = false;
      this.#summary.focus();
      return;
    }
    const { enlarged } = arrangement;
    if (enlarged === undefined) return;
    arrangement.enlarge(undefined);
    document.querySelector<HTMLElement>(`[data-view="${enlarged}"] .iml-enlarge`)?.focus();
  };

  readonly #outside = (event: Event): void => {
    if (!this.contains(event.target as Node)) this.#details.open = false;
  };
}

function entry(id: string, title: string): HTMLLIElement {
  const item = document.createElement("li");
  const label = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.value = id;
  box.addEventListener("change", () => arrangement.hide(id, !box.checked));
  label.append(box, title);
  item.append(label);
  return item;
}
