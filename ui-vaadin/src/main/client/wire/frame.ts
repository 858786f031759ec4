/** A decoded frame: what the server computed for one version of the parameters. */
export interface Frame {
  readonly version: number;
  /** The newest input of this page that the frame includes. */
  readonly input: number;
  /** False for an early frame that later ones of the same version complete. */
  readonly complete: boolean;
  readonly fidelity: string;
  readonly values: Parameters;
  readonly micros: Readonly<Record<string, number>>;
  readonly superseded: number;
  /** In an incomplete frame, the stages whose older outcomes are still to be replaced or confirmed. */
  readonly pending?: readonly string[];
  /** Microseconds that this run spent on each stage that has ended; 0 where an earlier outcome still held. */
  readonly stages: Readonly<Record<string, number>>;
  /** Those of them that have no value. */
  readonly unready?: readonly string[];
  /** Only the stages that changed since the previous frame on this socket. */
  readonly outcomes: Readonly<Record<string, Outcome>>;
}

export type Parameters = Readonly<Record<string, unknown>>;

export type Outcome =
  | {
      readonly status: "ready";
      readonly value: Value;
      /** Computed with little effort while a hand moves; the same stage at full effort follows at rest. */
      readonly draft?: boolean;
    }
  | { readonly status: "failed"; readonly reasons: readonly string[]; readonly cures?: readonly Cure[] }
  | { readonly status: "blocked"; readonly by: readonly string[] }
  | { readonly status: "cancelled" };

/** A change that helps, offered by the stage that is in trouble. */
export interface Cure {
  readonly label: string;
  readonly set: Parameters;
}

export type Value =
  | null
  | number
  | string
  | boolean
  | Float64Array
  | readonly Value[]
  | { readonly [name: string]: Value };

const FRAME = 1;
const PROTOCOL = 1;
const PREFIX = 8;
const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Reads the binary layout: a prefix of eight bytes (type, protocol version, header length), a JSON header padded to a
 * multiple of eight, then every column as consecutive little-endian doubles. Columns are views into the buffer, so
 * decoding copies no number; every machine that runs a browser today is little endian.
 */
export function decodeFrame(buffer: ArrayBuffer): Frame {
  if (buffer.byteLength < PREFIX) throw new Error(`a frame has at least ${PREFIX} bytes, not ${buffer.byteLength}`);
  const prefix = new DataView(buffer, 0, PREFIX);
  if (prefix.getUint8(0) !== FRAME) throw new Error(`message type must be ${FRAME}, not ${prefix.getUint8(0)}`);
  if (prefix.getUint8(1) !== PROTOCOL) throw new Error(`protocol must be ${PROTOCOL}, not ${prefix.getUint8(1)}`);
  const length = prefix.getUint32(4, true);
  const columns = PREFIX + length;
  if (columns % 8 !== 0 || columns > buffer.byteLength) throw new Error(`header length ${length} does not fit`);
  const header = JSON.parse(utf8.decode(new Uint8Array(buffer, PREFIX, length)));
  for (const outcome of Object.values<any>(header.outcomes)) {
    if (outcome.status === "ready") outcome.value = attach(outcome.value, buffer, columns);
  }
  return header;
}

/** Replaces every `{"column":[offset,length]}` by a view, in place. */
function attach(value: any, buffer: ArrayBuffer, columns: number): Value {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    // Items are all of one kind, and texts hold no columns.
    if (typeof value[0] === "object") for (let i = 0; i < value.length; i++) value[i] = attach(value[i], buffer, columns);
    return value;
  }
  if (Array.isArray(value.column)) {
    const [offset, length] = value.column;
    return new Float64Array(buffer, columns + 8 * offset, length);
  }
  for (const name of Object.keys(value)) value[name] = attach(value[name], buffer, columns);
  return value;
}

/** The changes that a stage offers: a failure beside its reasons, a value under the name `cures`. */
export function curesOf(outcome: Outcome): readonly Cure[] {
  if (outcome.status === "failed") return outcome.cures ?? [];
  const cures = outcome.status === "ready" ? valueAt(outcome.value, ["cures"]) : undefined;
  return Array.isArray(cures) ? (cures as unknown as readonly Cure[]) : [];
}

/** The value at a path of names, or undefined where there is none. */
export function valueAt(value: Value | undefined, path: readonly string[]): Value | undefined {
  let at: Value | undefined = value;
  for (const name of path) {
    if (typeof at !== "object" || at === null || Array.isArray(at) || at instanceof Float64Array) return undefined;
    at = (at as { readonly [name: string]: Value })[name];
  }
  return at;
}
