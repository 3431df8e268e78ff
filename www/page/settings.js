//! The settings: looks, language, digits, and what is kept on the device.

import { byId, element } from "./shared/element.js";
import { icon } from "./shared/icons.js";

/** @typedef {import("./shared/prefs.js").Prefs} Prefs */
/** @typedef {import("./shared/i18n.js").Voice} Voice */
/** @typedef {import("./shared/i18n.js").Key} Key */

/**
 * @param {{ voice: () => Voice, prefs: Prefs, onChange: (changed: keyof Prefs) => void }} options
 */
export function createSettings({ voice, prefs, onChange }) {
  const dialog = /** @type {HTMLDialogElement} */ (byId("settings"));
  dialog.classList.add("settings");

  /** @template {keyof Prefs} K @param {K} key @param {Prefs[K]} value */
  function set(key, value) {
    prefs[key] = value;
    onChange(key);
    if (key === "language" || key === "digits") draw();
    else refresh();
  }

  function refresh() {
    for (const button of dialog.querySelectorAll("[data-choice]")) {
      const key = /** @type {keyof Prefs} */ (button.closest("[data-pref]")?.getAttribute("data-pref"));
      button.setAttribute("aria-pressed", String(prefs[key] === button.getAttribute("data-choice")));
    }
    for (const button of dialog.querySelectorAll("[role=switch]")) button.setAttribute("aria-checked", String(prefs[/** @type {keyof Prefs} */ (button.getAttribute("data-pref"))]));
    byId("size-now").textContent = voice().number(prefs.size);
    byId("leading-now").textContent = voice().decimal(prefs.leading);
  }

  /** @param {keyof Prefs} key @param {Key} name @param {[choice: string, label: Key][]} choices */
  function choice(key, name, choices) {
    return element("div", {},
      element("p", { class: "name", id: `name-${key}` }, voice().say(name)),
      element("div", { class: "seg", role: "group", "aria-labelledby": `name-${key}`, data: { pref: key } },
        ...choices.map(([value, label]) => element("button", { type: "button", data: { choice: value }, onclick: () => set(key, /** @type {any} */ (value)) }, voice().say(label)))));
  }

  /** @param {"size" | "leading"} key @param {Key} name @param {Record<string, string>} range */
  function amount(key, name, range) {
    return [
      element("label", { for: `pref-${key}` }, voice().say(name), " ", element("output", { id: `${key}-now`, for: `pref-${key}` })),
      element("input", { type: "range", id: `pref-${key}`, ...range, value: prefs[key], oninput: (event) => set(key, Number(event.target.value)) }),
    ];
  }

  /** @param {"history" | "singleKeys"} key @param {Key} name */
  function toggle(key, name) {
    return element("button", { class: "switch", type: "button", role: "switch", data: { pref: key }, onclick: () => set(key, !prefs[key]) }, voice().say(name));
  }

  function faces() {
    const names = /** @type {const} */ ([["naskh", "faceNaskh"], ["modern", "faceModern"], ["device", "faceDevice"]]);
    return element("div", {},
      element("p", { class: "name", id: "name-face" }, voice().say("face")),
      element("div", { class: "faces", role: "group", "aria-labelledby": "name-face", data: { pref: "face" } },
        ...names.map(([face, label]) => element("button", { type: "button", data: { choice: face }, onclick: () => set("face", face) }, element("b", { lang: "ar", "aria-hidden": "true" }, voice().say("faceSample")), voice().say(label)))));
  }

  function draw() {
    const now = dialog.contains(document.activeElement) ? document.activeElement : null;
    const focused = ["data-choice", "id", "data-pref"].filter((name) => now?.hasAttribute(name)).map((name) => `[${name}="${now?.getAttribute(name)}"]`)[0];
    const digits = choice("digits", "digits", [["arab", "digitsArab"], ["latn", "digitsLatn"]]);
    digits.append(element("p", { class: "note-line" }, voice().say("digitsNote")));
    dialog.replaceChildren(
      element("header", {}, element("h2", { id: "settings-title" }, voice().say("settings")), closer(dialog, voice())),
      choice("theme", "theme", [["system", "themeSystem"], ["light", "themeLight"], ["dark", "themeDark"]]),
      element("div", {}, ...amount("size", "textSize", { min: "17", max: "30" }), ...amount("leading", "leading", { min: "1.7", max: "2.2", step: "0.1" })),
      faces(),
      choice("language", "language", [["ar", "arabic"], ["en", "english"]]),
      digits,
      element("div", {}, toggle("history", "keepHistory"), toggle("singleKeys", "singleKeys")));
    refresh();
    const again = focused ? dialog.querySelector(focused) : null;
    if (again instanceof HTMLElement) again.focus();
  }

  byId("open-settings").addEventListener("click", () => {
    draw();
    dialog.showModal();
  });
  return { refresh: () => { if (dialog.open) draw(); } };
}

/** The button that closes a dialog. @param {HTMLDialogElement} dialog @param {Voice} voice */
export function closer(dialog, voice) {
  return element("button", { class: "btn icon", type: "button", "aria-label": voice.say("close"), title: voice.say("close"), onclick: () => dialog.close() }, icon("close"));
}

/** A dialog closes by a press beside it, as by Escape. @param {HTMLDialogElement} dialog */
export function closeBeside(dialog) {
  dialog.addEventListener("click", ({ target, clientX, clientY }) => {
    const box = dialog.getBoundingClientRect();
    const inside = clientX >= box.left && clientX <= box.right && clientY >= box.top && clientY <= box.bottom;
    if (target === dialog && !inside) dialog.close();
  });
}
