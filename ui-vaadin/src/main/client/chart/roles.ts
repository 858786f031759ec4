import type { Pen } from "./pen";

/** Marks of a role, besides its colour: so that colour is never needed to tell roles apart. */
export type Shape = "circle" | "diamond" | "square" | "triangle";

const SHAPES: Readonly<Record<string, Shape>> = {
  test: "diamond",
  validation: "square",
  positive: "triangle",
  variance: "diamond",
  noise: "square",
};

const DASHES: Readonly<Record<string, readonly number[]>> = {
  truth: [7, 6],
  validation: [8, 4],
  noise: [2, 4],
  ghost: [4, 4],
};

const THIN = new Set(["truth", "noise", "ghost"]);

export function shapeOf(role: string): Shape {
  return SHAPES[role] ?? "circle";
}

/** In CSS pixels; empty for a solid line. */
export function dashOf(role: string): readonly number[] {
  return DASHES[role] ?? [];
}

/** In CSS pixels. */
export function widthOf(role: string): number {
  return THIN.has(role) ? 2 : 2.75;
}

/** Adds a mark to the current path; `size` is half its width, about. */
export function addShape(context: Pen, shape: Shape, x: number, y: number, size: number): void {
  switch (shape) {
    case "circle":
      context.moveTo(x + size, y);
      context.arc(x, y, size, 0, 2 * Math.PI);
      break;
    case "diamond":
      context.moveTo(x, y - size * 1.3);
      context.lineTo(x + size * 1.3, y);
      context.lineTo(x, y + size * 1.3);
      context.lineTo(x - size * 1.3, y);
      context.closePath();
      break;
    case "square":
      context.rect(x - size * 0.9, y - size * 0.9, size * 1.8, size * 1.8);
      break;
    case "triangle":
      context.moveTo(x, y - size * 1.25);
      context.lineTo(x + size * 1.2, y + size * 0.9);
      context.lineTo(x - size * 1.2, y + size * 0.9);
      context.closePath();
      break;
  }
}
