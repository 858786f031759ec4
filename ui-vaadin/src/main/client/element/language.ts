import { text } from "../text/texts";
import type { LiveElement } from "./live";

const COOKIE = "iml-language";
const YEAR = 365 * 24 * 60 * 60;
const LINKED = "lang";

/** `<iml-language languages value>`: the languages of the page by their own names. A choice is kept and loads the page again. */
export class LanguageElement extends HTMLElement {
  connectedCallback(): void {
    const select = document.createElement("select");
    const languages: Readonly<Record<string, string>> = JSON.parse(this.getAttribute("languages") ?? "{}");
    const value = this.getAttribute("value") ?? "";
    select.autocomplete = "off";
    select.setAttribute("aria-label", text("client.language"));
    for (const [code, name] of Object.entries(languages)) {
      const option = new Option(name, code, code === value, code === value);
      option.lang = code;
      select.append(option);
    }
    select.addEventListener("change", () => speak(select.value));
    this.replaceChildren(select);
  }
}

/** Keeps the values in the address, but not a language that came with it: from now on the choice holds. */
function speak(language: string): void {
  document.cookie = `${COOKIE}=${language}; path=/; max-age=${YEAR}; samesite=lax`;
  document.querySelector<LiveElement>("iml-live")?.writeAddress();
  const address = new URL(location.href);
  if (address.searchParams.has(LINKED)) address.searchParams.delete(LINKED);
  history.replaceState(history.state, "", address);
  location.reload();
}
