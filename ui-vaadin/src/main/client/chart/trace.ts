import type { PlotFrame } from "./chart";

/** Beyond this many canvas pixels outside the plot a canvas loses precision long before anyone sees a difference. */
const FAR = 20_000;

export function near(pixel: number): number {
  return pixel > FAR ? FAR : pixel < -FAR ? -FAR : pixel;
}

/** Adds the curve to the current path; undefined numbers leave a gap. */
export function trace(frame: PlotFrame, x: Float64Array, y: Float64Array): void {
  const { context } = frame;
  const count = Math.min(x.length, y.length);
  const px = frame.xs(x);
  const py = frame.ys(y);
  let pen = false;
  for (let i = 0; i < count; i++) {
    if (Number.isNaN(py[i])) {
      pen = false;
    } else if (pen) {
      context.lineTo(px[i], near(py[i]));
    } else {
      context.moveTo(px[i], near(py[i]));
      pen = true;
    }
  }
}

/** The font of words inside the plotting area: larger where there is more room. */
export function fontOf({ width, scale }: PlotFrame): string {
  const size = Math.min(15, Math.max(11, width / scale / 48));
  return `600 ${(size * scale).toFixed(1)}px system-ui, sans-serif`;
}
