//! All that the article says of a name or a keyword.

import { written } from "./shared/direction.js";
import { element } from "./shared/element.js";
import { occurrences } from "./shared/find.js";
import { icon } from "./shared/icons.js";
import { family } from "./shared/protocol.js";
import { holding } from "./shared/runs.js";
import { drawMap } from "./shared/view/map.js";
import { kindName } from "./shared/view/marks.js";
import { quotation } from "./shared/view/quotation.js";

/** @typedef {import("./shared/protocol.js").Analysis} Analysis */
/** @typedef {{ title: string, kind: import("./shared/protocol.js").Family | null, about: string, group: number | null, mentions: { start: number, sentence: number }[] }} Subject */

/** @param {import("./shared/view/names.js").Name} name @param {Analysis} analysis @param {import("./words.js").PanelVoice} voice @returns {Subject} */
export function mentionsOf(name, { entities, sentences }, voice) {
  const mentions = name.mentions.map((index) => entities[index]?.start ?? 0).map((start) => ({ start, sentence: holding(sentences, start) }));
  const also = name.forms.length > 0 ? `. ${voice.say("alsoAs", { forms: name.forms.join(voice.say("list")) })}` : "";
  return { title: name.name, kind: family(name.kind), group: name.group, about: `${kindName(name.kind, voice)}${voice.say("list")}${voice.say("mentions", { n: mentions.length })}${also}`, mentions };
}

/** @param {string} word @param {string} text @param {Analysis} analysis @param {import("./words.js").PanelVoice} voice @returns {Subject} */
export function wordMentions(word, text, { sentences }, voice) {
  const mentions = occurrences(text, word).map(({ start }) => ({ start, sentence: holding(sentences, start) }));
  return { title: word, kind: null, group: null, about: `${voice.say("keyword")}${voice.say("list")}${voice.say("mentions", { n: mentions.length })}`, mentions };
}

/**
 * @param {HTMLElement} root
 * @param {Subject} subject
 * @param {import("./reader.js").Reading} reading
 * @param {{ voice: import("./words.js").PanelVoice, places: import("./shared/view/places.js").Place[], onGo: (sentence: number) => void, onCopy: (sentences: number[]) => void, onClose: () => void }} options
 */
export function drawFocus(root, subject, { text, analysis }, { voice, places, onGo, onCopy, onClose }) {
  const { sentences } = analysis;
  const { mentions } = subject;
  let at = -1;
  const found = [...new Set(mentions.map(({ sentence }) => sentence))].filter((index) => index >= 0);
  const best = found.reduce((first, index) => ((sentences[index]?.rank ?? Infinity) < (sentences[first]?.rank ?? Infinity) ? index : first), found[0] ?? -1);
  const map = element("div", { class: "map" });
  const count = element("div", { class: "meta", role: "status" }, voice.say("mentions", { n: mentions.length }));
  const back = element("button", { class: "btn bare", type: "button", onclick: onClose }, icon("back"), element("span", {}, voice.say("backToSummary")));
  root.replaceChildren(
    back,
    element("div", { class: `who ${subject.kind ?? ""}` },
      element("h2", {}, element("bdi", { class: subject.kind ? `sample ${subject.kind}` : "", lang: "ar" }, subject.title)),
      element("p", { class: "meta" }, subject.about)),
    map,
    element("div", { class: "head" }, count, tool("up", "previousMention", () => step(-1)), tool("down", "nextMention", () => step(1)), tool("copy", "copyThese", () => onCopy(found))),
    element("ol", { class: "points quiet" }, ...found.map((index, i) => item(index, i))));
  drawMap(map, sentences)(found, `found ${subject.kind ?? ""}`);
  back.focus();

  /** @param {"up" | "down" | "copy"} sign @param {"previousMention" | "nextMention" | "copyThese"} key @param {() => void} act */
  function tool(sign, key, act) {
    return element("button", { class: "btn icon", type: "button", "aria-label": voice.say(key), title: voice.say(key), onclick: act }, icon(sign));
  }

  /** To the next mention or the one before, here and in the page. @param {1 | -1} by */
  function step(by) {
    at = (at + by + mentions.length + (at < 0 && by < 0 ? 1 : 0)) % mentions.length;
    count.textContent = voice.say("mentionOf", { n: at + 1, all: mentions.length });
    const sentence = mentions[at]?.sentence ?? -1;
    if (sentence < 0) return;
    onGo(sentence);
    root.querySelector(`li[data-sentence="${sentence}"]`)?.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  /** @param {number} index @param {number} i */
  function item(index, i) {
    const sentence = sentences[index];
    const [start, end] = [sentence?.start ?? 0, sentence?.end ?? 0];
    const words = element("a", { class: "text", href: `#s${index}`, ...written(text.slice(start, end)), onclick: (event) => { event.preventDefault(); onGo(index); } }, ...quotation(text, analysis, index, voice));
    if (subject.group !== null) for (const mark of words.querySelectorAll(`mark[data-group="${subject.group}"]`)) mark.classList.add("chosen");
    const place = places[index];
    return element("li", { data: { sentence: String(index) } },
      element("span", { class: "ord", "aria-hidden": "true" }, voice.number(i + 1)),
      words,
      element("div", { class: "foot" },
        element("span", { class: "meta" }, place ? voice.say("place", { ...place }) : ""),
        index === best && found.length > 1 ? element("span", { class: "tag" }, voice.say("best")) : null));
  }
}
