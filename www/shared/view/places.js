//! Where a sentence stands, in the words of a reader: which paragraph, which sentence in it.

/** @typedef {{ paragraph: number, sentence: number }} Place  both count from 1 */

/**
 * The place of every sentence. Headings and ornaments are not counted; they get the place of what
 * they stand before.
 * @param {import("../protocol.js").Sentence[]} sentences
 * @returns {Place[]}
 */
export function places(sentences) {
  let [paragraph, sentence, last] = [0, 0, -1];
  return sentences.map((each) => {
    if (each.kind === "heading" || each.kind === "ornament") return { paragraph: paragraph + 1, sentence: 1 };
    if (each.paragraph !== last) {
      [paragraph, sentence, last] = [paragraph + 1, 0, each.paragraph];
    }
    sentence += 1;
    return { paragraph, sentence };
  });
}
