import { hub, type Timing } from "../live/hub";
import { Recent } from "../numbers/spread";
import { millis } from "../numbers/text";
import { text } from "../text/texts";
import { ViewElement } from "./view-element";
import { write } from "./write";

interface StripSpec {
  readonly title: string;
}

type Name = Exclude<keyof Timing, "superseded">;

const NAMES: readonly [Name, string][] = [
  ["generate", text("client.time.generate")],
  ["fit", text("client.time.fit")],
  ["views", text("client.time.views")],
  ["transport", text("client.time.transport")],
  ["draw", text("client.time.draw")],
  ["drawn", text("client.time.drawn")],
  ["painted", text("client.time.painted")],
];
const KEPT = 600;
/** Digits that change sixty times a second say nothing. */
const REFRESH = 250;

/** `<iml-strip data-view>`: where the milliseconds between hand and picture go. */
export class StripElement extends ViewElement<StripSpec> {
  readonly stages: ReadonlySet<string> = new Set();
  readonly #recent = new Map(NAMES.map(([name]) => [name, new Recent(KEPT)]));
  readonly #cells = new Map<Name, { now: HTMLElement; spread: HTMLElement }>();
  readonly #superseded = document.createElement("dd");
  #supersededCount = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unsubscribe: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unsubscribe = hub.events.on("painted", (timing) => this.#add(timing));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Timing is known only after painting: this view follows the reports, not the stages. */
  draw(): void {}

  protected override defaultSpec(): StripSpec {
    return { title: text("client.time.title") };
  }

  protected build(body: HTMLElement): void {
    const list = document.createElement("dl");
    for (const [name, label] of NAMES) {
      const group = document.createElement("div");
      group.dataset.part = name;
      const term = document.createElement("dt");
      term.textContent = label;
      const now = document.createElement("dd");
      const spread = document.createElement("dd");
      now.textContent = "–";
      spread.className = "iml-spread";
      group.append(term, now, spread);
      list.append(group);
      this.#cells.set(name, { now, spread });
    }
    const group = document.createElement("div");
    group.dataset.part = "superseded";
    const term = document.createElement("dt");
    term.textContent = text("client.time.superseded");
    this.#superseded.textContent = "0";
    group.append(term, this.#superseded);
    list.append(group);
    body.append(list);
  }

  #add(timing: Timing): void {
    for (const [name, recent] of this.#recent) recent.add(timing[name]);
    this.#supersededCount = timing.superseded;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#refresh();
    }, REFRESH);
  }

  #refresh(): void {
    for (const [name, recent] of this.#recent) {
      const { now, spread } = this.#cells.get(name)!;
      const [half, worst] = recent.quantiles(0.5, 0.99);
      write(now, millis(recent.last));
      write(spread, `p50 ${millis(half)} · p99 ${millis(worst)}`);
    }
    write(this.#superseded, String(this.#supersededCount));
  }
}
