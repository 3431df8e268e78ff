//! The reading view: summary and article of one text, and everything that moves between them.

import { byId } from "./shared/element.js";
import { keep, measure, share, usual } from "./shared/length.js";
import { FAMILIES } from "./shared/protocol.js";
import { drawArticle, pause } from "./shared/view/article.js";
import { drawLegend } from "./shared/view/legend.js";
import { drawMap } from "./shared/view/map.js";
import { places } from "./shared/view/places.js";
import { createSummary } from "./shared/view/summary.js";
import { createFocus } from "./focus.js";
import { jumpTo, stay } from "./jump.js";
import { onPress, press } from "./labels.js";
import { createMarks } from "./marks.js";

/** @typedef {import("./shared/protocol.js").Analysis} Analysis */
/** @typedef {import("./shared/protocol.js").Family} Family */
/** @typedef {import("./shared/prefs.js").Prefs} Prefs */
/** @typedef {import("./shared/i18n.js").Voice} Voice */
/** @typedef {import("./shared/length.js").Length} Length */

/** @typedef {{ text: string, title: string, note: string, analysis: Analysis }} Reading */

/**
 * @param {{ voice: () => Voice, prefs: Prefs, remember: () => void, tell: (words: string) => void, hear: (...words: (string | Node)[]) => void }} options
 */
export function createReader({ voice, prefs, remember, tell, hear }) {
  const slider = /** @type {HTMLInputElement} */ (byId("length"));
  const [root, points, articleRoot] = [byId("reader"), byId("points"), byId("article")];

  /** @type {Reading | null} */
  let reading = null;
  /** @type {Length} */
  let length = { unit: "sentences", amount: 3 };
  /** @type {import("./shared/length.js").Measure} */
  let measured = { ranked: [], words: () => 0, total: 0 };
  /** @type {number[]} */
  let kept = [];
  /** @type {import("./shared/view/article.js").Article | null} */
  let article = null;
  /** @type {import("./shared/view/summary.js").Summary | null} */
  let summary = null;
  let chooseOnMap = (/** @type {Iterable<number>} */ _chosen) => {};

  const marks = createMarks({ voice, hear, place: (index) => article?.place(index) ?? Promise.resolve(undefined) });
  const focus = createFocus({ voice, tell, hear, place: (index) => article?.place(index) ?? Promise.resolve(undefined), onEnd: () => chooseOnMap(kept) });

  /** Shows a text with its analysis. @param {Reading} next @param {Length} [wanted] @returns {Promise<void>} when all of it is drawn */
  function open(next, wanted) {
    article?.stop();
    stay();
    if (!wanted) summaryFirst();
    reading = next;
    const { text, analysis } = next;
    measured = measure(text, analysis);
    length = wanted ?? usual(measured);
    if (!wanted && prefs.unit === "percent") length = { unit: "percent", amount: Math.max(1, Math.round(100 * share(measured, length.amount))) };
    const where = places(analysis.sentences);
    const speech = voice();
    summary = createSummary(points, text, analysis, { voice: speech, places: where, onGo: goToArticle });
    chooseOnMap = drawMap(byId("map"), analysis.sentences);
    article = drawArticle(articleRoot, text, analysis, { voice: speech });
    byId("reader-title").textContent = next.title;
    byId("article-meta").textContent = [next.note, speech.say("words", { n: analysis.words })].filter(Boolean).join(speech.say("list"));
    focus.open(next, where);
    marks.open(analysis, prefs.hidden);
    legend();
    dressView();
    select();
    return article.finished;
  }

  /** Leaves the layout of all but the summary to the frame after the summary's. */
  async function summaryFirst() {
    root.classList.add("opening");
    await pause();
    root.classList.remove("opening");
  }

  /** Keeps what the length says; nothing is analysed again. */
  function select() {
    if (!reading || !summary || !article) return;
    kept = keep(measured, length);
    summary.show(kept);
    article.setChosen(kept);
    if (!focus.isOpen()) chooseOnMap(kept);
    const speech = voice();
    const [n, all] = [kept.length, measured.ranked.length];
    const held = share(measured, n);
    const percent = length.unit === "percent";
    byId("summary-meta").textContent = speech.say("summaryMeta", { n, share: speech.percent(held) });
    slider.max = String(percent ? 100 : Math.max(1, all));
    slider.value = String(length.amount);
    slider.setAttribute("aria-valuetext", percent ? speech.say("percentOf", { share: speech.percent(length.amount / 100) }) : speech.say("sentencesOf", { n, all }));
    const now = percent ? speech.percent(length.amount / 100) : speech.say("sentences", { n });
    for (const id of ["length-now", "thumb-now"]) byId(id).textContent = now;
    for (const id of ["less", "thumb-less"]) /** @type {HTMLButtonElement} */ (byId(id)).disabled = length.amount <= 1;
    for (const id of ["more", "thumb-more"]) /** @type {HTMLButtonElement} */ (byId(id)).disabled = length.amount >= Number(slider.max);
    press(byId("unit"), length.unit);
  }

  /** @param {number} by */
  function step(by) {
    const each = length.unit === "percent" ? 5 : 1;
    length = { ...length, amount: Math.max(1, Math.min(Number(slider.max), length.amount + by * each)) };
    select();
  }

  /** @param {Length["unit"]} unit */
  function setUnit(unit) {
    if (unit === length.unit) return;
    length = unit === "percent"
      ? { unit, amount: Math.max(1, Math.round(100 * share(measured, kept.length))) }
      : { unit, amount: Math.max(1, kept.length) };
    prefs.unit = unit;
    remember();
    select();
  }

  /** @param {number} index */
  async function goToArticle(index) {
    const span = await article?.place(index);
    if (!span) return;
    const item = summary?.item(index);
    jumpTo(span, focusable(span), { ring: item ? [span, item] : [span] });
  }

  /** A sentence of the summary is reached by its number; any other can hold the focus for the jump. @param {HTMLElement} span */
  function focusable(span) {
    const disc = span.querySelector(":scope > a.num");
    if (disc instanceof HTMLElement && prefs.view === "key" && !focus.isOpen()) return disc;
    span.tabIndex = -1;
    return span;
  }

  /** @param {number} index */
  async function goToSummary(index) {
    const item = summary?.item(index);
    const link = item?.querySelector("a.text");
    if (!item || !(link instanceof HTMLElement)) return;
    const span = await article?.place(index);
    jumpTo(item, link, { ring: span ? [span, item] : [item] });
  }

  /** Shows the sentence that is read aloud; the focus stays where it is, at the button that stops it. @param {number} index */
  async function follow(index) {
    const item = summary?.item(index);
    if (!item) return;
    const span = await article?.place(index);
    jumpTo(item, null, { ring: span ? [span, item] : [item] });
  }

  function legend() {
    if (!reading) return;
    const hidden = new Set(prefs.hidden);
    drawLegend(byId("legend"), reading.analysis.entities, { voice: voice(), hidden, onToggle: toggleKind });
    for (const family of FAMILIES) root.classList.toggle(`hide-${family}`, hidden.has(family));
  }

  /** @param {Family} family */
  function toggleKind(family) {
    if (!reading?.analysis.entities.length) return;
    prefs.hidden = prefs.hidden.includes(family) ? prefs.hidden.filter((each) => each !== family) : [...prefs.hidden, family];
    remember();
    legend();
    marks.open(reading.analysis, prefs.hidden);
    const again = byId("legend").querySelector(`[data-family="${family}"]`);
    if (again instanceof HTMLElement) again.focus();
  }

  /** @param {string} view */
  function setView(view) {
    if (view !== "key" && view !== "heat" && view !== "bare") return;
    prefs.view = view;
    remember();
    dressView();
  }

  function dressView() {
    articleRoot.classList.toggle("key-view", prefs.view === "key");
    articleRoot.classList.toggle("heat-view", prefs.view === "heat");
    articleRoot.classList.toggle("bare-view", prefs.view === "bare");
    byId("scale").hidden = prefs.view !== "heat";
    byId("legend").hidden = prefs.view === "bare";
    byId("steps").hidden = prefs.view === "bare" || reading?.analysis.entities.length === 0;
    press(byId("view"), prefs.view);
  }

  slider.addEventListener("input", () => {
    length = { ...length, amount: Number(slider.value) };
    select();
  });
  for (const [id, by] of /** @type {const} */ ([["less", -1], ["more", 1], ["thumb-less", -1], ["thumb-more", 1]])) byId(id).addEventListener("click", () => step(by));
  onPress(byId("unit"), (unit) => setUnit(unit === "percent" ? "percent" : "sentences"));
  onPress(byId("view"), setView);
  articleRoot.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const disc = target?.closest("a.num");
    const mark = target?.closest("mark.ent");
    if (disc) {
      event.preventDefault();
      const sentence = disc.closest("[data-sentence]");
      if (sentence instanceof HTMLElement) goToSummary(Number(sentence.dataset["sentence"]));
    } else if (mark instanceof HTMLElement && document.getSelection()?.isCollapsed !== false && shown(mark)) {
      focus.name(Number(mark.dataset["group"]), null, Number(mark.dataset["entity"]));
    }
  });

  /** @param {HTMLElement} mark */
  function shown(mark) {
    return prefs.view !== "bare" && !prefs.hidden.some((family) => mark.classList.contains(family));
  }

  return {
    open,
    select,
    step,
    setView,
    toggleKind,
    marks,
    focus,
    goToArticle,
    goToSummary,
    follow,
    isOpen: () => reading !== null && !root.hidden,
    reading: () => reading,
    length: () => length,
    kept: () => kept,
    view: () => prefs.view,
    why: (/** @type {number} */ index) => summary?.why(index),
    close() {
      article?.stop();
      stay();
      focus.end(false);
    },
  };
}

/** @typedef {ReturnType<typeof createReader>} Reader */
