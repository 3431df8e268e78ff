//! Steps from one marked name to the next through the article.

import { byId, element } from "./shared/element.js";
import { family } from "./shared/protocol.js";
import { holding } from "./shared/runs.js";
import { bring } from "./jump.js";

/** @typedef {import("./shared/protocol.js").Family} Family */

/** @param {{ voice: () => import("./shared/i18n.js").Voice, hear: (...words: (string | Node)[]) => void, place: (sentence: number) => Promise<HTMLElement | undefined> }} options */
export function createMarks({ voice, hear, place }) {
  /** @type {import("./shared/protocol.js").Analysis | null} */
  let analysis = null;
  /** Entity indices of the kinds that are shown. @type {number[]} */
  let shown = [];
  let at = -1;
  /** @type {Element | null} */
  let here = null;

  /** @param {import("./shared/protocol.js").Analysis} next @param {readonly Family[]} hidden */
  function open(next, hidden) {
    leave();
    analysis = next;
    shown = next.entities.flatMap(({ kind }, i) => (hidden.includes(family(kind)) ? [] : [i]));
    at = -1;
    count();
  }

  function count() {
    const all = shown.length;
    byId("mark-count").textContent = at < 0 ? voice().say("marks", { n: all }) : voice().say("markOf", { n: at + 1, all });
  }

  function leave() {
    here?.classList.remove("here");
    here = null;
  }

  /** @param {1 | -1} by */
  async function step(by) {
    if (!analysis || shown.length === 0) return;
    at = (at + by + shown.length + (at < 0 && by < 0 ? 1 : 0)) % shown.length;
    const entity = analysis.entities[shown[at] ?? 0];
    if (!entity) return;
    count();
    await place(holding(analysis.sentences, entity.start));
    leave();
    here = byId("article").querySelector(`mark[data-entity="${shown[at]}"]`);
    if (!here) return;
    here.classList.add("here");
    bring(here);
    hear(`${byId("mark-count").textContent}: `, element("bdi", { lang: "ar" }, here.textContent));
  }

  byId("mark-next").addEventListener("click", () => step(1));
  byId("mark-previous").addEventListener("click", () => step(-1));

  return { open, step, leave, /** The group of the name stepped to, if any. */ group: () => (at < 0 || !here ? null : analysis?.entities[shown[at] ?? 0]?.group ?? null) };
}
