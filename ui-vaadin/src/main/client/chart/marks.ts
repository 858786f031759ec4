import { readable } from "../numbers/text";
import type { PlotFrame } from "./chart";
import type { Layer } from "./layers";
import { drawFan, drawNamed } from "./lines";
import { palette } from "./palette";
import { addShape, dashOf, shapeOf, widthOf } from "./roles";
import { drawSurface } from "./surface";
import { fontOf, near, trace } from "./trace";

const FADED = 0.3;
const BAND_ALPHA = 0.16;
/** So few points get a rim in the colour of the paper, which keeps neighbours apart. */
const RIMMED = 400;
/** A line with so few corners shows each of them, with the mark of its role. */
const CORNERED = 40;

/** Draws one layer. */
export function drawLayer(frame: PlotFrame, layer: Layer): void {
  const { context } = frame;
  const { spec } = layer;
  context.globalAlpha = layer.old ? FADED : 1;
  switch (spec.mark) {
    case "band":
      band(frame, layer.columns, palette.role(spec.role));
      break;
    case "line":
      line(frame, layer.columns, spec.role, spec.dash ?? dashOf(spec.role));
      break;
    case "lines":
      if (spec.names === undefined) drawFan(frame, layer, spec.role);
      else drawNamed(frame, layer);
      break;
    case "points":
      points(frame, layer.columns, spec.role);
      break;
    case "surface":
      drawSurface(frame, layer, spec);
      break;
    case "marker":
      marker(frame, layer.at, spec.label);
      break;
    case "reference":
      reference(frame, spec.line);
      break;
  }
  context.globalAlpha = 1;
}

type Columns = Layer["columns"];

function line(frame: PlotFrame, { x, y }: Columns, role: string, dash: readonly number[]): void {
  const { context, scale } = frame;
  context.beginPath();
  trace(frame, x, y);
  context.lineJoin = "round";
  context.lineCap = "round";
  context.lineWidth = widthOf(role) * scale;
  context.setLineDash(dash.map((length) => length * scale));
  context.strokeStyle = palette.role(role);
  context.stroke();
  context.setLineDash([]);
  if (x.length > CORNERED) return;
  context.beginPath();
  const shape = shapeOf(role);
  const px = frame.xs(x);
  const py = frame.ys(y);
  for (let i = 0; i < x.length; i++) {
    if (!Number.isNaN(py[i])) addShape(context, shape, px[i], near(py[i]), 3.25 * scale);
  }
  context.fillStyle = palette.role(role);
  context.fill();
}

function band(frame: PlotFrame, { x, low, high }: Columns, colour: string): void {
  const { context } = frame;
  const px = frame.xs(x);
  const top = frame.ys(high);
  context.beginPath();
  for (let i = 0; i < x.length; i++) context.lineTo(px[i], near(top[i]));
  const bottom = frame.ys(low);
  for (let i = x.length - 1; i >= 0; i--) context.lineTo(px[i], near(bottom[i]));
  context.closePath();
  context.globalAlpha *= BAND_ALPHA;
  context.fillStyle = colour;
  context.fill();
}

/** You are here: a line from top to bottom, its words beside it where there is room. */
function marker(frame: PlotFrame, at: number, label: string): void {
  const { context, scale, left, width, top, height } = frame;
  const x = frame.x(at);
  if (!(x >= left && x <= left + width)) return;
  context.beginPath();
  context.moveTo(x, top);
  context.lineTo(x, top + height);
  context.lineWidth = 1.5 * scale;
  context.setLineDash([3 * scale, 3 * scale]);
  context.strokeStyle = palette.of("ink");
  context.stroke();
  context.setLineDash([]);
  const onRight = x < left + width / 2;
  context.font = fontOf(frame);
  context.textAlign = onRight ? "left" : "right";
  context.textBaseline = "top";
  context.lineWidth = 3 * scale;
  context.strokeStyle = palette.of("surface");
  context.fillStyle = palette.of("ink");
  const text = `${label} ${readable(at, 3)}`;
  context.strokeText(text, x + (onRight ? 5 : -5) * scale, top + 3 * scale);
  context.fillText(text, x + (onRight ? 5 : -5) * scale, top + 3 * scale);
}

function points(frame: PlotFrame, { x, y }: Columns, role: string): void {
  const { context, scale, left, top, width, height } = frame;
  const size = radius(x.length) * scale;
  const shape = shapeOf(role);
  const inset = 5 * scale;
  const beyond: [number, number, number][] = [];
  const xs = frame.xs(x);
  const ys = frame.ys(y);
  context.beginPath();
  for (let i = 0; i < x.length; i++) {
    const px = xs[i];
    const py = ys[i];
    if (px >= left && px <= left + width) {
      if (py >= top && py <= top + height) addShape(context, shape, px, py, size);
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
