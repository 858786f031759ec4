import type { Parameters, Value } from "../wire/frame";
import { readable } from "../numbers/text";
import { Emitter } from "./emitter";
import { countText, text } from "../text/texts";

/** More ghosts than this cannot be told apart. */
export const MOST_PINS = 5;

/** A curve as it was: copies, since what came with a frame would keep all of that frame alive. */
export interface PinnedLine {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** A fit that is kept to be compared with. */
export interface Pin {
  /** From 1; free again once the pin is removed, and with it the pin's dash. */
  readonly number: number;
  readonly values: Parameters;
  /** The numbers that were reported, by their paths. */
  readonly scores: ReadonlyMap<string, number>;
  readonly lines: readonly PinnedLine[];
}

/** What is known now, of which a pin is a copy. */
export interface Present {
  readonly values: Parameters;
  stage(name: string): { readonly problems: readonly string[] };
  at(path: readonly string[]): Value | undefined;
}

/** The pinned fits of the page. They live as long as it does: a reload begins without them. */
export class Pins {
  readonly events = new Emitter<{ changed: undefined }>();
  readonly #present: Present;
  #paths: readonly string[] = [];
  #list: readonly Pin[] = [];

  constructor(present: Present) {
    this.#present = present;
  }

  /** By number, rising. */
  get list(): readonly Pin[] {
    return this.#list;
  }

  get full(): boolean {
    return this.#list.length >= MOST_PINS;
  }

  /** Begins anew, with the scores at these paths to be kept with each pin. */
  follow(paths: readonly string[]): void {
    this.#paths = paths;
    this.#change([]);
  }

  /** Pins what is shown now; nothing where there is no room. */
  add(lines: readonly PinnedLine[]): void {
    if (this.full) return;
    let number = 1;
    while (this.#list.some((pin) => pin.number === number)) number++;
    const scores = new Map<string, number>();
    for (const path of this.#paths) {
      const score = this.score(path);
      if (score !== undefined) scores.set(path, score);
    }
    const pin = { number, values: this.#present.values, scores, lines };
    this.#change([...this.#list, pin].sort((a, b) => a.number - b.number));
  }

  remove(number: number): void {
    this.#change(this.#list.filter((pin) => pin.number !== number));
  }

  /** A score of the present fit, unless that fit failed. */
  score(path: string): number | undefined {
    const names = path.split(".");
    const value = this.#present.stage(names[0]).problems.length > 0 ? undefined : this.#present.at(names);
    return typeof value === "number" && Number.isFinite(value) ? value : undefined;
  }

  #change(list: readonly Pin[]): void {
    this.#list = list;
    this.events.emit("changed", undefined);
  }
}

/** The values that differ, as they were then. */
export function changed(then: Parameters, now: Parameters): Parameters {
  return Object.fromEntries(Object.entries(then).filter(([id, value]) => JSON.stringify(value) !== JSON.stringify(now[id])));
}

/** A value in few words; long texts are cut, since they are a reminder and not a record. */
export function valueText(value: unknown): string {
  if (typeof value === "number") return readable(value);
  if (typeof value === "boolean") return text(value ? "client.value.on" : "client.value.off");
  if (Array.isArray(value)) return countText("client.points", value.length);
  if (typeof value === "object" && value !== null) {
    const parts = Object.entries(value).map(([name, number]) => `${name}=${readable(number)}`);
    return parts.length === 0 ? text("client.value.none") : cut(parts.join(", "));
  }
  return value === null || value === undefined || value === "" ? text("client.value.none") : cut(String(value));
}

const LONGEST = 40;

function cut(long: string): string {
  return long.length > LONGEST ? `${long.slice(0, LONGEST - 1)}…` : long;
}
