/** What Vaadin's upload takes from a program. */
interface Upload extends HTMLElement {
  uploadFiles(files: readonly File[]): void;
}

const EVENTS = ["dragenter", "dragover", "dragleave", "drop"] as const;

/**
 * `<iml-drop table script>`: takes a file that is dropped anywhere on the page and hands it to the upload that is meant: scripts
 * to the one that the selector `script` finds, all others to that of `table`. While a file is over the page it covers it and
 * says so. An upload that may not be used, since a lesson has locked it, is none.
 */
export class DropElement extends HTMLElement {
  connectedCallback(): void {
    this.setAttribute("aria-hidden", "true");
    for (const event of EVENTS) addEventListener(event, this);
  }

  disconnectedCallback(): void {
    for (const event of EVENTS) removeEventListener(event, this);
  }

  handleEvent(event: DragEvent): void {
    switch (event.type) {
      case "dragleave":
        // Leaving one element for another is not leaving the page.
        if (event.relatedTarget === null) this.removeAttribute("data-over");
        break;
      case "drop":
        this.removeAttribute("data-over");
        if (!event.defaultPrevented && carriesFiles(event)) this.#take(event);
        break;
      default:
        if (carriesFiles(event)) this.#invite(event);
    }
  }

  #invite(event: DragEvent): void {
    // Without this the browser would leave the page and show the file instead.
    event.preventDefault();
    const taken = this.#upload("table") !== undefined || this.#upload("script") !== undefined;
    event.dataTransfer!.dropEffect = taken ? "copy" : "none";
    this.toggleAttribute("data-over", taken);
  }

  #take(event: DragEvent): void {
    event.preventDefault();
    const file = event.dataTransfer!.files[0];
    if (file === undefined) return;
    this.#upload(/\.(jsonl|zip)$/i.test(file.name) ? "script" : "table")?.uploadFiles([file]);
  }

  #upload(kind: "table" | "script"): Upload | undefined {
    const found = document.querySelector<Upload>(this.getAttribute(kind) ?? "none");
    return found === null || found.closest("[inert]") !== null ? undefined : found;
  }
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}
