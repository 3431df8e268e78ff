//! Which line of the page is the title of its article.

/**
 * The index of the block that is the article's title, or -1.
 * @param {Block[]} blocks
 * @param {About} about
 * @param {Clock} clock
 */
async function findTitle(blocks, about, clock) {
  const heads = blocks.flatMap((block, index) => (block.level === 1 && block.words > 2 && !leadsHome(block) ? [index] : []));
  const largest = largestLine(blocks);
  const names = [about.title, document.title, ...document.title.split(/\s+[|–—:«»·•-]+\s+|\s*(?:::|\.\.)\s*/)].map((name) => wordsOf(name)).filter((words) => words.size > 0);
  let best = { index: -1, score: 0.6 };
  for (const [index, block] of blocks.entries()) {
    if (clock.due()) await clock.pause();
    if (block.words > 40 || (block.level === 0 && block.linked > block.letters / 2) || leadsHome(block)) continue;
    const words = wordsOf(block.text);
    // A few words that are no heading are the name of the site or of a section, where another line stands out.
    if (block.level === 0 && block.words < 5 && index !== largest && (heads.length === 1 || largest >= 0)) continue;
    const likeness = Math.max(0, ...names.map((name) => (block.level > 0 && isBeginning(name, words) ? 1 : overlap(name, words))));
    const score = likeness + (block.level === 1 ? 0.3 : block.level > 1 ? 0.15 : 0) - (block.box.floats || block.linked > block.letters / 2 ? 0.3 : 0) + (likeness > 0.8 ? 0.01 * Math.min(block.words, 8) : 0);
    if (likeness >= 0.5 && score > best.score) best = { index, score };
  }
  // A few words may be the name of the paper, with a larger line below them.
  if (best.index >= 0 && blocks[best.index].words < 4 && largest > best.index && sizeOf(blocks[largest]) > sizeOf(blocks[best.index])) return largest;
  if (best.index >= 0) return best.index;
  return heads.length === 1 ? /** @type {number} */ (heads[0]) : largest;
}

/** The heading right over the text, where nothing else tells of a title: as on the front of a blog. @param {Block[]} blocks @param {boolean[]} foreign @param {Box} main */
function headingOver(blocks, foreign, main) {
  const start = blocks.findIndex((block, index) => index >= main.first && index < main.last && !foreign[index] && isProse(block));
  for (let index = start - 1; index >= Math.max(0, start - 4) && !isProse(blocks[index]); index -= 1) {
    if (blocks[index].level > 0) {
      const { text, words } = blocks[index];
      return isForeignHeading(text) || isByline(text, words) || leadsHome(blocks[index]) ? -1 : index;
    }
  }
  return -1;
}

/** The name of the site: a link to where it begins. @param {Block} block */
function leadsHome({ letters, linked, pieces }) {
  if (letters === 0 || linked < letters) return false;
  const link = pieces[0]?.node.parentElement?.closest("a");
  return link instanceof HTMLAnchorElement && link.origin === location.origin && /^\/(index\.\w+|home|ar)?\/?$/.test(link.pathname) && link.search === "";
}

/** A title's letters are larger than those of the text by at least this; bold ones need not be as large. */
var TITLE_SIZE = 1.15;
var BOLD_TITLE_SIZE = 1.1;

/** @param {Block} block */
function sizeOf({ pieces }) {
  const element = pieces[0]?.node.parentElement;
  return element ? parseFloat(getComputedStyle(element).fontSize) : 0;
}

/** The one line set larger than all others and than the text, or -1. @param {Block[]} blocks */
function largestLine(blocks) {
  const prose = blocks.slice(0, 5000).filter(isProse).slice(0, 40).map(sizeOf).sort((a, b) => a - b);
  if (prose.length === 0) return -1;
  const text = prose[prose.length >> 1];
  let best = { index: -1, size: BOLD_TITLE_SIZE * text, alone: true };
  for (const [index, block] of blocks.slice(0, 1000).entries()) {
    if (block.words < 4 || block.words > 30 || block.linked > block.letters / 2 || block.arabic < 0.4 * block.letters) continue;
    const size = sizeOf(block);
    if (size < TITLE_SIZE * text && !isBold(block)) continue;
    if (size > best.size) best = { index, size, alone: true };
    else if (size === best.size) best.alone = false;
  }
  return best.alone ? best.index : -1;
}

/** @param {string} line */
function wordsOf(line) {
  return new Set(plain(line).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** The window's name often holds the first words of a title only. @param {Set<string>} name @param {Set<string>} words */
function isBeginning(name, words) {
  return name.size >= 4 && [...words].slice(0, name.size).every((word) => name.has(word)) && words.size >= name.size;
}

/** Dice coefficient of two sets. @param {Set<string>} a @param {Set<string>} b */
function overlap(a, b) {
  let common = 0;
  for (const word of b) if (a.has(word)) common += 1;
  return (2 * common) / (a.size + b.size || 1);
}
