import type { PlotFrame } from "./chart";

/** Beyond this many canvas pixels outside the plot a canvas loses precision long before anyone sees a difference. */
const FAR = 20_000;

export function near(pixel: number): number {
  return pixel > FAR ? FAR : pixel < -FAR ? -FAR : pixel;
}

/** Canvas pixels by which a corner that is left out may lie above or below the line in its place. */
const FLAT = 0.1;

/**
 * Adds the curve to the current path; undefined numbers leave a gap.
 *
 * What stroking a path costs grows with its corners, so those are left out that no eye tells from a straight line: between
 * the last corner drawn and the newest one all others must lie within {@link FLAT} of the line that joins the two, which
 * is so while its slope lies between `low` and `high`.
 */
export function trace(frame: PlotFrame, x: Float64Array, y: Float64Array): void {
  const { context } = frame;
  const count = Math.min(x.length, y.length);
  const px = frame.xs(x);
  const py = frame.ys(y);
  /** The last corner drawn, or −1 in a gap, and the newest one. */
  let drawn = -1;
  let newest = -1;
  let low = 0;
  let high = 0;
  for (let i = 0; i < count; i++) {
    if (Number.isNaN(py[i])) {
      if (newest > drawn) context.lineTo(px[newest], near(py[newest]));
      drawn = newest = -1;
      continue;
    }
    if (drawn < 0) {
      context.moveTo(px[i], near(py[i]));
      drawn = newest = i;
      low = Number.NEGATIVE_INFINITY;
      high = Number.POSITIVE_INFINITY;
      continue;
    }
    const slope = (near(py[i]) - near(py[drawn])) / (px[i] - px[drawn]);
    if (newest > drawn && !(slope >= low && slope <= high)) {
      context.lineTo(px[newest], near(py[newest]));
      drawn = newest;
      low = Number.NEGATIVE_INFINITY;
      high = Number.POSITIVE_INFINITY;
    }
    newest = i;
    const across = px[i] - px[drawn];
    const up = near(py[i]) - near(py[drawn]);
    // A curve that does not go to the right has no slope: the next corner is drawn.
    low = across > 0 ? Math.max(low, (up - FLAT) / across) : Number.NaN;
    high = across > 0 ? Math.min(high, (up + FLAT) / across) : Number.NaN;
  }
  if (newest > drawn) context.lineTo(px[newest], near(py[newest]));
}

/** The font of words inside the plotting area: larger where there is more room. */
export function fontOf({ width, scale }: PlotFrame): string {
  const size = Math.min(15, Math.max(11, width / scale / 48));
  return `600 ${(size * scale).toFixed(1)}px system-ui, sans-serif`;
}
