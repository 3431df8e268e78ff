//! The panel's voice: the shared strings, and its own beside them.

import { speak } from "./shared/i18n.js";
import { words as ar } from "./words/ar.js";
import { words as en } from "./words/en.js";

/** @typedef {keyof typeof ar} Word */
/** @typedef {import("./shared/i18n.js").Voice & { word: (key: Word, values?: Record<string, string>) => string }} PanelVoice */

/**
 * @param {import("./shared/i18n.js").Language} language
 * @param {import("./shared/i18n.js").Digits} digits
 * @returns {PanelVoice}
 */
export function speakHere(language, digits) {
  const own = language === "ar" ? ar : en;
  return {
    ...speak(language, digits),
    word: (key, values = {}) => own[key].replace(/\{(\w+)\}/g, (_, name) => `\u2068${values[name] ?? ""}\u2069`),
  };
}

/** Fills in what carries `data-own`. @param {ParentNode} root @param {PanelVoice} voice */
export function fillWords(root, voice) {
  for (const each of root.querySelectorAll("[data-own]")) each.textContent = voice.word(/** @type {Word} */ (each.getAttribute("data-own")));
  for (const each of root.querySelectorAll("[data-own-label]")) {
    const name = voice.word(/** @type {Word} */ (each.getAttribute("data-own-label")));
    each.setAttribute("aria-label", name);
    if (each instanceof HTMLButtonElement) each.title = name;
  }
}
