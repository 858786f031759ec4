import { query } from "../live/address";
import type { LinkState } from "../live/connection";
import { hub } from "../live/hub";
import type { Parameters } from "../wire/frame";
import { text } from "../text/texts";

const ADDRESS_WAIT = 400;
const RELOADED = "iml-reloaded";
const RELOAD_AGAIN = 10_000;

const TEXTS: Readonly<Record<LinkState, string>> = {
  connecting: text("client.link.connecting"),
  open: "",
  reconnecting: text("client.link.reconnecting"),
  refused: text("client.link.refused"),
};

/** `<iml-live url token defaults version>`: owns the connection, says how it is, and keeps the address bar up to date. */
export class LiveElement extends HTMLElement {
  static readonly observedAttributes = ["url", "token"];

  readonly #status = document.createElement("span");
  #defaults: Parameters = {};
  #values: Parameters = {};
  #release: (() => void)[] = [];
  #addressTimer: ReturnType<typeof setTimeout> | undefined;
  #opening = false;

  connectedCallback(): void {
    this.#defaults = JSON.parse(this.getAttribute("defaults") ?? "{}");
    this.setAttribute("role", "status");
    this.setAttribute("aria-live", "polite");
    this.replaceChildren(this.#status);
    this.#release = [
      hub.events.on("state", (state) => this.#show(state)),
      hub.events.on("values", (values) => this.#keepAddress(values)),
    ];
    this.#open();
  }

  disconnectedCallback(): void {
    this.#release.forEach((release) => release());
    clearTimeout(this.#addressTimer);
    hub.close();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.#open();
  }

  /** Attributes come one by one; the connection is opened once, with all of them. */
  #open(): void {
    if (this.#opening) return;
    this.#opening = true;
    queueMicrotask(() => {
      this.#opening = false;
      const token = this.getAttribute("token");
      if (this.isConnected && token !== null) hub.open(this.getAttribute("url") ?? "/live", token);
    });
  }

  #show(state: LinkState): void {
    this.dataset.state = state;
    this.#status.textContent = TEXTS[state];
    if (state === "refused") reloadOnce();
  }

  #keepAddress(values: Parameters): void {
    if (values === this.#values) return;
    this.#values = values;
    clearTimeout(this.#addressTimer);
    this.#addressTimer = setTimeout(() => this.writeAddress(), ADDRESS_WAIT);
  }

  /** Puts the present values into the address bar, for who is about to leave by it. */
  writeAddress(): void {
    const search = query(location.search, this.#values, this.#defaults, this.getAttribute("version") ?? "");
    if (search === location.search) return;
    history.replaceState(history.state, "", location.pathname + search + location.hash);
  }
}

/** The address carries the state, so a reload continues with a new session; but never in a circle. */
function reloadOnce(): void {
  const last = Number(sessionStorage.getItem(RELOADED) ?? 0);
  if (Date.now() - last < RELOAD_AGAIN) return;
  sessionStorage.setItem(RELOADED, String(Date.now()));
  location.reload();
}
