import type { PlotFrame } from "./chart";
import type { Layer } from "./layers";
import { palette, SERIES, type Colour } from "./palette";
import { fontOf, trace } from "./trace";

const DASHES: readonly (readonly number[])[] = [[], [7, 4], [2, 3], [9, 3, 2, 3]];
/** CSS pixels from one label's middle to the next. */
const LINE_HEIGHT = 14;
const FAN_ALPHA = 0.35;

/** Many lines in one path: what they cover together is what counts. */
export function drawFan(frame: PlotFrame, layer: Layer, role: string): void {
  const { context, scale } = frame;
  context.beginPath();
  for (const y of layer.ys) trace(frame, layer.columns.x, y);
  context.lineJoin = "round";
  context.lineWidth = scale;
  context.globalAlpha *= FAN_ALPHA;
  context.strokeStyle = palette.role(role);
  context.stroke();
}

/** A colour and a dash for each name, and the name itself at the line's end. */
export function drawNamed(frame: PlotFrame, layer: Layer): void {
  const { context, scale } = frame;
  const { x } = layer.columns;
  context.lineJoin = "round";
  context.lineWidth = 2 * scale;
  layer.ys.forEach((y, i) => {
    context.beginPath();
    trace(frame, x, y);
    context.strokeStyle = palette.of(seriesColour(i));
    context.setLineDash(DASHES[Math.floor(i / SERIES) % DASHES.length].map((length) => length * scale));
    context.stroke();
  });
  context.setLineDash([]);
  labels(frame, layer);
}

export function seriesColour(index: number): Colour {
  return `series-${index % SERIES}`;
}

/** Names stand where the lines are farthest apart, the farthest line's first; one that finds no room is left out. */
function labels(frame: PlotFrame, { columns: { x }, ys, names }: Layer): void {
  const { context, scale, top, height } = frame;
  const end = spread(ys, 0) >= spread(ys, x.length - 1) ? 0 : x.length - 1;
  const px = frame.x(x[end]);
  const onLeft = px < frame.left + frame.width / 2;
  const taken: number[] = [];
  const order = ys.map((_, i) => i).sort((a, b) => Math.abs(ys[b][end]) - Math.abs(ys[a][end]));
  context.font = fontOf(frame);
  context.textAlign = onLeft ? "left" : "right";
  context.textBaseline = "middle";
  context.lineWidth = 3 * scale;
  context.strokeStyle = palette.of("surface");
  for (const i of order) {
    const py = frame.y(ys[i][end]);
    const inside = py >= top + 6 * scale && py <= top + height - 6 * scale;
    if (!inside || taken.some((other) => Math.abs(other - py) < LINE_HEIGHT * scale)) continue;
    taken.push(py);
    const at = px + (onLeft ? 4 : -4) * scale;
    context.strokeText(names[i] ?? "", at, py);
    context.fillStyle = palette.of(seriesColour(i));
    context.fillText(names[i] ?? "", at, py);
  }
}

function spread(ys: readonly Float64Array[], at: number): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const y of ys) {
    if (y[at] < low) low = y[at];
    if (y[at] > high) high = y[at];
  }
  return high - low;
}
