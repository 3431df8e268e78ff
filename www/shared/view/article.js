//! The article: every sentence in its place, drawn in slices so that long texts never block.

import { written } from "../direction.js";
import { element, reword } from "../element.js";
import { marked } from "./marks.js";

/** @typedef {import("../protocol.js").Analysis} Analysis */
/** @typedef {import("../protocol.js").Sentence} Sentence */
/** @typedef {{ sentence: number, start: number, end: number }} Piece  a sentence, or a part of an endless one */
/** @typedef {{ kind: "title" | "heading" | "list" | "boilerplate" | "ornament" | "paragraph", pieces: Piece[], follows: boolean }} Block */

/** No block is longer than this many units: the browser lays a block out in one go. */
const BLOCK = 3000;
/** How long a slice of drawing may hold the thread, in milliseconds. */
const SLICE = 8;
/** An article of more blocks is laid out as it comes into view. */
const LONG = 100;
/** So many blocks are drawn before the first frame. */
const AT_ONCE = 4;

/**
 * The blocks an article is drawn in: paragraphs, headings, list items, and continuations of
 * paragraphs that are too long for one block.
 * @param {string} text @param {Sentence[]} sentences
 * @returns {Block[]}
 */
export function blocks(text, sentences) {
  /** @type {Block[]} */
  const made = [];
  let paragraph = -1;
  sentences.forEach((sentence, i) => {
    const kind = sentence.kind === "sentence" ? "paragraph" : sentence.kind === "heading" && made.length === 0 ? "title" : sentence.kind;
    for (const piece of pieces(text, sentence, i)) {
      const last = made.at(-1);
      const same = last?.kind === kind && paragraph === sentence.paragraph && (kind === "paragraph" || kind === "boilerplate");
      const long = (last?.pieces[0] && piece.end - last.pieces[0].start > BLOCK) ?? false;
      if (same && !long) last.pieces.push(piece);
      else made.push({ kind, pieces: [piece], follows: same });
      paragraph = sentence.paragraph;
    }
  });
  return made;
}

/** @param {string} text @param {Sentence} sentence @param {number} index @returns {Piece[]} */
export function pieces(text, { start, end }, index) {
  /** @type {Piece[]} */
  const cut = [];
  let from = start;
  while (end - from > BLOCK) {
    const space = text.lastIndexOf(" ", from + BLOCK);
    let to = space > from ? space + 1 : from + BLOCK;
    if (/[\udc00-\udfff]/.test(text.charAt(to))) to -= 1;
    cut.push({ sentence: index, start: from, end: to });
    from = to;
  }
  cut.push({ sentence: index, start: from, end });
  return cut;
}

/** How warm each sentence is, 0 to 4: even steps between the least and the greatest score. @param {Sentence[]} sentences */
export function warmth(sentences) {
  const scores = sentences.filter(({ rank }) => rank !== null).map(({ score }) => score);
  const [least, most] = scores.reduce(([low, high], score) => [Math.min(low, score), Math.max(high, score)], [Infinity, -Infinity]);
  return sentences.map(({ rank, score }) => (rank === null ? null : most > least ? Math.min(4, Math.floor(5 * (score - least) / (most - least))) : 2));
}

const TAGS = /** @type {const} */ ({ title: "h2", heading: "h3", list: "p", boilerplate: "p", ornament: "p", paragraph: "p" });

/**
 * Draws the article into `root`; what is on screen first, the rest between frames.
 * @param {HTMLElement} root
 * @param {string} text
 * @param {Analysis} analysis
 * @param {{ voice: import("../i18n.js").Voice, onProgress?: (share: number) => void }} options
 */
export function drawArticle(root, text, analysis, { voice, onProgress = () => {} }) {
  const { sentences, entities } = analysis;
  const plan = blocks(text, sentences);
  const warm = warmth(sentences);
  /** @type {(HTMLElement | undefined)[]} */
  const spans = new Array(sentences.length);
  /** @type {Map<number, string>} */
  let numbers = new Map();
  let drawn = 0;
  let ended = false;
  /** @type {string[]} */
  const digits = [];
  root.classList.toggle("long", plan.length > LONG);
  root.setAttribute("aria-busy", "true");
  root.replaceChildren();

  /** @param {Block} block */
  function draw({ kind, pieces: all, follows }) {
    const [first, last] = [all[0], all.at(-1)];
    if (!first || !last) return;
    const block = element(TAGS[kind], { class: follows ? `${kind} follows` : kind, ...written(text.slice(first.start, last.end)) });
    let at = first.start;
    for (const piece of all) {
      const between = text.slice(at, piece.start);
      if (between.includes("\n")) block.append(element("br"));
      else block.append(between);
      block.append(sentenceSpan(piece));
      at = piece.end;
    }
    if (follows) root.lastElementChild?.classList.add("goes-on");
    root.append(block);
  }

  /** @param {Piece} piece */
  function sentenceSpan(piece) {
    const index = piece.sentence;
    const heat = warm[index];
    const whole = !spans[index];
    const span = element("span", { class: "s", data: { sentence: String(index) } }, marked(text, entities, piece.start, piece.end, voice));
    if (heat !== null && heat !== undefined) span.dataset["heat"] = String(heat);
    if (whole) {
      span.id = `s${index}`;
      spans[index] = span;
    }
    const number = numbers.get(index);
    if (number !== undefined) choose(span, whole ? number : null);
    return span;
  }

  /** @param {HTMLElement} span @param {string | null} number */
  function choose(span, number) {
    span.classList.add("key");
    span.setAttribute("role", "mark");
    if (number === null) return;
    const before = span.querySelector(":scope > a.num");
    const disc = before instanceof HTMLAnchorElement ? before : element("a", { class: "num", href: `#k${span.dataset["sentence"]}` });
    reword(disc, number);
    disc.setAttribute("aria-label", voice.say("toSummary", { number }));
    if (!before) span.prepend(disc);
  }

  /** @param {HTMLElement} span */
  function release(span) {
    span.classList.remove("key", "now");
    span.removeAttribute("role");
    span.querySelector(":scope > a.num")?.remove();
  }

  /** Marks these sentences as chosen, numbered in the order given. @param {number[]} chosen in text order */
  function setChosen(chosen) {
    const fresh = new Map(chosen.map((index, i) => [index, (digits[i] ??= voice.number(i + 1))]));
    for (const index of numbers.keys()) if (!fresh.has(index)) all(index).forEach(release);
    for (const [index, number] of fresh) {
      if (numbers.get(index) === number) continue;
      all(index).forEach((span, i) => choose(span, i === 0 ? number : null));
    }
    numbers = fresh;
  }

  /** Every span of a sentence: one, but for a sentence longer than a block. @param {number} index @returns {HTMLElement[]} */
  function all(index) {
    const span = spans[index];
    const sentence = sentences[index];
    if (!span || !sentence) return [];
    return sentence.end - sentence.start > BLOCK ? [...root.querySelectorAll(`[data-sentence="${index}"]`)].filter((e) => e instanceof HTMLElement) : [span];
  }

  /** Draws until the time is up or `enough` says so. @param {() => boolean} enough */
  function slice(enough) {
    const start = performance.now();
    while (drawn < plan.length && !enough() && performance.now() - start < SLICE) {
      const block = plan[drawn];
      if (block) draw(block);
      drawn += 1;
    }
  }

  const finished = (async () => {
    slice(() => drawn >= AT_ONCE);
    while (drawn < plan.length && !ended) {
      await pause();
      slice(() => ended);
      onProgress(drawn / plan.length);
    }
    if (!ended) root.removeAttribute("aria-busy");
  })();

  return {
    finished,
    setChosen,
    /** The span of a sentence, as soon as it is drawn. @param {number} index */
    async place(index) {
      while (!spans[index] && drawn < plan.length && !ended) await pause();
      return spans[index];
    },
    stop() {
      ended = true;
    },
  };
}

/** Lets the browser draw and answer the reader; a hidden page has no frames to wait for. @returns {Promise<void>} */
export function pause() {
  return new Promise((resolve) => {
    if (document.hidden) setTimeout(resolve);
    else requestAnimationFrame(() => setTimeout(resolve));
  });
}

/** @typedef {ReturnType<typeof drawArticle>} Article */
