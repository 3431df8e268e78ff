//! The direction of a piece of text, by what most of its letters are.

const RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g;
const BEGINS_RIGHT = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const LEFT = /[A-Za-z\u00c0-\u024f\u0370-\u058f]/g;

/** Enough of a long text to know it by. */
const SAMPLE = 4000;

/**
 * `rtl` where the first letter is Arabic, as in a short item full of Latin units, and where it is not,
 * unless most letters run to the right: many Arabic sentences begin with a foreign name.
 * @param {string} text
 * @returns {"rtl" | "ltr"}
 */
export function direction(text) {
  const sample = text.slice(0, SAMPLE);
  if (BEGINS_RIGHT.test(sample)) return "rtl";
  const right = sample.match(RIGHT)?.length ?? 0;
  const left = sample.match(LEFT)?.length ?? 0;
  return left > right ? "ltr" : "rtl";
}

/**
 * Direction and language of an element that holds `text`: what runs to the right is in a language
 * nobody knows here, and a voice for Arabic would not read it well.
 * @param {string} text
 */
export function written(text) {
  const dir = direction(text);
  return { dir, lang: dir === "rtl" ? "ar" : "" };
}
