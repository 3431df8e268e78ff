//! Fills the page's own words and icons in, once and again when the language changes. The markup
//! holds the Arabic words already, so that the first look waits for no script.

import { icon } from "./shared/icons.js";

/** @typedef {import("./shared/i18n.js").Voice} Voice */
/** @typedef {import("./shared/i18n.js").Key} Key */

/**
 * Fills `data-say` (text), `data-label` (name and tooltip), `data-placeholder` and `data-icon`.
 * @param {ParentNode} root @param {Voice} voice
 */
export function label(root, voice) {
  for (const each of root.querySelectorAll("[data-icon]")) {
    if (!each.querySelector(":scope > svg")) each.prepend(icon(/** @type {import("./shared/icons.js").Icon} */ (each.getAttribute("data-icon"))));
  }
  for (const each of root.querySelectorAll("[data-say]")) {
    const words = voice.say(/** @type {Key} */ (each.getAttribute("data-say")));
    if (each.textContent !== words) each.textContent = words; // what is there already need not be painted again
  }
  for (const each of root.querySelectorAll("[data-label]")) {
    const name = voice.say(/** @type {Key} */ (each.getAttribute("data-label")));
    each.setAttribute("aria-label", name);
    if (each instanceof HTMLButtonElement) each.title = name;
  }
  for (const each of root.querySelectorAll("[data-placeholder]")) each.setAttribute("placeholder", voice.say(/** @type {Key} */ (each.getAttribute("data-placeholder"))));
}

/** Presses the button of a group that stands for `choice`. @param {HTMLElement} group @param {string} choice */
export function press(group, choice) {
  for (const button of group.querySelectorAll("[data-choice]")) button.setAttribute("aria-pressed", String(button.getAttribute("data-choice") === choice));
}

/** Calls back with the choice that was pressed in a group. @param {HTMLElement} group @param {(choice: string) => void} onChoose */
export function onPress(group, onChoose) {
  group.addEventListener("click", ({ target }) => {
    const choice = target instanceof Element ? target.closest("[data-choice]")?.getAttribute("data-choice") : null;
    if (choice) onChoose(choice);
  });
}
