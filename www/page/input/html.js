//! Rich text to plain: headings, paragraphs and list items stay, all else goes. The source is only
//! ever read as characters; no document is made of it, so nothing in it can run or load.

import { decodeEntities } from "./entities.js";

/** What holds no text of the article. */
const SKIPPED = new Set("script style noscript template head title nav aside footer form button select textarea iframe object embed svg math canvas video audio picture map dialog menu figcaption".split(" "));
/** What is read as characters up to its end tag. */
const RAW = new Set("script style noscript textarea title iframe".split(" "));
/** What stands on lines of its own. */
const BLOCKS = new Set("address article blockquote body center dd details div dl dt fieldset figure h1 h2 h3 h4 h5 h6 header hgroup hr html li main ol p pre section summary table tbody td tfoot th thead tr ul".split(" "));
/** What has no end tag. */
const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
/** What a next one of its kind ends without an end tag. */
const IMPLIED = new Set("p li dt dd td th tr option".split(" "));
/** Roles of parts around an article. */
const AROUND = /^(?:navigation|banner|contentinfo|complementary|search|dialog|alert|menu|menubar|toolbar)$/;

/** @param {string} source */
export function looksLikeHtml(source) {
  return /^\s*(?:<!doctype html|<(?:html|head|body|article|main|section|div|h[1-6]|p)(?=[\s>]))[^<]*>/i.test(source.slice(0, 3000)) && /<\/[a-z]/i.test(source);
}

/**
 * The text of an HTML source, blocks parted by empty lines: of its one article or main part, where
 * it has one, else of all of it.
 * @param {string} source
 */
export function fromHtml(source) {
  /** @type {string[]} */
  const blocks = [];
  /** @type {Record<string, { from: number, to: number, count: number }>} */
  const parts = { article: { from: 0, to: 0, count: 0 }, main: { from: 0, to: 0, count: 0 } };
  /** The element that is being left out, and how many of its name are open in it. @type {{ name: string, depth: number } | null} */
  let skip = null;
  let [line, pre, at] = ["", 0, 0];
  const end = () => {
    const words = decodeEntities(line).replace(/[^\S\n]+/gu, " ").replace(/ ?\n ?/g, "\n").trim();
    if (words !== "") blocks.push(words);
    line = "";
  };
  const say = (/** @type {string} */ words) => {
    if (!skip) line += pre > 0 ? words : words.replace(/\s+/g, " ");
  };

  while (at < source.length) {
    const open = source.indexOf("<", at);
    if (open < 0) {
      say(source.slice(at));
      break;
    }
    say(source.slice(at, open));
    const tag = readTag(source, open);
    if (!tag) {
      say("<");
      at = open + 1;
      continue;
    }
    at = tag.end;
    const { name, closing, attributes } = tag;
    if (name === "") continue; // a comment, a doctype
    if (skip) {
      if (closing && name === skip.name) skip.depth -= 1;
      else if (!closing && name === skip.name) skip.depth += IMPLIED.has(name) ? 0 : 1;
      if (skip.depth > 0 && !(IMPLIED.has(skip.name) && BLOCKS.has(name) && !closing)) continue;
      skip = null;
      if (closing) continue;
    }
    const empty = VOID.has(name) || attributes.endsWith("/");
    if (!closing && (SKIPPED.has(name) || hidden(attributes))) {
      if (BLOCKS.has(name)) end();
      if (RAW.has(name)) at = endOfRaw(source, name, at);
      else if (!empty) skip = { name, depth: 1 };
      continue;
    }
    if (name === "br") line += "\n";
    else if (BLOCKS.has(name)) end();
    if (name === "pre") pre = Math.max(0, pre + (closing ? -1 : 1));
    const part = parts[name];
    if (part && closing) part.to = blocks.length;
    else if (part) {
      if (part.count === 0) part.from = blocks.length;
      part.count += 1;
      part.to = Infinity;
    }
  }
  end();
  const main = [parts["article"], parts["main"]].find((part) => part?.count === 1 && blocks.length > part.from && part.to > part.from);
  return blocks.slice(main?.from ?? 0, main?.to ?? blocks.length).join("\n\n");
}

/**
 * The tag, comment or declaration that starts at `open`; null where the sign is only a sign.
 * @param {string} source @param {number} open
 */
function readTag(source, open) {
  if (source.startsWith("<!--", open)) {
    const close = source.indexOf("-->", open + 4);
    return { name: "", closing: false, attributes: "", end: close < 0 ? source.length : close + 3 };
  }
  if (/[!?]/.test(source.charAt(open + 1))) {
    const close = source.indexOf(">", open);
    return { name: "", closing: false, attributes: "", end: close < 0 ? source.length : close + 1 };
  }
  const closing = source.charAt(open + 1) === "/";
  const start = open + (closing ? 2 : 1);
  const name = /^[a-z][^\s/>]*/i.exec(source.slice(start, start + 64))?.[0];
  if (!name) return null;
  const close = endOfTag(source, start + name.length);
  return { name: name.toLowerCase(), closing, attributes: source.slice(start + name.length, close), end: close + 1 };
}

/** Where the `>` of a tag stands; one inside quotes is none. @param {string} source @param {number} from */
function endOfTag(source, from) {
  let quote = "";
  for (let at = from; at < source.length; at += 1) {
    const sign = source.charAt(at);
    if (quote !== "") quote = sign === quote ? "" : quote;
    else if (sign === ">") return at;
    else if ((sign === '"' || sign === "'") && /=\s*$/.test(source.slice(Math.max(from, at - 8), at))) quote = sign;
  }
  return source.length;
}

/** @param {string} source @param {string} name @param {number} from */
function endOfRaw(source, name, from) {
  const close = new RegExp(`</${name}[\\s/>]`, "gi");
  close.lastIndex = from;
  const found = close.exec(source);
  return found ? endOfTag(source, found.index) + 1 : source.length;
}

/** @param {string} attributes */
function hidden(attributes) {
  return /(?:^|\s)hidden(?=[\s=/>]|$)|aria-hidden\s*=\s*["']?true|style\s*=\s*("[^"]*|'[^']*)(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes)
    || AROUND.test(/(?:^|\s)role\s*=\s*["']?([\w-]+)/i.exec(attributes)?.[1]?.toLowerCase() ?? "");
}
