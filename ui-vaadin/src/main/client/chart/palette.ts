const ROLES = [
  "train",
  "test",
  "truth",
  "fit",
  "validation",
  "negative",
  "positive",
  "bias",
  "variance",
  "noise",
  "ghost",
  "ink",
  "quiet",
  "grid",
  "surface",
  "density",
] as const;

/** As many colours as are told apart without effort; further lines repeat them in other dashes. */
export const SERIES = 8;

export type Colour = (typeof ROLES)[number] | `series-${number}`;
export type Rgb = readonly [red: number, green: number, blue: number];

/** The colours of the style sheet as a canvas understands them, read anew when the theme changes. */
class Palette {
  #colours: Partial<Record<Colour, string>> = {};
  #edition = 0;
  readonly #listeners = new Set<() => void>();

  constructor() {
    const changed = () => {
      this.#colours = {};
      this.#edition++;
      this.#listeners.forEach((listener) => listener());
    };
    new MutationObserver(changed).observe(document.documentElement, { attributeFilter: ["theme", "style", "class"] });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);
    // The style sheet may arrive after the first drawing; `load` does not bubble, but it can be captured.
    const loaded = (event: Event) => event.target instanceof HTMLLinkElement && changed();
    document.addEventListener("load", loaded, true);
  }

  of(colour: Colour): string {
    return (this.#colours[colour] ??= resolve(colour));
  }

  /** Rises whenever the colours may have changed: for those who keep something made of them. */
  get edition(): number {
    return this.#edition;
  }

  /** The colour's parts, 0 … 255. */
  rgb(colour: Colour): Rgb {
    const [red = 0, green = 0, blue = 0] = this.of(colour).match(/[\d.]+/g)?.map(Number) ?? [];
    return [red, green, blue];
  }

  /** The colour of a layer's role; roles without a colour of their own are drawn in ink. */
  role(role: string): string {
    return this.of(this.named(role));
  }

  /** The name of that colour. */
  named(role: string): Colour {
    return (ROLES as readonly string[]).includes(role) ? (role as Colour) : "ink";
  }

  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }
}

/** A custom property's computed value is its text; only a real `color` resolves `light-dark()`. */
function resolve(colour: Colour): string {
  const probe = document.createElement("span");
  probe.hidden = true;
  probe.style.color = `var(--iml-${colour})`;
  document.body.append(probe);
  const resolved = getComputedStyle(probe).color;
  probe.remove();
  return resolved;
}

export const palette = new Palette();
