import { Recent } from "../numbers/spread";
import type { Frame } from "../wire/frame";

/** A stage of the plan; those it reads come before it. */
export interface Stage {
  readonly id: string;
  readonly after: readonly string[];
  /** Whether it computes a draft first. */
  readonly refines: boolean;
}

/** How a stage stands in the newest version: `waits` also for one that failed. */
export type Standing = "reused" | "computed" | "draft" | "failed" | "waits";

const KEPT = 200;

/** Follows from frame to frame what becomes of each stage, and how long its recent runs took. */
export class StageWatch {
  readonly #stages: readonly Stage[];
  readonly #recent: ReadonlyMap<string, Recent>;
  readonly #computed = new Set<string>();
  readonly #standings = new Map<string, Standing>();
  #version = -1;

  constructor(stages: readonly Stage[]) {
    this.#stages = stages;
    this.#recent = new Map(stages.map(({ id }) => [id, new Recent(KEPT)]));
  }

  /** Several frames of one version complete each other: what any of them has computed was computed for this version. */
  arrived(frame: Frame): void {
    if (frame.version !== this.#version) this.#computed.clear();
    this.#version = frame.version;
    const unready = new Set(frame.unready);
    for (const stage of this.#stages) {
      const micros = frame.stages[stage.id];
      if (micros > 0) {
        this.#computed.add(stage.id);
        // An early frame's times come again with the frame that completes it.
        if (frame.complete) this.#recent.get(stage.id)!.add(micros / 1000);
      }
      this.#standings.set(stage.id, this.#standing(stage, micros, unready, frame.fidelity === "draft"));
    }
  }

  #standing({ id, after, refines }: Stage, micros: number | undefined, unready: ReadonlySet<string>, draft: boolean): Standing {
    if (micros === undefined) return "waits";
    if (unready.has(id)) return after.some((stage) => unready.has(stage)) ? "waits" : "failed";
    if (!this.#computed.has(id)) return "reused";
    return draft && refines ? "draft" : "computed";
  }

  standing(stage: string): Standing {
    return this.#standings.get(stage) ?? "waits";
  }

  /** Median and 95th percentile of the recent runs in milliseconds; undefined before the first. */
  spread(stage: string): readonly (number | undefined)[] {
    return this.#recent.get(stage)!.quantiles(0.5, 0.95);
  }
}
