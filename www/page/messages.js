//! What went wrong and what to do about it: two sentences, never an alarm.

import { element } from "./shared/element.js";
import { icon } from "./shared/icons.js";

/** @typedef {import("./shared/i18n.js").Key} Key */
/** @typedef {import("./shared/i18n.js").Voice} Voice */

/** Every trouble by name, with the values its sentences name. */
const TROUBLES = /** @type {const} */ ([
  "empty", "foreign", "link", "wordless", "stopped", "unavailable", "tooLong", "pdf", "image", "binary", "unreadable", "docx", "bomb", "big", "emptyFile", "emptyDrop", "clipboard", "shared",
]);

/** @typedef {typeof TROUBLES[number]} Trouble */

/** The sizes that messages name. */
export const LIMITS = { fileMegabytes: 20, textMillions: 20 };

/** The page could not do what was asked; its sentences say why. */
export class TroubleError extends Error {
  /** @param {Trouble} trouble */
  constructor(trouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/**
 * @param {Trouble} trouble
 * @param {Voice} voice
 * @param {{ key: Key, act: () => void }[]} [acts]
 */
export function message(trouble, voice, acts = []) {
  const values = { pdf: "PDF", html: "HTML", docx: "docx", word: "Word", n: trouble === "big" ? LIMITS.fileMegabytes : LIMITS.textMillions };
  return element("div", { class: "msg bad", data: { trouble } },
    icon("warn"),
    element("div", {}, element("h2", {}, voice.say(`${trouble}Title`, values)), element("p", {}, voice.say(`${trouble}More`, values))),
    element("div", { class: "acts" }, ...acts.map(({ key, act }) => element("button", { class: "btn", type: "button", onclick: act }, voice.say(key)))));
}
