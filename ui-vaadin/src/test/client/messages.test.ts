import assert from "node:assert/strict";
import { test } from "node:test";
import { Translator } from "../../main/client/text/messages";

const german = new Translator({
  "{0} must be a whole number between {1} and {2}, not {3}": "{0} muss ganz und zwischen {1} und {2} sein, nicht {3}",
  "{0} must be between {1} and {2}, not {3}": "{0} muss zwischen {1} und {2} liegen, nicht {3}",
  "solved directly (at once)": "direkt gelöst",
});

test("numbers and names take their places in the translation", () => {
  assert.equal(german.translate("degree must be between 1 and 30, not 99"), "degree muss zwischen 1 und 30 liegen, nicht 99");
  assert.equal(german.translate("solved directly (at once)"), "direkt gelöst");
});

test("several sentences are turned one by one", () => {
  const two = new Translator({ "There is no penalty.": "Es gibt keine Strafe." });
  assert.equal(two.translate("R² is 0.9. There is no penalty."), "R² is 0.9. Es gibt keine Strafe.");
});

test("what is not known, or only in part, stays as it is", () => {
  assert.equal(german.translate("solved directly"), "solved directly");
  assert.equal(german.translate("it was solved directly (at once)"), "it was solved directly (at once)");
});
