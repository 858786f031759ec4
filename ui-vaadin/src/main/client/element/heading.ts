import { arrangement } from "./arranged";
import { uniqueId } from "./unique-id";
import { write } from "./write";
import { text } from "../text/texts";

export type Standing = "draft" | "full" | "older";

const MEANINGS: Readonly<Record<Standing, string>> = {
  draft: text("client.standing.draft.meaning"),
  full: text("client.standing.full.meaning"),
  older: text("client.standing.older.meaning"),
};

const NAMES: Readonly<Record<Standing, string>> = {
  draft: text("client.standing.draft"),
  full: text("client.standing.full"),
  older: text("client.standing.older"),
};

const ENLARGE = '<path d="M9.5 2.5h4v4M13.5 2.5l-4.5 4.5M6.5 13.5h-4v-4M2.5 13.5l4.5-4.5"/>';
const SHRINK = '<path d="M13 7h-4V3M9 7l4.5-4.5M3 9h4v4M7 9l-4.5 4.5"/>';
const HIDE = '<path d="M3.5 3.5l9 9M12.5 3.5l-9 9"/>';

/** A view's title, how its numbers stand, and what can be done with it. */
export class Heading {
  readonly element = document.createElement("header");
  readonly title = document.createElement("h3");
  readonly #chip = document.createElement("small");
  readonly #enlarge: HTMLButtonElement | undefined;
  readonly #name: string;

  constructor(view: string, title: string, arranged: boolean) {
    this.#name = title;
    this.element.className = "iml-heading";
    this.title.id = uniqueId("title");
    this.title.textContent = title;
    this.title.title = title;
    this.#chip.className = "iml-chip";
    this.element.append(this.title, this.#chip);
    if (!arranged) return;
    this.#enlarge = button("iml-enlarge", () => arrangement.enlarge(arrangement.isEnlarged(view) ? undefined : view));
    const hide = button("iml-hide", () => arrangement.hide(view, true));
    label(hide, HIDE, text("client.view.hide", title));
    this.element.append(this.#enlarge, hide);
  }

  /** Puts tools right behind the title. */
  add(tools: readonly HTMLElement[]): void {
    this.title.after(...tools);
  }

  /** What the button does next. */
  show(enlarged: boolean): void {
    if (this.#enlarge === undefined) return;
    label(this.#enlarge, enlarged ? SHRINK : ENLARGE, text(enlarged ? "client.view.shrink" : "client.view.enlarge", this.#name));
    this.#enlarge.setAttribute("aria-pressed", String(enlarged));
  }

  /** How the view's numbers stand; nothing is said of one that is always current. */
  tell(standing: Standing | undefined): void {
    if (this.#chip.dataset.standing === standing) return;
    write(this.#chip, standing === undefined ? "" : NAMES[standing]);
    this.#chip.title = standing === undefined ? "" : MEANINGS[standing];
    if (standing === undefined) delete this.#chip.dataset.standing;
    else this.#chip.dataset.standing = standing;
  }
}

function button(className: string, click: () => void): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.className = className;
  element.addEventListener("click", click);
  return element;
}

function label(element: HTMLButtonElement, icon: string, text: string): void {
  if (element.title === text) return;
  element.title = text;
  element.setAttribute("aria-label", text);
  element.innerHTML = `<svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true">${icon}</svg>`;
}
