//! What names of classes, ids and roles say about a box.

/** Words in class and id that mark what is not the article. */
var FOREIGN_WORDS = new Set(
  (
    "comment comments commentlist respond disqus replies share sharing sharer shares sharedaddy sharebar social socials related relatedposts " +
    "recommend recommended recommendation recommendations sidebar newsletter subscribe subscription paywall promo promoted promotion sponsor sponsored " +
    "advert advertisement ads ad adsbygoogle banner cookie cookies consent gdpr breadcrumb breadcrumbs pagination pager trending popular mostread " +
    "footer copyright menu nav navbar navigation toc infobox hatnote catlinks editsection navbox toolbar popup modal overlay toast " +
    "byline footnote footnotes endnotes tagcloud authorbox bio outbrain taboola colophon masthead blogroll metadata printfriendly rating ratings poll ticker"
  ).split(" "),
);

var FOREIGN_ROLES = new Set(["navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alertdialog", "alert", "menu", "menubar", "toolbar", "tablist", "form", "note", "doc-endnotes", "doc-toc"]);
var FOREIGN_TAGS = new Set(["NAV", "ASIDE", "FOOTER", "DIALOG", "MENU", "HEADER", "FORM", "AMP-SIDEBAR"]);

/** The words of an element's class and id, in small letters. @param {Element} element @returns {Set<string>} */
function hintsOf(element) {
  const names = `${element.getAttribute("class") ?? ""} ${element.id ?? ""}`;
  if (names.length < 2) return new Set();
  return new Set(
    names
      .slice(0, 400)
      .replace(/([a-z])([A-Z])/g, "$1 $2")
      .toLowerCase()
      .split(/[^a-z]+/),
  );
}

/** @param {Element} element */
function looksForeign(element) {
  if (FOREIGN_TAGS.has(element.tagName) || FOREIGN_ROLES.has(element.getAttribute("role") ?? "")) return true;
  const hints = hintsOf(element);
  if (hints.has("twitter") && hints.has("tweet")) return true;
  if (hints.has("author") && (hints.has("box") || hints.has("info"))) return true;
  if (hints.has("most") && (hints.has("read") || hints.has("viewed"))) return true;
  if (hints.has("read") && (hints.has("also") || hints.has("next") || hints.has("more"))) return true;
  if (hints.has("notes") && NOTE.test(element.textContent ?? "")) return true;
  if (hints.has("tags") || (hints.has("tag") && hints.has("list"))) return true;
  for (const hint of hints) if (FOREIGN_WORDS.has(hint)) return true;
  return false;
}
