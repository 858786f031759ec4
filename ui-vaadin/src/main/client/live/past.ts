/** The browser's own history, or what a test puts in its place. */
export interface BrowserHistory {
  readonly state: unknown;
  readonly length: number;
  pushState(state: unknown, unused: string): void;
  replaceState(state: unknown, unused: string): void;
  go(delta: number): void;
}

/** A place in the browser's history: which load of the page made it, and its number among those. */
interface Slot {
  readonly page: string;
  readonly key: number;
}

/** What the browser went back or on to: an entry, or an address from another load of the page. */
export type Visit = { readonly entry: number } | "address" | undefined;

/** Where the browser was sent: its pages are told of the arrival later, or never where it refuses to go. */
interface Journey {
  readonly key: number;
  readonly entry: number;
  readonly until: number;
}

/** Milliseconds within which a browser arrives, if it sets out at all. */
const PATIENCE = 3000;

/**
 * Keeps the browser's history in step with the session's: each settled entry is a place to come back to, so that Back is
 * undo and Forward is redo; and an undo by key or button moves the browser along, so that the two never disagree.
 *
 * The session leads. A browser forgets its oldest places, takes in only so many in a while and goes only so often: the
 * place that it is left at then stands for the entry that the session is at.
 */
export class Past {
  readonly #history: BrowserHistory;
  readonly #page: string;
  readonly #now: () => number;
  readonly #entries = new Map<number, number>();
  /** The keys of neighbouring places, as far as they are known, and which of them the browser is at. */
  #row: number[] = [];
  #at = 0;
  #keys = 0;
  #journey: Journey | undefined;
  /** What happens during a journey waits for its end: browsers mix it up. */
  #waiting: { made: number[]; moved: number | undefined } = { made: [], moved: undefined };
  #adopts = false;

  /**
   * @param page sets this load of the page apart from all others
   * @param now a clock in milliseconds
   */
  constructor(history: BrowserHistory, page: string, now: () => number) {
    this.#history = history;
    this.#page = page;
    this.#now = now;
  }

  /** A new entry, made by a change. */
  made(entry: number): void {
    if (this.#underway()) this.#waiting.made.push(entry);
    else if (this.#row.length === 0 || this.#adopts) this.#stay(entry);
    else this.#add(entry);
  }

  /** The session went to an entry that it had been at before. */
  moved(entry: number): void {
    if (this.#adopts) {
      this.made(entry);
      return;
    }
    if (this.#underway()) {
      this.#waiting.moved = entry;
      return;
    }
    if (this.#entryAt(this.#at) === entry) return;
    const offset = this.#nearest(entry);
    if (offset === undefined) {
      this.made(entry);
      return;
    }
    this.#journey = { key: this.#row[this.#at + offset]!, entry, until: this.#now() + PATIENCE };
    attempt(() => this.#history.go(offset));
  }

  /** The browser went to a place of this page; what is to be shown there, if it is not shown already. */
  popped(): Visit {
    const key = this.#here();
    const journey = this.#journey;
    if (journey !== undefined && key !== undefined && (key === journey.key || this.#now() < journey.until)) {
      this.#arrive(journey.entry);
      return undefined;
    }
    this.#journey = undefined;
    this.#waiting = { made: [], moved: undefined };
    if (key === undefined) {
      this.#adopts = true;
      return "address";
    }
    this.#locate(key);
    return { entry: this.#entries.get(key)! };
  }

  /** Whether the browser is on its way. One that has not gone within its time stays where it is. */
  #underway(): boolean {
    if (this.#journey !== undefined && this.#now() >= this.#journey.until) this.#arrive(this.#journey.entry);
    return this.#journey !== undefined;
  }

  /** The journey is over: this place stands for the entry, wherever it is. */
  #arrive(entry: number): void {
    const { made, moved } = this.#waiting;
    this.#journey = undefined;
    this.#waiting = { made: [], moved: undefined };
    const key = this.#here();
    if (key !== undefined) {
      this.#locate(key);
      this.#entries.set(key, entry);
    }
    for (const newer of made) this.made(newer);
    if (moved !== undefined) this.moved(moved);
  }

  /** The key of the present place, where this load of the page made it. */
  #here(): number | undefined {
    const slot = slotOf(this.#history.state);
    return slot?.page === this.#page ? slot.key : undefined;
  }

  #locate(key: number): void {
    if (!this.#row.includes(key)) this.#row = [key];
    this.#at = this.#row.indexOf(key);
  }

  /** The present place is that of an entry; what lies beside it is unknown. */
  #stay(entry: number): void {
    const key = this.#name(entry);
    const accepted = this.#accepts(key, (state) => this.#history.replaceState(state, ""));
    this.#row = accepted ? [key] : [];
    this.#at = 0;
    this.#adopts = !accepted && this.#adopts;
  }

  #add(entry: number): void {
    const key = this.#name(entry);
    if (this.#accepts(key, (state) => this.#history.pushState(state, ""))) {
      this.#row = [...this.#row.slice(0, this.#at + 1), key].slice(-this.#history.length);
      this.#at = this.#row.length - 1;
    } else {
      this.#entries.set(this.#row[this.#at]!, entry);
    }
  }

  #accepts(key: number, write: (state: unknown) => void): boolean {
    attempt(() => write(this.#state(key)));
    return this.#here() === key;
  }

  #name(entry: number): number {
    this.#entries.set(++this.#keys, entry);
    return this.#keys;
  }

  #entryAt(at: number): number | undefined {
    const key = this.#row[at];
    return key === undefined ? undefined : this.#entries.get(key);
  }

  #nearest(entry: number): number | undefined {
    let nearest: number | undefined;
    this.#row.forEach((key, i) => {
      const offset = i - this.#at;
      if (this.#entries.get(key) === entry && (nearest === undefined || Math.abs(offset) < Math.abs(nearest))) nearest = offset;
    });
    return nearest;
  }

  /** What others keep in the state, such as the router, stays. */
  #state(key: number): unknown {
    const slot: Slot = { page: this.#page, key };
    return { ...(this.#history.state as object | null), iml: slot };
  }
}

function slotOf(state: unknown): Slot | undefined {
  return (state as { iml?: Slot } | null)?.iml;
}

/** A browser that is asked too often refuses without a word, or with an error; what came of it is read from its state. */
function attempt(step: () => void): void {
  try {
    step();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
