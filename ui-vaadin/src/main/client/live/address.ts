import type { Parameters } from "../wire/frame";

/** More painted points make an address that is too long to be passed on. */
const MOST_POINTS = 60;

/** The key of the version by whose rules the other keys are to be read. */
const VERSION = "v";

/**
 * The page's query string for these values: the version that they are written in, then only those that differ from the
 * defaults, in the order of `values`; keys that are not parameters stay as they are.
 */
export function query(search: string, values: Parameters, defaults: Parameters, version: string): string {
  const keys = new URLSearchParams(search);
  keys.delete(VERSION);
  for (const [parameter, value] of Object.entries(values)) {
    keys.delete(parameter);
    const addressed = value !== null && !(Array.isArray(value) && value.length > MOST_POINTS);
    if (addressed && !same(value, defaults[parameter])) keys.append(parameter, text(value));
  }
  const written = keys.toString();
  return written === "" ? "" : `?${VERSION}=${version}&${written}`;
}

/** As the server's parameters read it: numbers by name are `a=1,b=2`, points are `x,y;x,y`. */
function text(value: unknown): string {
  if (Array.isArray(value)) return value.map((point) => point.join(",")).join(";");
  if (typeof value !== "object" || value === null) return String(value);
  return Object.entries(value)
    .map(([name, number]) => `${name}=${number}`)
    .join(",");
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
