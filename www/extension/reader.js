//! The summary in the panel: its length, sentences, kinds, names and keywords.

import { byId, element } from "./shared/element.js";
import { keep, measure, usual } from "./shared/length.js";
import { family } from "./shared/protocol.js";
import { drawLegend } from "./shared/view/legend.js";
import { drawMap } from "./shared/view/map.js";
import { gather, isName, nameChip, wordChip } from "./shared/view/names.js";
import { places } from "./shared/view/places.js";
import { createSummary } from "./shared/view/summary.js";
import { drawFocus, mentionsOf, wordMentions } from "./focus.js";

/** @typedef {import("./shared/protocol.js").Analysis} Analysis */
/** @typedef {import("./shared/protocol.js").Family} Family */
/** @typedef {{ text: string, title: string, analysis: Analysis }} Reading */

/** So many chips of names, and of words, are shown at first. */
const FIRST_NAMES = 10;
const FIRST_WORDS = 8;

/**
 * @param {object} options
 * @param {() => import("./words.js").PanelVoice} options.voice
 * @param {() => { unit: "sentences" | "percent", hidden: Family[], length: number | null }} options.settings
 * @param {(change: { unit?: "sentences" | "percent", hidden?: Family[] }) => void} options.onSettings
 * @param {(sentence: number) => void} options.onGo
 * @param {(sentences: number[]) => void} options.onCopy
 * @param {(kept: number[]) => void} options.onChange the sentences shown, or what is marked in them, changed
 */
export function createReader({ voice, settings, onSettings, onGo, onCopy, onChange }) {
  const slider = byId("length");
  if (!(slider instanceof HTMLInputElement)) throw new Error("no slider");
  /** @type {Reading | null} */
  let reading = null;
  /** @type {import("./shared/length.js").Measure | null} */
  let measured = null;
  /** @type {import("./shared/view/summary.js").Summary | null} */
  let summary = null;
  /** @type {import("./shared/view/places.js").Place[]} */
  let where = [];
  /** @type {ReturnType<typeof drawMap>} */
  let choose = () => {};
  /** @type {number[]} */
  let kept = [];
  /** What the options said of the length when the article was opened. @type {number | null} */
  let asked = null;

  /** @param {Reading} next */
  function open(next) {
    // Opened anew because some other option changed, an article keeps the length that was set here.
    const same = reading?.analysis === next.analysis && asked === settings().length;
    const chosen = same ? kept.length : null;
    asked = settings().length;
    reading = next;
    const { text, analysis } = next;
    measured = measure(text, analysis);
    where = places(analysis.sentences);
    choose = drawMap(byId("map"), analysis.sentences);
    summary = createSummary(byId("points"), text, analysis, { voice: voice(), places: where, onGo: (sentence) => onGo(sentence) });
    closeFocus();
    drawNames(FIRST_NAMES);
    drawWords();
    setUnit(settings().unit, true, chosen);
  }

  /** @param {"sentences" | "percent"} unit @param {boolean} [fresh] @param {number | null} [chosen] so many sentences, if that was chosen */
  function setUnit(unit, fresh = false, chosen = null) {
    if (!measured) return;
    const all = measured.ranked.length;
    const amount = fresh || unit === "sentences" ? Math.min(all, chosen ?? settings().length ?? usual(measured).amount) : kept.length;
    const percent = Math.max(1, Math.round((100 * measured.words(fresh ? amount : kept.length)) / Math.max(1, measured.total)));
    Object.assign(slider, unit === "percent" ? { min: "1", max: "100", value: String(percent) } : { min: "1", max: String(Math.max(1, all)), value: String(fresh ? amount : kept.length) });
    for (const button of byId("unit").querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.dataset["choice"] === unit));
    show();
  }

  function show() {
    if (!measured || !summary || !reading || !(slider instanceof HTMLInputElement)) return;
    const { unit } = settings();
    kept = keep(measured, { unit, amount: Number(slider.value) });
    summary.show(kept);
    choose(kept);
    const words = unit === "percent" ? voice().percent(Number(slider.value) / 100) : voice().say("sentences", { n: kept.length });
    byId("length-now").textContent = words;
    slider.setAttribute("aria-valuetext", unit === "percent" ? voice().say("percentOf", { share: words }) : voice().say("sentencesOf", { n: kept.length, all: measured.ranked.length }));
    byId("less").toggleAttribute("disabled", Number(slider.value) <= Number(slider.min));
    byId("more").toggleAttribute("disabled", Number(slider.value) >= Number(slider.max));
    legend();
    onChange(kept);
  }

  function legend() {
    if (!reading) return;
    const { entities } = reading.analysis;
    byId("legend-part").hidden = entities.length === 0;
    drawLegend(byId("legend"), entities, { voice: voice(), hidden: new Set(settings().hidden), onToggle });
    byId("reader").className = ["reader", ...settings().hidden.map((each) => `hide-${each}`)].join(" ");
  }

  /** @param {Family} each */
  function onToggle(each) {
    const { hidden } = settings();
    onSettings({ hidden: hidden.includes(each) ? hidden.filter((other) => other !== each) : [...hidden, each] });
    legend();
    const chip = byId("legend").querySelector(`[data-family="${each}"]`);
    if (chip instanceof HTMLElement) chip.focus();
    onChange(kept);
  }

  /** @param {number} most */
  function drawNames(most) {
    if (!reading) return;
    const { text, analysis } = reading;
    const names = gather(text, analysis.entities).filter(isName);
    byId("names-part").hidden = names.length === 0;
    const rest = names.length - most;
    byId("names").replaceChildren(
      ...names.slice(0, most).map((name) => nameChip(name, voice(), () => openFocus(mentionsOf(name, analysis, voice())))),
      ...(rest > 0 ? [element("button", { class: "btn bare", type: "button", onclick: () => drawNames(Infinity) }, voice().say("allNames", { n: rest }))] : []));
  }

  function drawWords() {
    if (!reading) return;
    const { text, analysis } = reading;
    // A name has its chip already, which counts its other forms too.
    const named = new Set(gather(text, analysis.entities).filter(isName).map(({ name }) => name));
    const words = analysis.keywords.filter(({ text: word }) => !named.has(word)).map(({ text: word }) => wordMentions(word, text, analysis, voice())).filter(({ mentions }) => mentions.length > 0);
    byId("words-part").hidden = words.length === 0;
    byId("words").replaceChildren(...words.slice(0, FIRST_WORDS).map((subject) => wordChip(subject.title, subject.mentions.length, voice(), () => openFocus(subject))));
  }

  /** @param {import("./focus.js").Subject} subject */
  function openFocus(subject) {
    if (!reading) return;
    byId("whole").hidden = true;
    byId("focus").hidden = false;
    drawFocus(byId("focus"), subject, reading, { voice: voice(), places: where, onGo, onCopy, onClose: closeFocus });
  }

  function closeFocus() {
    const wasOpen = !byId("focus").hidden;
    byId("focus").hidden = true;
    byId("focus").replaceChildren();
    byId("whole").hidden = false;
    if (wasOpen) byId("points").focus();
  }

  /** A sentence was pressed in the page: its place in the panel. @param {number} sentence */
  function bring(sentence) {
    closeFocus();
    const item = summary?.item(sentence);
    if (!item) return;
    ring(sentence);
    item.scrollIntoView({ block: "center", behavior: "instant" });
    item.querySelector("a")?.focus({ preventScroll: true });
  }

  /** @param {number} sentence */
  function ring(sentence) {
    for (const each of document.querySelectorAll(".points > li.now")) each.classList.remove("now");
    for (const each of document.querySelectorAll(`.points > li[data-sentence="${sentence}"]`)) each.classList.add("now");
  }

  slider.addEventListener("input", show);
  byId("less").addEventListener("click", () => step(-1));
  byId("more").addEventListener("click", () => step(1));
  byId("unit").addEventListener("click", ({ target }) => {
    const choice = target instanceof HTMLElement ? target.dataset["choice"] : undefined;
    if (choice !== "sentences" && choice !== "percent") return;
    onSettings({ unit: choice });
    setUnit(choice);
  });
  byId("points").addEventListener("click", (event) => {
    // A name in a sentence opens all that is said of it; the rest of the sentence leads to its place.
    const mark = event.target instanceof Element ? event.target.closest("mark.ent") : null;
    const group = mark instanceof HTMLElement ? Number(mark.dataset["group"]) : NaN;
    const entity = mark instanceof HTMLElement ? reading?.analysis.entities[Number(mark.dataset["entity"])] : undefined;
    if (!reading || !entity || settings().hidden.includes(family(entity.kind))) return;
    event.preventDefault();
    event.stopPropagation();
    const name = gather(reading.text, reading.analysis.entities).find((each) => each.group === group);
    if (name) openFocus(mentionsOf(name, reading.analysis, voice()));
  }, true);

  /** @param {number} by */
  function step(by) {
    if (!(slider instanceof HTMLInputElement)) return;
    slider.value = String(Number(slider.value) + by);
    show();
  }

  return { open, bring, ring, kept: () => kept };
}
