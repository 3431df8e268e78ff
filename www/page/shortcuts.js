//! Keyboard shortcuts, and the sheet that lists them.

import { byId, element } from "./shared/element.js";
import { FAMILIES } from "./shared/protocol.js";
import { goBack } from "./jump.js";
import { closer } from "./settings.js";

/** @typedef {import("./shared/i18n.js").Key} Key */
/** @typedef {import("./reader.js").Reader} Reader */

/** What stands in the sheet: what it does, and the keys for it. @type {[title: Key, rows: [what: Key, keys: (string | string[])[], between?: Key][]][]} */
const SHEET = [
  ["keysSummary", [["keyLength", ["+", "−"]], ["keyMove", ["J", "K"]], ["keyGo", ["Enter"]], ["keyBack", ["Esc"]], ["keyWhy", ["W"]]]],
  ["keysArticle", [["keyMarks", ["N", "P"]], ["keyFocus", ["F"]], ["keyHeat", ["H"]], ["keyKinds", ["1", "8"], "keyTo"]]],
  ["keysGeneral", [["keyNew", [["Alt", "N"]]], ["keyCopy", ["C"]], ["keySize", ["]", "["]], ["keyHelp", ["?"]]]],
];

/** Letters by where they stand on the board, so that they work in the Arabic layout as well. @type {Record<string, string>} */
const BY_CODE = { KeyJ: "j", KeyK: "k", KeyW: "w", KeyN: "n", KeyP: "p", KeyF: "f", KeyH: "h", KeyC: "c", BracketRight: "]", BracketLeft: "[" };

/**
 * @param {{ voice: () => import("./shared/i18n.js").Voice, prefs: import("./shared/prefs.js").Prefs, reader: Reader, copy: () => void, onNew: () => void, resize: (by: number) => void }} options
 */
export function createShortcuts({ voice, prefs, reader, copy, onNew, resize }) {
  const dialog = /** @type {HTMLDialogElement} */ (byId("keys"));

  /** @param {string | string[]} key */
  function chord(key) {
    return Array.isArray(key) ? element("span", { dir: "ltr" }, ...key.map((each) => element("kbd", {}, each))) : element("kbd", {}, key);
  }

  function help() {
    const speech = voice();
    dialog.replaceChildren(
      element("header", {}, element("h2", { id: "keys-title" }, speech.say("keys")), closer(dialog, speech)),
      element("div", { class: "keys" }, ...SHEET.map(([title, rows]) => element("div", {},
        element("h3", {}, speech.say(title)),
        element("dl", {}, ...rows.map(([what, keys, between]) => element("div", {},
          element("dt", {}, speech.say(what)),
          element("dd", {}, ...keys.flatMap((key, i) => [i > 0 && between ? element("span", {}, speech.say(between)) : null, chord(key)])))))))));
    dialog.showModal();
  }

  /** The summary sentence the reader is at. */
  function current() {
    const item = document.activeElement?.closest("#points > li, #focus li");
    return item instanceof HTMLElement ? item : null;
  }

  /** @param {1 | -1} by */
  function move(by) {
    const links = [...document.querySelectorAll("#points > li > a.text, #focus li > a.text")].filter((link) => link instanceof HTMLElement && link.offsetParent !== null);
    const now = links.findIndex((link) => link.closest("li") === current());
    const next = now < 0 ? (by > 0 ? 0 : links.length - 1) : Math.max(0, Math.min(links.length - 1, now + by));
    const link = links[next];
    if (link instanceof HTMLElement) link.focus();
  }

  function focusName() {
    const group = reader.marks.group();
    if (group !== null) reader.focus.name(group, null);
  }

  /** @param {string} key */
  function read(key) {
    const digit = FAMILIES[Number(key) - 1];
    const step = reader.focus.isOpen() ? reader.focus.step : reader.marks.step;
    if (key === "+" || key === "=") reader.step(1);
    else if (key === "-" || key === "−") reader.step(-1);
    else if (key === "j") move(1);
    else if (key === "k") move(-1);
    else if (key === "w") reader.why(Number(current()?.dataset["sentence"] ?? reader.kept()[0]));
    else if (key === "n") step(1);
    else if (key === "p") step(-1);
    else if (key === "f") focusName();
    else if (key === "h") reader.setView(reader.view() === "heat" ? "key" : "heat");
    else if (key === "c") copy();
    else if (digit) reader.toggleKind(digit);
    else return false;
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open], :popover-open")) return;
    if (event.altKey && !event.ctrlKey && !event.metaKey && event.code === "KeyN") {
      event.preventDefault();
      return onNew();
    }
    if (event.key === "Escape" && reader.isOpen()) {
      if (goBack() || reader.focus.end(true)) event.preventDefault();
      return;
    }
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (!prefs.singleKeys || event.ctrlKey || event.metaKey || event.altKey || target?.closest("textarea, input:not([type=range]), select, [contenteditable]")) return;
    const key = BY_CODE[event.code] ?? event.key.replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
    if (event.key === "?" || event.key === "؟") help();
    else if (key === "]" || key === "[") resize(key === "]" ? 1 : -1);
    else if (!reader.isOpen() || !read(key)) return;
    event.preventDefault();
  });
  byId("open-keys").addEventListener("click", help);
}
