//! What a page says of itself: title, author, date.

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
