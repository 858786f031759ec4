import { hub } from "../live/hub";
import { readable } from "../numbers/text";
import { ViewElement } from "./view-element";
import { write } from "./write";

interface NotesSpec {
  readonly title: string;
}

/** `<iml-notes data-view>`: one line on how the fit ended. */
export class NotesElement extends ViewElement<NotesSpec> {
  readonly stages: ReadonlySet<string> = new Set(["fit"]);
  readonly #line = document.createElement("p");

  draw(): void {
    this.showProblems();
    const alpha = hub.at(["fit", "alpha"]);
    const converged = hub.at(["fit", "converged"]);
    const message = hub.at(["fit", "message"]);
    const parts: string[] = [];
    if (typeof alpha === "number") parts.push(`alpha ${readable(alpha)}`);
    if (typeof converged === "boolean") parts.push(converged ? "converged" : "did not converge");
    if (typeof message === "string" && message !== "") parts.push(message);
    write(this.#line, parts.join(" · "));
    this.toggleAttribute("data-warning", converged === false);
  }

  protected override defaultSpec(): NotesSpec {
    return { title: "How the fit ended" };
  }

  protected build(body: HTMLElement): void {
    body.append(this.#line);
  }
}
