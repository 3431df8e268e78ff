//! Why a page gave no summary, and what the reader can do.

import { element } from "./shared/element.js";
import { icon } from "./shared/icons.js";

/** @typedef {"browser" | "shut" | "store" | "pdf" | "reader" | "file" | "frame" | "foreign" | "short" | "empty" | "unselected" | "lost" | "crashed"} Trouble */

/** @type {Set<string>} */
const KNOWN = new Set(["browser", "shut", "store", "pdf", "reader", "file", "frame", "foreign", "short", "empty", "unselected", "lost", "crashed"]);

/** Where browsers keep extensions out, so that none can vouch for another. */
const STORES = [/^chromewebstore\.google\.com\//, /^chrome\.google\.com\/webstore/, /^addons\.mozilla\.org\//, /^microsoftedge\.microsoft\.com\/addons/, /^addons\.opera\.com\//];

/**
 * Why the browser did not let the scripts in, by the address of the page.
 * @param {string} address empty where the browser does not tell
 * @returns {Trouble}
 */
export function whyShut(address) {
  if (/^about:reader/.test(address)) return "reader";
  if (/^[^?#]*\.pdf([?#]|$)/i.test(address)) return "pdf";
  if (/^file:/.test(address)) return "file";
  const place = /^https?:\/\/(.*)/.exec(address)?.[1];
  if (place === undefined) return "browser";
  return STORES.some((store) => store.test(place)) ? "store" : "shut";
}

/** @param {string} name @param {boolean} selection @returns {Trouble} */
export function troubleNamed(name, selection) {
  if (selection) return "unselected";
  return KNOWN.has(name) ? /** @type {Trouble} */ (name) : "crashed";
}

/** @param {Trouble} trouble @param {import("./words.js").PanelVoice} voice */
export function drawTrouble(trouble, voice) {
  const mild = ["foreign", "short", "empty", "unselected"].includes(trouble);
  return element("div", { class: "empty", data: { trouble } },
    icon(mild ? "info" : "warn"),
    element("h2", {}, voice.word(`${trouble}Title`)),
    element("p", {}, voice.word(`${trouble}More`)));
}
