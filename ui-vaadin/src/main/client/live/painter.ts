/** Something on the page that draws from stages. */
export interface View {
  /** The stages whose outcomes it shows. */
  readonly stages: ReadonlySet<string>;
  /** Whether any of it is on the screen. */
  readonly inSight: boolean;
  /** Whether it is what a moving hand watches: it does not wait for other views. */
  readonly leads: boolean;
  /** Milliseconds between two drawings while frames arrive: no eye reads faster, and laying out text costs more than drawing a plot. */
  readonly pause: number;
  draw(): void;
  /** It now shows this version, whether or not it had to redraw. */
  stamp(version: number): void;
}

export interface Painted {
  readonly version: number;
  /** Milliseconds, on the clock of `performance.now()`. */
  readonly input: number;
  readonly drawn: number;
  readonly painted: number;
  /** Milliseconds spent drawing. */
  readonly draw: number;
}

/** Drawing time in milliseconds that one display frame may use at once before the rest waits for the next. */
const BUDGET = 8;

/**
 * Drawing time in milliseconds from which the views that do not lead wait for a later frame. What is drawn is still to be
 * turned into pixels, on the same thread where there is no graphics processor, which takes about three times as long.
 */
const SHARE = 0.5;

/** Display frames without an arrival from which what is out of sight is drawn, too. */
const CALM = 6;

/**
 * Decides when views draw.
 *
 * A frame that arrives between two display frames is drawn as soon as what has arrived with it is read: its pixels are
 * then ready when the next display frame begins, which is the earliest moment that anybody can see them. Drawing in the
 * animation callback instead would spend that frame's own time, and a slow draw would slip a whole frame. After a
 * stall of the page many frames have piled up; they are read one after the other and drawn once. Drawing each would
 * keep the page behind for as long again.
 *
 * What a drawing costs the page is far more than the drawing: the browser paints, lays and composes each canvas that
 * changed. So only what leads is drawn with every frame. The others share what is left, the one that has waited longest
 * first. What is read pauses between two drawings. All are drawn in the first display frame without an arrival; what is
 * out of sight waits until it is calm.
 * Only when the display frame's budget is used up does all drawing wait for the callback.
 */
export class Painter {
  readonly #views = new Set<View>();
  readonly #dirty = new Set<View>();
  readonly #clock: () => number;
  readonly #soon: (run: () => void) => void;
  readonly #nextFrame: (run: (time: number) => void) => void;
  readonly #onPainted: (painted: Painted) => void;
  #armed = false;
  #due = false;
  /** Whether a frame has arrived that no view shows yet. */
  #unshown = false;
  #spent = 0;
  /** Display frames since the last arrival. */
  #calm = CALM;
  readonly #shownAt = new Map<View, number>();
  #version = -1;
  /** Inputs whose answers are read but not drawn yet. */
  readonly #pending: number[] = [];
  /** Inputs whose answers are drawn, and when, until the display frame that shows them. */
  readonly #drawn: { readonly input: number; readonly drawn: number }[] = [];

  constructor(
    clock: () => number,
    soon: (run: () => void) => void,
    nextFrame: (run: (time: number) => void) => void,
    onPainted: (painted: Painted) => void,
  ) {
    this.#clock = clock;
    this.#soon = soon;
    this.#nextFrame = nextFrame;
    this.#onPainted = onPainted;
  }

  add(view: View): void {
    this.#views.add(view);
    this.#dirty.add(view);
    this.#arm();
  }

  remove(view: View): void {
    this.#views.delete(view);
    this.#dirty.delete(view);
    this.#shownAt.delete(view);
  }

  /** Draws the view again with the next display frame: its size, its colours or its scale changed. */
  redraw(view: View): void {
    if (!this.#views.has(view)) return;
    this.#dirty.add(view);
    this.#arm();
  }

  redrawAll(): void {
    this.#views.forEach((view) => this.redraw(view));
  }

  /** New outcomes for these stages, read but not drawn yet; `input` is when the hand made the input that they answer for the first time. */
  arrived(stages: readonly string[], version: number, input: number | undefined): void {
    this.#version = version;
    this.#unshown = true;
    this.#calm = 0;
    for (const view of this.#views) {
      if (stages.some((stage) => view.stages.has(stage))) this.#dirty.add(view);
    }
    if (input !== undefined) this.#pending.push(input);
    this.#arm();
    if (this.#due) return;
    this.#due = true;
    this.#soon(() => {
      this.#due = false;
      if (this.#unshown && this.#spent < BUDGET) this.#draw(SHARE);
    });
  }

  /** Draws what leads, then others in sight, at least one, until so many milliseconds are gone. */
  #draw(share: number): void {
    const start = this.#clock();
    this.#unshown = false;
    const waiting = [...this.#dirty].filter((view) => view.inSight && this.#rested(view, start));
    for (const view of waiting) if (view.leads) this.#show(view);
    const led = this.#clock();
    for (const view of waiting) {
      if (view.leads) continue;
      this.#show(view);
      if (this.#clock() - start >= share) break;
    }
    this.#stamp();
    this.#spent += this.#clock() - start;
    for (const input of this.#pending) this.#drawn.push({ input, drawn: led });
    this.#pending.length = 0;
  }

  #show(view: View): void {
    this.#dirty.delete(view);
    if (view.pause > 0) this.#shownAt.set(view, this.#clock());
    view.draw();
  }

  /** Whether its pause since the last drawing is over. */
  #rested(view: View, now: number): boolean {
    const shownAt = this.#shownAt.get(view);
    return shownAt === undefined || now - shownAt >= view.pause;
  }

  /** What is not drawn yet does not show the version. */
  #stamp(): void {
    if (this.#version < 0) return;
    for (const view of this.#views) if (!this.#dirty.has(view)) view.stamp(this.#version);
  }

  /** Draws what the arrivals left behind; of what is out of sight one view at a time. */
  #catchUp(): void {
    const start = this.#clock();
    let unseen = this.#calm < CALM ? 0 : 1;
    for (const view of [...this.#dirty]) {
      if (!view.inSight && unseen-- <= 0) continue;
      this.#show(view);
      if (this.#clock() - start >= BUDGET) break;
    }
    this.#stamp();
    this.#spent += this.#clock() - start;
  }

  #arm(): void {
    if (this.#armed) return;
    this.#armed = true;
    this.#nextFrame((time) => {
      this.#armed = false;
      const before = this.#spent;
      this.#spent = 0;
      if (this.#unshown) this.#draw(SHARE);
      else if (this.#calm > 0) this.#catchUp();
      this.#calm++;
      // What this callback spent is gone with the next one.
      if (this.#dirty.size > 0 || this.#spent > 0) this.#arm();
      const draw = before + this.#spent;
      // What was drawn before this display frame is part of it from its start.
      for (const { input, drawn } of this.#drawn) {
        this.#onPainted({ version: this.#version, input, drawn, painted: Math.max(time, drawn), draw });
      }
      this.#drawn.length = 0;
    });
  }
}
