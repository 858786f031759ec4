/** The index of the number nearest to `wanted`, or −1 if there is none; the numbers need no order. */
export function nearest(values: Float64Array, wanted: number): number {
  let best = -1;
  let distance = Number.POSITIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const away = Math.abs(values[i] - wanted);
    if (away < distance) {
      distance = away;
      best = i;
    }
  }
  return best;
}
