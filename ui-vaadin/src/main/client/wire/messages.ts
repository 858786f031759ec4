import type { Parameters } from "./frame";

/** How the server should time the run: `drag` may be debounced, `now` may not. */
export type Pace = "drag" | "now";

export type ClientMessage =
  | { readonly type: "set"; readonly values: Parameters; readonly input: number; readonly pace: Pace }
  | { readonly type: "painted"; readonly version: number; readonly micros: readonly number[] };

export interface Hello {
  readonly type: "hello";
  readonly experiment: string;
  /** Good for one more connection: the next reconnect. */
  readonly token: string;
  readonly version: number;
  readonly values: Parameters;
}

export interface Problem {
  readonly parameter: string;
  readonly message: string;
}

export interface Rejected {
  readonly type: "rejected";
  readonly input: number;
  readonly problems: readonly Problem[];
}

export type ServerMessage = Hello | Rejected;
