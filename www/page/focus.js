//! All that the article says of a name or a keyword: its sentences in order, the best one marked.

import { written } from "./shared/direction.js";
import { byId, element } from "./shared/element.js";
import { occurrences } from "./shared/find.js";
import { icon } from "./shared/icons.js";
import { family } from "./shared/protocol.js";
import { holding } from "./shared/runs.js";
import { drawMap } from "./shared/view/map.js";
import { kindName } from "./shared/view/marks.js";
import { gather, isName, nameChip, wordChip } from "./shared/view/names.js";
import { quotation } from "./shared/view/quotation.js";
import { bring, jumpTo } from "./jump.js";
import { copyText } from "./output/clipboard.js";

/** @typedef {import("./shared/view/names.js").Name} Name */
/** @typedef {import("./reader.js").Reading} Reading */
/** @typedef {{ title: string, kind: import("./shared/protocol.js").EntityKind | null, group: number | null, forms: string[], mentions: { start: number, end: number, sentence: number, entity: number | null }[] }} Subject */

/** So many names are shown at first. */
const FIRST = 10;
/** So many keywords are shown. */
const KEYWORDS = 12;
/** A text in which all keywords are found at once. */
const SHORT = 100_000;
/** So much of a sentence is told to those who hear the page. */
const HEARD = 600;
const HIGHLIGHT = "zubda-found";

/**
 * @param {{ voice: () => import("./shared/i18n.js").Voice, tell: (words: string) => void, hear: (...words: (string | Node)[]) => void, place: (sentence: number) => Promise<HTMLElement | undefined>, onEnd: () => void }} options
 */
export function createFocus({ voice, tell, hear, place, onEnd }) {
  const [panel, articleRoot] = [byId("focus"), byId("article")];
  /** @type {Reading | null} */
  let reading = null;
  /** @type {import("./shared/view/places.js").Place[]} */
  let where = [];
  /** @type {Name[]} */
  let names = [];
  /** @type {Subject | null} */
  let subject = null;
  let at = 0;
  /** @type {HTMLElement | null} */
  let from = null;
  for (const [id, by] of /** @type {const} */ ([["thumb-previous", -1], ["thumb-next", 1]])) byId(id).addEventListener("click", () => step(by));

  /** @param {Reading} next @param {import("./shared/view/places.js").Place[]} places */
  function open(next, places) {
    end(false);
    [reading, where] = [next, places];
    names = gather(next.text, next.analysis.entities);
    chips(FIRST);
    keywords(next);
  }

  /** Counts where the keywords stand, one between two frames: a long text takes its time. A name has its chip already, which counts its other forms too. @param {Reading} next */
  async function keywords({ text, analysis }) {
    const root = byId("words");
    root.replaceChildren();
    byId("words-part").hidden = true;
    const named = new Set(names.filter(isName).map(({ name: full }) => full));
    for (const { text: word } of analysis.keywords) {
      if (named.has(word)) continue;
      if (text.length > SHORT) await new Promise((resolve) => setTimeout(resolve));
      if (reading?.text !== text || root.childElementCount >= KEYWORDS) return;
      const found = occurrences(text, word).length;
      if (found === 0) continue;
      root.append(wordChip(word, found, voice(), keyword));
      byId("words-part").hidden = false;
    }
  }

  /** @param {number} most */
  function chips(most) {
    const who = names.filter(isName);
    byId("names-part").hidden = who.length === 0;
    const rest = who.length - most;
    byId("names").replaceChildren(...who.slice(0, most).map((each) => nameChip(each, voice(), ({ group }, chip) => name(group, chip))),
      ...(rest > 0 ? [element("button", { class: "btn bare", type: "button", onclick: () => more(most) }, voice().say("allNames", { n: rest }))] : []));
  }

  /** @param {number} most */
  function more(most) {
    chips(Infinity);
    const first = byId("names").children[most];
    if (first instanceof HTMLElement) first.focus();
  }

  /** @param {number} group @param {HTMLElement | null} chip @param {number} [entity] the mention that was pressed */
  function name(group, chip, entity) {
    const known = names.find((each) => each.group === group);
    if (!known || !reading) return;
    const { sentences, entities } = reading.analysis;
    const mentions = known.mentions.flatMap((index) => {
      const found = entities[index];
      return found ? [{ start: found.start, end: found.end, sentence: holding(sentences, found.start), entity: index }] : [];
    });
    begin({ title: known.name, kind: known.kind, group, forms: known.forms, mentions }, chip, Math.max(0, known.mentions.indexOf(entity ?? -1)));
  }

  /** @param {string} word @param {HTMLElement | null} chip */
  function keyword(word, chip) {
    if (!reading) return;
    const { sentences } = reading.analysis;
    const mentions = occurrences(reading.text, word).map((span) => ({ ...span, sentence: holding(sentences, span.start), entity: null })).filter(({ sentence }) => sentence >= 0);
    begin({ title: word, kind: null, group: null, forms: [], mentions }, chip, 0);
  }

  /** @param {Subject} next @param {HTMLElement | null} chip @param {number} mention */
  function begin(next, chip, mention) {
    end(false);
    from = chip ?? (document.activeElement instanceof HTMLElement ? document.activeElement : null);
    subject = next;
    at = mention;
    draw();
    byId("summary").hidden = true;
    panel.hidden = false;
    thumb(true);
    byId("reader").classList.add("focused");
    articleRoot.classList.add("quiet");
    for (const id of ["view", "legend", "scale"]) byId(id).classList.add("set-aside");
    if (next.group !== null) for (const mark of document.querySelectorAll(`mark[data-group="${next.group}"]`)) mark.classList.add("chosen");
    paint();
    panel.querySelector("button")?.focus({ preventScroll: true });
    if (chip && panel.getBoundingClientRect().top < 0) panel.scrollIntoView({ block: "start" });
  }

  /** Goes back to the summary; `restore` puts the focus back where it was. @param {boolean} restore */
  function end(restore) {
    if (!subject) return false;
    subject = null;
    panel.hidden = true;
    panel.replaceChildren();
    byId("summary").hidden = false;
    thumb(false);
    byId("focus-chip").hidden = true;
    byId("reader").classList.remove("focused");
    articleRoot.classList.remove("quiet");
    for (const id of ["view", "legend", "scale"]) byId(id).classList.remove("set-aside");
    for (const mark of document.querySelectorAll("mark.chosen, mark.here")) mark.classList.remove("chosen", "here");
    highlights()?.delete(HIGHLIGHT);
    onEnd();
    if (restore && from?.isConnected) from.focus();
    return true;
  }

  /** The bar under the thumb goes through the mentions, whose panel a step leaves far above; else it sets the length. @param {boolean} mentions */
  function thumb(mentions) {
    byId("thumb-length").hidden = mentions;
    byId("thumb-mentions").hidden = !mentions;
  }

  function draw() {
    if (!subject || !reading) return;
    const speech = voice();
    const { text, analysis: { sentences } } = reading;
    const { title, kind, forms, mentions } = subject;
    const said = [...new Set(mentions.map(({ sentence }) => sentence))].filter((index) => index >= 0);
    const ranked = said.filter((index) => sentences[index]?.rank !== null);
    const best = ranked.length > 1 ? ranked.reduce((a, b) => ((sentences[a]?.rank ?? 0) <= (sentences[b]?.rank ?? 0) ? a : b)) : -1;
    const map = element("div", { class: kind === null ? "map" : `map ${family(kind)}` });
    drawMap(map, sentences)(said, "found");
    const facts = [kind === null ? speech.say("keyword") : kindName(kind, speech), speech.say("mentions", { n: mentions.length })].join(speech.say("list"));
    panel.replaceChildren(
      element("button", { class: "btn bare", type: "button", onclick: () => end(true) }, icon("back"), element("span", {}, speech.say("backToSummary"))),
      element("div", { class: "who" },
        element("h2", { id: "focus-title" }, element("bdi", { class: kind === null ? "" : `sample ${family(kind)}`, lang: "ar" }, title)),
        element("p", { class: "meta" }, forms.length === 0 ? facts : `${facts}. ${speech.say("alsoAs", { forms: forms.slice(0, 4).join("، ") })}`)),
      map,
      element("div", { class: "head" },
        element("div", { class: "meta", id: "mention-now" }),
        stepButton("up", "previousMention", -1), stepButton("down", "nextMention", 1),
        element("button", { class: "btn icon", type: "button", "aria-label": speech.say("copyThese"), title: speech.say("copyThese"), onclick: () => copyThese(said) }, icon("copy"))),
      element("ol", { class: "points quiet" }, ...said.map((index, i) => sentenceItem(text, index, i, index === best))));
    const slot = byId("focus-chip");
    slot.hidden = false;
    slot.replaceChildren(element("button", { class: "chip", type: "button", "aria-pressed": "true", "aria-label": speech.say("endFocus", { name: title }), onclick: () => end(true) },
      element("bdi", { class: kind === null ? "" : `sample ${family(kind)}` }, title), icon("close")));
    tellPlace();
  }

  /** @param {"up" | "down"} sign @param {"previousMention" | "nextMention"} key @param {1 | -1} by */
  function stepButton(sign, key, by) {
    return element("button", { class: "btn icon", type: "button", "aria-label": voice().say(key), title: voice().say(key), onclick: () => step(by) }, icon(sign));
  }

  /** @param {string} text @param {number} index @param {number} i @param {boolean} best */
  function sentenceItem(text, index, i, best) {
    const speech = voice();
    const sentence = reading?.analysis.sentences[index];
    if (!sentence || !reading) return null;
    const place_ = where[index];
    const item = element("li", { data: { sentence: String(index) } },
      element("span", { class: "ord", "aria-hidden": "true" }, speech.number(i + 1)),
      element("a", { class: "text", href: `#s${index}`, ...written(text.slice(sentence.start, sentence.end)), onclick: (event) => { event.preventDefault(); go(index); } },
        ...quotation(text, reading.analysis, index, speech)),
      element("div", { class: "foot" }, element("span", { class: "meta" }, place_ ? speech.say("place", { ...place_ }) : ""), best && element("span", { class: "tag" }, speech.say("best"))));
    return item;
  }

  /** @param {number} index */
  async function go(index) {
    const span = await place(index);
    if (!span) return;
    at = Math.max(0, subject?.mentions.findIndex(({ sentence }) => sentence === index) ?? 0);
    tellPlace();
    span.tabIndex = -1;
    jumpTo(span, span);
  }

  /** @param {1 | -1} by */
  async function step(by) {
    if (!subject || subject.mentions.length === 0) return;
    at = (at + by + subject.mentions.length) % subject.mentions.length;
    tellPlace();
    const mention = subject.mentions[at];
    if (!mention) return;
    const span = await place(mention.sentence);
    for (const mark of document.querySelectorAll("mark.here")) mark.classList.remove("here");
    const mark = mention.entity === null ? span : articleRoot.querySelector(`mark[data-entity="${mention.entity}"]`);
    if (mention.entity !== null) mark?.classList.add("here");
    if (mark) bring(mark);
    const { start, end: to } = reading?.analysis.sentences[mention.sentence] ?? mention;
    hear(`${byId("mention-now").textContent}: `, element("bdi", { lang: "ar" }, reading?.text.slice(start, Math.min(to, start + HEARD)) ?? ""));
  }

  function tellPlace() {
    if (!subject) return;
    const count = { n: at + 1, all: subject.mentions.length };
    byId("mention-now").textContent = voice().say("mentionOf", count);
    byId("thumb-mention").textContent = voice().say("mentionShort", count);
    byId("mark-count").textContent = byId("mention-now").textContent;
  }

  /** Tints a keyword in both texts where the browser can mark a range without elements. */
  async function paint() {
    const registry = highlights();
    if (!registry || !subject || subject.group !== null || !reading) return;
    const { sentences } = reading.analysis;
    const ranges = [];
    for (const { start, end: to, sentence } of subject.mentions) {
      const offset = sentences[sentence]?.start ?? 0;
      for (const root of [await place(sentence), panel.querySelector(`[data-sentence="${sentence}"] .text`)]) {
        const range = root ? rangeIn(root, start - offset, to - offset) : null;
        if (range) ranges.push(range);
      }
    }
    if (subject?.group === null) registry.set(HIGHLIGHT, new Highlight(...ranges));
  }

  /** @param {number[]} said */
  async function copyThese(said) {
    if (!reading) return;
    const { text, analysis } = reading;
    const lines = said.map((index) => text.slice(analysis.sentences[index]?.start, analysis.sentences[index]?.end));
    tell(voice().say(await copyText(lines.join("\n\n")) ? "copiedThese" : "copyFailed"));
  }

  return { open, name, keyword, end, step, isOpen: () => subject !== null, redraw: () => { if (subject) draw(); } };
}

/** @returns {HighlightRegistry | null} */
function highlights() {
  return typeof Highlight === "function" && CSS.highlights ? CSS.highlights : null;
}

/** The range of some units of an element's own text, without numbers and words for screen readers. @param {Element} root @param {number} start @param {number} end */
function rangeIn(root, start, end) {
  const range = document.createRange();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, { acceptNode: (node) => (node.parentElement?.closest(".num, .sr") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT) });
  let [at, open] = [0, false];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (!open && start < at + length) {
      range.setStart(node, start - at);
      open = true;
    }
    if (open && end <= at + length) {
      range.setEnd(node, end - at);
      return range;
    }
    at += length;
  }
  return null;
}
