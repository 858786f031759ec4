import type { Pin, PinnedLine } from "../live/pins";
import type { Layer } from "./layers";
import type { LineSpec } from "./spec";
import { text } from "../text/texts";

/** One for each number of a pin; in CSS pixels. */
const DASHES: readonly (readonly number[])[] = [[4, 4], [1, 4], [10, 5], [10, 4, 1, 4], [6, 4, 1, 4, 1, 4]];

/** Copies of the fitted curves; a curve of earlier settings is none. */
export function fittedLines(layers: readonly Layer[]): PinnedLine[] {
  return layers.filter(isFit).map(({ columns }) => ({ x: columns.x.slice(), y: columns.y.slice() }));
}

/** A layer for each curve of the pins. */
export function ghosts(pins: readonly Pin[]): Layer[] {
  return pins.flatMap((pin) => {
    const spec: LineSpec = { mark: "line", label: pinName(pin), role: "ghost", x: "", y: "", dash: dashOfPin(pin) };
    return pin.lines.map((line) => ({ spec, columns: { ...line }, ys: [], names: [], at: Number.NaN, old: false }));
  });
}

/** The layers with the ghosts below the first fitted curve: it is what they are compared with. */
export function haunted(layers: readonly Layer[], spirits: readonly Layer[]): readonly Layer[] {
  if (spirits.length === 0) return layers;
  const fit = layers.findIndex(({ spec }) => spec.mark === "line" && spec.role === "fit");
  return layers.toSpliced(fit < 0 ? layers.length : fit, 0, ...spirits);
}

export function pinName({ number }: Pick<Pin, "number">): string {
  return text("client.pin.name", number);
}

export function dashOfPin({ number }: Pin): readonly number[] {
  return DASHES[(number - 1) % DASHES.length];
}

function isFit({ spec, old }: Layer): boolean {
  return spec.mark === "line" && spec.role === "fit" && !old;
}
