import assert from "node:assert/strict";
import { test } from "node:test";
import { SvgPen } from "../../main/client/chart/svg-pen";

test("each stroke is a path with its colour, width and dash", () => {
  const pen = new SvgPen(100, 50);
  pen.beginPath();
  pen.moveTo(1, 2);
  pen.lineTo(3.14159, 4);
  pen.strokeStyle = "rgb(1, 2, 3)";
  pen.lineWidth = 2;
  pen.setLineDash([4, 4]);
  pen.stroke();
  const text = pen.text("Fit");
  assert.match(text, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="100" height="50"/);
  assert.match(text, /<path d="M1 2L3\.14 4" fill="none" stroke="rgb\(1, 2, 3\)" stroke-width="2" stroke-dasharray="4 4"/);
});

test("a path that begins with a line begins where that ends, and circles close", () => {
  const pen = new SvgPen(1, 1);
  pen.beginPath();
  pen.lineTo(1, 1);
  pen.lineTo(2, 2);
  pen.closePath();
  pen.fill();
  pen.beginPath();
  pen.arc(5, 5, 2);
  pen.fill();
  assert.match(pen.text(""), /d="M1 1L2 2Z"/);
  assert.match(pen.text(""), /d="M7 5A2 2 0 1 1 3 5A2 2 0 1 1 7 5"/);
});

test("words are escaped, anchored and turned, and what was saved comes back", () => {
  const pen = new SvgPen(1, 1);
  pen.font = "600 12.0px system-ui, sans-serif";
  pen.textAlign = "right";
  pen.textBaseline = "middle";
  pen.save();
  pen.translate(10, 20);
  pen.rotate(-Math.PI / 2);
  pen.fillText('a < b & "c"', 0, 0);
  pen.restore();
  pen.fillText("plain", 1, 2);
  const text = pen.text("x < y");
  assert.match(text, /<title>x &lt; y<\/title>/);
  assert.match(text, /text-anchor="end" font-family="system-ui, sans-serif" font-size="12\.0" font-weight="600"/);
  assert.match(text, /transform="translate\(10 20\)rotate\(-90\)">a &lt; b &amp; &quot;c&quot;<\/text>/);
  assert.doesNotMatch(text, /transform[^>]*>plain/);
});

test("what is clipped stands in a group of the clip until it is taken back", () => {
  const pen = new SvgPen(1, 1);
  pen.save();
  pen.beginPath();
  pen.rect(0, 0, 5, 5);
  pen.clip();
  pen.fill();
  pen.restore();
  pen.fill();
  const text = pen.text("");
  assert.equal(text.match(/clip-path="url\(#clip-1\)"/g)?.length, 1);
  assert.equal(text.match(/<path d="M0 0h5v5h-5Z"/g)?.length, 3);
});
