import type { Layer } from "./layers";
import { pathOf } from "./spec";

/** x, y and, where points have classes, 0 or 1. */
export type PaintedPoint = readonly number[];

/** Rows that a hand may take over; more are too many to find one's way among. */
const TAKEN_OVER = 500;

/** Whether points have classes: one of the layers is that of the positive ones. */
export function haveClasses(layers: readonly { readonly role?: string }[]): boolean {
  return layers.some(({ role }) => role === "positive");
}

/**
 * The rows that the layers of points show, in the order of the data where it is known, so that each stays in its part; none
 * where there are too many of them.
 */
export function takenOver(layers: readonly Layer[], at: (path: readonly string[]) => unknown): PaintedPoint[] {
  const shown = layers.filter(({ spec }) => spec.mark === "points");
  const classes = haveClasses(shown.map(({ spec }) => spec as { role?: string }));
  const rows: { readonly row: number; readonly point: PaintedPoint }[] = [];
  for (const { spec, columns } of shown) {
    if (spec.mark !== "points") continue;
    const order = at([...pathOf(spec.x).slice(0, -1), "row"]);
    for (let i = 0; i < columns.x.length; i++) {
      const point = [columns.x[i], columns.y[i]];
      if (classes) point.push(spec.role === "positive" ? 1 : 0);
      rows.push({ row: order instanceof Float64Array ? order[i] : rows.length, point });
    }
  }
  rows.sort((a, b) => a.row - b.row);
  const once = rows.filter(({ row }, i) => i === 0 || row !== rows[i - 1].row);
  return once.length > TAKEN_OVER ? [] : once.map(({ point }) => point);
}

/** The index of the point nearest to a place, or −1 if none is within `reach`; distances in pixels. */
export function hit(
  points: readonly PaintedPoint[],
  place: readonly [number, number],
  pixels: (point: PaintedPoint) => readonly [number, number],
  reach: number,
): number {
  let best = -1;
  let least = reach;
  points.forEach((point, i) => {
    const [x, y] = pixels(point);
    const away = Math.hypot(x - place[0], y - place[1]);
    if (away <= least) {
      least = away;
      best = i;
    }
  });
  return best;
}

/** Rounded to a thousandth of the axis or finer: as exact as a hand is, and short in an address. */
export function rounded(value: number, span: number): number {
  const unit = 10 ** Math.floor(Math.log10(span / 1000));
  return Number((Math.round(value / unit) * unit).toPrecision(12)) + 0;
}
