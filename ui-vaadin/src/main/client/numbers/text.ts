const MINUS = "\u2212";

/** Milliseconds between two numbers in one place that still seem to run: no eye reads faster, and text is dear to lay out. */
export const RUNNING = 96;

/** A number for people: four significant digits, powers of ten only where needed, a real minus sign. */
export function readable(value: number | null | undefined, digits = 4): string {
  if (value === null || value === undefined || Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : `${MINUS}∞`;
  if (value === 0) return "0";
  const size = Math.abs(value);
  const short = size >= 1e6 || size < 1e-4 ? value.toExponential(digits - 2) : String(Number(value.toPrecision(digits)));
  return short.replaceAll("-", MINUS).replace("e+", "e");
}

/** The number to the last digit, for tables. */
export function exact(value: number | null | undefined): string {
  return value === null || value === undefined ? "" : String(value).replaceAll("-", MINUS);
}

/** A score with a fixed number of decimals, so that digits stay in place while it changes. */
export function score(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  const size = Math.abs(value);
  if (size >= 1e4) return value.toExponential(1).replaceAll("-", MINUS).replace("e+", "e");
  return value.toFixed(size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : 3).replace("-", MINUS);
}

export function signed(value: number): string {
  return (value > 0 ? "+" : "") + score(value);
}

/** Milliseconds with the precision that matters at their size. */
export function millis(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return "–";
  return value < 0.995 ? value.toFixed(2) : value < 9.95 ? value.toFixed(1) : value.toFixed(0);
}

/** As much of a text as there is room for; dots say that there is more. */
export function fitting(text: string, room: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= room) return text;
  let end = text.length - 1;
  while (end > 0 && widthOf(`${text.slice(0, end).trimEnd()}…`) > room) end--;
  return `${text.slice(0, end).trimEnd()}…`;
}

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Zero or a power of ten of either sign, short enough for an axis: 100, −10⁴. */
export function powerText(value: number): string {
  const power = Math.round(Math.log10(Math.abs(value)));
  const size = power > 3 ? `10${[...String(power)].map((digit) => RAISED[Number(digit)]).join("")}` : Math.abs(value);
  return value < 0 ? `${MINUS}${size}` : `${size}`;
}
