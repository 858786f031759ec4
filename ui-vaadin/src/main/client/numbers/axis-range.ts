import { CalmRange } from "./calm-range";

/** An axis' calm range; that of a logarithmic axis is calm in the powers of ten. */
export class AxisRange {
  readonly #calm: CalmRange;
  readonly #log: boolean;

  constructor(padding: number, log: boolean) {
    this.#calm = new CalmRange(padding);
    this.#log = log;
  }

  get known(): boolean {
    return !Number.isNaN(this.#calm.min);
  }

  get min(): number {
    return this.#log ? 10 ** this.#calm.min : this.#calm.min;
  }

  get max(): number {
    return this.#log ? 10 ** this.#calm.max : this.#calm.max;
  }

  cover(low: number, high: number, resting: boolean): void {
    if (this.#log) this.#calm.cover(Math.log10(low), Math.log10(high), resting);
    else this.#calm.cover(low, high, resting);
  }
}
