import { palette } from "./palette";
import type { Pen } from "./pen";

export const FONT = "system-ui, sans-serif";
export const LEGEND_FONT = `14px ${FONT}`;
export const WIDTH = 800;
export const MARGIN = 20;
/** What the title takes of the height. */
export const TITLE = 28;

/** The width of a text in the legend's font. */
export type Measure = (text: string) => number;

/** What people take with them of a view: drawn on a canvas for an image, or by a pen that writes vectors. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Draws everything; `layered` hears before each layer which it is, and after the last that there is none. */
  draw(pen: Pen, layered?: (label: string | undefined) => void): void;
}

/** The ground of a drawing, and its title. */
export function beginDrawing(pen: Pen, { width, height }: Drawing, title: string): void {
  pen.beginPath();
  pen.rect(0, 0, width, height);
  pen.fillStyle = palette.of("surface");
  pen.fill();
  pen.textAlign = "left";
  pen.textBaseline = "top";
  pen.font = `600 18px ${FONT}`;
  pen.fillStyle = palette.of("ink");
  pen.fillText(title, MARGIN, MARGIN - 2);
}
