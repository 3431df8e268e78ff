//! The whole article in one strip; chosen sentences stand out by height as well as colour.

import { element } from "../element.js";

/** More segments than this would be narrower than can be seen; neighbours share one. */
const MOST = 160;

/**
 * Draws the strip of `sentences` into `root` and returns how to choose in it. The strip is
 * decoration: every place is also given in words.
 * @param {HTMLElement} root
 * @param {import("../protocol.js").Sentence[]} sentences
 */
export function drawMap(root, sentences) {
  const each = Math.max(1, Math.ceil(sentences.length / MOST));
  /** @type {HTMLElement[]} */
  const segments = [];
  /** @type {Node[]} */
  const strip = [];
  for (let i = 0; i < sentences.length; i += each) {
    const [first, last] = [sentences[i], sentences[Math.min(i + each, sentences.length) - 1]];
    if (!first || !last) break;
    if (each === 1 && i > 0 && first.paragraph !== sentences[i - 1]?.paragraph) strip.push(element("i", { class: "gap" }));
    const segment = element("i", { style: { "--w": String(Math.max(1, last.end - first.start)) } });
    segments.push(segment);
    strip.push(segment);
  }
  root.replaceChildren(...strip);
  root.setAttribute("aria-hidden", "true");

  /** @param {Iterable<number>} chosen sentence indices @param {string} [name] class of a chosen segment */
  return function choose(chosen, name = "in") {
    const on = new Set([...chosen].map((i) => Math.floor(i / each)));
    segments.forEach((segment, i) => { segment.className = on.has(i) ? name : ""; });
  };
}
