//! What the reader has set, remembered on the device.

import { FAMILIES } from "./protocol.js";

/**
 * @typedef {object} Prefs
 * @property {"system" | "light" | "dark"} theme
 * @property {number} size reading size in CSS pixels, 17 to 30
 * @property {number} leading line height, 1.7 to 2.2
 * @property {"naskh" | "modern" | "device"} face
 * @property {import("./i18n.js").Language} language
 * @property {import("./i18n.js").Digits} digits
 * @property {boolean} history whether articles are kept on the device
 * @property {boolean} singleKeys
 * @property {import("./length.js").Length["unit"]} unit
 * @property {"key" | "heat" | "bare"} view
 * @property {import("./protocol.js").Family[]} hidden
 */

/** Where preferences live: localStorage in a page, an extension's storage area in an extension. @typedef {{ get: () => Promise<unknown> | unknown, set: (value: Prefs) => unknown }} Store */

/** @type {Readonly<Prefs>} */
export const DEFAULTS = { theme: "system", size: 21, leading: 1.9, face: "naskh", language: "ar", digits: "arab", history: false, singleKeys: true, unit: "sentences", view: "key", hidden: [] };

/** @type {{ [K in keyof Prefs]?: readonly Prefs[K][] }} */
const CHOICES = { theme: ["system", "light", "dark"], face: ["naskh", "modern", "device"], language: ["ar", "en"], digits: ["arab", "latn"], unit: ["sentences", "percent"], view: ["key", "heat", "bare"] };

const KEY = "zubda";

/**
 * Anything read from a store, made whole: unknown or wrong values give way to the defaults.
 * @param {unknown} stored
 * @returns {Prefs}
 */
export function whole(stored) {
  const given = /** @type {Record<string, unknown>} */ (typeof stored === "object" && stored !== null ? stored : {});
  const prefs = /** @type {any} */ ({ ...DEFAULTS });
  for (const [key, usual] of Object.entries(DEFAULTS)) {
    const value = given[key];
    const choices = /** @type {readonly unknown[] | undefined} */ (CHOICES[/** @type {keyof Prefs} */ (key)]);
    if (choices ? choices.includes(value) : typeof value === typeof usual && Array.isArray(value) === Array.isArray(usual)) prefs[key] = value;
  }
  prefs.hidden = prefs.hidden.filter((/** @type {any} */ each) => FAMILIES.includes(each));
  prefs.size = clamp(prefs.size, 17, 30, DEFAULTS.size);
  prefs.leading = clamp(prefs.leading, 1.7, 2.2, DEFAULTS.leading);
  return prefs;
}

/** @param {number} value @param {number} low @param {number} high @param {number} otherwise */
function clamp(value, low, high, otherwise) {
  return Number.isFinite(value) ? Math.min(high, Math.max(low, value)) : otherwise;
}

/** Preferences in this browser's local storage; where that is closed they last as long as the page. @returns {{ get: () => unknown, set: (value: Prefs) => void }} */
export function localStore() {
  return {
    get() {
      try {
        return JSON.parse(localStorage.getItem(KEY) ?? "null");
      } catch {
        return null;
      }
    },
    set(value) {
      try {
        localStorage.setItem(KEY, JSON.stringify(value));
      } catch {
        // storage is full or forbidden: the setting lives on in memory
      }
    },
  };
}

/** Preferences in an area of an extension's storage. @param {{ get: (key: string) => Promise<Record<string, unknown>>, set: (items: Record<string, unknown>) => Promise<void> }} area @returns {Store} */
export function areaStore(area) {
  return { get: async () => (await area.get(KEY))[KEY], set: (value) => area.set({ [KEY]: value }) };
}

/**
 * Puts what concerns looks on the root element.
 * @param {Prefs} prefs @param {HTMLElement} root
 */
export function dress({ theme, size, leading, face, language }, root) {
  if (theme === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = theme;
  root.dataset["face"] = face;
  root.lang = language;
  root.dir = language === "ar" ? "rtl" : "ltr";
  root.style.setProperty("--text-read", `${size / 16}rem`);
  root.style.setProperty("--leading-read", String(leading));
}
