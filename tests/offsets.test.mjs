// UTF-16 offsets, tried against JavaScript itself: the command line cuts sentences out by bytes,
// JavaScript cuts them out by the offsets of the analysis, and both must get the same.
import assert from "node:assert/strict";
import { test } from "node:test";
import { native } from "./native.mjs";
import { awkwardTexts, goldenTexts } from "./texts.mjs";

/** Pieces of one to four bytes a character, of one and two UTF-16 units, that join and part words. */
const pieces = [
  "كتب الولد", "َ", "ـ", "؟", "،", ". ", "! ", "١٢", "3.5", "\u200f", "\u202e", "😀", "👨‍👩‍👧", "𞸀", "é", "e\u0301",
  "\n", "\r\n", "\n\n", " ", "\u00a0", "\t", "«", "»", "(", ")", "…", "\0", "\ufffd", "ﷺ", "د. ", "العربية", "https://a.b/ج",
];

/** The same strings in every run. */
function* randomTexts(count) {
  let state = 20240229;
  const below = (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
  for (let i = 0; i < count; i++) {
    yield [`random ${i}`, Array.from({ length: below(120) }, () => pieces[below(pieces.length)]).join("")];
  }
}

/** A sentence as the command line prints it: on one line. */
function oneLine(sentence) {
  const trim = (line) => line.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, "");
  return sentence.split(/\r?\n/).map(trim).join(" ");
}

for (const [name, text] of [...goldenTexts, ...awkwardTexts, ...randomTexts(60)]) {
  test(`${name}: JavaScript cuts out the sentences that bytes cut out`, () => {
    const { sentences } = JSON.parse(native("analyze", text));
    const kept = sentences.filter(({ rank }) => rank !== null);
    const cut = kept.map(({ start, end }) => `${oneLine(text.slice(start, end))}\n`).join("");
    assert.equal(cut, native("summarize", text, "--sentences", "1000000"));
  });
}
