import { Chart, type PlotFrame } from "../chart/chart";
import { palette } from "../chart/palette";
import { Picture } from "../chart/picture";
import { pathOf, stagesOf, type BarsSpec } from "../chart/spec";
import type { TableData } from "../chart/table";
import { hub } from "../live/hub";
import { CalmReach } from "../numbers/calm-reach";
import { powerText } from "../numbers/text";
import { SaveMenu } from "./save-menu";
import { ViewElement } from "./view-element";
import { write } from "./write";
import { text } from "../text/texts";

const BAR_SHARE = 0.62;

/**
 * `<iml-bars data-view spec>`: one signed bar for each name. The scale is linear near zero and logarithmic beyond one,
 * since coefficients of an over-fitted polynomial differ by many powers of ten; a coefficient that is exactly zero,
 * dropped by the penalty, is a hollow ring on the axis.
 */
export class BarsElement extends ViewElement<BarsSpec> {
  #stages: ReadonlySet<string> = new Set();
  #chart: Chart | undefined;
  #names: readonly string[] = [];
  #values: Float64Array = new Float64Array(0);
  #reach = new CalmReach();
  readonly #box = document.createElement("div");
  readonly #note = document.createElement("p");

  get stages(): ReadonlySet<string> {
    return this.#stages;
  }

  protected override get arranged(): boolean {
    return true;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#chart?.destroy();
    this.#chart = undefined;
  }

  draw(): void {
    if (this.spec === undefined || this.#chart === undefined) return;
    const names = hub.at(pathOf(this.spec.names));
    const values = hub.at(pathOf(this.spec.values));
    this.showProblems();
    if (!Array.isArray(names) || !(values instanceof Float64Array)) return;
    this.#names = names;
    this.#values = values;
    const dropped = values.filter((value) => value === 0).length;
    const note = dropped === 0 ? text("client.bars.terms", values.length) : text("client.bars.dropped", values.length, dropped);
    write(this.#note, note);
    if (!this.#chart.visible) return;
    const reach = this.#reach.cover(values, hub.resting);
    this.#chart.draw({ min: -0.6, max: Math.max(values.length, 1) - 0.4 }, { min: -reach, max: reach });
  }

  protected build(body: HTMLElement, spec: BarsSpec): void {
    this.#stages = stagesOf([spec.names, spec.values, ...(spec.table ?? []).map((column) => column.values)]);
    this.#reach = new CalmReach();
    this.#box.className = "iml-canvas";
    this.#box.replaceChildren();
    this.#box.setAttribute("role", "img");
    this.#box.setAttribute("aria-label", text("client.bars.name", spec.title));
    this.#note.className = "iml-legend";
    body.append(this.#note, this.#box);
    this.#chart = new Chart(this.#box, this, {
      xSplits: () => this.#labelled(),
      xValues: (splits) => splits.map((i) => this.#names[i] ?? ""),
      ySplits: (_, max) => powers(max),
      yValues: (splits) => splits.map(powerText),
      yScale: { forward: Math.asinh, inverse: Math.sinh },
      paint: (frame) => this.#paint(frame),
    });
  }

  protected override tables(): readonly TableData[] {
    if (this.spec === undefined) return [];
    const extra = (this.spec.table ?? []).flatMap(({ label, values }) => {
      const column = hub.at(pathOf(values));
      return column instanceof Float64Array ? [{ label, column }] : [];
    });
    const head = [text("client.bars.term"), text("client.bars.standardised"), ...extra.map(({ label }) => label)];
    return [{ caption: this.spec.title, head, columns: [this.#names, this.#values, ...extra.map(({ column }) => column)] }];
  }

  protected override tools(): readonly HTMLElement[] {
    const { id, title } = this.spec!;
    const content = { title, columns: true, legend: [], paint: (frame: PlotFrame) => this.#paint(frame) };
    const save = new SaveMenu(title, id, (measure) =>
      this.#chart?.visible ? new Picture(content, this.#chart, measure) : undefined,
    );
    return [save.element];
  }

  /** As many names as fit side by side. */
  #labelled(): number[] {
    const every = Math.max(1, Math.ceil((this.#values.length * 26) / Math.max(1, (this.#chart?.width ?? 0) - 60)));
    return Array.from({ length: Math.ceil(this.#values.length / every) }, (_, i) => i * every);
  }

  #paint({ context, left, width, scale, x, y }: PlotFrame): void {
    const zero = y(0);
    const half = ((x(1) - x(0)) * BAR_SHARE) / 2;
    context.globalAlpha = this.hasAttribute("data-problem") ? 0.3 : 1;
    context.beginPath();
    this.#values.forEach((value, i) => value !== 0 && context.rect(x(i) - half, zero, 2 * half, y(value) - zero));
    context.fillStyle = palette.of("fit");
    context.fill();
    context.beginPath();
    context.moveTo(left, zero);
    context.lineTo(left + width, zero);
    context.lineWidth = 1.25 * scale;
    context.strokeStyle = palette.of("quiet");
    context.stroke();
    context.beginPath();
    const ring = 3.5 * scale;
    this.#values.forEach((value, i) => {
      if (value !== 0) return;
      context.moveTo(x(i) + ring, zero);
      context.arc(x(i), zero, ring, 0, 2 * Math.PI);
    });
    context.fillStyle = palette.of("surface");
    context.fill();
    context.stroke();
    context.globalAlpha = 1;
  }
}

/** Zero and about three powers of ten of each sign, none so small that it would touch zero's label. */
function powers(max: number): number[] {
  const top = Math.floor(Math.log10(max));
  const every = Math.max(1, Math.ceil(top / 3));
  const sizes: number[] = [];
  for (let power = top; power > 0 || sizes.length === 0; power -= every) sizes.unshift(10 ** power);
  return [...sizes.map((size) => -size).reverse(), 0, ...sizes];
}
