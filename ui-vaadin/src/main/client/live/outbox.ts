import type { ClientMessage, Pace } from "../wire/messages";

interface Owed {
  readonly value: unknown;
  readonly pace: Pace;
  /** When the hand moved, on the clock of `performance.now()`. */
  readonly at: number;
  /** The number it was sent under; undefined until then. */
  readonly input?: number;
  readonly rejected?: boolean;
}

/**
 * What the page owes the server and the server has not answered yet: the newest value of each parameter, nothing older.
 *
 * A change leaves at once unless one of the same control, sent since the last animation frame, is not answered yet: then
 * the newest waits for that answer or for the next animation frame, whichever is first. So the answer to a hand's last
 * move before a display frame can still be part of it, and a mouse that reports faster than the display asks for no more
 * than the server can answer. While the socket is closed values are kept, never queued, and leave together when it opens.
 */
export class Outbox {
  readonly #transmit: (message: ClientMessage) => void;
  readonly #nextFrame: (run: () => void) => void;
  readonly #owed = new Map<string, Owed>();
  /** The input under which a parameter was sent since the last animation frame, until it is answered. */
  readonly #unanswered = new Map<string, number>();
  readonly #times = new Map<number, number>();
  #open = false;
  #armed = false;
  #input = 0;

  constructor(transmit: (message: ClientMessage) => void, nextFrame: (run: () => void) => void) {
    this.#transmit = transmit;
    this.#nextFrame = nextFrame;
  }

  set(parameter: string, value: unknown, pace: Pace, at: number): void {
    this.#owed.set(parameter, { value, pace, at });
    if (!this.#open) return;
    if (pace === "now" || !this.#unanswered.has(parameter)) this.#send([parameter], pace);
    this.#arm();
  }

  /** Several new values that belong together: one change, at once. */
  setAll(values: Readonly<Record<string, unknown>>, at: number): void {
    const parameters = Object.keys(values);
    for (const parameter of parameters) this.#owed.set(parameter, { value: values[parameter], pace: "now", at });
    if (!this.#open || parameters.length === 0) return;
    this.#send(parameters, "now");
    this.#arm();
  }

  /** The socket is open and greeted: everything owed goes as one change. */
  resume(): void {
    this.#open = true;
    const parameters = [...this.#owed].filter(([, owed]) => !owed.rejected).map(([parameter]) => parameter);
    this.#owed.forEach((owed, parameter) => owed.rejected && this.#owed.delete(parameter));
    if (parameters.length > 0) this.#send(parameters, "now");
  }

  pause(): void {
    this.#open = false;
    this.#unanswered.clear();
  }

  /** Forgets everything: another session begins. */
  clear(): void {
    this.pause();
    this.#owed.clear();
    this.#times.clear();
  }

  /** A frame includes every input up to this one. Returns when the hand made it, if this frame is the first to show it. */
  answered(input: number): number | undefined {
    const at = this.#times.get(input);
    for (const sent of this.#times.keys()) if (sent <= input) this.#times.delete(sent);
    for (const [parameter, owed] of this.#owed) {
      if (owed.input !== undefined && owed.input <= input) this.#owed.delete(parameter);
    }
    for (const [parameter, sent] of this.#unanswered) if (sent <= input) this.#unanswered.delete(parameter);
    this.#sendWaiting();
    return at;
  }

  /** The server refused an input. Its control keeps what the hand left there until a later input is answered. */
  rejected(input: number): void {
    this.#times.delete(input);
    for (const [parameter, owed] of this.#owed) {
      if (owed.input === input) this.#owed.set(parameter, { ...owed, rejected: true });
    }
  }

  /** Whether the control still waits for an answer, so that frames must not write into it. */
  owes(parameter: string): boolean {
    return this.#owed.has(parameter);
  }

  /** Whether any change still waits for its frame. */
  get waiting(): boolean {
    for (const owed of this.#owed.values()) if (!owed.rejected) return true;
    return false;
  }

  #send(parameters: readonly string[], pace: Pace): void {
    const input = ++this.#input;
    const values: Record<string, unknown> = {};
    for (const parameter of parameters) {
      const owed = this.#owed.get(parameter)!;
      values[parameter] = owed.value;
      this.#times.set(input, owed.at);
      this.#owed.set(parameter, { ...owed, input });
      this.#unanswered.set(parameter, input);
    }
    this.#transmit({ type: "set", values, input, pace });
  }

  #arm(): void {
    if (this.#armed) return;
    this.#armed = true;
    this.#nextFrame(() => {
      this.#armed = false;
      this.#unanswered.clear();
      this.#sendWaiting();
      if (this.#unanswered.size > 0) this.#arm();
    });
  }

  /** Sends what waits for an answer that has come. */
  #sendWaiting(): void {
    if (!this.#open) return;
    for (const [parameter, owed] of [...this.#owed]) {
      if (owed.input === undefined && !this.#unanswered.has(parameter)) this.#send([parameter], owed.pace);
    }
  }
}
