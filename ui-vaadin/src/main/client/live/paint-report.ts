/** Milliseconds for which times are gathered: a message for each painted frame would double what goes over the socket. */
const GATHER = 250;

/** Tells the server how long painting took, a few times a second while frames are painted. */
export class PaintReport {
  readonly #tell: (version: number, micros: readonly number[]) => void;
  readonly #later: (run: () => void, delay: number) => void;
  #version = 0;
  #micros: number[] = [];

  constructor(tell: (version: number, micros: readonly number[]) => void, later: (run: () => void, delay: number) => void) {
    this.#tell = tell;
    this.#later = later;
  }

  /** A frame of this version was painted, so many milliseconds after its input. */
  add(version: number, millis: number): void {
    this.#version = version;
    if (this.#micros.push(Math.round(millis * 1000)) > 1) return;
    this.#later(() => {
      if (this.#micros.length > 0) this.#tell(this.#version, this.#micros);
      this.clear();
    }, GATHER);
  }

  /** Forgets what has not been told: its session is over. */
  clear(): void {
    this.#micros = [];
  }
}
