//! From the page to the text that is analysed, and the way back.

/**
 * One block of the text: `start` to `end` of `text` is what its pieces show.
 * @typedef {{ start: number, end: number, block: Block }} Placed
 * @typedef {{ text: string, blocks: Placed[], title: string, byline: string, date: string, site: string, selected: boolean }} Extraction
 * @typedef {"empty" | "foreign" | "short"} Trouble no text at all; no Arabic; too little of it
 */

/** Fewer words than this are no article. */
var FEWEST_WORDS = 25;

/**
 * The article, or what is selected.
 * @param {{ selection: boolean }} wanted
 * @returns {Promise<Extraction | Trouble>}
 */
async function extract({ selection }) {
  if (!document.body) return "empty";
  const clock = startClock();
  const about = aboutPage();
  const page = await readPage(document.body, clock);
  const chosen = selectedRange(page.blocks);
  const blocks = chosen ? within(page.blocks, chosen) : [];
  if (blocks.some((block) => block.arabic > 0)) return compose(blocks, { ...about, title: "" }, true);
  if (selection) return blocks.length > 0 ? "foreign" : "empty";
  const { title, body } = await findArticle(page, about, clock);
  const words = body.reduce((count, block) => count + block.words, 0);
  if (words < FEWEST_WORDS) return troubleOf(page.blocks);
  return compose(title ? [title, ...body] : body, title ? { ...about, title: title.text } : about, false);
}

/** @param {Block[]} blocks @returns {Trouble} */
function troubleOf(blocks) {
  const letters = blocks.reduce((count, block) => count + block.letters, 0);
  const arabic = blocks.reduce((count, block) => count + block.arabic, 0);
  if (letters === 0) return "empty";
  return arabic < 0.15 * letters ? "foreign" : "short";
}

/**
 * What is selected in the page, in a frame of its origin or in a shadow root; where the reader is, first.
 * @param {Block[]} blocks
 * @returns {Range | null}
 */
function selectedRange(blocks) {
  const roots = new Set([focusedDocument(), document, ...blocks.map(({ pieces }) => pieces[0].node.getRootNode())]);
  for (const root of roots) {
    const owner = root instanceof ShadowRoot ? root.ownerDocument : /** @type {Document} */ (root);
    const selection = /** @type {any} */ (owner.defaultView?.getSelection());
    const shadow = root !== owner;
    // A selection in a shadow root is told to those who name the root.
    if (!selection || selection.rangeCount === 0 || (shadow && !selection.getComposedRanges)) continue;
    const { startContainer, startOffset, endContainer, endOffset } = shadow ? selection.getComposedRanges({ shadowRoots: [root] })[0] : selection.getRangeAt(0);
    if (startContainer.getRootNode() !== root || endContainer.getRootNode() !== root) continue;
    const range = owner.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    if (!range.collapsed) return range;
  }
  return null;
}

/** The document of the innermost frame that has the focus, among those that may be entered. */
function focusedDocument() {
  let here = document;
  for (let frame = here.activeElement; frame?.tagName === "IFRAME" || frame?.tagName === "FRAME"; frame = here.activeElement) {
    const inner = frameDocument(/** @type {HTMLIFrameElement} */ (frame));
    if (!inner) break;
    here = inner;
  }
  return here;
}

/**
 * The parts of the blocks that stand in the range.
 * @param {Block[]} blocks
 * @param {Range} range
 * @returns {Block[]}
 */
function within(blocks, range) {
  return blocks.flatMap((block) => {
    const pieces = block.pieces.flatMap((piece) => cutPiece(piece, range));
    const first = pieces[0];
    const last = pieces.at(-1);
    if (!first || !last) return [];
    const text = block.text.slice(first.at, last.at + last.length);
    if (!/[\p{L}\p{N}]/u.test(text)) return [];
    const moved = pieces.map((piece) => ({ ...piece, at: piece.at - first.at }));
    return [{ ...block, text, pieces: moved, letters: countLetters(text), arabic: countArabic(text), words: countWords(text) }];
  });
}

/** @param {Piece} piece @param {Range} range @returns {Piece[]} */
function cutPiece(piece, range) {
  const { node, at, from, length } = piece;
  if (!range.intersectsNode(node)) return [];
  const start = Math.max(from, node === range.startContainer ? range.startOffset : 0);
  const end = Math.min(from + length, node === range.endContainer ? range.endOffset : Infinity);
  return end > start ? [{ node, from: start, at: at + start - from, length: end - start }] : [];
}

/**
 * Joins blocks to one text: an empty line between paragraphs, a line feed within one and between items.
 * @param {Block[]} blocks
 * @param {About} about
 * @param {boolean} selected
 * @returns {Extraction}
 */
function compose(blocks, about, selected) {
  const { title, byline, date, site } = about;
  /** @type {Placed[]} */
  const placed = [];
  const parts = [];
  let length = 0;
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1];
    if (before) {
      const gap = block.follows || (isItem(block) && isItem(before) && isSibling(block, before)) ? "\n" : "\n\n";
      parts.push(gap);
      length += gap.length;
    }
    placed.push({ start: length, end: length + block.text.length, block });
    parts.push(block.text);
    length += block.text.length;
  }
  return { text: parts.join(""), blocks: placed, title, byline, date, site, selected };
}
