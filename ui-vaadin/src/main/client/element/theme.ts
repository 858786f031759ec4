import { text } from "../text/texts";

const KEY = "iml-theme";
const dark = matchMedia("(prefers-color-scheme: dark)");

/** `<iml-theme>`: a button between light and dark; until it is used, the page follows the system. */
export class ThemeElement extends HTMLElement {
  readonly #button = document.createElement("button");

  connectedCallback(): void {
    this.#button.type = "button";
    this.#button.addEventListener("click", this.#toggle);
    this.append(this.#button);
    const kept = localStorage.getItem(KEY);
    if (kept !== null) document.documentElement.setAttribute("theme", kept);
    this.#label();
  }

  readonly #toggle = (): void => {
    const theme = isDark() ? "light" : "dark";
    document.documentElement.setAttribute("theme", theme);
    localStorage.setItem(KEY, theme);
    this.#label();
  };

  #label(): void {
    this.#button.textContent = text(isDark() ? "client.theme.light" : "client.theme.dark");
    this.#button.setAttribute("aria-label", text(isDark() ? "client.theme.to-light" : "client.theme.to-dark"));
  }
}

function isDark(): boolean {
  const theme = document.documentElement.getAttribute("theme");
  return theme === null || theme === "" ? dark.matches : theme === "dark";
}
