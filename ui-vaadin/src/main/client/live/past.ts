/** The browser's own history, or what a test puts in its place. */
export interface BrowserHistory {
  readonly state: unknown;
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

/**
 * Keeps the browser's history in step with the session's: each settled entry is a place to come back to, so that Back is
 * undo and Forward is redo; and an undo by key or button moves the browser along, so that the two never disagree.
 */
export class Past {
  readonly #history: BrowserHistory;
  readonly #page: string;
  readonly #entries = new Map<number, number>();
  /** The keys of neighbouring places, as far as they are known, and which of them the browser is at. */
  #row: number[] = [];
  #at = 0;
  #keys = 0;
  /** The place that the browser was sent to and has not reported yet. What happens meanwhile waits: browsers mix it up. */
  #expected: number | undefined;
  #waiting: { made: number[]; moved: number | undefined } = { made: [], moved: undefined };
  #adopts = false;

  /** @param page sets this load of the page apart from all others */
  constructor(history: BrowserHistory, page: string) {
    this.#history = history;
    this.#page = page;
  }

  /** A new entry, made by a change. */
  made(entry: number): void {
    if (this.#expected !== undefined) {
      this.#waiting.made.push(entry);
      return;
    }
    if (this.#row.length === 0 || this.#adopts) {
      this.#adopts = false;
      this.#stay(entry);
      return;
    }
    const key = this.#name(entry);
    this.#row = [...this.#row.slice(0, this.#at + 1), key];
    this.#at++;
    this.#history.pushState(this.#state(key), "");
  }

  /** The session went to an entry that it had been at before. */
  moved(entry: number): void {
    if (this.#adopts) {
      this.made(entry);
      return;
    }
    if (this.#expected !== undefined) {
      this.#waiting.moved = entry;
      return;
    }
    if (this.#entryAt(this.#at) === entry) return;
    const offset = this.#nearest(entry);
    if (offset === undefined) {
      this.made(entry);
      return;
    }
    this.#at += offset;
    this.#expected = this.#row[this.#at];
    this.#history.go(offset);
  }

  /** The browser went to a place of this page; what is to be shown there, if it is not shown already. */
  popped(): Visit {
    const slot = slotOf(this.#history.state);
    const key = slot?.page === this.#page ? slot.key : undefined;
    const expected = this.#expected;
    const { made, moved } = this.#waiting;
    this.#expected = undefined;
    this.#waiting = { made: [], moved: undefined };
    if (key === undefined) {
      this.#adopts = true;
      return "address";
    }
    if (key === expected) {
      for (const entry of made) this.made(entry);
      if (moved !== undefined) this.moved(moved);
      return undefined;
    }
    const at = this.#row.indexOf(key);
    if (at < 0) this.#row = [key];
    this.#at = Math.max(0, at);
    return { entry: this.#entries.get(key)! };
  }

  /** The present place is that of an entry; what lies beside it is unknown. */
  #stay(entry: number): void {
    const key = this.#name(entry);
    this.#row = [key];
    this.#at = 0;
    this.#history.replaceState(this.#state(key), "");
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
