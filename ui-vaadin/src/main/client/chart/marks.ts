import type { PlotFrame } from "./chart";
import type { Layer } from "./layers";
import { palette } from "./palette";

const FADED = 0.3;
const BAND_ALPHA = 0.16;
/** Beyond this many canvas pixels outside the plot a canvas loses precision long before anyone sees a difference. */
const FAR = 20_000;
/** So few points get a rim in the colour of the paper, which keeps neighbours apart. */
const RIMMED = 400;

/** Draws one layer. Every role has a shape or a dash of its own, so that colour is never needed to tell them apart. */
export function drawLayer(frame: PlotFrame, layer: Layer): void {
  const { context } = frame;
  context.globalAlpha = layer.old ? FADED : 1;
  switch (layer.spec.mark) {
    case "band":
      band(frame, layer.columns, palette.role(layer.spec.role));
      break;
    case "line":
      line(frame, layer.columns, layer.spec.role);
      break;
    case "points":
      points(frame, layer.columns, layer.spec.role);
      break;
    case "reference":
      reference(frame, layer.spec.line);
      break;
  }
  context.globalAlpha = 1;
}

type Columns = Layer["columns"];

function near(pixel: number): number {
  return pixel > FAR ? FAR : pixel < -FAR ? -FAR : pixel;
}

/** Adds the curve to the current path; undefined numbers leave a gap. */
function trace(frame: PlotFrame, x: Float64Array, y: Float64Array): void {
  const { context } = frame;
  let pen = false;
  for (let i = 0; i < x.length; i++) {
    const py = near(frame.y(y[i]));
    if (Number.isNaN(py)) {
      pen = false;
    } else if (pen) {
      context.lineTo(frame.x(x[i]), py);
    } else {
      context.moveTo(frame.x(x[i]), py);
      pen = true;
    }
  }
}

function line(frame: PlotFrame, { x, y }: Columns, role: string): void {
  const { context, scale } = frame;
  context.beginPath();
  trace(frame, x, y);
  context.lineJoin = "round";
  context.lineCap = "round";
  context.lineWidth = (role === "truth" ? 2 : 2.75) * scale;
  context.setLineDash(role === "truth" ? [7 * scale, 6 * scale] : []);
  context.strokeStyle = palette.role(role);
  context.stroke();
  context.setLineDash([]);
}

function band(frame: PlotFrame, { x, low, high }: Columns, colour: string): void {
  const { context } = frame;
  context.beginPath();
  for (let i = 0; i < x.length; i++) context.lineTo(frame.x(x[i]), near(frame.y(high[i])));
  for (let i = x.length - 1; i >= 0; i--) context.lineTo(frame.x(x[i]), near(frame.y(low[i])));
  context.closePath();
  context.globalAlpha *= BAND_ALPHA;
  context.fillStyle = colour;
  context.fill();
}

function points(frame: PlotFrame, { x, y }: Columns, role: string): void {
  const { context, scale, left, top, width, height } = frame;
  const size = radius(x.length) * scale;
  const shape = role === "test" ? diamond : circle;
  const inset = 5 * scale;
  const beyond: [number, number, number][] = [];
  context.beginPath();
  for (let i = 0; i < x.length; i++) {
    const px = frame.x(x[i]);
    const py = frame.y(y[i]);
    if (px >= left && px <= left + width) {
      if (py >= top && py <= top + height) shape(context, px, py, size);
      else if (!Number.isNaN(py)) beyond.push(py < top ? [px, top + inset, -1] : [px, top + height - inset, 1]);
    }
  }
  context.fillStyle = palette.role(role);
  context.fill();
  if (x.length <= RIMMED) {
    context.lineWidth = scale;
    context.strokeStyle = palette.of("surface");
    context.stroke();
  }
  if (beyond.length > 0) arrows(frame, beyond, palette.role(role));
}

/** Points above or below the axis' range stand at its edge as arrows, so that none disappears silently. */
function arrows({ context, scale }: PlotFrame, beyond: readonly [number, number, number][], colour: string): void {
  const size = 4 * scale;
  context.beginPath();
  for (const [x, y, direction] of beyond) {
    context.moveTo(x - size, y - direction * size * 0.5);
    context.lineTo(x, y + direction * size * 0.7);
    context.lineTo(x + size, y - direction * size * 0.5);
  }
  context.lineWidth = 1.75 * scale;
  context.strokeStyle = colour;
  context.stroke();
}

function radius(count: number): number {
  return count <= 120 ? 4.5 : count <= 400 ? 3.75 : count <= 2_000 ? 2.75 : 1.75;
}

function circle(context: CanvasRenderingContext2D, x: number, y: number, size: number): void {
  context.moveTo(x + size, y);
  context.arc(x, y, size, 0, 2 * Math.PI);
}

function diamond(context: CanvasRenderingContext2D, x: number, y: number, size: number): void {
  const reach = size * 1.3;
  context.moveTo(x, y - reach);
  context.lineTo(x + reach, y);
  context.lineTo(x, y + reach);
  context.lineTo(x - reach, y);
  context.closePath();
}

function reference(frame: PlotFrame, kind: "identity" | "zero"): void {
  const { context, scale, left, width, top, height } = frame;
  context.beginPath();
  if (kind === "zero") {
    context.moveTo(left, frame.y(0));
    context.lineTo(left + width, frame.y(0));
  } else {
    // Both axes share their range, so the diagonal of the plotting area is the identity.
    context.moveTo(left, top + height);
    context.lineTo(left + width, top);
  }
  context.lineWidth = 1.25 * scale;
  context.strokeStyle = palette.of("quiet");
  context.stroke();
}
