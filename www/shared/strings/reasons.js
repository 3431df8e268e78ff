//! The features of the score in words: what is said when one raised a sentence, and when it lowered it.

/** @typedef {[raised: string, lowered: string]} Sides */

/** @type {Record<string, Record<import("../i18n.js").Language, Sides>>} */
export const REASONS = {
  lead: { ar: ["في مطلع المقال", "بعيدة عن مطلع المقال"], en: ["At the start of the article", "Far from the start of the article"] },
};

/**
 * @param {string} feature
 * @param {boolean} raised
 * @param {import("../i18n.js").Language} language
 */
export function reason(feature, raised, language) {
  return REASONS[feature]?.[language][raised ? 0 : 1] ?? feature;
}
