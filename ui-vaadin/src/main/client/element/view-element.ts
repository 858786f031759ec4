import { TableAlternative, type TableData } from "../chart/table";
import { hub } from "../live/hub";
import type { View } from "../live/painter";
import type { Studies } from "../live/studies";
import { translated } from "../text/messages";
import { arrangement } from "./arranged";
import { Heading } from "./heading";

/** Watches which views are on the screen; one that comes into sight is drawn with the next display frame. */
const sight = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    const view = target as ViewElement<{ readonly title: string }>;
    view.inSight = isIntersecting;
    if (isIntersecting) hub.redraw(view);
  }
});

/** What every view shares: its frame on the page, its place in the hub, its dimming and its table. */
export abstract class ViewElement<Spec extends { readonly title: string }> extends HTMLElement implements View {
  readonly #problems = document.createElement("p");
  #heading: Heading | undefined;
  #release: (() => void)[] = [];
  #table: TableAlternative | undefined;
  #shown = "";
  #stamped = -1;
  protected spec: Spec | undefined;
  /** Whether any of it is on the screen; true until the browser has said so. */
  inSight = true;

  abstract get stages(): ReadonlySet<string>;

  /** Of its stages, those of which it shows something now. */
  protected get drawnStages(): ReadonlySet<string> {
    return this.stages;
  }

  /** Draws the newest values; the element is on the page and visible or not. */
  abstract draw(): void;

  /** Fills the body once per attachment. */
  protected abstract build(body: HTMLElement, spec: Spec): void;

  /** The numbers behind the drawing; none if the view is text already. */
  protected tables?(): readonly TableData[];

  /** What else can be done with this view; asked for once it is built. */
  protected tools?(): readonly HTMLElement[];

  /** Whether people may enlarge and hide it. */
  protected get arranged(): boolean {
    return false;
  }

  /** Called once everything has come to rest. */
  protected rested?(): void;

  protected defaultSpec(): Spec | undefined {
    return undefined;
  }

  connectedCallback(): void {
    const text = this.getAttribute("spec");
    this.spec = text === null ? this.defaultSpec() : JSON.parse(text);
    if (this.spec === undefined) return;
    const { title } = this.spec;
    const heading = new Heading(this.dataset.view ?? "", title, this.arranged);
    this.#heading = heading;
    const body = document.createElement("div");
    body.className = "iml-body";
    this.#problems.className = "iml-problems";
    this.#problems.hidden = true;
    this.setAttribute("role", "group");
    this.setAttribute("aria-labelledby", heading.title.id);
    this.replaceChildren(heading.element, body, this.#problems);
    this.#shown = "";
    this.build(body, this.spec);
    heading.add(this.tools?.() ?? []);
    if (this.tables) {
      this.#table = new TableAlternative(title, () => this.tables!());
      this.append(this.#table.element);
    }
    this.#release = [
      hub.events.on("stale", (stale) => this.toggleAttribute("data-stale", stale)),
      hub.events.on("rest", () => {
        this.#table?.refresh();
        this.#study(hub.studies);
        this.rested?.();
      }),
      hub.events.on("studies", (studies) => this.#study(studies)),
      arrangement.events.on("changed", () => this.#arrange()),
    ];
    if (this.arranged) arrangement.add(this.dataset.view ?? "", title);
    this.#study(hub.studies);
    this.#arrange();
    sight.observe(this);
    if (!this.hidden) hub.addView(this);
  }

  disconnectedCallback(): void {
    hub.removeView(this);
    sight.unobserve(this);
    if (this.arranged) arrangement.remove(this.dataset.view ?? "");
    this.#release.forEach((release) => release());
    this.#release = [];
  }

  /** The page says which plot is the large one. */
  get leads(): boolean {
    return this.classList.contains("iml-main");
  }

  get pause(): number {
    return 0;
  }

  stamp(version: number): void {
    if (version === this.#stamped) return;
    this.#stamped = version;
    this.dataset.revision = String(version);
  }

  /** A view that nobody sees is not drawn. */
  #arrange(): void {
    if (!this.arranged) return;
    const id = this.dataset.view ?? "";
    const hidden = arrangement.isHidden(id);
    const large = arrangement.isEnlarged(id);
    this.toggleAttribute("data-enlarged", large);
    this.#heading?.show(large);
    if (this.hidden === hidden) return;
    this.hidden = hidden;
    if (hidden) hub.removeView(this);
    else hub.addView(this);
  }

  #study({ old, drafts, known }: Studies): void {
    const drawn = [...this.drawnStages];
    const has = (stages: ReadonlySet<string>) => drawn.some((stage) => stages.has(stage));
    this.toggleAttribute("data-old", has(old));
    this.#heading?.tell(has(old) ? "older" : has(drafts) ? "draft" : has(known) ? "full" : undefined);
  }

  /** Shows why what is on screen is not the current state: each reason once. */
  protected showProblems(): void {
    const reasons = new Set<string>();
    for (const stage of this.stages) hub.stage(stage).problems.forEach((problem) => reasons.add(translated(problem)));
    const text = [...reasons].join("\n");
    if (text === this.#shown) return;
    this.#shown = text;
    this.#problems.textContent = text;
    this.#problems.hidden = text === "";
    this.toggleAttribute("data-problem", text !== "");
  }
}
