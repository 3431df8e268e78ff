//! Chips of names and keywords; each opens all that the article says of it.

import { element } from "../element.js";
import { family } from "../protocol.js";
import { kindName } from "./marks.js";

/** @typedef {import("../protocol.js").Analysis} Analysis */
/** @typedef {import("../protocol.js").Entity} Entity */
/** @typedef {import("../i18n.js").Voice} Voice */
/** @typedef {{ group: number, name: string, kind: import("../protocol.js").EntityKind, mentions: number[], forms: string[] }} Name  `mentions` are entity indices */

/** So many ways to write a name are remembered. */
const FORMS = 8;

/**
 * The entities of an analysis by group, most mentioned first.
 * @param {string} text @param {Entity[]} entities
 * @returns {Name[]}
 */
export function gather(text, entities) {
  /** @type {Map<number, Name>} */
  const groups = new Map();
  entities.forEach(({ start, end, kind, name, group }, i) => {
    const known = groups.get(group) ?? { group, name, kind, mentions: [], forms: [] };
    groups.set(group, known);
    known.mentions.push(i);
    const form = text.slice(start, end);
    if (known.forms.length < FORMS && form !== name && !known.forms.includes(form)) known.forms.push(form);
  });
  return [...groups.values()].sort((a, b) => b.mentions.length - a.mentions.length || a.group - b.group);
}

/** Whether a name says who, where or what, not when or how much. @param {Name} name */
export function isName({ kind }) {
  return !["date", "number", "money"].includes(family(kind));
}

/** @param {Name} name @param {Voice} voice @param {(name: Name, from: HTMLElement) => void} onChoose */
export function nameChip(name, voice, onChoose) {
  return element("button", { class: "chip", type: "button", "aria-pressed": "false", data: { group: String(name.group) }, onclick: (event) => onChoose(name, event.currentTarget) },
    element("bdi", { class: `sample ${family(name.kind)}`, lang: "ar" }, name.name),
    element("span", { class: "sr" }, ` (${kindName(name.kind, voice)})`), " ",
    element("span", { class: "n" }, voice.number(name.mentions.length)));
}

/** @param {string} word @param {number} found @param {Voice} voice @param {(word: string, from: HTMLElement) => void} onChoose */
export function wordChip(word, found, voice, onChoose) {
  return element("button", { class: "chip", type: "button", "aria-pressed": "false", data: { word }, onclick: (event) => onChoose(word, event.currentTarget) },
    element("bdi", { lang: "ar" }, word), " ", element("span", { class: "n" }, voice.number(found)));
}
