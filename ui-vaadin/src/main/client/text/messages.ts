const forms = (globalThis as { imlMessages?: Readonly<Record<string, string>> }).imlMessages ?? {};

/** Most sentences come again and again; more than these are not kept. */
const MOST_KEPT = 500;

const BETWEEN_SENTENCES = /(?<=\.) (?=\p{Lu}|x )/u;

interface Form {
  readonly english: RegExp;
  readonly own: string;
}

/**
 * Turns sentences of the engine into the page's language: each known one is recognised by its English form, the longest first,
 * and its numbers and names take their places in the translation; several in a row are turned one by one. What is not known
 * stays as it is.
 */
export class Translator {
  readonly #forms: readonly Form[];
  readonly #kept = new Map<string, string>();

  constructor(ownByEnglish: Readonly<Record<string, string>>) {
    this.#forms = Object.entries(ownByEnglish).map(([english, own]) => ({ english: pattern(english), own }));
  }

  translate(english: string): string {
    if (this.#forms.length === 0) return english;
    let own = this.#kept.get(english);
    if (own === undefined) {
      if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
      this.#kept.set(english, (own = this.#find(english)));
    }
    return own;
  }

  #find(english: string): string {
    const whole = this.#fit(english);
    if (whole !== undefined) return whole;
    const sentences = english.split(BETWEEN_SENTENCES);
    return sentences.map((sentence) => this.#fit(sentence) ?? sentence).join(" ");
  }

  #fit(english: string): string | undefined {
    for (const form of this.#forms) {
      const parts = form.english.exec(english);
      if (parts !== null) return form.own.replace(/\{(\d)}/g, (_, i) => parts[Number(i) + 1]);
    }
    return undefined;
  }
}

function pattern(english: string): RegExp {
  const literals = english.split(/\{\d}/).map((literal) => literal.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${literals.join("(.+)")}$`);
}

const translator = new Translator(forms);

/** A sentence of the engine in the page's language. */
export function translated(english: string): string {
  return translator.translate(english);
}
