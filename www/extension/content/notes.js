//! The author's notes at the foot of the text: numbered as the text refers to them.

/** The sign of a note without what is around it, its digits as 0 to 9. @param {string} text */
function noteSign(text) {
  return text.replace(/[^\d٠-٩*†‡]/g, "").replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
}

/** A sign between brackets, anywhere but at the start. */
var REFERENCE = /(?<=\S\s*)[\[(]\s*([\d٠-٩]{1,3}|\*+)\s*[\])]/g;
/** A line that begins with the sign of a note. */
var NOTE = /^\s*(?:[\[(]\s*([\d٠-٩]{1,3}|\*+)\s*[\])]|([\d٠-٩]{1,3})\s?[.:\-–)]|(\*+)(?=\s*\p{L}))/u;

/**
 * Drops the lines that the text refers to as notes, where all of them are referred to: 1, 2, … without a gap, or stars.
 * @param {Page} page
 * @param {boolean[]} foreign
 * @param {Clock} clock
 */
async function dropNotes({ blocks, notes }, foreign, clock) {
  const known = new Set(notes);
  /** @type {number[]} */
  let run = [];
  for (const [index, block] of blocks.entries()) {
    if (clock.due()) await clock.pause();
    const { text } = block;
    const sign = known.size > 0 && block.level === 0 ? signOf(block, run.length + 1) : "";
    if (sign !== "" && known.has(sign) && (sign.startsWith("*") || sign === String(run.length + 1))) {
      if (sign.startsWith("*")) foreign[index] = true;
      else run.push(index);
    } else if (!foreign[index] && block.words > 2) run = [];
    for (const each of run) foreign[each] ||= isWhole(run, known);
    for (const [, reference] of text.matchAll(REFERENCE)) known.add(noteSign(reference));
    const star = /\S\s*(\*+)\s*$/.exec(text)?.[1];
    if (star) known.add(star);
  }
}

/** The sign that a line begins with, or its number in a list. @param {Block} block @param {number} next the number that would come next */
function signOf({ text, box: { element } }, next) {
  const found = NOTE.exec(text);
  if (found) return noteSign(found[0]);
  const list = element.closest("li")?.parentElement;
  return list?.tagName === "OL" && list.children[next - 1]?.contains(element) ? String(next) : "";
}

/** No further number is referred to. @param {number[]} run @param {Set<string>} known */
function isWhole(run, known) {
  return !known.has(String(run.length + 1));
}
