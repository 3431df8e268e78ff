//! A stretch of text as runs, each plain or the name of one entity.

/** @typedef {import("./protocol.js").Entity} Entity */
/** @typedef {{ start: number, end: number, entity: number | null }} Run  `entity` is an index into the analysis */

/**
 * Cuts `start..end` at the entities that stand in it. The runs tile the stretch; an entity that
 * reaches out of it is cut at its edge.
 * @param {Entity[]} entities ascending and disjoint
 * @param {number} start @param {number} end
 * @returns {Run[]}
 */
export function runs(entities, start, end) {
  /** @type {Run[]} */
  const pieces = [];
  let at = start;
  for (let i = firstAfter(entities, start); i < entities.length; i += 1) {
    const entity = entities[i];
    if (!entity || entity.start >= end) break;
    const [from, to] = [Math.max(entity.start, start), Math.min(entity.end, end)];
    if (from > at) pieces.push({ start: at, end: from, entity: null });
    pieces.push({ start: from, end: to, entity: i });
    at = to;
  }
  if (at < end) pieces.push({ start: at, end, entity: null });
  return pieces;
}

/**
 * Index of the first of some ascending, disjoint spans that ends after `offset`.
 * @param {{ start: number, end: number }[]} spans @param {number} offset
 */
export function firstAfter(spans, offset) {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the span that holds `offset`, or -1. @param {{ start: number, end: number }[]} spans @param {number} offset */
export function holding(spans, offset) {
  const i = firstAfter(spans, offset);
  const span = spans[i];
  return span && span.start <= offset ? i : -1;
}
