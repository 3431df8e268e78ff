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
  let title = await findTitle(blocks, about, clock);
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
  if (title < 0) title = headingOver(blocks, foreign, main);
  const opening = openingOf(blocks, title, foreign);
  const range = withNeighbours(main, blocks, worths, title, page.boxes, opening);
  dropOtherColumns(main, page.boxes, worths, title, foreign);
  const last = endBeforeNextArticle(range, blocks, worths, title, main);
  const body = [];
  for (let index = range.first; index < last; index += 1) {
    if (clock.due()) await clock.pause();
    if (!foreign[index] && index !== title && (captions || !blocks[index].caption)) body.push(blocks[index]);
  }
  return { title: blocks[title] ?? null, body: dropStrays(body, blocks[title] ?? null, opening) };
}

/**
 * What may stand between title and text though it is no paragraph: a line that sums up, and key points.
 * @param {Block[]} blocks
 * @param {number} title
 * @param {boolean[]} foreign
 */
function openingOf(blocks, title, foreign) {
  /** @type {Set<Block>} */
  const opening = new Set();
  if (title < 0) return opening;
  for (let index = title + 1; index < Math.min(blocks.length, title + 30); index += 1) {
    const block = blocks[index];
    if (foreign[index]) continue;
    if (isProse(block)) break;
    const { words, linked, level, caption, box } = block;
    if (linked > 0 || caption) continue;
    const sumsUp = opening.size === 0 && (level > 0 ? words >= 6 : words >= 8 && !box.element.querySelector("img, picture, video"));
    if (sumsUp || isPoint(block)) opening.add(block);
  }
  return opening;
}

/** An entry of a list of lines that say something, none of them a link. @param {Block} block */
function isPoint({ words, box }) {
  const item = box.element.closest("li");
  const items = [...(item?.parentElement?.children ?? [])];
  return words >= 3 && items.length >= 2 && items.length <= 8 && items.every((one) => !one.querySelector("a[href], input, button") && saysSomething(one.textContent ?? ""));
}

/** @param {string} text of an entry */
function saysSomething(text) {
  const words = countWords(text);
  return words >= 3 && !isByline(text, words);
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
 * @param {Set<Block>} opening
 * @returns {Span}
 */
function withNeighbours(main, blocks, worths, title, boxes, opening) {
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
    if ((worths[index] > 0 && blocks[index].words >= 8) || opening.has(blocks[index])) return { first: index > title + 1 && announces(blocks[index - 1]) ? index - 1 : index, last };
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
    if (!other || other === unit || other.element.tagName !== unit.element.tagName) continue;
    const alike = unit.element.className !== "" && other.element.className === unit.element.className;
    if (sum(worths, other) > (alike ? 40 : 200)) return other.first;
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
