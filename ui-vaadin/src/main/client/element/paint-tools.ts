import { write } from "./write";
import { text } from "../text/texts";

interface Actions {
  toggle(): void;
  startEmpty(event: Event): void;
}

/** What stands over a plot on which points may be put: the switch of the brush, and while it is on, its tools. */
export class PaintTools {
  readonly element = document.createElement("div");
  readonly #switch = button(text("client.paint.start"));
  readonly #more = document.createElement("span");
  readonly #class = button(text("client.paint.class", 0));
  readonly #status = document.createElement("span");
  #kind = 0;

  constructor(classes: boolean, actions: Actions) {
    const empty = button(text("client.paint.empty"));
    this.#switch.onclick = () => actions.toggle();
    empty.onclick = (event) => actions.startEmpty(event);
    this.#class.onclick = () => {
      this.#kind = 1 - this.#kind;
      this.#class.textContent = text("client.paint.class", this.#kind);
    };
    this.#class.setAttribute("aria-description", text("client.paint.class.meaning"));
    this.#status.className = "iml-paint-status";
    this.#status.setAttribute("role", "status");
    this.#more.append(empty, ...(classes ? [this.#class] : []));
    this.element.className = "iml-paint-tools";
    this.element.append(this.#switch, this.#more, this.#status);
    this.show(false);
  }

  /** The class of the points that are put next. */
  get kind(): number {
    return this.#kind;
  }

  show(painting: boolean): void {
    this.#switch.setAttribute("aria-pressed", String(painting));
    this.#more.hidden = !painting;
  }

  focus(): void {
    this.#switch.focus();
  }

  say(text: string): void {
    write(this.#status, text);
  }
}

function button(text: string): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = text;
  return element;
}
