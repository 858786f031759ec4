import { decodeFrame, type Frame } from "../wire/frame";
import type { ClientMessage, ServerMessage } from "../wire/messages";

export type LinkState = "connecting" | "open" | "reconnecting" | "refused";

export interface LinkListener {
  onState(state: LinkState): void;
  onMessage(message: ServerMessage): void;
  onFrame(frame: Frame, receivedAt: number): void;
}

const TOKEN_REFUSED = 4401;
const FIRST_WAIT = 250;
const LONGEST_WAIT = 5_000;

/** Milliseconds before attempt number `failures` (from 0) to connect again. */
export function backoff(failures: number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(failures, 10));
}

/** One WebSocket that comes back by itself, each time with the newest one-time token. */
export class Connection {
  readonly #listener: LinkListener;
  readonly #url: string;
  #token: string;
  #socket: WebSocket | undefined;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(url: string, token: string, listener: LinkListener) {
    this.#listener = listener;
    this.#url = url;
    this.#token = token;
    this.#connect("connecting");
  }

  send(message: ClientMessage): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  close(): void {
    clearTimeout(this.#retry);
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close(1000);
  }

  #connect(state: LinkState): void {
    this.#listener.onState(state);
    const address = new URL(this.#url, location.href);
    address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
    address.searchParams.set("token", this.#token);
    const socket = new WebSocket(address);
    socket.binaryType = "arraybuffer";
    socket.onmessage = (event) => socket === this.#socket && this.#receive(event.data);
    socket.onclose = (event) => socket === this.#socket && this.#lost(event.code);
    this.#socket = socket;
  }

  #receive(data: string | ArrayBuffer): void {
    const receivedAt = performance.now();
    if (typeof data !== "string") {
      this.#listener.onFrame(decodeFrame(data), receivedAt);
      return;
    }
    const message: ServerMessage = JSON.parse(data);
    if (message.type === "hello") {
      this.#token = message.token;
      this.#failures = 0;
      this.#listener.onState("open");
    }
    this.#listener.onMessage(message);
  }

  #lost(code: number): void {
    this.#socket = undefined;
    if (code === TOKEN_REFUSED) {
      this.#listener.onState("refused");
      return;
    }
    this.#listener.onState("reconnecting");
    this.#retry = setTimeout(() => this.#connect("reconnecting"), backoff(this.#failures++));
  }
}
