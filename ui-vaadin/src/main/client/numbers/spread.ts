const REACH = 2.5;
const SAMPLE = 2_000;

/** The smallest and the largest finite number seen; for a logarithmic axis, of those above zero. */
export class Extent {
  low = Number.POSITIVE_INFINITY;
  high = Number.NEGATIVE_INFINITY;
  readonly positive: boolean;

  constructor(positive = false) {
    this.positive = positive;
  }

  include(value: number): void {
    if (this.positive && !(value > 0)) return;
    if (value < this.low && value !== Number.NEGATIVE_INFINITY) this.low = value;
    if (value > this.high && value !== Number.POSITIVE_INFINITY) this.high = value;
  }

  includeAll(values: Float64Array): void {
    this.#includeWithin(values, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  }

  /**
   * Includes the body of all the values together: their extremes, but no farther from the middle half than two and a
   * half times its width. Some wild predictions then cannot squash all the other values into a line.
   */
  includeBody(columns: readonly Float64Array[]): void {
    const sorted = sample(columns).sort();
    // Undefined numbers sort to the end.
    let last = sorted.length - 1;
    while (last > 0 && Number.isNaN(sorted[last])) last--;
    const lower = sorted[Math.floor(last / 4)];
    const upper = sorted[Math.ceil((3 * last) / 4)];
    const reach = upper > lower ? REACH * (upper - lower) : Number.POSITIVE_INFINITY;
    for (const values of columns) this.#includeWithin(values, lower - reach, upper + reach);
  }

  /** In numbers of its own: a call for each value would make an object of each. */
  #includeWithin(values: Float64Array, from: number, to: number): void {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < values.length; i++) {
      const value = values[i];
      if (!(value >= from && value <= to) || !Number.isFinite(value) || (this.positive && value <= 0)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (low > high) return;
    this.include(low);
    this.include(high);
  }

  get empty(): boolean {
    return this.low > this.high;
  }
}

/** A copy of the values, evenly thinned where there are very many. */
function sample(columns: readonly Float64Array[]): Float64Array {
  const total = columns.reduce((sum, column) => sum + column.length, 0);
  const stride = Math.max(1, Math.ceil(total / SAMPLE));
  const sampled = new Float64Array(columns.reduce((sum, column) => sum + Math.ceil(column.length / stride), 0));
  let count = 0;
  for (const column of columns) for (let i = 0; i < column.length; i += stride) sampled[count++] = column[i];
  return sampled;
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
