//! The analysis every host receives, and what client and worker say to each other about it.

/**
 * @typedef {"sentence" | "heading" | "list" | "boilerplate" | "ornament"} SentenceKind
 * @typedef {"person" | "place" | "organization" | "nationality" | "event" | "product" | "date" | "time" | "number" | "percent" | "money" | "measure"} EntityKind
 * @typedef {{ feature: string, contribution: number }} Reason
 *
 * Offsets are UTF-16 units: `text.slice(start, end)` is the thing itself.
 * @typedef {{ start: number, end: number, kind: SentenceKind, paragraph: number, rank: number | null, score: number, because: Reason[], context: number | null, soft: boolean }} Sentence
 * @typedef {{ start: number, end: number, tokenStart: number, tokenEnd: number, kind: EntityKind, name: string, group: number }} Entity
 * @typedef {{ text: string, weight: number }} Keyword
 * @typedef {{ sentences: Sentence[], entities: Entity[], keywords: Keyword[], words: number, arabic: number }} Analysis
 */

/**
 * A request, and the answers to it. A long analysis arrives in parts, so that the receiving thread
 * is never busy for long; `share` says how much of it has arrived.
 * @typedef {{ type: "text", version: number, id: number, text: string }} Request
 * @typedef {{ type: "ready", version: number }} Ready
 * @typedef {{ type: "part", id: number, sentences: Sentence[], entities: Entity[], share: number }} Part
 * @typedef {{ type: "done", id: number, keywords: Keyword[], words: number, arabic: number }} Done
 * @typedef {{ type: "failed", id: number, code: "crashed" | "unavailable", message: string }} Failed
 * @typedef {Ready | Part | Done | Failed} Answer
 */

/** The compiled core, for a worker that waits for it; null where the page could not compile it. @typedef {{ type: "core", module: WebAssembly.Module | null }} Core */

/** Client and worker of different versions must not talk: a cache may hold one of each. */
export const VERSION = 1;

/** How many sentences or entities one part carries at most. */
export const PART = 1000;

/** The eight families of entities that are told apart on screen, in the order of the legend. */
export const FAMILIES = /** @type {const} */ (["person", "place", "organization", "nationality", "event", "date", "number", "money"]);

/** @typedef {typeof FAMILIES[number]} Family */

/** @type {Record<EntityKind, Family>} */
const FAMILY = {
  person: "person",
  place: "place",
  organization: "organization",
  nationality: "nationality",
  event: "event",
  product: "event",
  date: "date",
  time: "date",
  number: "number",
  percent: "number",
  measure: "number",
  money: "money",
};

/**
 * The family an entity is shown in.
 * @param {EntityKind} kind
 * @returns {Family}
 */
export function family(kind) {
  return FAMILY[kind];
}

/**
 * Cuts an analysis into the messages that carry it.
 * @param {number} id
 * @param {Analysis} analysis
 * @returns {(Part | Done)[]}
 */
export function answers(id, { sentences, entities, keywords, words, arabic }) {
  /** @type {(Part | Done)[]} */
  const messages = [];
  const count = Math.ceil(Math.max(sentences.length, entities.length) / PART);
  for (let i = 0; i < count; i += 1) {
    const [from, to] = [i * PART, (i + 1) * PART];
    messages.push({ type: "part", id, sentences: sentences.slice(from, to), entities: entities.slice(from, to), share: (i + 1) / count });
  }
  messages.push({ type: "done", id, keywords, words, arabic });
  return messages;
}
