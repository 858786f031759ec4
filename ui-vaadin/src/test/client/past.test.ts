import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Past, type BrowserHistory } from "../../main/client/live/past";
import { indexAt, pathTo, stepOf } from "../../main/client/numbers/track";

/** A browser's history that moves at once, and keeps no more places than Chromium does. */
class Browser implements BrowserHistory {
  places: unknown[] = [{ router: "kept" }];
  at = 0;
  onPop: () => void = () => {};
  slow = false;
  /** How it answers what is asked too often: as Chromium does, without a word, or as the others do, with an error. */
  refuses: "silently" | "loudly" | undefined;

  get length(): number {
    return this.places.length;
  }

  get state(): unknown {
    return this.places[this.at];
  }

  pushState(state: unknown): void {
    if (this.#refused()) return;
    this.places = [...this.places.slice(0, this.at + 1), state].slice(-50);
    this.at = this.places.length - 1;
  }

  replaceState(state: unknown): void {
    if (!this.#refused()) this.places[this.at] = state;
  }

  go(delta: number): void {
    if (this.#refused()) return;
    if (this.at + delta < 0 || this.at + delta >= this.places.length) return;
    this.at += delta;
    if (!this.slow) this.onPop();
  }

  #refused(): boolean {
    if (this.refuses === "loudly") throw new DOMException("too many calls", "SecurityError");
    return this.refuses === "silently";
  }
}

let browser: Browser;
let past: Past;
let visits: unknown[];
let clock: number;

beforeEach(() => {
  browser = new Browser();
  clock = 0;
  past = new Past(browser, "page 1", () => clock);
  visits = [];
  browser.onPop = () => visits.push(past.popped());
  past.made(0);
});

test("back visits the entry before, forward the one after", () => {
  past.made(1);
  past.made(2);
  browser.go(-1);
  browser.go(-1);
  browser.go(1);
  assert.deepEqual(visits, [{ entry: 1 }, { entry: 0 }, { entry: 1 }]);
  assert.equal((browser.state as { router: string }).router, "kept");
});

test("an undo by key takes the browser along without another visit", () => {
  past.made(1);
  past.made(2);
  past.moved(1);
  assert.deepEqual([browser.at, visits], [1, [undefined]]);
  past.moved(2);
  assert.equal(browser.at, 2);
  browser.go(-1);
  assert.deepEqual(visits.at(-1), { entry: 1 });
});

test("undo and redo while the browser is still on its way do not become a visit", () => {
  past.made(1);
  browser.slow = true;
  past.moved(0);
  past.moved(1);
  assert.equal(browser.at, 0);
  browser.onPop();
  browser.onPop();
  assert.deepEqual([browser.at, visits], [1, [undefined, undefined]]);
});

test("a change while the browser is still on its way gets its place afterwards", () => {
  past.made(1);
  browser.slow = true;
  past.moved(0);
  past.made(2);
  assert.equal(browser.places.length, 2);
  browser.onPop();
  assert.deepEqual([browser.at, browser.places.length], [1, 2]);
  past.moved(0);
  browser.onPop();
  assert.equal(browser.at, 0);
});

test("what the browser itself went to is not gone to again", () => {
  past.made(1);
  browser.go(-1);
  past.moved(0);
  assert.deepEqual([browser.at, browser.places.length], [0, 2]);
});

test("a change after an undo takes the place of what was undone, which stays in reach", () => {
  past.made(1);
  past.made(2);
  past.moved(1);
  past.made(3);
  assert.deepEqual([browser.at, browser.places.length], [2, 3]);
  past.moved(2);
  assert.deepEqual([browser.at, browser.places.length], [3, 4]);
  browser.go(-1);
  assert.deepEqual(visits.at(-1), { entry: 3 });
});

test("more steps than the browser keeps: what it has forgotten gets a new place", () => {
  for (let entry = 1; entry <= 500; entry++) past.made(entry);
  assert.equal(browser.places.length, 50);
  past.moved(451);
  assert.deepEqual([browser.at, browser.places.length], [0, 50]);
  past.moved(450);
  assert.deepEqual([browser.at, browser.places.length], [1, 2]);
  past.moved(0);
  past.made(501);
  browser.go(-1);
  browser.go(-1);
  browser.go(-1);
  assert.deepEqual(visits.slice(-3), [{ entry: 0 }, { entry: 450 }, { entry: 451 }]);
});

for (const refuses of ["silently", "loudly"] as const) {
  test(`a place that the browser refuses ${refuses}: the one before stands for its entry`, () => {
    past.made(1);
    browser.refuses = refuses;
    past.made(2);
    past.made(3);
    browser.refuses = undefined;
    past.made(4);
    browser.go(-1);
    browser.go(-1);
    browser.go(1);
    assert.deepEqual(visits, [{ entry: 3 }, { entry: 0 }, { entry: 3 }]);
  });

  test(`a first place that the browser refuses ${refuses} is that of a later entry`, () => {
    browser = new Browser();
    browser.onPop = () => visits.push(past.popped());
    past = new Past(browser, "page 1", () => clock);
    browser.refuses = refuses;
    past.made(0);
    past.made(1);
    browser.refuses = undefined;
    past.made(2);
    past.made(3);
    browser.go(-1);
    assert.deepEqual([browser.places.length, visits], [2, [{ entry: 2 }]]);
  });

  test(`a browser that refuses ${refuses} to go stays, and its place stands for where the session is`, () => {
    past.made(1);
    past.made(2);
    browser.refuses = refuses;
    past.moved(1);
    browser.refuses = undefined;
    past.made(3);
    clock += 10_000;
    past.moved(3);
    assert.deepEqual([browser.at, browser.places.length], [3, 4]);
    browser.go(-1);
    assert.deepEqual(visits, [{ entry: 1 }]);
  });
}

test("an arrival somewhere else is not a visit: the session leads", () => {
  past.made(1);
  past.made(2);
  past.made(3);
  browser.slow = true;
  past.moved(2);
  browser.at = 1;
  browser.onPop();
  assert.deepEqual(visits, [undefined]);
  browser.slow = false;
  browser.go(-1);
  browser.go(1);
  assert.deepEqual(visits.slice(-2), [{ entry: 0 }, { entry: 2 }]);
});

test("after a journey that never ended, back is a visit again", () => {
  past.made(1);
  past.made(2);
  browser.refuses = "silently";
  past.moved(1);
  browser.refuses = undefined;
  clock += 10_000;
  browser.go(-1);
  assert.deepEqual(visits, [undefined]);
  browser.go(-1);
  assert.deepEqual(visits.at(-1), { entry: 0 });
});

test("an address from before a reload is visited as one, and its entry takes its place", () => {
  past.made(1);
  const reloaded = new Past(browser, "page 2", () => clock);
  browser.onPop = () => visits.push(reloaded.popped());
  reloaded.made(0);
  reloaded.made(1);
  browser.go(-2);
  assert.deepEqual(visits, ["address"]);
  reloaded.made(2);
  assert.deepEqual([browser.at, browser.places.length], [0, 3]);
  browser.go(1);
  assert.deepEqual(visits.at(-1), { entry: 0 });
  browser.go(1);
  browser.go(-2);
  assert.deepEqual(visits.slice(-2), [{ entry: 1 }, { entry: 2 }]);
});

test("a track has its ticks close enough to fit, and finds the nearest", () => {
  assert.deepEqual(stepOf(500, 1), { pad: 10, step: 0 });
  assert.deepEqual(stepOf(500, 5), { pad: 10, step: 28 });
  assert.deepEqual(stepOf(500, 101), { pad: 10, step: 4.8 });
  assert.deepEqual([-5, 10, 21, 27, 470].map((x) => indexAt(x, 500, 5)), [0, 0, 0, 1, 4]);
  assert.equal(indexAt(99, 500, 1), 0);
});

test("the way to an entry leads through its parents, other branches left out", () => {
  const entries = [
    { id: 3, parent: 2, label: "" },
    { id: 4, parent: 3, label: "" },
    { id: 6, parent: 4, label: "" },
    { id: 7, parent: 4, label: "" },
  ];
  assert.deepEqual([...pathTo(entries, 3)], [3, 1, 0]);
});
