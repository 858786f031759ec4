import type { Pen } from "./pen";

interface State {
  readonly alpha: number;
  readonly clip: string;
  readonly transform: string;
}

const ANCHORS: Readonly<Record<string, string>> = { center: "middle", right: "end", end: "end" };
/** Shifts of the baseline, which every reader of SVG understands, unlike the names of baselines. */
const SHIFTS: Readonly<Record<string, string>> = { top: "0.8em", middle: "0.35em" };

/** Writes what is drawn as SVG: a path for each fill and each stroke, a text for each text. Circles are drawn whole. */
export class SvgPen implements Pen {
  fillStyle: Pen["fillStyle"] = "#000";
  strokeStyle: Pen["strokeStyle"] = "#000";
  lineWidth = 1;
  lineCap: CanvasLineCap = "butt";
  lineJoin: CanvasLineJoin = "miter";
  globalAlpha = 1;
  font = "10px sans-serif";
  textAlign: CanvasTextAlign = "start";
  textBaseline: CanvasTextBaseline = "alphabetic";
  imageSmoothingEnabled = true;
  imageSmoothingQuality: ImageSmoothingQuality = "low";
  readonly #width: number;
  readonly #height: number;
  readonly #written: string[] = [];
  readonly #states: State[] = [];
  #path: string[] = [];
  #dash: readonly number[] = [];
  #clip = "";
  #clips = 0;
  #transform = "";

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
  }

  /** The file's text. */
  text(title: string): string {
    const size = `width="${this.#width}" height="${this.#height}" viewBox="0 0 ${this.#width} ${this.#height}"`;
    const head = `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img">\n<title>${escaped(title)}</title>`;
    return [head, ...this.#written, "</svg>", ""].join("\n");
  }

  /** Begins a group with a name; what is drawn until `close` belongs to it. */
  open(name: string): void {
    this.#written.push(`<g><title>${escaped(name)}</title>`);
  }

  close(): void {
    this.#written.push("</g>");
  }

  save(): void {
    this.#states.push({ alpha: this.globalAlpha, clip: this.#clip, transform: this.#transform });
  }

  restore(): void {
    const state = this.#states.pop();
    if (state === undefined) return;
    this.globalAlpha = state.alpha;
    this.#clip = state.clip;
    this.#transform = state.transform;
  }

  translate(x: number, y: number): void {
    this.#transform += `translate(${short(x)} ${short(y)})`;
  }

  rotate(angle: number): void {
    this.#transform += `rotate(${short((angle * 180) / Math.PI)})`;
  }

  clip(): void {
    const id = `clip-${++this.#clips}`;
    this.#written.push(`<clipPath id="${id}"><path d="${this.#path.join("")}"/></clipPath>`);
    this.#clip = ` clip-path="url(#${id})"`;
  }

  beginPath(): void {
    this.#path = [];
  }

  closePath(): void {
    this.#path.push("Z");
  }

  moveTo(x: number, y: number): void {
    this.#path.push(`M${short(x)} ${short(y)}`);
  }

  /** Without a place to come from, it is where the path begins. */
  lineTo(x: number, y: number): void {
    this.#path.push(`${this.#path.length === 0 ? "M" : "L"}${short(x)} ${short(y)}`);
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#path.push(`M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}Z`);
  }

  arc(x: number, y: number, radius: number): void {
    const r = short(radius);
    this.#path.push(`M${short(x + radius)} ${short(y)}A${r} ${r} 0 1 1 ${short(x - radius)} ${short(y)}A${r} ${r} 0 1 1 ${short(x + radius)} ${short(y)}`);
  }

  setLineDash(segments: readonly number[]): void {
    this.#dash = segments;
  }

  fill(): void {
    if (this.#path.length > 0) this.#element("path", `d="${this.#path.join("")}" fill="${escaped(String(this.fillStyle))}"`);
  }

  stroke(): void {
    if (this.#path.length > 0) this.#element("path", `d="${this.#path.join("")}" fill="none" ${this.#line()}`);
  }

  fillText(text: string, x: number, y: number): void {
    this.#text(text, x, y, `fill="${escaped(String(this.fillStyle))}"`);
  }

  strokeText(text: string, x: number, y: number): void {
    this.#text(text, x, y, `fill="none" ${this.#line()}`);
  }

  drawImage(image: CanvasImageSource, ...at: number[]): void {
    const [x, y, width, height] = at.map(short);
    const pixels = this.imageSmoothingEnabled ? "" : ' style="image-rendering:pixelated"';
    const place = `x="${x}" y="${y}" width="${width}" height="${height}" preserveAspectRatio="none"`;
    this.#element("image", `${place}${pixels} href="${(image as HTMLCanvasElement).toDataURL()}"`);
  }

  #text(text: string, x: number, y: number, paint: string): void {
    const [, weight = "", size, family] = /^(\d+ )?([\d.]+)px (.*)$/.exec(this.font) ?? [undefined, "", "10", "sans-serif"];
    const font = `font-family="${escaped(family)}" font-size="${size}"${weight === "" ? "" : ` font-weight="${weight.trim()}"`}`;
    const anchor = ANCHORS[this.textAlign] ?? "start";
    const shift = SHIFTS[this.textBaseline] ?? "0";
    this.#element("text", `x="${short(x)}" y="${short(y)}" dy="${shift}" text-anchor="${anchor}" ${font} ${paint}`, escaped(text));
  }

  #line(): string {
    const dash = this.#dash.length === 0 ? "" : ` stroke-dasharray="${this.#dash.map(short).join(" ")}"`;
    const line = `stroke="${escaped(String(this.strokeStyle))}" stroke-width="${short(this.lineWidth)}"${dash}`;
    return `${line} stroke-linecap="${this.lineCap}" stroke-linejoin="${this.lineJoin}"`;
  }

  /** A clip is where the page is, so it goes around what is turned. */
  #element(name: string, attributes: string, text?: string): void {
    const alpha = this.globalAlpha === 1 ? "" : ` opacity="${short(this.globalAlpha)}"`;
    const turned = this.#transform === "" ? "" : ` transform="${this.#transform}"`;
    const element = `<${name} ${attributes}${alpha}${turned}${text === undefined ? "/>" : `>${text}</${name}>`}`;
    this.#written.push(this.#clip === "" ? element : `<g${this.#clip}>${element}</g>`);
  }
}

/** Hundredths of a pixel are finer than any eye. */
function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign]);
}
