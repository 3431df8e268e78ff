//! From offsets of the text to the page and back, as long as the page is what was read.

/** @typedef {{ start: number, end: number }} Stretch of the text, in UTF-16 units */

/** Index of the placed block that holds `offset`, or of the next one. @param {Placed[]} blocks @param {number} offset */
function blockAt(blocks, offset) {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle].end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the piece that holds `at` of its block. @param {Piece[]} pieces @param {number} at */
function pieceAt(pieces, at) {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle].at + pieces[middle].length <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The range of the page that shows a stretch, cut at the edges of its blocks; a mark never leaves one.
 * @param {Placed[]} blocks
 * @param {Stretch} stretch
 * @returns {{ range: Range, block: Placed }[]}
 */
function rangesOf(blocks, { start, end }) {
  const ranges = [];
  for (let index = blockAt(blocks, start); index < blocks.length && blocks[index].start < end; index += 1) {
    const placed = blocks[index];
    const range = rangeWithin(placed.block, Math.max(start, placed.start) - placed.start, Math.min(end, placed.end) - placed.start);
    if (range) ranges.push({ range, block: placed });
  }
  return ranges;
}

/** @param {Block} block @param {number} from @param {number} to @returns {Range | null} */
function rangeWithin({ pieces, text }, from, to) {
  if (to <= from) return null;
  const [first, last] = [pieceAt(pieces, from), pieceAt(pieces, to - 1)];
  for (let index = first; index <= last; index += 1) if (!isAsRead(pieces[index], text)) return null;
  const [head, tail] = [pieces[first], pieces[last]];
  if (!head || !tail) return null;
  const range = head.node.ownerDocument.createRange();
  range.setStart(head.node, head.from + from - head.at);
  range.setEnd(tail.node, tail.from + to - tail.at);
  return range;
}

/** The piece still stands in the page, letter for letter. @param {Piece} piece @param {string} text of its block */
function isAsRead({ node, at, from, length }, text) {
  return node.isConnected && sameLetters(node.data.slice(from, from + length), text.slice(at, at + length));
}

/** @param {string} shown @param {string} read */
function sameLetters(shown, read) {
  return shown === read || shown.replace(/[\t\n\f\r]/g, " ") === read;
}

/**
 * A fingerprint of all that stands between the first and last letter of a block, hidden or not.
 * It changes when something is put in, taken out or rewritten. Null where the block has left the page.
 * @param {Block} block
 * @returns {number | null}
 */
function fingerprint({ pieces }) {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last || !first.node.isConnected || !last.node.isConnected) return null;
  if (first.node.data.length < first.from || last.node.data.length < last.from + last.length) return null;
  const range = first.node.ownerDocument.createRange();
  range.setStart(first.node, first.from);
  range.setEnd(last.node, last.from + last.length);
  return hashOf(range.toString());
}

/** FNV-1a. @param {string} text */
function hashOf(text) {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** The offset of the text that stands at a place of the page, or -1. @param {Placed[]} blocks @param {Node} node @param {number} offset */
function offsetOf(blocks, node, offset) {
  for (const { start, block } of blocks) {
    for (const { node: own, at, from, length } of block.pieces) {
      if (own === node && offset >= from && offset <= from + length) return start + at + offset - from;
    }
  }
  return -1;
}
