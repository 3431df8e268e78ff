//! Which lines belong to the site around the article: menus, boxes, comments, notices.

/** Prose: what articles are made of. @param {Block} block */
function isProse(block) {
  if (block.letters === 0 || block.linked > block.letters / 2 || block.level > 0) return false;
  return block.words >= 15 || (block.words >= 6 && /[.،؟!؛:…»"”]/.test(block.text));
}

/**
 * For each block, whether it is foreign.
 * @param {Page} page
 * @param {number} title index of the title's block, or -1
 * @param {Clock} clock
 * @returns {Promise<boolean[]>}
 */
async function findForeign(page, title, clock) {
  const { blocks, boxes } = page;
  const foreign = blocks.map(() => false);
  const sums = await measure(blocks, clock);
  const tools = repeatedLinks(blocks);
  const all = { first: 0, last: blocks.length };
  /** A box with most of the prose is the article's own, whatever it is called. @param {Span} box @param {number} [most] */
  const isMain = (box, most = 0.5) => sums.prose(box) > most * sums.prose(all);
  /** @param {Span} box */
  const holdsTitle = (box) => title >= box.first && title < box.last;
  /** @param {Span} box */
  const drop = (box) => foreign.fill(true, box.first, box.last);

  for (const box of boxes) {
    if (clock.due()) await clock.pause();
    if (box.first === box.last || foreign[box.first] && foreign[box.last - 1]) continue;
    if (box.floats && !isMain(box, 0.8)) drop(box);
    else if (isMain(box)) continue;
    else if (looksForeign(box.element) && !holdsTitle(box)) drop(box);
    else if ((isLinks(box, sums) || isCard(box, blocks, sums) || isCall(box, blocks, sums, tools)) && !holdsTitle(box)) drop(box);
    else if (box.fields > 0) drop(questionAround(box, sums, title));
  }
  for (const teasers of await teaserLines(boxes, blocks, clock)) {
    const prose = teasers.reduce((letters, box) => letters + sums.prose(box), 0);
    if (prose < 0.5 * sums.prose(all) && !teasers.some(holdsTitle)) teasers.forEach(drop);
  }
  for (const siblings of await childrenByParent(boxes, clock)) {
    if (clock.due()) await clock.pause();
    const span = { first: siblings[0].first, last: siblings[siblings.length - 1].last };
    if (isThread(siblings, blocks) && !isMain(span, 0.6) && !holdsTitle(span)) drop(span);
  }
  let over = -1;
  for (const [index, block] of blocks.entries()) {
    if (clock.due()) await clock.pause();
    if (over < 0 && index > title && block.words <= 12 && ASKED.test(plain(block.text))) over = index;
    if (foreign[index] || index === title) continue;
    const linked = block.linked / (block.letters || 1);
    if (block.words <= 9 && (linked < 1 || block.level > 0) && isForeignHeading(block.text)) {
      const section = sectionOf(index, blocks, title, isMain);
      // What stands over most of the prose is a line about the article, such as who wrote it.
      drop(isMain(section) ? { first: index, last: index + 1 } : section);
    } else if (isNotice(block.text, block.words, linked) || (isByline(block.text, block.words) && !isFigure(block))) foreign[index] = true;
  }
  for (const index of runningHeads(blocks)) if (index !== title) foreign[index] = true;
  await dropNotes(page, foreign, clock);
  if (over >= 0 && isMain({ first: Math.max(title, 0), last: over }, 0.7)) drop({ first: over, last: blocks.length });
  return foreign;
}

/** @typedef {{ first: number, last: number }} Span of blocks */
/** @typedef {{ letters: (range: Span) => number, linked: (range: Span) => number, words: (range: Span) => number, prose: (range: Span) => number }} Sums */

/** Running sums, so that each box is measured in one step. @param {Block[]} blocks @param {Clock} clock @returns {Promise<Sums>} */
async function measure(blocks, clock) {
  const [letters, linked, words, prose] = [[0], [0], [0], [0]];
  for (const [index, block] of blocks.entries()) {
    if (clock.due()) await clock.pause();
    letters.push(letters[index] + block.letters);
    linked.push(linked[index] + block.linked);
    words.push(words[index] + block.words);
    prose.push(prose[index] + (isProse(block) ? block.letters : 0));
  }
  /** @param {number[]} sums @returns {(range: Span) => number} */
  const between = (sums) => ({ first, last }) => sums[last] - sums[first];
  return { letters: between(letters), linked: between(linked), words: between(words), prose: between(prose) };
}

/** Boxes of more than one line, with those that stand beside them in the same box. @param {Box[]} boxes @param {Clock} clock @returns {Promise<Box[][]>} */
async function childrenByParent(boxes, clock) {
  /** @type {Map<Box, Box[]>} */
  const children = new Map();
  for (const box of boxes) {
    if (clock.due()) await clock.pause();
    if (!box.parent || box.last - box.first < 2) continue;
    const list = children.get(box.parent);
    if (list) list.push(box);
    else children.set(box.parent, [box]);
  }
  return [...children.values()].filter((list) => list.length >= 3 && list.length <= 5000);
}

/** A box of links: a menu, a list of what to read next. @param {Box} box @param {Sums} sums */
function isLinks(box, sums) {
  return sums.linked(box) > 0.6 * sums.letters(box) && sums.words(box) > 3;
}

/** A teaser: a linked line and a few words about it. @param {Box} box @param {Block[]} blocks @param {Sums} sums */
function isCard(box, blocks, sums) {
  const head = blocks[box.first];
  const tail = blocks[box.last - 1];
  if (box.last - box.first < 2 || sums.words(box) > 60 || head.letters === 0 || head.linked < head.letters) return false;
  const leadsOn = tail.words <= 4 && tail.linked === tail.letters && tail.letters > 0;
  return leadsOn || sums.linked(box) > 0.2 * sums.letters(box);
}

/** Links that stand under every part of a page, such as one to copy its address: no call to the reader. @param {Block[]} blocks */
function repeatedLinks(blocks) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { text, words, letters, linked } of blocks) if (words <= 4 && letters > 0 && linked === letters) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= 3).map(([text]) => text));
}

/** A request with a button to press: a few words, and a link of its own after them. @param {Box} box @param {Block[]} blocks @param {Sums} sums @param {Set<string>} tools */
function isCall(box, blocks, sums, tools) {
  const tail = blocks[box.last - 1];
  if (tail && tools.has(tail.text)) return false;
  if (box.last - box.first < 2 || sums.words(box) > 25 || blocks[box.first].level > 0) return false;
  return tail.words <= 4 && tail.letters > 0 && tail.linked === tail.letters;
}

/**
 * What readers wrote: one after another, of one make, a different name over each.
 * @param {Box[]} siblings @param {Block[]} blocks
 */
function isThread(siblings, blocks) {
  const tags = new Set(siblings.map(({ element }) => `${element.tagName} ${element.className}`));
  if (siblings.length < 3 || tags.size > 1) return false;
  const names = siblings.map(({ first, last }) => (last - first >= 2 ? blocks[first] : null));
  const named = names.every((head) => head && head.letters > 0 && head.words <= 4 && head.level === 0 && head.linked < head.letters && !/[:：.؟!]$/.test(head.text));
  return Boolean(named) && new Set(names.map((head) => head?.text)).size === siblings.length && siblings.every(({ first, last }) => blocks.slice(first + 1, last).some(isProse));
}

/**
 * Teasers of one line, two or more of one make: a link of some words, and behind it what it leads to.
 * @param {Box[]} boxes @param {Block[]} blocks @param {Clock} clock @returns {Promise<Box[][]>}
 */
async function teaserLines(boxes, blocks, clock) {
  /** @type {Map<string, Box[]>} */
  const made = new Map();
  for (const box of boxes) {
    if (clock.due()) await clock.pause();
    const block = blocks[box.first];
    const { className } = box.element;
    if (box.last - box.first !== 1 || typeof className !== "string" || className === "" || block.box !== box || block.words > 40) continue;
    const link = block.pieces[0]?.node.parentElement?.closest("a[href]");
    if (!link || !box.element.contains(link) || link === box.element || block.linked < 0.15 * block.letters || countWords(link.textContent ?? "") < 2) continue;
    const make = `${box.element.tagName} ${className}`;
    const list = made.get(make);
    if (list) list.push(box);
    else made.set(make, [box]);
  }
  return [...made.values()].filter((list) => list.length >= 2);
}

/** A vote or a sign-up: the small box around a field to fill in. @param {Box} box @param {Sums} sums @param {number} title @returns {Span} */
function questionAround(box, sums, title) {
  let around = box;
  if (sums.words(box) > 60) return { first: box.first, last: box.first };
  while (around.parent && sums.words(around.parent) <= 45 && !(title >= around.parent.first && title < around.parent.last)) around = around.parent;
  return title >= around.first && title < around.last ? { first: 0, last: 0 } : around;
}

/**
 * What a foreign heading stands over.
 * @param {number} index
 * @param {Block[]} blocks
 * @param {number} title
 * @param {(range: Span) => boolean} isMain
 * @returns {Span}
 */
function sectionOf(index, blocks, title, isMain) {
  const block = blocks[index];
  let box = block.box;
  while (box.parent && box.last - box.first <= 1) box = box.parent;
  const heads = box.first === index && !(title >= box.first && title < box.last);
  if (heads && !isMain(box)) return box;
  // Its section is flat: the lines after it, up to the next heading or the next real paragraph.
  const ends = endsArticle(block.text);
  let last = index + 1;
  for (; last < box.last; last += 1) {
    const next = blocks[last];
    if (next.level > 0 && next.level <= (block.level || 6) && next.linked < next.letters / 2 && !isForeignHeading(next.text)) break;
    if (!ends && isProse(next) && next.linked < next.letters / 4 && !inList(next)) break;
  }
  return { first: index, last };
}

/** Whether a table is one of figures, asked of each of its cells. @type {WeakMap<Element, boolean>} */
var figureTables = new WeakMap();

/** A number in a table of figures. @param {Block} block */
function isFigure({ letters, box: { element } }) {
  if (letters > 0 || !(element instanceof HTMLTableCellElement)) return false;
  const table = element.closest("table");
  if (!table) return false;
  const known = figureTables.get(table);
  if (known !== undefined) return known;
  const rows = [...table.rows];
  const are = rows.length >= 3 && rows.slice(0, 50).every((row) => row.cells.length >= 2);
  figureTables.set(table, are);
  return are;
}

/** Lines that stand at the head or foot of each page of print: the same words, first or last in their box. @param {Block[]} blocks */
function runningHeads(blocks) {
  /** @type {Map<string, number[]>} */
  const same = new Map();
  for (const [index, { text, words, level, linked, box }] of blocks.entries()) {
    if (words < 4 || words > 12 || level > 0 || linked > 0 || /[.:：؟!…]\s*$/.test(text) || inList(blocks[index])) continue;
    const page = box.last - box.first > 1 ? box : box.parent;
    if (!page || page.last - page.first < 3 || (page.first !== index && page.last - 1 !== index)) continue;
    const places = same.get(text);
    if (places) places.push(index);
    else same.set(text, [index]);
  }
  return [...same.values()].filter((places) => places.length > 1).flat();
}

/** @param {Block} block */
function inList(block) {
  return block.box.element.tagName === "LI" || block.box.parent?.element.tagName === "LI";
}
