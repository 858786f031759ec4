const LEADS = [1, 2, 5, 10];
const TOO_EMPTY_MOVING = 20;
const TOO_EMPTY_RESTING = 4;

/** A range symmetrical about zero for values over many powers of ten: grows at once, shrinks late. */
export class CalmReach {
  #reach = 0;

  cover(values: Float64Array, resting: boolean): number {
    let largest = 1;
    for (const value of values) {
      const size = Math.abs(value);
      if (size > largest && size < Number.POSITIVE_INFINITY) largest = size;
    }
    const empty = this.#reach / largest;
    if (empty < 1 || empty > (resting ? TOO_EMPTY_RESTING : TOO_EMPTY_MOVING)) this.#reach = above(largest * 1.1);
    return this.#reach;
  }
}

/** The smallest round number (1, 2 or 5 times a power of ten) that is not below `size`. */
function above(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  return LEADS.find((lead) => lead * power >= size)! * power;
}
