import { palette } from "../chart/palette";
import { hub } from "../live/hub";
import { Past } from "../live/past";
import { stepOf, indexAt, pathTo, turned, type Entry } from "../numbers/track";
import { text } from "../text/texts";

interface News {
  readonly cursor: number;
  readonly oldest: number;
  readonly entries: readonly Entry[];
}

/** What the server offers to this element. */
interface Server {
  /** So many entries on, or back where they are negative. */
  step(steps: number): Promise<void>;
  /** Answers whether the entry is kept. */
  go(entry: number, scrubbing: boolean): Promise<boolean>;
  visit(search: string): Promise<void>;
}

const SETTLED = 150;
const PAGE_STEP = 10;

/**
 * `<iml-timeline>`: a tick for each entry of the history in the order in which they were made. Scrubbing, arrow keys and the
 * keys for undo and redo ask the server to go there; its frames then move everything else on the page.
 */
export class TimelineElement extends HTMLElement {
  readonly #track = document.createElement("div");
  readonly #canvas = document.createElement("canvas");
  readonly #label = document.createElement("p");
  readonly #past = new Past(history, String(performance.timeOrigin), () => performance.now());
  readonly #resized = new ResizeObserver(() => this.#draw());
  #entries: Entry[] = [];
  #cursor = 0;
  #hover: number | undefined;
  #scrubbing = false;
  #asked: { readonly entry: number; readonly scrubbing: boolean } | undefined;
  /** How far to go from there, on or back, turn by turn. */
  #turns: readonly number[] = [];
  #asking = false;
  /** The entry that was asked for and is not reached yet: until then the browser's history stays as it is. */
  #goal: number | undefined;
  #settle: ReturnType<typeof setTimeout> | undefined;
  #path: ReadonlySet<number> = new Set();
  #colours = false;
  /** A field with text that is not entered yet: there Ctrl+Z takes back what was typed. */
  #typing: EventTarget | undefined;

  get #server(): Server | undefined {
    return (this as { $server?: Server }).$server;
  }

  connectedCallback(): void {
    this.#track.className = "iml-track";
    this.#track.tabIndex = 0;
    this.#track.setAttribute("role", "slider");
    this.#track.setAttribute("aria-label", text("client.history"));
    this.#track.setAttribute("aria-valuemin", "1");
    this.#label.className = "iml-track-label";
    this.#track.append(this.#canvas);
    this.replaceChildren(this.#track, this.#label);
    this.#track.onpointerdown = (event) => this.#press(event);
    this.#track.onpointermove = (event) => this.#move(event);
    this.#track.onpointerup = () => this.#release();
    this.#track.onpointercancel = () => this.#release();
    this.#track.onpointerleave = () => this.#point(undefined);
    this.#track.onkeydown = (event) => this.#key(event);
    this.#resized.observe(this.#track);
    if (!this.#colours) palette.onChange(() => this.#draw());
    this.#colours = true;
    addEventListener("keydown", this.#shortcut);
    addEventListener("input", this.#types);
    addEventListener("change", this.#typed);
    addEventListener("focusout", this.#typed);
    addEventListener("iml-popstate", this.#popped);
  }

  disconnectedCallback(): void {
    removeEventListener("keydown", this.#shortcut);
    removeEventListener("input", this.#types);
    removeEventListener("change", this.#typed);
    removeEventListener("focusout", this.#typed);
    removeEventListener("iml-popstate", this.#popped);
    this.#resized.disconnect();
    clearTimeout(this.#settle);
  }

  /** Called by the server: what is new, and where the session is. */
  show(news: News): void {
    const first = this.#entries.findIndex((entry) => entry.id >= news.oldest);
    if (first > 0) this.#entries.splice(0, first);
    this.#entries.push(...news.entries);
    for (const entry of news.entries) this.#past.made(entry.id);
    if (!this.#scrubbing) this.#cursor = this.#indexOf(news.cursor);
    this.#path = pathTo(this.#entries, this.#indexOf(news.cursor));
    clearTimeout(this.#settle);
    if (this.#goal === news.cursor || news.entries.length > 0) this.#goal = undefined;
    if (this.#goal === undefined) this.#settle = setTimeout(() => this.#past.moved(news.cursor), SETTLED);
    this.#show();
  }

  #indexOf(id: number): number {
    return Math.max(0, this.#entries.findLastIndex((entry) => entry.id <= id));
  }

  /** The page's first script asks before the router hears of it. */
  readonly #popped = (event: Event): void => {
    const visit = this.#past.popped();
    event.preventDefault();
    if (visit === undefined) return;
    clearTimeout(this.#settle);
    if (visit === "address") void this.#server?.visit(location.search.slice(1));
    else this.#ask(visit.entry, false);
  };

  readonly #shortcut = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    if (this.#typing !== undefined && event.composedPath()[0] === this.#typing) return;
    const key = event.key.toLowerCase();
    const redo = key === "y" || (key === "z" && event.shiftKey);
    if (!redo && key !== "z") return;
    event.preventDefault();
    this.#turns = turned(this.#turns, redo ? 1 : -1);
    if (!this.#asking) void this.#askAll();
  };

  readonly #types = (event: Event): void => {
    const target = event.composedPath()[0];
    if (isText(target)) this.#typing = target;
  };

  readonly #typed = (): void => {
    this.#typing = undefined;
  };

  #key(event: KeyboardEvent): void {
    const last = this.#entries.length - 1;
    const target = {
      ArrowLeft: this.#cursor - 1,
      ArrowDown: this.#cursor - 1,
      ArrowRight: this.#cursor + 1,
      ArrowUp: this.#cursor + 1,
      PageDown: this.#cursor - PAGE_STEP,
      PageUp: this.#cursor + PAGE_STEP,
      Home: 0,
      End: last,
    }[event.key];
    if (target === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.#to(Math.min(last, Math.max(0, target)), false);
  }

  #press(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.#scrubbing = true;
    this.#track.setPointerCapture(event.pointerId);
    this.#to(this.#at(event), true);
  }

  #move(event: PointerEvent): void {
    const index = this.#at(event);
    this.#point(index);
    if (this.#scrubbing && index !== this.#cursor) this.#to(index, true);
  }

  #release(): void {
    if (!this.#scrubbing) return;
    this.#scrubbing = false;
    this.#to(this.#cursor, false);
  }

  #at(event: PointerEvent): number {
    return indexAt(event.clientX - this.#track.getBoundingClientRect().left, this.#track.clientWidth, this.#entries.length);
  }

  #to(index: number, scrubbing: boolean): void {
    const entry = this.#entries[index];
    if (entry === undefined) return;
    this.#cursor = index;
    this.#ask(entry.id, scrubbing);
    this.#show();
  }

  /** One question at a time, the newest next, steps added up: a fast hand never waits for the places it has left. */
  #ask(entry: number, scrubbing: boolean): void {
    this.#asked = { entry, scrubbing };
    this.#turns = [];
    this.#goal = entry;
    clearTimeout(this.#settle);
    if (scrubbing) hub.touch();
    if (!this.#asking) void this.#askAll();
  }

  async #askAll(): Promise<void> {
    this.#asking = true;
    try {
      while (this.#asked !== undefined || this.#turns.length > 0) await this.#askNext();
    } finally {
      this.#asking = false;
    }
  }

  async #askNext(): Promise<void> {
    const asked = this.#asked;
    this.#asked = undefined;
    if (asked === undefined) {
      const [steps = 0, ...later] = this.#turns;
      this.#turns = later;
      await this.#server?.step(steps);
      return;
    }
    const kept = await this.#server?.go(asked.entry, asked.scrubbing);
    if (kept === false) this.#goal = undefined;
  }

  #point(index: number | undefined): void {
    if (index === this.#hover) return;
    this.#hover = index;
    this.#show();
  }

  #show(): void {
    const count = this.#entries.length;
    const entry = this.#entries[this.#cursor];
    const pointed = this.#entries[this.#hover ?? this.#cursor];
    this.#track.setAttribute("aria-valuemax", String(count));
    this.#track.setAttribute("aria-valuenow", String(this.#cursor + 1));
    this.#track.setAttribute("aria-valuetext", text("client.history.at", entry?.label ?? "", this.#cursor + 1, count));
    this.#label.textContent = pointed === undefined ? "" : `${(this.#hover ?? this.#cursor) + 1}/${count} · ${pointed.label}`;
    this.#draw();
  }

  /** Ticks on the way to the present state are tall, those of other branches short; a dot says that a branch begins there. */
  #draw(): void {
    const { clientWidth: width, clientHeight: height } = this.#track;
    const pen = this.#canvas.getContext("2d");
    if (pen === null || width === 0) return;
    const scale = devicePixelRatio;
    if (this.#canvas.width !== Math.round(width * scale)) this.#canvas.width = Math.round(width * scale);
    if (this.#canvas.height !== Math.round(height * scale)) this.#canvas.height = Math.round(height * scale);
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    pen.clearRect(0, 0, width, height);
    const { pad, step } = stepOf(width, this.#entries.length);
    const middle = height / 2;
    pen.fillStyle = palette.of("grid");
    pen.fillRect(pad, middle - 1, Math.max(0, (this.#entries.length - 1) * step), 2);
    this.#entries.forEach((entry, i) => {
      const x = pad + i * step;
      const onPath = this.#path.has(i);
      pen.fillStyle = palette.of(onPath ? "fit" : "quiet");
      const tall = onPath ? 8 : 5;
      pen.fillRect(x - 1, middle - tall, 2, 2 * tall);
      if (i > 0 && entry.parent !== this.#entries[i - 1]!.id) dot(pen, x, 4, 2.5);
    });
    pen.fillStyle = palette.of("ink");
    dot(pen, pad + this.#cursor * step, middle, 6);
    if (this.#hover !== undefined && this.#hover !== this.#cursor) {
      pen.strokeStyle = palette.of("ink");
      pen.strokeRect(pad + this.#hover * step - 3.5, middle - 9.5, 7, 19);
    }
  }
}

function dot(pen: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
}

const WITHOUT_TEXT = new Set(["range", "checkbox", "radio", "button", "submit", "reset", "color", "file"]);

function isText(target: EventTarget | undefined): boolean {
  return target instanceof HTMLInputElement ? !WITHOUT_TEXT.has(target.type) : target instanceof HTMLTextAreaElement;
}
