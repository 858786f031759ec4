import type { Parameters } from "../wire/frame";

/**
 * The page's query string for these values: only those that differ from the defaults, in the order of `values`; keys
 * that are not parameters stay as they are.
 */
export function query(search: string, values: Parameters, defaults: Parameters): string {
  const keys = new URLSearchParams(search);
  for (const [parameter, value] of Object.entries(values)) {
    keys.delete(parameter);
    if (value !== null && !same(value, defaults[parameter])) keys.append(parameter, text(value));
  }
  const written = keys.toString();
  return written === "" ? "" : `?${written}`;
}

/** As the server's parameters read it: numbers by name are `a=1,b=2`. */
function text(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  return Object.entries(value)
    .map(([name, number]) => `${name}=${number}`)
    .join(",");
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
