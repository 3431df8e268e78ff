//! The page as lines of text, each with its way back to the text nodes it came from.

/**
 * Where a stretch of a block's text stands in the page: `length` units of `node` from `from` on are
 * the units of the text from `at` on, one for one (white space may be another white space).
 * @typedef {{ node: Text, at: number, from: number, length: number }} Piece
 *
 * A line of text as it shows: a paragraph, or what stands between two line breaks of one.
 * @typedef {object} Block
 * @property {string} text
 * @property {Piece[]} pieces
 * @property {Box} box the innermost box around it
 * @property {number} letters
 * @property {number} linked how many of the letters stand in links
 * @property {number} arabic how many are Arabic
 * @property {number} words
 * @property {number} level of the heading it is or stands in, 0 for none
 * @property {boolean} follows it continues the line before: only a single line break parts them
 * @property {boolean} caption
 *
 * An element that makes a box of its own; `first` to `last` (exclusive) are its blocks.
 * @typedef {{ element: Element, parent: Box | null, first: number, last: number, fields: number, floats: boolean, level: number, caption: boolean }} Box
 *
 * @typedef {{ blocks: Block[], boxes: Box[], notes: Set<string> }} Page  `notes` are the signs that point from the text to notes, such as 1 or *
 */

/** No reader gets further; what is beyond is not read. */
var LONGEST_TEXT = 2_000_000;

/**
 * Reads all visible text below `root`, in slices.
 * @param {Node} root
 * @param {Clock} clock
 * @returns {Promise<Page>}
 */
async function readPage(root, clock) {
  /** @type {Page} */
  const page = { blocks: [], boxes: [], notes: new Set() };
  /** @type {Reader} */
  const reader = { page, open: null, box: null, level: 0, links: 0, caption: false, breaks: 2, total: 0 };
  for (const _ of visit(root, reader)) {
    if (clock.due()) await clock.pause();
    if (reader.total > LONGEST_TEXT) break;
  }
  closeBlock(reader);
  for (let box = reader.box; box; box = box.parent) box.last = page.blocks.length;
  return page;
}

/**
 * A block that is still being read, as runs of text.
 * @typedef {{ runs: { text: string, linked: boolean }[], pieces: Piece[], length: number, spaced: boolean, box: Box, level: number, follows: boolean, caption: boolean }} Draft
 *
 * `breaks` counts the line breaks since the last text of the same box.
 * @typedef {{ page: Page, open: Draft | null, box: Box | null, level: number, links: number, caption: boolean, breaks: number, total: number }} Reader
 */

/**
 * Visits the nodes in the order they show, without recursion: pages nest deeper than a stack.
 * Yields after each, so that the caller can stop for breath.
 * @param {Node} root
 * @param {Reader} reader
 */
function* visit(root, reader) {
  /** @type {{ children: ArrayLike<Node>, next: number, shows: boolean, lines: boolean, leave: () => void }[]} */
  const path = [{ children: [root], next: 0, shows: true, lines: false, leave: () => {} }];
  for (let here = path.at(-1); here; here = path.at(-1)) {
    yield;
    const node = here.children[here.next];
    here.next += 1;
    if (!node) {
      here.leave();
      path.pop();
    } else if (node.nodeType === Node.TEXT_NODE) {
      if (here.shows) yield* readText(/** @type {Text} */ (node), here.lines, reader);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const element = /** @type {Element} */ (node);
      const style = enters(element, reader);
      if (!style) continue;
      const leave = enter(element, style, reader);
      const lines = style.whiteSpace.startsWith("pre") || style.whiteSpace === "break-spaces";
      path.push({ children: childrenOf(element), next: 0, shows: showsText(style), lines, leave });
    } else if (node.nodeType === Node.DOCUMENT_NODE || node.nodeType === Node.DOCUMENT_FRAGMENT_NODE) {
      path.push({ children: node.childNodes, next: 0, shows: true, lines: false, leave: () => {} });
    }
  }
}

/**
 * The style of an element whose text is to be read, or null.
 * @param {Element} element
 * @param {Reader} reader
 */
function enters(element, reader) {
  const tag = element.tagName.toUpperCase();
  if (tag === "BR") {
    closeBlock(reader);
    reader.breaks += 1;
    return null;
  }
  if (SILENT.has(tag)) return null;
  if (CONTROLS.has(tag) || element.getAttribute("role") === "button") {
    if (reader.box && isField(element)) reader.box.fields += 1;
    return null;
  }
  if (tag === "SUP" && (element.textContent ?? "").trim().length <= 6) {
    reader.page.notes.add(noteSign(element.textContent ?? ""));
    return null;
  }
  if (reader.caption && (tag === "SMALL" || tag === "CITE")) return null; // whose picture it is
  const view = element.ownerDocument.defaultView;
  const style = view?.getComputedStyle(element);
  return style && !isOutOfSight(element, style) ? style : null;
}

/** Something to fill in. A box to tick outside of any form is the reader's own, as beside what a recipe takes. @param {Element} element */
function isField(element) {
  const type = element.getAttribute("type") ?? "";
  if (element.tagName === "BUTTON" || element.getAttribute("role") === "button" || type === "hidden" || type === "submit") return false;
  return type !== "checkbox" || element.closest("form") !== null;
}

/**
 * Opens the element, and returns what closes it again.
 * @param {Element} element
 * @param {CSSStyleDeclaration} style
 * @param {Reader} reader
 */
function enter(element, style, reader) {
  // Whatever its style says, the root is a box: text always stands in one.
  const inline = reader.box !== null && (style.display.startsWith("inline") || style.display.startsWith("ruby") || style.display === "contents" || isInitial(element, style));
  const link = element.tagName === "A" && element.hasAttribute("href");
  if (link) reader.links += 1;
  const leaveText = inline ? enterInline(reader) : enterBox(element, style, reader);
  return () => {
    if (link) reader.links -= 1;
    leaveText();
  };
}

/** The first letter of a paragraph, set large and afloat: part of its word all the same. @param {Element} element @param {CSSStyleDeclaration} style */
function isInitial(element, style) {
  return style.float !== "none" && element.childElementCount === 0 && element.tagName === "SPAN" && /^\s*\p{L}\p{M}*\s*$/u.test(element.textContent ?? "");
}

/**
 * Leaving an inline element that only points elsewhere, or names the photographer, takes its text away.
 * @param {Reader} reader
 */
function enterInline(reader) {
  const [draft, runs, length] = [reader.open, reader.open?.runs.length ?? 0, reader.open?.length ?? 0];
  return () => {
    const open = reader.open;
    if (!open || (draft && draft !== open) || open.length - length > 200) return;
    const own = open.runs.slice(runs);
    const letters = countLetters(own.map((run) => run.text).join(""));
    const linked = countLetters(own.filter((run) => run.linked).map((run) => run.text).join(""));
    if (letters > 0 && isInlineAside(own.map((run) => run.text).join("").trim(), linked / letters)) cutDraft(open, runs);
  };
}

/**
 * @param {Element} element
 * @param {CSSStyleDeclaration} style
 * @param {Reader} reader
 */
function enterBox(element, style, reader) {
  closeBlock(reader);
  const { box: parent, level, caption } = reader;
  const own = headingLevel(element);
  reader.level = own || level;
  reader.caption = caption || element.tagName === "FIGCAPTION" || element.tagName === "FIGURE" || element.tagName === "CAPTION" || hintsOf(element).has("caption");
  /** @type {Box} */
  const box = {
    element,
    parent,
    first: reader.page.blocks.length,
    last: 0,
    fields: 0,
    floats: style.position === "fixed" || style.position === "sticky",
    level: own,
    caption: reader.caption,
  };
  reader.box = box;
  reader.page.boxes.push(box);
  reader.breaks = 2;
  return () => {
    closeBlock(reader);
    box.last = reader.page.blocks.length;
    reader.box = parent;
    reader.level = level;
    reader.caption = caption;
    reader.breaks = 2;
  };
}

/** @param {Element} element */
function headingLevel(element) {
  if (/^H[1-6]$/.test(element.tagName)) return Number(element.tagName[1]);
  if (element.getAttribute("role") === "heading") return Number(element.getAttribute("aria-level")) || 2;
  return element.tagName === "SUMMARY" ? 6 : 0;
}

/**
 * What an element shows: its shadow tree if it has one, a frame's document, a slot's contents.
 * @param {Element} element
 * @returns {ArrayLike<Node>}
 */
function childrenOf(element) {
  const shadow = shadowOf(element);
  if (shadow) return shadow.childNodes;
  if (element instanceof HTMLSlotElement) {
    const assigned = element.assignedNodes({ flatten: true });
    if (assigned.length > 0) return assigned;
  }
  if (element.tagName === "IFRAME" || element.tagName === "FRAME") {
    const inner = frameDocument(/** @type {HTMLIFrameElement} */ (element));
    return inner?.body ? [inner.body] : [];
  }
  if (element instanceof HTMLDetailsElement && !element.open) return element.querySelectorAll(":scope > summary");
  return element.childNodes;
}

/** A closed root is told to extensions only, and each browser has its own way. @param {Element} element @returns {ShadowRoot | null} */
function shadowOf(element) {
  if (element.shadowRoot) return element.shadowRoot;
  if (!element.tagName.includes("-") && element.firstElementChild) return null;
  const any = /** @type {any} */ (globalThis);
  try {
    if (any.chrome?.dom?.openOrClosedShadowRoot && element instanceof HTMLElement) return any.chrome.dom.openOrClosedShadowRoot(element) ?? null;
    return /** @type {any} */ (element).openOrClosedShadowRoot ?? null;
  } catch {
    return null;
  }
}

/** The document of a frame of the same origin that is large enough to hold text. @param {HTMLIFrameElement} frame */
function frameDocument(frame) {
  try {
    return frame.offsetWidth >= 200 && frame.offsetHeight >= 100 ? frame.contentDocument : null;
  } catch {
    return null;
  }
}

/**
 * Adds a text node. White space becomes one space, as it shows; where it is kept, a line feed is a break.
 * @param {Text} node
 * @param {boolean} lines
 * @param {Reader} reader
 */
function* readText(node, lines, reader) {
  // A run of words with single spaces between them is taken as it stands, up to some hundred words at a time.
  const runs = lines ? /\n|[\t\f\r ]+|[^\t\n\f\r ]+(?: [^\t\n\f\r ]+){0,199}/g : /[\t\n\f\r ]+|[^\t\n\f\r ]+(?: [^\t\n\f\r ]+){0,199}/g;
  for (let run = runs.exec(node.data); run; run = runs.exec(node.data)) {
    const [text] = run;
    if (lines && text === "\n") {
      closeBlock(reader);
      reader.breaks += 1;
    } else if (/^[\t\n\f\r ]/.test(text)) {
      if (reader.open && !reader.open.spaced) append(reader.open, node, run.index, " ");
    } else {
      append(openBlock(reader), node, run.index, text, reader.links > 0);
      if (text.length > 500) yield;
    }
  }
}

/** @param {Draft} draft @param {Text} node @param {number} from @param {string} text @param {boolean} [linked] */
function append(draft, node, from, text, linked = false) {
  const last = draft.pieces.at(-1);
  if (last && last.node === node && last.from + last.length === from && last.at + last.length === draft.length) last.length += text.length;
  else draft.pieces.push({ node, at: draft.length, from, length: text.length });
  draft.runs.push({ text, linked });
  draft.length += text.length;
  draft.spaced = text === " ";
}

/** @param {Reader} reader @returns {Draft} */
function openBlock(reader) {
  const box = /** @type {Box} */ (reader.box);
  reader.open ??= { runs: [], pieces: [], length: 0, spaced: false, box, level: reader.level, follows: reader.breaks < 2, caption: reader.caption };
  return reader.open;
}

/** @param {Reader} reader */
function closeBlock(reader) {
  const draft = reader.open;
  if (!draft) return;
  reader.open = null;
  if (draft.runs.at(-1)?.text === " ") cutDraft(draft, draft.runs.length - 1);
  const { pieces, box, level, follows, caption } = draft;
  const text = draft.runs.map((run) => run.text).join("");
  if (!/[\p{L}\p{N}]/u.test(text)) return;
  const linked = countLetters(draft.runs.filter((run) => run.linked).map((run) => run.text).join(""));
  reader.page.blocks.push({ text, pieces, box, letters: countLetters(text), linked, arabic: countArabic(text), words: countWords(text), level, follows, caption });
  reader.total += text.length;
  reader.breaks = 0;
}

/** Takes away the runs from `count` on. @param {Draft} draft @param {number} count */
function cutDraft(draft, count) {
  for (const run of draft.runs.splice(count)) draft.length -= run.text.length;
  draft.spaced = draft.runs.at(-1)?.text === " ";
  for (let last = draft.pieces.at(-1); last && last.at + last.length > draft.length; last = draft.pieces.at(-1)) {
    if (last.at < draft.length) last.length = draft.length - last.at;
    else draft.pieces.pop();
  }
}

/** @param {string} text */
function countLetters(text) {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

/** @param {string} text */
function countArabic(text) {
  return text.match(/[\u0620-\u064a\u066e-\u06d3\u06fa-\u06fc\u0750-\u077f\u08a0-\u08c9\ufb50-\ufdff\ufe70-\ufefc]/g)?.length ?? 0;
}

/** Words that have a letter or a digit. @param {string} text */
function countWords(text) {
  return text.match(/[^\s\u00a0]*[\p{L}\p{N}][^\s\u00a0]*/gu)?.length ?? 0;
}
