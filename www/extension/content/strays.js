//! Which short lines within the article's box are part of it: its headings, list entries, closing words.

/**
 * Lets go of what is no sentence and stands alone: scraps, headings over nothing, repeated titles.
 * @param {Block[]} body
 * @param {Block | null} title
 * @param {Set<Block>} opening
 */
function dropStrays(body, title, opening) {
  const named = title ? plain(title.text) : "";
  const kept = body.filter((block) => {
    if (block.arabic < 0.1 * block.letters) return false;
    if (block.linked > 0.6 * block.letters && block.words < 30) return false;
    if (named && plain(block.text) === named) return false;
    return true;
  });
  let end = kept.findLastIndex((block) => isProse(block) || isItem(block)) + 1;
  const closes = (/** @type {Block} */ block, /** @type {Block} */ before) => Boolean(block && before) && block.words >= 2 && isSibling(block, before) && endsSentence(block);
  while (closes(kept[end], kept[end - 1])) end += 1;
  const start = kept.findIndex(isProse);
  const texts = textMakes(kept);
  /** A paragraph, however short, where others of its make are long. */
  const isText = (/** @type {Block} */ block) => isProse(block) || (texts.has(makeOf(block)) && block.level === 0 && endsSentence(block));
  const heads = recurringHeads(kept.slice(0, end), isText);
  const lists = listsUnderHeadings(kept.slice(0, end));
  return kept.slice(0, end).filter((block, index) => {
    if (isProse(block)) return !repeats(block, kept);
    if (heads.has(block) || lists.has(block) || (index > start && (isText(block) || isBulleted(block) || isRecipeFact(block.text)))) return true;
    if (isItem(block) && (index > start || block.level === 0)) return index > start || opening.has(block);
    if (opening.has(block) && index < start && block.level === 0) return true;
    if (block.level === 0 && block.box.element.querySelector("img, picture, video")) return false; // the words below a picture
    // Before the first paragraph stand names and dates, unless a line runs into it.
    if (index < start && !(index + 1 === start && announces(block)) && block.level === 0 && block.words <= 6 && block.box !== kept[start].box) return false;
    const next = kept[index + 1];
    const before = kept[index - 1];
    if (closes(block, before) && index + 1 === end) return true;
    if (isHeadingLike(block)) return Boolean(next && index + 1 < end && !isSameRank(block, next));
    if (announces(block) && next && (isProse(next) || (block.words >= 3 && isItem(next)))) return true; // it announces what follows
    // A short line: kept between two paragraphs of its own make, or as a dateline right before one.
    return block.words > 1 && Boolean(next && isSibling(block, next) && (!before || isSibling(block, before)));
  });
}

/** @param {Block} block */
function announces(block) {
  return /[:：]\s*$/.test(block.text);
}

/** @param {Block} block */
function endsSentence(block) {
  return /[.؟!…]["»”]?\s*$/.test(block.text);
}

/** Tag and class, which tell blocks of one kind from others; empty where there is no class. @param {Block} block */
function makeOf({ box: { element } }) {
  return element.className ? `${element.tagName} ${element.className}` : "";
}

/** The makes of two paragraphs or more. @param {Block[]} body */
function textMakes(body) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const block of body) if (isProse(block)) counts.set(makeOf(block), (counts.get(makeOf(block)) ?? 0) + 1);
  return new Set([...counts].filter(([make, count]) => make !== "" && count >= 2).map(([make]) => make));
}

/**
 * Short lines of one make, each right above a paragraph or a list: headings or speakers, though nothing else says so.
 * @param {Block[]} body
 * @param {(block: Block) => boolean} isText
 */
function recurringHeads(body, isText) {
  /** @type {Map<string, Block[]>} */
  const made = new Map();
  const loose = new Set();
  for (const [index, block] of body.entries()) {
    const make = makeOf(block);
    if (make === "" || block.level > 0 || block.letters < 2 || block.words > 14 || isText(block) || isItem(block)) continue;
    const next = body[index + 1];
    if (!next || !(isText(next) || isItem(next)) || next.box === block.box) loose.add(make);
    const list = made.get(make);
    if (list) list.push(block);
    else made.set(make, [block]);
  }
  return new Set([...made].filter(([make, blocks]) => blocks.length >= 3 && !loose.has(make)).flatMap(([, blocks]) => blocks));
}

/**
 * Three short lines or more of one make below a heading, such as what a recipe takes, with that heading.
 * @param {Block[]} body
 */
function listsUnderHeadings(body) {
  /** @type {Set<Block>} */
  const lists = new Set();
  for (const [index, head] of body.entries()) {
    if (head.level === 0) continue;
    let last = index + 1;
    while (last < body.length && isLine(body[last]) && isOfOneMake(body[index + 1], body[last])) last += 1;
    const lines = body.slice(index + 1, last);
    if (lines.length >= 3 && lines.filter(({ words }) => words >= 2).length > lines.length / 2) for (const each of [head, ...lines]) lists.add(each);
  }
  return lists;
}

/** @param {Block} block */
function isLine({ level, linked, words, letters }) {
  return level === 0 && linked === 0 && letters > 0 && words <= 20;
}

/** @param {Block} a @param {Block} b */
function isOfOneMake(a, b) {
  return a.box.parent === b.box.parent && a.box.element.tagName === b.box.element.tagName && a.box.element.className === b.box.element.className;
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

/** An entry of a list that is written out, without the elements of one. @param {Block} block */
function isBulleted(block) {
  return block.linked === 0 && block.words >= 2 && /^\s*[-–•●▪*]\s*\p{L}/u.test(block.text);
}

/** @param {Block} block */
function isHeadingLike(block) {
  if (block.level > 0) return true;
  return block.words <= 14 && block.words > 1 && isBold(block);
}

/** All of it, or all but a sign. @param {Block} block */
function isBold({ pieces, text }) {
  const bold = pieces.filter(({ node }) => node.parentElement && Number(getComputedStyle(node.parentElement).fontWeight) >= 600);
  return bold.reduce((length, piece) => length + piece.length, 0) > 0.8 * text.length;
}

/** A heading right before another that is not below it stands over nothing. @param {Block} block @param {Block} next */
function isSameRank(block, next) {
  return block.level > 0 && next.level > 0 && next.level <= block.level;
}

/** @param {Block} a @param {Block} b */
function isSibling(a, b) {
  return a.box === b.box || (a.box.parent === b.box.parent && a.box.element.tagName === b.box.element.tagName);
}
