import { contours } from "d3-contour";

/** Three numbers for each corner of a line: column, row, and 0 where the pen is lifted before it. */
export type Segments = readonly number[];

/**
 * The contour in cells, from 0 at the first centre. Contours close along the border of the grid, half a cell outside the
 * centres, where there is nothing to show: what touches the border is left out.
 */
export function segments(values: Float64Array, columns: number, rows: number, level: number): Segments {
  const points: number[] = [];
  const { coordinates } = contours().size([columns, rows]).contour(values as unknown as number[], level);
  for (const ring of coordinates.flat()) {
    let pen = false;
    for (const [x, y] of ring) {
      const border = x <= 0 || x >= columns || y <= 0 || y >= rows;
      if (!border) points.push(x - 0.5, y - 0.5, pen ? 1 : 0);
      pen = !border;
    }
  }
  return points;
}
