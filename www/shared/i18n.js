//! Words and numbers of the interface: every string by its key, plural forms and digits by locale.

import { strings as ar } from "./strings/ar.js";
import { strings as en } from "./strings/en.js";

/** @typedef {"ar" | "en"} Language */
/** @typedef {"arab" | "latn"} Digits */
/** @typedef {keyof typeof ar} Key */
/** @typedef {Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }} Plural */

/** @type {Record<Language, Record<Key, string | Plural>>} */
const STRINGS = { ar, en };

/**
 * @param {Language} language
 * @param {Digits} [digits] plain `ar` would give Latin digits in today's browsers, so it is always said
 */
export function speak(language, digits = language === "ar" ? "arab" : "latn") {
  const strings = STRINGS[language];
  const locale = `${language}-u-nu-${digits}`;
  // Formatters are slow to make, and the first screen needs hardly any.
  const plural = once(() => new Intl.PluralRules(language));
  const numbers = once(() => new Intl.NumberFormat(locale));
  const decimals = once(() => new Intl.NumberFormat(locale, { minimumFractionDigits: 1 }));
  const percents = once(() => new Intl.NumberFormat(locale, { style: "percent" }));
  const times = once(() => new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }));

  /**
   * The string of `key`. `{name}` takes a value: numbers in the reader's digits, text isolated from
   * the direction around it. `n` chooses the plural form.
   * @param {Key} key
   * @param {Record<string, string | number>} [values]
   */
  function say(key, values = {}) {
    const entry = strings[key];
    const n = Number(values["n"] ?? 0);
    const form = typeof entry === "string" ? entry : entry[n === 0 ? "zero" : plural().select(n)] ?? entry.other;
    return form.replace(/\{(\w+)\}/g, (_, name) => {
      const value = values[name] ?? "";
      return typeof value === "number" ? numbers().format(value) : `\u2068${value}\u2069`;
    });
  }

  return {
    language,
    locale,
    direction: language === "ar" ? "rtl" : "ltr",
    say,
    has: (/** @type {string} */ key) => key in strings,
    number: (/** @type {number} */ n) => numbers().format(n),
    decimal: (/** @type {number} */ n) => decimals().format(n),
    percent: (/** @type {number} */ share) => percents().format(share),
    time: (/** @type {number} */ at) => times().format(at),
  };
}

/** @template T @param {() => T} make @returns {() => T} */
function once(make) {
  /** @type {T | undefined} */
  let made;
  return () => (made ??= make());
}

/** @typedef {ReturnType<typeof speak>} Voice */
