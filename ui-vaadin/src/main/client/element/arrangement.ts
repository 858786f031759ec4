import { Emitter } from "../live/emitter";

interface Kept {
  readonly hidden: readonly string[];
  readonly enlarged: string | null;
}

const NOTHING: Kept = { hidden: [], enlarged: null };

/** Which views of this page are hidden and which one is large; kept in the browser, for each page by itself. */
export class Arrangement {
  readonly events = new Emitter<{ changed: undefined }>();
  readonly #views = new Map<string, string>();
  readonly #storage: Pick<Storage, "getItem" | "setItem">;
  readonly #page: () => string;

  constructor(storage: Pick<Storage, "getItem" | "setItem">, page: () => string) {
    this.#storage = storage;
    this.#page = page;
  }

  add(id: string, title: string): void {
    this.#views.set(id, title);
    this.events.emit("changed", undefined);
  }

  remove(id: string): void {
    this.#views.delete(id);
    this.events.emit("changed", undefined);
  }

  /** All views that can be arranged, by id, with their titles. */
  get views(): ReadonlyMap<string, string> {
    return this.#views;
  }

  isHidden(id: string): boolean {
    return this.#read().hidden.includes(id);
  }

  isEnlarged(id: string): boolean {
    return this.#read().enlarged === id;
  }

  /** The view that is large now, if it is on the page. */
  get enlarged(): string | undefined {
    const { enlarged } = this.#read();
    return enlarged !== null && this.#views.has(enlarged) ? enlarged : undefined;
  }

  hide(id: string, hidden: boolean): void {
    const kept = this.#read();
    const others = kept.hidden.filter((other) => other !== id);
    this.#write({ hidden: hidden ? [...others, id] : others, enlarged: kept.enlarged === id ? null : kept.enlarged });
  }

  enlarge(id: string | undefined): void {
    this.#write({ ...this.#read(), enlarged: id ?? null });
  }

  #read(): Kept {
    try {
      return { ...NOTHING, ...JSON.parse(this.#storage.getItem(this.#key()) ?? "{}") };
    } catch {
      return NOTHING;
    }
  }

  #write(kept: Kept): void {
    this.#storage.setItem(this.#key(), JSON.stringify(kept));
    this.events.emit("changed", undefined);
  }

  #key(): string {
    return `iml-views:${this.#page()}`;
  }
}
