//! Where a keyword stands in the text, whatever marks and attached particles it is written with.

/** Marks and lengthening that may stand after any letter. */
const MARKS = "[\\u0640\\u064b-\\u065f\\u0670]*";
const ALEF = "[اأإآٱ]";
/** Attached before a word: conjunction, preposition, article. */
const BEFORE = `(?:[وف]${MARKS})?(?:[بك]${MARKS}|ل${MARKS})?(?:ا${MARKS}ل${MARKS}|ل${MARKS})?`;
const LETTER = /[\p{L}\p{N}\p{M}]/u;

/**
 * Every place of `phrase` in `text` as whole words, ascending; the spans are without what is
 * attached before the first word.
 * @param {string} text
 * @param {string} phrase
 * @returns {{ start: number, end: number }[]}
 */
export function occurrences(text, phrase) {
  const words = phrase.trim().split(/\s+/u).map((word) => [...word.replace(/[\u0640\u064b-\u065f\u0670]/g, "")].map(letter).join(MARKS) + MARKS);
  if (words.length === 0 || words[0] === MARKS) return [];
  const pattern = new RegExp(`(${BEFORE})(${words.join(`\\s+${BEFORE}`)})`, "gu");
  /** @type {{ start: number, end: number }[]} */
  const found = [];
  for (const match of text.matchAll(pattern)) {
    const start = match.index + (match[1]?.length ?? 0);
    const end = match.index + match[0].length;
    if (LETTER.test(text.charAt(match.index - 1)) || LETTER.test(text.charAt(end))) continue;
    found.push({ start, end });
  }
  return found;
}

/** @param {string} character */
function letter(character) {
  if (/[اأإآٱ]/.test(character)) return ALEF;
  if (/[ىي]/.test(character)) return "[ىي]";
  if (/[هة]/.test(character)) return "[هة]";
  return character.replace(/[\\^$.*+?()[\]{}|/-]/gu, "\\$&");
}
