//! What is remembered: the reader's preferences, shared with the page in form, and what concerns marks in pages.

import { api } from "./api.js";
import { areaStore, whole } from "./shared/prefs.js";

/**
 * @typedef {object} Marking
 * @property {boolean} sentences whether sentences are marked in the page
 * @property {boolean} names
 * @property {"ground" | "line"} style
 * @property {number | null} length sentences in a summary; null leaves it to the article
 */

const KEY = "zubda-marking";
const store = areaStore(api.storage.local);

export async function loadPrefs() {
  return whole(await store.get());
}

/** @param {import("./shared/prefs.js").Prefs} prefs */
export async function savePrefs(prefs) {
  await store.set(prefs);
}

/** @returns {Promise<Marking>} */
export async function loadMarking() {
  const stored = /** @type {Partial<Record<keyof Marking, unknown>>} */ ((await api.storage.local.get(KEY))[KEY] ?? {});
  return {
    sentences: stored.sentences !== false,
    names: stored.names !== false,
    style: stored.style === "line" ? "line" : "ground",
    length: typeof stored.length === "number" && stored.length >= 1 && stored.length <= 50 ? Math.round(stored.length) : null,
  };
}

/** @param {Marking} marking */
export async function saveMarking(marking) {
  await api.storage.local.set({ [KEY]: marking });
}
