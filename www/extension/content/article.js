//! Finds the article among the page's lines.

/**
 * The blocks of the article in order, its title first where the page shows one.
 * @param {Page} page
 * @param {About} about
 * @param {Clock} clock
 * @returns {Promise<{ title: Block | null, body: Block[] }>}
 */
async function findArticle(page, about, clock) {
  const { blocks } = page;
  const title = await findTitle(blocks, about, clock);
  const foreign = await findForeign(page, title, clock);
  const captions = areCaptionsTheText(blocks, foreign);
  /** @param {number} index */
  const worth = (index) => {
    const block = blocks[index];
    if (foreign[index] || (block.caption && !captions) || index === title || block.arabic < 0.4 * block.letters) return 0;
    if (!isProse(block)) return 0;
    return block.letters * (block.words < 10 ? 0.2 : block.words < 18 ? 0.6 : 1);
  };
  const worths = blocks.map((_, index) => worth(index));
  const main = await chooseBox(page, worths, clock);
  if (!main) return { title: blocks[title] ?? null, body: [] };
  const range = withNeighbours(main, blocks, worths, title, page.boxes, foreign);
  dropOtherColumns(main, page.boxes, worths, title, foreign);
  const last = endBeforeNextArticle(range, blocks, worths, title, main);
  const body = [];
  for (let index = range.first; index < last; index += 1) {
    if (clock.due()) await clock.pause();
    if (!foreign[index] && index !== title && (captions || !blocks[index].caption)) body.push(blocks[index]);
  }
  return { title: blocks[title] ?? null, body: dropStrays(body, blocks[title] ?? null) };
}

/** In a gallery the captions are the text. @param {Block[]} blocks @param {boolean[]} foreign */
function areCaptionsTheText(blocks, foreign) {
  let [captions, prose] = [0, 0];
  for (const [index, block] of blocks.entries()) {
    if (foreign[index] || !isProse(block)) continue;
    if (block.caption) captions += block.letters;
    else prose += block.letters;
  }
  return captions > prose;
}

/** A step up the tree keeps this share of a paragraph's worth. */
var KEPT = 0.75;

/**
 * The box that holds the article: each paragraph votes for the boxes around it, the nearest most.
 * @param {Page} page
 * @param {number[]} worths
 * @param {Clock} clock
 * @returns {Promise<Box | null>}
 */
async function chooseBox({ blocks, boxes }, worths, clock) {
  /** The nearest box around that holds more. @type {Map<Box, Box | null>} */
  const up = new Map();
  for (const box of boxes) {
    const { parent } = box;
    up.set(box, parent && parent.first === box.first && parent.last === box.last ? (up.get(parent) ?? null) : parent);
  }
  /** @type {Map<Box, number>} */
  const votes = new Map();
  for (const [index, block] of blocks.entries()) {
    if (clock.due()) await clock.pause();
    let vote = worths[index];
    if (vote === 0) continue;
    /** @type {Box | null} */
    let box = block.box;
    if (box.last - box.first <= 1) box = up.get(box) ?? null;
    for (; box && vote > 1; box = up.get(box) ?? null, vote *= KEPT) votes.set(box, (votes.get(box) ?? 0) + vote);
  }
  /** @type {Box | null} */
  let best = null;
  for (const [box, count] of votes) if (!best || count > (votes.get(best) ?? 0)) best = box;
  if (best) return best;
  const longest = worths.reduce((most, worth, index) => (worth > worths[most] ? index : most), 0);
  return worths[longest] > 0 ? blocks[longest].box : null;
}

/**
 * The chosen box, the lead between title and text, and boxes beside it that go on in the same form.
 * @param {Box} main
 * @param {Block[]} blocks
 * @param {number[]} worths
 * @param {number} title
 * @param {Box[]} boxes
 * @param {boolean[]} foreign
 * @returns {Span}
 */
function withNeighbours(main, blocks, worths, title, boxes, foreign) {
  let { first, last } = main;
  const own = sum(worths, main);
  for (const box of boxes) {
    if (box === main || box.parent !== main.parent || box.element.tagName !== main.element.tagName) continue;
    if (box.element.className !== main.element.className || sum(worths, box) < own / 10) continue;
    if (title >= 0 && box.first < title) continue;
    first = Math.min(first, box.first);
    last = Math.max(last, box.last);
  }
  if (title >= first && title < last) return { first: title + 1, last };
  if (title < 0 || title > first) return { first, last };
  for (let index = title + 1; index < first; index += 1) {
    const { words, level, linked } = blocks[index];
    if ((worths[index] > 0 && words >= 8) || (!foreign[index] && level > 0 && words >= 6 && linked === 0)) return { first: index, last };
  }
  return { first, last };
}

/** @param {number[]} worths @param {Span} range */
function sum(worths, { first, last }) {
  let total = 0;
  for (let index = first; index < last; index += 1) total += worths[index];
  return total;
}

/**
 * Where boxes with text stand side by side, one is the article: the title's, or the one with more text.
 * @param {Box} main
 * @param {Box[]} boxes
 * @param {number[]} worths
 * @param {number} title
 * @param {boolean[]} foreign
 */
function dropOtherColumns(main, boxes, worths, title, foreign) {
  const sums = [0];
  for (const worth of worths) sums.push(sums[sums.length - 1] + worth);
  /** @param {Span} range */
  const worthOf = (range) => sums[range.last] - sums[range.first];
  const least = worthOf(main) * 0.08;
  const inner = boxes.filter((box) => box.first >= main.first && box.last <= main.last && box.last - box.first < main.last - main.first && worthOf(box) > least);
  // Text set in columns stands beside itself.
  if (inner.some((box) => box.element.parentElement && getComputedStyle(box.element.parentElement).columnCount !== "auto")) return;
  const columns = inner.slice(0, 200).map((box) => ({ box, worth: worthOf(box), place: box.element.getBoundingClientRect() }));
  for (const one of columns) {
    for (const other of columns) {
      if (one === other || one.box.parent !== other.box.parent || one.worth < other.worth || !areBeside(one.place, other.place)) continue;
      if (areOneText(one, other, worths)) continue;
      const titled = title >= other.box.first && title < other.box.last;
      const lesser = titled ? one.box : other.box;
      if (main.element.contains(lesser.element)) foreign.fill(true, lesser.first, lesser.last);
    }
  }
}

/**
 * Columns that text runs through, as in print: of one make and one width, nothing in them but paragraphs.
 * @param {{ box: Box, place: DOMRect }} one @param {{ box: Box, place: DOMRect }} other @param {number[]} worths
 */
function areOneText(one, other, worths) {
  const [a, b] = [one.box.element, other.box.element];
  const make = [...a.classList].some((name) => b.classList.contains(name)) || (a.className === "" && b.className === "");
  if (!make || a.tagName !== b.tagName || Math.abs(one.place.width - other.place.width) > 2) return false;
  return [one.box, other.box].every(({ first, last }) => worths.slice(first, last).every((worth) => worth > 0));
}

/** @param {DOMRect} a @param {DOMRect} b */
function areBeside(a, b) {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const along = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return a.width > 0 && b.width > 0 && across <= 2 && along > 0.3 * Math.min(a.height, b.height);
}

/**
 * Where the page goes on with another article of the same make, the first block of that one.
 * @param {Span} range
 * @param {Block[]} blocks
 * @param {number[]} worths
 * @param {number} title
 * @param {Box} main
 */
function endBeforeNextArticle({ first, last }, blocks, worths, title, main) {
  const head = blocks[title];
  if (!head || head.level === 0) return last;
  const unit = unitOf(head.box, main);
  if (!unit || sum(worths, unit) === 0) return last;
  for (let index = Math.max(first, unit.last); index < last; index += 1) {
    const block = blocks[index];
    if (block.level === 0 || block.level > head.level) continue;
    const other = unitOf(block.box, main);
    if (other && other !== unit && other.element.tagName === unit.element.tagName && sum(worths, other) > 200) return other.first;
  }
  return last;
}

/** The child of `main` that holds `box`. @param {Box} box @param {Box} main @returns {Box | null} */
function unitOf(box, main) {
  for (let here = box; here.parent; here = here.parent) {
    if (here.parent === main || (here.parent.first === main.first && here.parent.last === main.last)) return here;
  }
  return null;
}

/**
 * Lets go of what is no sentence and stands alone: scraps, headings over nothing, repeated titles.
 * @param {Block[]} body
 * @param {Block | null} title
 */
function dropStrays(body, title) {
  const named = title ? plain(title.text) : "";
  const kept = body.filter((block) => {
    if (block.arabic < 0.1 * block.letters) return false;
    if (block.linked > 0.6 * block.letters && block.words < 30) return false;
    if (named && plain(block.text) === named) return false;
    return true;
  });
  const end = kept.findLastIndex((block) => isProse(block) || isItem(block)) + 1;
  const start = kept.findIndex(isProse);
  return kept.slice(0, end).filter((block, index) => {
    if (isProse(block)) return !repeats(block, kept);
    if (isItem(block)) return index > start;
    if (block.level === 0 && block.box.element.querySelector("img, picture, video")) return false; // the words below a picture
    // Before the first paragraph stand names and dates, unless a line runs into it.
    if (index < start && block.level === 0 && block.words <= 6 && block.box !== kept[start].box) return false;
    const next = kept[index + 1];
    const before = kept[index - 1];
    if (isHeadingLike(block)) return Boolean(next && index + 1 < end && !isSameRank(block, next));
    // A short line: kept between two paragraphs of its own make, or as a dateline right before one.
    return block.words > 1 && Boolean(next && isSibling(block, next) && (!before || isSibling(block, before)));
  });
}

/** A quotation set large beside the text that holds it. @param {Block} block @param {Block[]} body */
function repeats(block, body) {
  if (block.words > 40 || body.length > 500) return false;
  const text = block.text.replace(/^[«"“\s]+|[»"”.\s]+$/g, "");
  return body.some((other) => other.text.length > block.text.length && other.text.includes(text));
}

/** @param {Block} block */
function isItem(block) {
  const { box } = block;
  return ["LI", "TD", "TH", "DD", "DT", "PRE"].includes(box.element.tagName) || box.parent?.element.tagName === "LI";
}

/** @param {Block} block */
function isHeadingLike(block) {
  if (block.level > 0) return true;
  const node = block.pieces[0]?.node.parentElement;
  return block.words <= 14 && Boolean(node && block.words > 1 && Number(getComputedStyle(node).fontWeight) >= 600);
}

/** A heading right before another that is not below it stands over nothing. @param {Block} block @param {Block} next */
function isSameRank(block, next) {
  return block.level > 0 && next.level > 0 && next.level <= block.level;
}

/** @param {Block} a @param {Block} b */
function isSibling(a, b) {
  return a.box === b.box || (a.box.parent === b.box.parent && a.box.element.tagName === b.box.element.tagName);
}
