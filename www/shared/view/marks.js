//! A stretch of the text as nodes: plain runs, and a mark for each name in it.

import { element } from "../element.js";
import { family } from "../protocol.js";
import { runs } from "../runs.js";

/** @typedef {import("../protocol.js").EntityKind} EntityKind */
/** @typedef {import("../i18n.js").Voice} Voice */

/** The word for one thing of a kind. @param {EntityKind} kind @param {Voice} voice */
export function kindName(kind, voice) {
  return voice.say(kind === "place" ? "placeKind" : kind);
}

/**
 * The nodes of `start..end`. A mark carries its entity's index and its kind in words, for those who
 * hear the page; the words are kept out of copies.
 * @param {string} text
 * @param {import("../protocol.js").Entity[]} entities
 * @param {number} start @param {number} end
 * @param {Voice} voice
 */
export function marked(text, entities, start, end, voice) {
  const nodes = document.createDocumentFragment();
  for (const run of runs(entities, start, end)) {
    const words = text.slice(run.start, run.end);
    const entity = run.entity === null ? undefined : entities[run.entity];
    nodes.append(entity ? mark(words, entity, run.entity ?? 0, voice) : words);
  }
  return nodes;
}

/** @param {string} words @param {import("../protocol.js").Entity} entity @param {number} index @param {Voice} voice */
function mark(words, entity, index, voice) {
  const kind = kindName(entity.kind, voice);
  return element("mark", { class: `ent ${family(entity.kind)}`, data: { entity: String(index), group: String(entity.group), kindName: kind } },
    words, element("span", { class: "sr" }, ` (${kind})`));
}
