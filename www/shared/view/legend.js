//! The legend: a toggle for each family of names, with its count.

import { element } from "../element.js";
import { FAMILIES, family } from "../protocol.js";

/** @typedef {import("../protocol.js").Family} Family */

/**
 * Draws the toggles of the families that occur.
 * @param {HTMLElement} root
 * @param {import("../protocol.js").Entity[]} entities
 * @param {{ voice: import("../i18n.js").Voice, hidden: ReadonlySet<Family>, onToggle: (family: Family) => void }} options
 */
export function drawLegend(root, entities, { voice, hidden, onToggle }) {
  /** @type {Map<Family, number>} */
  const counts = new Map();
  for (const { kind } of entities) counts.set(family(kind), (counts.get(family(kind)) ?? 0) + 1);
  root.replaceChildren(...FAMILIES.filter((each) => counts.has(each)).map((each) =>
    element("button", { class: "chip", type: "button", data: { family: each }, "aria-pressed": String(!hidden.has(each)), onclick: () => onToggle(each) },
      element("span", { class: `sample ${each}` }, voice.say(`${each}s`)), " ",
      element("span", { class: "n" }, voice.number(counts.get(each) ?? 0)))));
}
