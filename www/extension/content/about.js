//! What a page says of itself: title, author, date, and which of its lines is the title.

/** @typedef {{ title: string, byline: string, date: string, site: string, live: boolean }} About */

/** @returns {About} */
function aboutPage() {
  const data = structuredData();
  const title = metaOf("og:title") || text(data.headline) || metaOf("twitter:title") || document.title;
  return {
    title: title.trim(),
    byline: (authorOf(data.author) || metaOf("author") || metaOf("article:author") || textOf("[itemprop=author], [rel=author]")).slice(0, 120),
    date: text(data.datePublished) || metaOf("article:published_time") || metaOf("date") || document.querySelector("time[datetime]")?.getAttribute("datetime") || "",
    site: metaOf("og:site_name"),
    live: /LiveBlog/.test(String(data["@type"] ?? "")),
  };
}

/** @param {string} name */
function metaOf(name) {
  const meta = document.querySelector(`meta[property="${name}"], meta[name="${name}"]`);
  return meta?.getAttribute("content")?.trim() ?? "";
}

/** @param {string} selector */
function textOf(selector) {
  return document.querySelector(selector)?.textContent?.replace(/\s+/g, " ").trim() ?? "";
}

/** @param {unknown} value */
function text(value) {
  return typeof value === "string" ? value : "";
}

/** @param {any} author of schema.org: a name, a person, or several @returns {string} */
function authorOf(author) {
  if (Array.isArray(author)) return author.map(authorOf).filter(Boolean).join("، ");
  return text(author) || text(author?.name);
}

/** The first schema.org article the page describes. @returns {Record<string, unknown>} */
function structuredData() {
  for (const script of [...document.querySelectorAll('script[type="application/ld+json"]')].slice(0, 10)) {
    const source = script.textContent ?? "";
    if (source.length > 500_000) continue;
    try {
      const parsed = JSON.parse(source);
      const found = [parsed].flat().flatMap((item) => item?.["@graph"] ?? item).find((item) => /Article|Posting|Report/.test(String(item?.["@type"])));
      if (found) return found;
    } catch {
      // A page with broken data is read without it.
    }
  }
  return {};
}

/**
 * The index of the block that is the article's title, or -1.
 * @param {Block[]} blocks
 * @param {About} about
 * @param {Clock} clock
 */
async function findTitle(blocks, about, clock) {
  const names = [about.title, document.title, ...document.title.split(/\s+[|–—:«»·•-]+\s+|\s*(?:::|\.\.)\s*/)].map((name) => wordsOf(name)).filter((words) => words.size > 0);
  let best = { index: -1, score: 0.6 };
  for (const [index, block] of blocks.entries()) {
    if (clock.due()) await clock.pause();
    if (block.words > 40 || (block.level === 0 && block.linked > block.letters / 2)) continue;
    const likeness = Math.max(0, ...names.map((name) => overlap(name, wordsOf(block.text))));
    const score = likeness + (block.level === 1 ? 0.3 : block.level > 1 ? 0.15 : 0) - (block.box.floats || block.linked > block.letters / 2 ? 0.3 : 0);
    if (likeness >= 0.5 && score > best.score) best = { index, score };
  }
  if (best.index >= 0) return best.index;
  const heads = blocks.flatMap((block, index) => (block.level === 1 && block.words > 2 ? [index] : []));
  return heads.length === 1 ? /** @type {number} */ (heads[0]) : -1;
}

/** @param {string} line */
function wordsOf(line) {
  return new Set(plain(line).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** Dice coefficient of two sets. @param {Set<string>} a @param {Set<string>} b */
function overlap(a, b) {
  let common = 0;
  for (const word of b) if (a.has(word)) common += 1;
  return (2 * common) / (a.size + b.size || 1);
}
