//! The page fixtures: each a page in a shape publishers use, the text of its article, and what must not come through.

import { readFileSync, readdirSync } from "node:fs";
import { EXTRACT } from "../../www/extension/injected.js";

export const PAGES = new URL("../pages/", import.meta.url);

/** @typedef {{ name: string, expected: string, foreign: string[] }} Fixture */

/** @returns {Fixture[]} */
export function fixtures() {
  return readdirSync(PAGES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, expected: read(`${name}/expected.txt`), foreign: read(`${name}/foreign.txt`).split("\n").filter(Boolean) }));
}

/** @param {string} path */
function read(path) {
  return readFileSync(new URL(path, PAGES), "utf8");
}

/** The injected scripts as one, as they come to share one world in the browser. */
export function extractSource() {
  return EXTRACT.map((path) => readFileSync(new URL(`../../www/extension/${path}`, import.meta.url), "utf8")).join("\n");
}

/** @param {string} text @returns {Map<string, number>} */
function tokens(text) {
  const counts = new Map();
  for (const word of text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Token F1: the words two texts share, by count. @param {string} found @param {string} expected */
export function tokenF1(found, expected) {
  const [a, b] = [tokens(found), tokens(expected)];
  let common = 0;
  for (const [word, count] of a) common += Math.min(count, b.get(word) ?? 0);
  const size = (/** @type {Map<string, number>} */ counts) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  return common === 0 ? 0 : (2 * common) / (size(a) + size(b));
}

/** White space as one space, so that strings can be sought. @param {string} text */
export function squeeze(text) {
  return text.replace(/\s+/g, " ");
}
