//! Why a sentence was chosen: the true terms of its score, in words.

import { element } from "../element.js";
import { icon } from "../icons.js";
import { reason } from "../strings/reasons.js";

/** @typedef {import("../i18n.js").Voice} Voice */

/**
 * A card of what raised and lowered the score of `sentence` most.
 * @param {import("../protocol.js").Sentence} sentence
 * @param {number} ranked how many sentences have a rank
 * @param {Voice} voice
 * @param {() => void} onClose
 */
export function whyCard({ rank, because }, ranked, voice, onClose) {
  const most = Math.max(...because.map(({ contribution }) => Math.abs(contribution)), Number.EPSILON);
  const terms = because.filter(({ contribution }) => contribution !== 0);
  return element("section", { class: "card why-card", "aria-label": voice.say("whyTitle") },
    element("header", {},
      element("h3", {}, voice.say("whyTitle")),
      rank !== null && element("span", { class: "meta" }, voice.say("rankOf", { rank: rank + 1, all: ranked })),
      element("button", { class: "btn icon", type: "button", "aria-label": voice.say("close"), title: voice.say("close"), onclick: onClose }, icon("close"))),
    terms.length === 0 ? element("p", { class: "note-line" }, voice.say("whyNone")) : element("ul", { class: "why" }, ...terms.map((term) => row(term, most, voice))),
    terms.length > 0 && element("p", { class: "note-line" }, voice.say("whyNote")));
}

/** @param {import("../protocol.js").Reason} term @param {number} most @param {Voice} voice */
function row({ feature, contribution }, most, voice) {
  const raised = contribution > 0;
  return element("li", { class: raised ? "more" : "less" },
    element("span", { class: "sign" },
      element("span", { "aria-hidden": "true" }, raised ? "+" : "−"),
      element("span", { class: "sr" }, voice.say(raised ? "raised" : "lowered"))),
    element("span", {}, reason(feature, raised, voice.language)),
    element("span", { class: "weigh", "aria-hidden": "true" }, element("i", { style: { "--v": `${Math.max(4, 100 * Math.abs(contribution) / most)}%` } })));
}
