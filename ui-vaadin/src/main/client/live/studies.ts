import type { Frame } from "../wire/frame";

/** How the stages stand that take many fits: they come after the others, and as drafts while a hand moves. */
export interface Studies {
  /** Older than the rest of the picture, and for so long that it should be seen. */
  readonly old: ReadonlySet<string>;
  /** Computed with little effort. */
  readonly drafts: ReadonlySet<string>;
  /** All that were ever either. */
  readonly known: ReadonlySet<string>;
}

/**
 * Age in milliseconds from which a picture counts as old. A drag brings drafts of what is cheap about twice a second; to
 * mark them old in between would make the page flicker.
 */
const OLD = 1500;

/** Follows from frame to frame which stages are behind. */
export class StudyWatch {
  readonly #clock: () => number;
  readonly #waiting = new Map<string, number>();
  readonly #drafts = new Set<string>();
  readonly #known = new Set<string>();
  #whole = -1;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  arrived(frame: Frame): void {
    for (const [name, outcome] of Object.entries(frame.outcomes)) {
      this.#waiting.delete(name);
      if (outcome.status === "ready" && outcome.draft === true) {
        this.#drafts.add(name);
        this.#known.add(name);
      } else {
        this.#drafts.delete(name);
      }
    }
    if (frame.complete) {
      this.#waiting.clear();
      this.#whole = frame.version;
      // An outcome may have come in a draft though a full run before it, stopped since, had made it: it is not sent again.
      if (frame.fidelity === "full") this.#drafts.clear();
    }
    // What is refined is on screen as a draft of the same version, which is not old.
    if (frame.version === this.#whole) return;
    for (const name of frame.pending ?? []) {
      this.#known.add(name);
      if (!this.#waiting.has(name)) this.#waiting.set(name, this.#clock());
    }
  }

  /** Whether something may become old by time alone. */
  get waiting(): boolean {
    return this.#waiting.size > 0;
  }

  now(): Studies {
    const oldest = this.#clock() - OLD;
    const old = new Set([...this.#waiting].filter(([, since]) => since <= oldest).map(([name]) => name));
    return { old, drafts: new Set(this.#drafts), known: new Set(this.#known) };
  }

  clear(): void {
    this.#waiting.clear();
    this.#drafts.clear();
    this.#known.clear();
    this.#whole = -1;
  }
}
