const ROLES = ["train", "test", "truth", "fit", "ink", "quiet", "grid", "surface", "better", "worse"] as const;

export type Colour = (typeof ROLES)[number];

/** The colours of the style sheet as a canvas understands them, read anew when the theme changes. */
class Palette {
  #colours: Partial<Record<Colour, string>> = {};
  readonly #listeners = new Set<() => void>();

  constructor() {
    const changed = () => {
      this.#colours = {};
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

  /** The colour of a layer's role; roles without a colour of their own are drawn in ink. */
  role(role: string): string {
    return this.of((ROLES as readonly string[]).includes(role) ? (role as Colour) : "ink");
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
