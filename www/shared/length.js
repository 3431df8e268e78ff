//! How much of a text its summary keeps: lengths in sentences or percent, without a new analysis.

/** @typedef {import("./protocol.js").Analysis} Analysis */
/** @typedef {{ unit: "sentences" | "percent", amount: number }} Length */

/**
 * What a length is measured against. `ranked[r]` is the sentence of rank r; `words(n)` counts the
 * words of the first n of them, and reads no further than it must.
 * @typedef {{ ranked: number[], words: (n: number) => number, total: number }} Measure
 */

const INVISIBLE = /[\u0640\u064b-\u065f\u0670\u0610-\u061a\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad\u061c]+/g;
const WORD = /[\u0621-\u063a\u0641-\u064a\u0671\u0660-\u0669A-Za-z0-9]+/g;

/**
 * Counts words as the core does: runs of letters and digits; marks, tatweel and invisible
 * characters do not part them.
 * @param {string} text
 */
export function countWords(text) {
  return text.replace(INVISIBLE, "").match(WORD)?.length ?? 0;
}

/** Roughly how many words a long text has, without reading it: for a line that says "about". @param {string} text */
export function guessWords(text) {
  const guess = text.length / 5.7;
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, guess))) - 1);
  return Math.round(guess / unit) * unit;
}

/**
 * @param {string} text
 * @param {Analysis} analysis
 * @returns {Measure}
 */
export function measure(text, { sentences, words: total }) {
  /** @type {number[]} */
  const ranked = [];
  sentences.forEach(({ rank }, i) => { if (rank !== null) ranked[rank] = i; });
  const sums = [0];
  const words = (/** @type {number} */ n) => {
    for (let rank = sums.length - 1; rank < Math.min(n, ranked.length); rank += 1) {
      const sentence = sentences[ranked[rank] ?? 0];
      sums.push((sums[rank] ?? 0) + countWords(text.slice(sentence?.start, sentence?.end)));
    }
    return sums[Math.min(n, ranked.length)] ?? 0;
  };
  return { ranked, words, total };
}

/** Most sentences whose words stay within `budget`, at least one where there is one. @param {Measure} measured @param {number} budget */
function within({ ranked, words }, budget) {
  let count = Math.min(1, ranked.length);
  while (count < ranked.length && words(count + 1) <= budget) count += 1;
  return count;
}

/** A fifth of the words, three to seven sentences. @param {Measure} measured @returns {Length} */
export function usual(measured) {
  const fifth = within(measured, measured.total * 0.2);
  return { unit: "sentences", amount: Math.min(measured.ranked.length, Math.max(3, Math.min(7, fifth))) };
}

/** How many sentences a length keeps. @param {Measure} measured @param {Length} length */
export function count(measured, { unit, amount }) {
  if (unit === "percent") return within(measured, measured.total * amount / 100);
  return Math.max(Math.min(1, measured.ranked.length), Math.min(measured.ranked.length, amount));
}

/** The sentences a length keeps, in text order. @param {Measure} measured @param {Length} length */
export function keep(measured, length) {
  return measured.ranked.slice(0, count(measured, length)).sort((a, b) => a - b);
}

/** The share of the text's words that the first `kept` sentences hold, 0..1. @param {Measure} measured @param {number} kept */
export function share({ words, total }, kept) {
  return total === 0 ? 0 : words(kept) / total;
}
