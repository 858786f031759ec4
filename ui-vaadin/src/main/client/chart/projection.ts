/**
 * Where the values of columns fall on the canvas. Columns are projected as a whole into an array that is kept: a call for
 * each value would make an object of each of its thousands of results, sixty times a second.
 */
export class Projection {
  #pixels = new Float64Array(1024);

  /** pixel = offset + slope · (forward(value) − origin) for each value; what is returned holds until the next call. */
  of(values: Float64Array, offset: number, slope: number, origin: number, forward?: (value: number) => number): Float64Array {
    if (this.#pixels.length < values.length) this.#pixels = new Float64Array(2 * values.length);
    const pixels = this.#pixels;
    if (forward === undefined) for (let i = 0; i < values.length; i++) pixels[i] = offset + slope * (values[i] - origin);
    else for (let i = 0; i < values.length; i++) pixels[i] = offset + slope * (forward(values[i]) - origin);
    return pixels;
  }
}
