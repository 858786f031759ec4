import { hub, type Control } from "../live/hub";
import { linearTrack, logTrack, type Track } from "../numbers/steps";
import { readable, RUNNING } from "../numbers/text";
import type { Pace } from "../wire/messages";
import { uniqueId } from "./unique-id";
import { write } from "./write";
import { text } from "../text/texts";

/**
 * `<iml-slider data-parameter label unit min max hard-min hard-max step scale integer value help>`: a range over the
 * usual values and a field for any value within the hard bounds. Who is wrong learns it from the server, whose message
 * appears below; the page knows no rules of its own.
 */
export class SliderElement extends HTMLElement implements Control {
  readonly #range = document.createElement("input");
  readonly #field = document.createElement("input");
  readonly #message = document.createElement("p");
  readonly #low = end();
  readonly #high = end();
  #track: Track = linearTrack(1, 0);
  #value = 0;
  /** The value that the thumb shows. */
  #placed: number | undefined;
  #softMin = 0;
  #softMax = 1;
  #unit = "";
  #pressed = false;
  #repeating = false;
  #dragged = false;
  #release: (() => void) | undefined;
  #writing: ReturnType<typeof setTimeout> | undefined;

  get parameter(): string {
    return this.dataset.parameter ?? "";
  }

  get held(): boolean {
    return this.#pressed || (document.activeElement === this.#field && this.#field.value !== String(this.#value));
  }

  connectedCallback(): void {
    this.#softMin = this.#number("min", 0);
    this.#softMax = this.#number("max", 1);
    this.#unit = this.getAttribute("unit") ?? "";
    const step = this.#number("step", 1);
    this.#track =
      this.getAttribute("scale") === "log" ? logTrack(this.hasAttribute("integer")) : linearTrack(step, this.#softMin);
    this.#build(step);
    this.#range.oninput = (event) => this.#moved(event);
    this.#range.onchange = (event) => this.#let(event);
    this.#range.onpointerdown = (event) => this.#press(event);
    this.#range.onkeydown = (event) => void (this.#repeating = event.repeat);
    this.#range.onkeyup = (event) => this.#letKey(event);
    this.#range.onblur = (event) => {
      this.#repeating = false;
      this.#let(event);
    };
    this.#field.onchange = (event) => this.#typed(event);
    this.#placed = undefined;
    this.show(this.#number("value", this.#softMin));
    hub.addControl(this);
  }

  disconnectedCallback(): void {
    hub.removeControl(this);
    this.#release?.();
    clearTimeout(this.#writing);
    this.#writing = undefined;
  }

  show(value: unknown): void {
    if (typeof value !== "number") return;
    this.#value = value;
    this.#write();
    if (value !== this.#placed) this.#place();
  }

  complain(message: string | undefined): void {
    if (this.#message.textContent === (message ?? "")) return;
    this.#message.textContent = message ?? "";
    for (const input of [this.#range, this.#field]) input.setAttribute("aria-invalid", String(message !== undefined));
    this.toggleAttribute("data-invalid", message !== undefined);
  }

  /** Puts the thumb where the value is; a value beyond the usual range widens it. */
  #place(): void {
    this.#placed = this.#value;
    const { toPosition, step } = this.#track;
    const lowest = Math.min(this.#softMin, this.#value);
    const highest = Math.max(this.#softMax, this.#value);
    const min = toPosition(lowest);
    const max = toPosition(highest);
    const position = toPosition(this.#value);
    assign(this.#range, "min", String(min));
    assign(this.#range, "max", String(max));
    assign(this.#range, "step", String(step(min, max)));
    // The browser may have rounded the thumb's position to a step: only a different place is worth a write.
    if (Math.abs(this.#range.valueAsNumber - position) > step(min, max) / 2) this.#range.value = String(position);
    write(this.#low, readable(lowest));
    write(this.#high, readable(highest));
    this.#range.setAttribute("aria-valuetext", `${readable(this.#value)}${this.#unit === "" ? "" : ` ${this.#unit}`}`);
  }

  #press(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.#pressed = true;
    const let_ = (up: Event) => this.#let(up);
    this.#release?.();
    addEventListener("pointerup", let_);
    addEventListener("pointercancel", let_);
    this.#release = () => {
      removeEventListener("pointerup", let_);
      removeEventListener("pointercancel", let_);
      this.#release = undefined;
    };
  }

  #moved(event: Event): void {
    this.#dragged = this.#pressed || this.#repeating; // a key held down is a drag too
    this.#value = this.#track.toValue(this.#range.valueAsNumber);
    this.#send(this.#dragged ? "drag" : "now", event);
    if (this.#dragged) this.#writing ??= setTimeout(() => this.#write(), RUNNING);
    else this.#write();
    this.#place();
  }

  #write(): void {
    clearTimeout(this.#writing);
    this.#writing = undefined;
    if (this.#field.value !== String(this.#value)) this.#field.value = String(this.#value);
  }

  /** The hand is gone: the value it left must run, whatever was thinned out on the way. */
  #let(event: Event): void {
    if (this.#repeating) return;
    this.#pressed = false;
    this.#release?.();
    if (!this.#dragged) return;
    this.#dragged = false;
    this.#write();
    this.#send("now", event);
  }

  #letKey(event: KeyboardEvent): void {
    if (!this.#repeating) return;
    this.#repeating = false;
    this.#let(event);
  }

  #typed(event: Event): void {
    const typed = this.#field.valueAsNumber;
    if (Number.isNaN(typed)) {
      this.#write();
      return;
    }
    this.#value = typed;
    this.#send("now", event);
    if (this.getAttribute("scale") !== "log" || typed > 0) this.#place();
  }

  #send(pace: Pace, event: Event): void {
    hub.set(this.parameter, this.#value, pace, event.timeStamp);
  }

  #number(attribute: string, otherwise: number): number {
    const given = this.getAttribute(attribute);
    return given === null || given === "" ? otherwise : Number(given);
  }

  #build(step: number): void {
    const label = document.createElement("label");
    label.textContent = this.getAttribute("label") ?? this.parameter;
    this.#range.type = "range";
    this.#range.id = uniqueId("range");
    label.htmlFor = this.#range.id;
    const unit = document.createElement("span");
    unit.className = "iml-unit";
    unit.textContent = this.#unit;
    this.#field.type = "number";
    this.#field.step = this.getAttribute("scale") === "log" ? "any" : String(step);
    this.#field.min = this.getAttribute("hard-min") ?? "";
    this.#field.max = this.getAttribute("hard-max") ?? "";
    this.#field.setAttribute("aria-label", text("client.slider.exact", label.textContent) + (this.#unit && ` (${this.#unit})`));
    const head = document.createElement("div");
    head.className = "iml-slider-head";
    const field = document.createElement("span");
    field.className = "iml-slider-field";
    field.append(this.#field);
    head.append(label, field, unit);
    this.#message.id = uniqueId("message");
    this.#message.className = "iml-message";
    this.#message.setAttribute("aria-live", "polite");
    const foot = document.createElement("div");
    foot.className = "iml-slider-foot";
    foot.append(this.#low, this.#message, this.#high);
    const described = [this.#message.id];
    const help = this.getAttribute("help");
    if (help) {
      const text = document.createElement("span");
      text.id = uniqueId("help");
      text.className = "iml-hidden";
      text.textContent = help;
      this.title = help;
      described.unshift(text.id);
      foot.append(text);
    }
    for (const input of [this.#range, this.#field]) input.setAttribute("aria-describedby", described.join(" "));
    this.replaceChildren(head, this.#range, foot);
  }
}

function end(): HTMLElement {
  const text = document.createElement("span");
  text.className = "iml-end";
  text.setAttribute("aria-hidden", "true");
  return text;
}

function assign(input: HTMLInputElement, name: "min" | "max" | "step", value: string): void {
  if (input[name] !== value) input[name] = value;
}
