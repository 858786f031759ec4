/** A state that the session was in. */
export interface Entry {
  readonly id: number;
  readonly parent: number;
  /** What was changed to get there. */
  readonly label: string;
}

const PAD = 10;
const WIDEST = 28;

/** Where ticks stand on a track: from the left, close enough to fit. */
export function stepOf(width: number, count: number): { readonly pad: number; readonly step: number } {
  return { pad: PAD, step: count < 2 ? 0 : Math.min(WIDEST, Math.max(0, width - 2 * PAD) / (count - 1)) };
}

/** The tick that is nearest to a place on the track. */
export function indexAt(x: number, width: number, count: number): number {
  const { pad, step } = stepOf(width, count);
  const index = step === 0 ? 0 : Math.round((x - pad) / step);
  return Math.min(count - 1, Math.max(0, index));
}

/**
 * One more step, on (1) or back (-1), added to the last turn if that goes the same way. Turns in opposite ways are not summed:
 * a step back from the first entry goes nowhere, and the step on that follows it still counts.
 */
export function turned(turns: readonly number[], step: 1 | -1): readonly number[] {
  const last = turns.at(-1);
  return last !== undefined && Math.sign(last) === step ? [...turns.slice(0, -1), last + step] : [...turns, step];
}

/** The indices of the entries that lead to one of them, itself included. `entries` rise by id. */
export function pathTo(entries: readonly Entry[], index: number): ReadonlySet<number> {
  const path = new Set<number>();
  let wanted = entries[index]?.id;
  for (let i = index; i >= 0; i--) {
    if (entries[i]!.id !== wanted) continue;
    path.add(i);
    wanted = entries[i]!.parent;
  }
  return path;
}
