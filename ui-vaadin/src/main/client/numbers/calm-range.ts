const SLACK = 0.08;
const TOO_EMPTY_MOVING = 0.4;
const TOO_EMPTY_RESTING = 0.7;

/**
 * An axis range that does not fidget. It grows at once, and with slack, when the data leave it; while the hand moves it
 * shrinks only when the data fill less than two fifths of it, at rest when they fill less than seven tenths. Ends are
 * round numbers, so that data which change a little leave the axis as it was.
 */
export class CalmRange {
  #min = Number.NaN;
  #max = Number.NaN;
  readonly #padding: number;

  /** `padding` is the share of the data's width to leave free at each end. */
  constructor(padding: number) {
    this.#padding = padding;
  }

  get min(): number {
    return this.#min;
  }

  get max(): number {
    return this.#max;
  }

  /** Fits the range to data between `low` and `high`; true if it changed. */
  cover(low: number, high: number, resting: boolean): boolean {
    if (!(low <= high) || !Number.isFinite(high - low)) return false;
    const span = this.#max - this.#min;
    const outside = !(low >= this.#min && high <= this.#max);
    const filled = (high - low) / span;
    const roomy = filled < (resting ? TOO_EMPTY_RESTING : TOO_EMPTY_MOVING);
    if (!outside && !roomy) return false;
    const known = !Number.isNaN(span);
    return this.#set(...roundRange(low, high, this.#padding + (outside && known && !resting ? SLACK : 0)));
  }

  #set(min: number, max: number): boolean {
    const changed = min !== this.#min || max !== this.#max;
    this.#min = min;
    this.#max = max;
    return changed;
  }
}

/** The padded range with ends on multiples of a round number about a hundredth of its width. */
export function roundRange(low: number, high: number, padding: number): [number, number] {
  const width = high > low ? high - low : Math.max(Math.abs(high), 1) * 0.5;
  const unit = roundUnit(width / 100);
  const min = Math.floor((low - padding * width) / unit) * unit;
  const max = Math.ceil((high + padding * width) / unit) * unit;
  return [tidy(min), tidy(max)];
}

/** The smallest of 1, 2, 5 times a power of ten that is not below `size`. */
function roundUnit(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const lead = size / power;
  return (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power;
}

function tidy(value: number): number {
  return Number(value.toPrecision(12)) + 0;
}
