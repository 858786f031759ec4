import { beginDrawing, FONT, LEGEND_FONT, MARGIN, TITLE, WIDTH, type Drawing, type Measure } from "./drawing";
import { palette } from "./palette";
import type { Pen } from "./pen";
import type { MatrixSpec } from "./spec";

const ROW = 40;
const HEAD = 26;
const GAP = 2;
const PADDING = 10;
const LEAST_WIDTH = 48;
/** How strong the colour of a full cell is. */
const STRENGTH = { count: 0.45, correlation: 0.5 } as const;

/** A cell as it is shown. */
export interface MatrixCell {
  readonly text: string;
  /** How full its colour is: 0 … 1. */
  readonly share: number;
  readonly sign: "right" | "wrong" | "negative" | "positive";
}

/** A square of shaded numbers with its names, as wide as they need. */
export class MatrixPicture implements Drawing {
  readonly width: number;
  readonly height: number;
  readonly #spec: MatrixSpec;
  readonly #names: readonly string[];
  readonly #cells: readonly (readonly MatrixCell[])[];
  readonly #left: number;
  readonly #top: number;
  readonly #across: number;

  constructor(spec: MatrixSpec, names: readonly string[], cells: readonly (readonly MatrixCell[])[], measure: Measure) {
    this.#spec = spec;
    this.#names = names;
    this.#cells = cells;
    const longest = Math.max(...names.map(measure));
    const sides = spec.rowLabel !== spec.columnLabel;
    this.#left = MARGIN + Math.max(longest, sides ? measure(spec.rowLabel) : 0) + PADDING;
    this.#top = MARGIN + TITLE + (sides ? 2 : 1) * HEAD;
    const numbers = cells.flat().map(({ text }) => measure(text));
    const needed = Math.max(LEAST_WIDTH, Math.max(longest, ...numbers) + PADDING);
    this.#across = Math.max(needed, Math.min(160, (WIDTH - this.#left - MARGIN) / names.length));
    this.width = Math.ceil(Math.max(this.#left + names.length * this.#across, MARGIN + measure(spec.title) * 1.4) + MARGIN);
    this.height = this.#top + names.length * ROW + MARGIN;
  }

  draw(pen: Pen): void {
    beginDrawing(pen, this, this.#spec.title);
    pen.textBaseline = "middle";
    this.#heads(pen);
    this.#cells.forEach((row, i) => row.forEach((cell, j) => this.#cell(pen, cell, i, j)));
  }

  #heads(pen: Pen): void {
    const { rowLabel, columnLabel } = this.#spec;
    pen.font = LEGEND_FONT;
    pen.fillStyle = palette.of("quiet");
    if (rowLabel !== columnLabel) {
      pen.textAlign = "center";
      pen.fillText(columnLabel, this.#left + (this.#names.length * this.#across) / 2, this.#top - 1.5 * HEAD);
      pen.textAlign = "right";
      pen.fillText(rowLabel, this.#left - PADDING, this.#top - HEAD / 2);
    }
    this.#names.forEach((name, i) => {
      pen.textAlign = "center";
      pen.fillText(name, this.#left + (i + 0.5) * this.#across, this.#top - HEAD / 2);
      pen.textAlign = "right";
      pen.fillText(name, this.#left - PADDING, this.#top + (i + 0.5) * ROW);
    });
  }

  #cell(pen: Pen, { text, share, sign }: MatrixCell, i: number, j: number): void {
    const x = this.#left + j * this.#across;
    const y = this.#top + i * ROW;
    pen.beginPath();
    pen.rect(x + GAP / 2, y + GAP / 2, this.#across - GAP, ROW - GAP);
    pen.fillStyle = palette.of(this.#spec.shade === "count" ? "grid" : "surface");
    pen.fill();
    pen.globalAlpha = share * STRENGTH[this.#spec.shade];
    pen.fillStyle = palette.of(sign === "wrong" || sign === "positive" ? "positive" : "negative");
    pen.fill();
    pen.globalAlpha = 1;
    pen.fillStyle = palette.of("ink");
    pen.font = `15px ${FONT}`;
    pen.textAlign = "center";
    pen.fillText(text, x + this.#across / 2, y + ROW / 2);
  }
}
