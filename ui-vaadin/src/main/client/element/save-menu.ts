import { LEGEND_FONT, type Drawing, type Measure } from "../chart/drawing";
import { SvgPen } from "../chart/svg-pen";
import { text } from "../text/texts";

/** Pixels of the image for each of the picture's: sharp on paper and on a projector. */
const SHARPNESS = 2;

const ICON = '<path d="M8 2.5v7M5 7l3 3 3-3M3 12.5v1h10v-1"/>';

/** The menu that saves a view as a file. */
export class SaveMenu {
  readonly element = document.createElement("details");
  readonly #summary = document.createElement("summary");

  /**
   * @param title the view's
   * @param view its id, which the files are named by
   * @param make draws what is on screen when it is called; undefined while there is nothing
   */
  constructor(title: string, view: string, make: (measure: Measure) => Drawing | undefined) {
    const name = () => `${location.pathname.split("/").at(-1)}-${view}`;
    this.element.className = "iml-save";
    this.#summary.title = text("client.save.as", title);
    this.#summary.setAttribute("aria-label", this.#summary.title);
    this.#summary.innerHTML = `<svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true">${ICON}</svg>`;
    const list = document.createElement("div");
    const offer = (label: string, write: (picture: Drawing) => Promise<File>) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = label;
      button.addEventListener("click", () => {
        this.#close();
        const picture = make(measure());
        if (picture !== undefined) void write(picture).then(download);
      });
      list.append(button);
    };
    offer(text("client.save.png"), (picture) => png(picture, `${name()}.png`));
    offer(text("client.save.svg"), async (picture) => svg(picture, title, `${name()}.svg`));
    this.element.append(this.#summary, list);
    this.element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.element.open) return;
      event.preventDefault();
      this.#close();
    });
    this.element.addEventListener("focusout", ({ relatedTarget }) => {
      if (!this.element.contains(relatedTarget as Node | null)) this.element.open = false;
    });
  }

  #close(): void {
    this.element.open = false;
    this.#summary.focus();
  }
}

function measure(): Measure {
  const context = canvasOf(1, 1).getContext("2d")!;
  context.font = LEGEND_FONT;
  return (text) => context.measureText(text).width;
}

async function png(picture: Drawing, name: string): Promise<File> {
  const canvas = canvasOf(picture.width * SHARPNESS, picture.height * SHARPNESS);
  const context = canvas.getContext("2d")!;
  context.scale(SHARPNESS, SHARPNESS);
  picture.draw(context);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  return new File(blob === null ? [] : [blob], name, { type: "image/png" });
}

function svg(picture: Drawing, title: string, name: string): File {
  const pen = new SvgPen(picture.width, picture.height);
  let open = false;
  picture.draw(pen, (label) => {
    if (open) pen.close();
    open = label !== undefined;
    if (label !== undefined) pen.open(label);
  });
  return new File([pen.text(title)], name, { type: "image/svg+xml" });
}

function canvasOf(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

function download(file: File): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
