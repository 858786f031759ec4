/** Decimal places that a number needs: 0.05 → 2, 1e-7 → 7, 10 → 0. */
export function decimals(value: number): number {
  const [mantissa, exponent = "0"] = String(value).split("e");
  const fraction = mantissa.split(".")[1]?.length ?? 0;
  return Math.max(0, fraction - Number(exponent));
}

/** The nearest `origin + k · step`, written with no more decimals than those two have: never 0.30000000000000004. */
export function snap(value: number, step: number, origin: number): number {
  const nearest = origin + Math.round((value - origin) / step) * step;
  const places = Math.min(100, Math.max(decimals(step), decimals(origin)));
  return Number(nearest.toFixed(places)) + 0;
}

/** Where a value lies on a slider's track, in the track's own units. */
export interface Track {
  readonly toPosition: (value: number) => number;
  readonly toValue: (position: number) => number;
  /** One key press, in track units. */
  readonly step: (min: number, max: number) => number;
}

const LOG_STEPS = 200;
const LOG_DIGITS = 3;

export function linearTrack(step: number, origin: number): Track {
  return {
    toPosition: (value) => value,
    toValue: (position) => snap(position, step, origin),
    step: () => step,
  };
}

/** Positions are exponents of ten; values are rounded to three significant digits, which a reader can name. */
export function logTrack(integer: boolean): Track {
  return {
    toPosition: Math.log10,
    toValue: (position) => {
      const value = Number((10 ** position).toPrecision(LOG_DIGITS));
      return integer ? Math.round(value) : value;
    },
    step: (min, max) => (max - min) / LOG_STEPS,
  };
}
