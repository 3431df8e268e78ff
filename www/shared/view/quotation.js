//! The words of one sentence with its names marked, wherever it is quoted.

import { element } from "../element.js";
import { pieces } from "./article.js";
import { marked } from "./marks.js";

/**
 * A sentence without an end comes in pieces that are laid out as they come into view: the browser
 * lays one block out in one go.
 * @param {string} text
 * @param {import("../protocol.js").Analysis} analysis
 * @param {number} index
 * @param {import("../i18n.js").Voice} voice
 * @returns {Node[]}
 */
export function quotation(text, { sentences, entities }, index, voice) {
  const sentence = sentences[index];
  if (!sentence) return [];
  const all = pieces(text, sentence, index).map(({ start, end }) => marked(text, entities, start, end, voice));
  return all.length > 1 ? all.map((words) => element("span", { class: "piece" }, words)) : all;
}
