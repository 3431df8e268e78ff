//! The summary: sentences in text order, each with its number, its place and its reasons.

import { written } from "../direction.js";
import { element, reword } from "../element.js";
import { quotation } from "./quotation.js";
import { whyCard } from "./why.js";

/** @typedef {import("../protocol.js").Analysis} Analysis */
/** @typedef {import("../i18n.js").Voice} Voice */

/** A summary of more sentences is laid out as it comes into view. */
const MANY = 40;
/** So many new sentences are made before a frame. */
const AT_ONCE = 24;

/**
 * @param {HTMLElement} root an ordered list
 * @param {string} text
 * @param {Analysis} analysis
 * @param {{ voice: Voice, places: import("./places.js").Place[], onGo: (sentence: number, from: HTMLElement) => void }} options
 */
export function createSummary(root, text, analysis, { voice, places, onGo }) {
  const { sentences } = analysis;
  const ranked = sentences.filter(({ rank }) => rank !== null).length;
  /** @type {Map<number, HTMLLIElement>} */
  const items = new Map();
  /** @type {Set<number>} */
  let shown = new Set();
  /** @type {number[]} */
  let current = [];
  /** @type {string[]} */
  const numbers = [];
  root.replaceChildren();

  /** @param {number} index */
  function words(index) {
    return quotation(text, analysis, index, voice);
  }

  /** @param {number} index */
  function ways(index) {
    return written(text.slice(sentences[index]?.start, sentences[index]?.end));
  }

  /** @param {number} index @returns {HTMLLIElement} */
  function make(index) {
    const place = places[index];
    const why = element("button", { class: "btn bare why-button", type: "button", "aria-expanded": "false", onclick: () => toggleWhy(item, index, why) }, voice.say("why"));
    const item = element("li", { id: `k${index}`, data: { sentence: String(index) } },
      element("span", { class: "num", "aria-hidden": "true" }),
      element("a", {
        class: "text", href: `#s${index}`, ...ways(index),
        onclick: (event) => { event.preventDefault(); onGo(index, event.currentTarget); },
      }, ...words(index)),
      sentences[index]?.soft ? element("p", { class: "note-line soft" }, voice.say("soft")) : null,
      element("div", { class: "hint", hidden: true }),
      element("div", { class: "foot" }, element("span", { class: "meta" }, place ? voice.say("place", { ...place }) : ""), why));
    return item;
  }

  /** @param {HTMLLIElement} item @param {number} index @param {HTMLButtonElement} button */
  function toggleWhy(item, index, button) {
    const open = item.querySelector(":scope > .why-card");
    button.setAttribute("aria-expanded", String(!open));
    if (open) {
      open.remove();
      button.focus();
    } else {
      const sentence = sentences[index];
      if (sentence) item.append(whyCard(sentence, ranked, voice, () => toggleWhy(item, index, button)));
    }
  }

  /** Offers the sentence this one cannot be understood without, unless it stands right before it. @param {HTMLLIElement} item @param {number} index @param {number | undefined} before */
  function hint(item, index, before) {
    const box = item.querySelector(":scope > .hint");
    const needed = sentences[index]?.context ?? null;
    if (!(box instanceof HTMLElement)) return;
    box.hidden = needed === null || needed === before;
    if (needed !== null && !box.hidden && box.childNodes.length === 0) closeHint(box, index, needed);
  }

  /** @param {HTMLElement} box @param {number} index @param {number} needed */
  function closeHint(box, index, needed) {
    const button = element("button", { class: "btn bare", type: "button", "aria-expanded": "false", onclick: () => openHint(box, index, needed) }, voice.say("contextShow"));
    box.replaceChildren(element("p", { class: "note-line" }, voice.say(needed < index ? "context" : "contextLater"), " ", button));
  }

  /** @param {HTMLElement} box @param {number} index @param {number} needed */
  function openHint(box, index, needed) {
    const hide = element("button", { class: "btn bare", type: "button", "aria-expanded": "true", onclick: () => { closeHint(box, index, needed); box.querySelector("button")?.focus(); } }, voice.say("contextHide"));
    box.replaceChildren(
      element("p", { class: "note-line" }, voice.say("contextShown")),
      element("a", { class: "text", href: `#s${needed}`, ...ways(needed), onclick: (event) => { event.preventDefault(); onGo(needed, event.currentTarget); } }, ...words(needed)),
      hide);
    hide.focus();
  }

  /**
   * Shows these sentences; those that stay are not touched but for their number. The first are there
   * at once, the rest of a very long summary between frames.
   * @param {number[]} kept in text order
   */
  function show(kept) {
    const wanted = new Set(kept);
    for (const index of shown) if (!wanted.has(index)) items.get(index)?.remove();
    shown = wanted;
    root.classList.toggle("many", kept.length > MANY);
    current = kept;
    fill(kept, root.firstElementChild, 0);
  }

  /** @param {number[]} kept @param {Element | null} next the item before which the following ones go @param {number} from */
  function fill(kept, next, from) {
    let [made, i] = [0, from];
    for (; i < kept.length && made < AT_ONCE; i += 1) {
      const index = kept[i] ?? 0;
      const known = items.get(index);
      if (!known) made += 1;
      const item = known ?? make(index);
      items.set(index, item);
      if (item === next) next = next.nextElementSibling;
      else root.insertBefore(item, next);
      const disc = item.firstElementChild;
      if (disc) reword(disc, digits(i));
      hint(item, index, kept[i - 1]);
    }
    if (i < kept.length) requestAnimationFrame(() => { if (current === kept) fill(kept, next, i); });
  }

  /** The number of the i-th sentence. @param {number} i */
  function digits(i) {
    return numbers[i] ??= voice.number(i + 1);
  }

  return {
    show,
    /** @param {number} index */
    item: (index) => (shown.has(index) ? items.get(index) : undefined),
    /** Opens or closes the reasons of a sentence that is shown. @param {number} index */
    why(index) {
      const button = items.get(index)?.querySelector(".why-button");
      if (button instanceof HTMLButtonElement) button.click();
    },
  };
}

/** @typedef {ReturnType<typeof createSummary>} Summary */
