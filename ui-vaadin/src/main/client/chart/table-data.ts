import type { Layer } from "./layers";
import type { PlotSpec } from "./spec";
import { readable } from "../numbers/text";
import type { TableData } from "./table";
import { text } from "../text/texts";

/** What a plot shows, as tables: one for each layer that has numbers. */
export function plotTables({ x, y }: PlotSpec, layers: readonly Layer[]): TableData[] {
  return layers.flatMap(({ spec, columns, ys, names, at }): TableData[] => {
    switch (spec.mark) {
      case "reference":
        return [];
      case "marker":
        return [{ caption: spec.label, head: [x.label], columns: [Float64Array.of(at)] }];
      case "band":
        return [{ caption: spec.label, head: [x.label, text("client.table.low"), text("client.table.high")], columns: [columns.x, columns.low, columns.high] }];
      case "line":
      case "points":
        return [{ caption: spec.label, head: [x.label, y.label], columns: [columns.x, columns.y] }];
      case "lines": {
        const head = ys.map((_, i) => names[i] ?? String(i + 1));
        return [{ caption: spec.label, head: [x.label, ...head], columns: [columns.x, ...ys] }];
      }
      case "surface": {
        const head = Array.from(columns.x, (value) => readable(value));
        const width = columns.x.length;
        const rows = head.map((_, i) => columns.y.map((__, j) => columns.values[j * width + i]));
        return [{ caption: text("client.table.surface", spec.label, y.label, x.label), head: ["", ...head], columns: [columns.y, ...rows] }];
      }
    }
  });
}
