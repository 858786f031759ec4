const TAIL = 0.1;
const REACH = 1.5;
const SAMPLE = 2_000;

/** The smallest and the largest finite number seen. */
export class Extent {
  low = Number.POSITIVE_INFINITY;
  high = Number.NEGATIVE_INFINITY;

  include(value: number): void {
    if (value < this.low && value !== Number.NEGATIVE_INFINITY) this.low = value;
    if (value > this.high && value !== Number.POSITIVE_INFINITY) this.high = value;
  }

  includeAll(values: Float64Array): void {
    for (let i = 0; i < values.length; i++) this.include(values[i]);
  }

  /**
   * Includes the body of the values: their extremes, but no farther from the middle eight tenths than one and a half
   * times their width. One wild prediction then cannot squash all the others into a line.
   */
  includeBody(values: Float64Array): void {
    if (values.length < 8) {
      this.includeAll(values);
      return;
    }
    const stride = Math.ceil(values.length / SAMPLE);
    const sorted = stride === 1 ? values.slice() : values.filter((_, i) => i % stride === 0);
    sorted.sort();
    // Undefined numbers sort to the end.
    let last = sorted.length - 1;
    while (last > 0 && Number.isNaN(sorted[last])) last--;
    const lower = sorted[Math.floor(TAIL * last)];
    const upper = sorted[Math.ceil((1 - TAIL) * last)];
    const reach = REACH * (upper - lower);
    for (let i = 0; i < values.length; i++) {
      if (values[i] >= lower - reach && values[i] <= upper + reach) this.include(values[i]);
    }
  }

  get empty(): boolean {
    return this.low > this.high;
  }
}

/** The last few hundred measurements and their quantiles. */
export class Recent {
  readonly #values: Float64Array;
  #count = 0;

  constructor(capacity: number) {
    this.#values = new Float64Array(capacity);
  }

  add(value: number): void {
    this.#values[this.#count++ % this.#values.length] = value;
  }

  get last(): number | undefined {
    return this.#count === 0 ? undefined : this.#values[(this.#count - 1) % this.#values.length];
  }

  /** The quantiles asked for, by the nearest rank; undefined before the first measurement. */
  quantiles(...shares: readonly number[]): (number | undefined)[] {
    const held = Math.min(this.#count, this.#values.length);
    const sorted = this.#values.slice(0, held).sort();
    return shares.map((share) => (held === 0 ? undefined : sorted[Math.max(0, Math.ceil(share * held) - 1)]));
  }
}
