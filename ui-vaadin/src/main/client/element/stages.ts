import { layered, type Spot } from "../chart/layered";
import type { TableData } from "../chart/table";
import { hub } from "../live/hub";
import { StageWatch, type Stage, type Standing } from "../live/stage-watch";
import { millis } from "../numbers/text";
import { stageName, text } from "../text/texts";
import type { Frame } from "../wire/frame";
import { ViewElement } from "./view-element";

interface StagesSpec {
  readonly title: string;
  readonly stages: readonly Stage[];
}

/** Told by mark and word, not by colour alone. */
const MARKS: Readonly<Record<Standing, string>> = {
  reused: `○ ${text("client.stages.reused")}`,
  computed: `● ${text("client.stages.computed")}`,
  draft: `◐ ${text("client.stages.draft")}`,
  failed: `✕ ${text("client.stages.failed")}`,
  waits: `… ${text("client.stages.waits")}`,
};
const BOX = { width: 148, height: 46 };
const LONGEST = 17;
const MARGIN = 2;
/** It is a gauge: more pictures per second say no more. */
const REFRESH = 100;

interface Box {
  readonly id: string;
  readonly group: SVGElement;
  readonly mark: Text;
  readonly times: Text;
}

/** `<iml-stages data-view spec>`: the graph of the stages, each with how it stands. Folded at first, and idle while it is. */
export class StagesElement extends ViewElement<StagesSpec> {
  readonly stages: ReadonlySet<string> = new Set();
  readonly #details = document.createElement("details");
  #watch = new StageWatch([]);
  #boxes: readonly Box[] = [];
  #release: (() => void) | undefined;
  #read: Frame | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#fold();
  }

  /** Called when it comes into sight, and at rest; while frames arrive it keeps its own time. */
  draw(): void {
    if (this.#release === undefined) return;
    this.#catchUp();
    for (const { id, group, mark, times } of this.#boxes) {
      const standing = this.#watch.standing(id);
      if (group.dataset.standing !== standing) group.dataset.standing = standing;
      set(mark, MARKS[standing]);
      set(times, this.#watch.spread(id).map(millis).join(" · "));
    }
  }

  protected build(body: HTMLElement, spec: StagesSpec): void {
    const summary = document.createElement("summary");
    summary.textContent = spec.title;
    this.#details.open = false;
    this.#details.replaceChildren(summary);
    this.#details.ontoggle = () => (this.#details.open ? this.#unfold() : this.#fold());
    body.append(this.#details);
  }

  protected override tables(): readonly TableData[] {
    const stages = this.spec?.stages ?? [];
    const spreads = stages.map(({ id }) => this.#watch.spread(id));
    return [
      {
        caption: this.spec?.title ?? "",
        head: [text("client.stages.stage"), text("client.stages.reads"), text("client.stages.state"), "p50, ms", "p95, ms"],
        columns: [
          stages.map(({ id }) => stageName(id)),
          stages.map(({ after }) => after.map(stageName).join(", ")),
          stages.map(({ id }) => MARKS[this.#watch.standing(id)]),
          spreads.map(([half]) => millis(half)),
          spreads.map(([, most]) => millis(most)),
        ],
      },
    ];
  }

  /** The picture is laid out when somebody asks for it for the first time. */
  #unfold(): void {
    const { stages, title } = this.spec!;
    this.toggleAttribute("data-open", true);
    if (this.#boxes.length === 0) {
      this.#watch = new StageWatch(stages);
      const words = document.createElement("p");
      words.textContent = text("client.stages.meaning");
      const scroll = document.createElement("div");
      scroll.className = "iml-scroll";
      scroll.tabIndex = 0;
      scroll.setAttribute("role", "region");
      scroll.setAttribute("aria-label", title);
      const { picture, boxes } = graph(stages);
      this.#boxes = boxes;
      scroll.append(picture);
      this.#details.append(words, scroll);
    }
    this.#release = hub.events.on("frame", () => {
      if (!this.inSight) return;
      this.#catchUp();
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined;
        this.draw();
      }, REFRESH);
    });
    this.draw();
  }

  /** Out of sight frames go by unread, but for those of the newest version. */
  #catchUp(): void {
    const frames = hub.newest;
    for (const frame of frames.slice(this.#read === undefined ? 0 : frames.indexOf(this.#read) + 1)) this.#watch.arrived(frame);
    this.#read = frames.at(-1);
  }

  #fold(): void {
    this.toggleAttribute("data-open", false);
    this.#release?.();
    this.#release = undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

function graph(stages: readonly Stage[]): { readonly picture: SVGElement; readonly boxes: readonly Box[] } {
  const { width, height, spots, edges } = layered(stages, BOX);
  const picture = svg("svg", {
    viewBox: `${-MARGIN} ${-MARGIN} ${width + 2 * MARGIN} ${height + 2 * MARGIN}`,
    width: width + 2 * MARGIN,
    height: height + 2 * MARGIN,
    role: "img",
    "aria-label": stages.map(words).join("; "),
  });
  for (const { through } of edges) picture.append(svg("path", { d: curve(through) }));
  const boxes = stages.map(({ id }, i) => {
    const { x, y } = spots[i];
    const group = svg("g", { transform: `translate(${x} ${y})`, "data-stage": id });
    const mark = new Text("");
    const times = new Text("");
    const title = svg("title", {});
    title.textContent = words(stages[i]);
    group.append(
      title,
      svg("rect", { ...BOX, rx: 6 }),
      label(14, "iml-stage", new Text(short(stageName(id)))),
      label(27, "iml-standing", mark),
      label(39, "iml-times", times),
    );
    picture.append(group);
    return { id, group, mark, times };
  });
  return { picture, boxes };
}

function words({ id, after }: Stage): string {
  const name = stageName(id);
  return after.length === 0 ? name : text("client.stages.after", name, after.map(stageName).join(", "));
}

/** As much of a name as a box holds; the whole of it is in its tip. */
function short(name: string): string {
  return name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 1)}…`;
}

function label(y: number, name: string, text: Text): SVGElement {
  const element = svg("text", { x: 8, y, class: name });
  element.append(text);
  return element;
}

/** Level where it leaves, arrives and passes, bent in between. */
function curve(through: readonly Spot[]): string {
  const [first, ...rest] = through;
  let { x, y } = first;
  let path = `M${x} ${y}`;
  for (const to of rest) {
    const bend = (x + to.x) / 2;
    path += `C${bend} ${y} ${bend} ${to.y} ${to.x} ${to.y}`;
    ({ x, y } = to);
  }
  return path;
}

function svg(tag: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}

function set(text: Text, data: string): void {
  if (text.data !== data) text.data = data;
}
