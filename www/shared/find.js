//! Where a keyword stands in the text, whatever marks and attached particles it is written with.

/** Marks and lengthening that may stand after any letter. */
const MARKS = "[\\u0640\\u064b-\\u065f\\u0670]*";
/** Attached before a word: conjunction, preposition, article. */
const BEFORE = `(?:[وف]${MARKS})?(?:[بك]${MARKS}|ل${MARKS})?(?:ا${MARKS}ل${MARKS}|ل${MARKS})?`;
const ATTACHED = new RegExp(`(?:^|[^\\p{L}\\p{N}\\p{M}])${BEFORE}$`, "u");
const LETTER = /[\p{L}\p{N}]/u;
/** No attached particles with their marks are longer. */
const REACH = 16;

/**
 * Every place of `phrase` in `text` as whole words, ascending; the spans are without what is
 * attached before the first word.
 * @param {string} text
 * @param {string} phrase
 * @returns {{ start: number, end: number }[]}
 */
export function occurrences(text, phrase) {
  const words = phrase.replace(/[\u0640\u064b-\u065f\u0670]/g, "").split(/\s+/u).filter(Boolean).map((word) => [...word].map(letter).join(MARKS) + MARKS);
  if (words.length === 0) return [];
  const pattern = new RegExp(words.join(`\\s+${BEFORE}`), "gu");
  /** @type {{ start: number, end: number }[]} */
  const found = [];
  for (const { index: start, 0: { length } } of text.matchAll(pattern)) {
    const end = start + length;
    if (!LETTER.test(text.charAt(end)) && ATTACHED.test(text.slice(Math.max(0, start - REACH), start))) found.push({ start, end });
  }
  return found;
}

/** @param {string} character */
function letter(character) {
  if (/[اأإآٱ]/.test(character)) return "[اأإآٱ]";
  if (/[ىي]/.test(character)) return "[ىي]";
  if (/[هة]/.test(character)) return "[هة]";
  return character.replace(/[\\^$.*+?()[\]{}|/-]/gu, "\\$&");
}
