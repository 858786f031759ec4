/** What the page is given to say, by key: in its own language, with the page itself. */
const texts = (globalThis as { imlTexts?: Readonly<Record<string, string>> }).imlTexts ?? {};

/** The text of a key, its places {0}, {1} … taken by the arguments. */
export function text(key: string, ...values: readonly (string | number)[]): string {
  const found = texts[key] ?? key;
  return values.length === 0 ? found : found.replace(/\{(\d)}/g, (place, i) => String(values[Number(i)] ?? place));
}

/** The name of a stage; one that only a foreign experiment has goes by its id. */
export function stageName(id: string): string {
  return texts[`stage.${id}`] ?? id;
}

/** A text for one thing or for many: the keys end in .one and .many. */
export function countText(key: string, count: number): string {
  return count === 1 ? text(`${key}.one`) : text(`${key}.many`, count);
}
