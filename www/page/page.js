//! The page: puts its parts together, and moves between getting a text in, work, and reading.

import { AnalysisError } from "./shared/client.js";
import { byId } from "./shared/element.js";
import { speak } from "./shared/i18n.js";
import { guessWords } from "./shared/length.js";
import { DEFAULTS, dress, localStore, whole } from "./shared/prefs.js";
import { pause } from "./shared/view/article.js";
import { engine } from "./engine.js";
import { createHistory } from "./history.js";
import { createInput, isLink, tooLong } from "./input.js";
import { label, onPress, press } from "./labels.js";
import { LIMITS } from "./messages.js";
import { inbox, onLaunch, stayOffline } from "./offline.js";
import { createOutput } from "./output.js";
import { createReader } from "./reader.js";
import { closeBeside, createSettings } from "./settings.js";
import { createShortcuts } from "./shortcuts.js";
import { createSpeech } from "./speech.js";

/** @typedef {import("./input.js").Given} Given */
/** @typedef {import("./messages.js").Trouble} Trouble */

/** Work that is shorter than this is not worth a word. */
const PATIENCE = 200;
/** What comes of a longer text is taken in, drawn and laid out in tasks of their own, so that none is long. */
const LONG = 100_000;
/** Below this share of Arabic letters a text is another language's. */
const ARABIC = 0.35;

const store = localStore();
const prefs = whole(store.get());
let voice = speak(prefs.language, prefs.digits);
const say = () => voice;
/** @type {AbortController | null} */
let working = null;
/** Will say that a file is being opened, if that takes long. @type {ReturnType<typeof setTimeout> | undefined} */
let announcement;

const input = createInput({ voice: say, onText: analyze, onOpening: opening, onOpened: opened });
const reader = createReader({ voice: say, prefs, remember, tell, hear });
const history_ = createHistory({ voice: say, prefs, tell, onStart: () => { remember(); keepCurrent(); }, onOpen: ({ text }) => input.take({ text, source: "saved" }) });
const output = createOutput({ voice: say, tell, taken });
const speech = createSpeech({ voice: say, sentences: spoken });
const settings = createSettings({ voice: say, prefs, onChange: changed });
createShortcuts({ voice: say, prefs, reader, copy: () => output.copy(), onNew: startAnew, resize });

function remember() {
  store.set(prefs);
}

/** Says something once to those who hear the page, and shows it at its foot. @param {string} words */
function tell(words) {
  byId("live").textContent = words;
  byId("foot-note").textContent = words;
}

/** Says something to those who hear the page alone. @param {(string | Node)[]} words */
function hear(...words) {
  byId("live").replaceChildren(...words);
}

/** @param {"start" | "work" | "reading"} mode */
function go(mode) {
  document.body.dataset["mode"] = mode;
  byId("start").hidden = mode !== "start";
  byId("work").hidden = mode !== "work";
  byId("reader").hidden = mode !== "reading";
  byId("thumb").hidden = mode !== "reading";
  input.settle();
  footer();
  title();
}

function footer() {
  const reading = document.body.dataset["mode"] === "reading";
  byId("offline").textContent = voice.say(reading ? "offlineRead" : "offline");
  byId("foot-note").textContent = reading ? voice.say("words", { n: reader.reading()?.analysis.words ?? 0 }) : voice.say("noRequests");
}

function title() {
  const reading = document.body.dataset["mode"] === "reading" ? reader.reading() : null;
  document.title = reading ? `${reading.title} · ${voice.say("name")}` : voice.say("tagline");
}

/** Shows what is being done and how far it is, or that it is over. @param {import("./shared/i18n.js").Key | null} what @param {string} [size] */
function showWork(what, size = "") {
  if (what === null) {
    if (document.body.dataset["mode"] === "work") go("start");
    return;
  }
  byId("work-name").textContent = voice.say(what);
  byId("work-size").textContent = size;
  progress(null);
  go("work");
  byId("cancel").focus();
}

/** @param {number | null} share null while it cannot be known */
function progress(share) {
  const bar = byId("progress");
  if (share === null) bar.removeAttribute("value");
  else bar.setAttribute("value", String(Math.round(share * 100)));
  byId("work-share").textContent = share === null ? "" : voice.percent(share);
}

/** @param {string} name @param {AbortController} stop */
function opening(name, stop) {
  working = stop;
  clearTimeout(announcement);
  announcement = setTimeout(() => showWork("opening", name), PATIENCE);
}

/** The file is read or refused: nothing may say any longer that it is being opened. */
function opened() {
  clearTimeout(announcement);
  showWork(null);
}

/** @param {Given} given */
async function analyze(given) {
  const { text } = given;
  const reason = refuse(text);
  if (reason) return trouble(reason);
  working?.abort();
  const stop = new AbortController();
  working = stop;
  const timer = setTimeout(() => showWork("reading", voice.say("aboutWords", { n: guessWords(text) })), PATIENCE);
  try {
    const analysis = await engine.analyze(text, { signal: stop.signal, onProgress: progress });
    clearTimeout(timer);
    if (text.length > LONG) await pause();
    if (working !== stop) return;
    working = null;
    if (given.source !== "saved" && analysis.arabic < ARABIC && analysis.words > 0) return trouble("foreign", [{ key: "showAnyway", act: () => read(given, analysis) }]);
    await read(given, analysis);
  } catch (error) {
    clearTimeout(timer);
    if (stop.signal.aborted) return;
    working = null;
    const code = error instanceof AnalysisError ? error.code : "crashed";
    trouble(code === "unavailable" ? "unavailable" : "stopped", [{ key: "retry", act: () => analyze(given) }]);
  }
}

/** @param {string} text @returns {Trouble | null} */
function refuse(text) {
  if (text.trim() === "") return "empty";
  if (isLink(text)) return "link";
  return tooLong(text) ? "tooLong" : null;
}

/** @param {Trouble} what @param {Parameters<typeof input.complain>[1]} [acts] */
function trouble(what, acts) {
  go("start");
  input.complain(what, acts);
}

/** @param {Given} given @param {import("./shared/protocol.js").Analysis} analysis */
async function read(given, analysis) {
  if (analysis.words === 0 || !analysis.sentences.some(({ rank }) => rank !== null)) return trouble("wordless");
  const { text } = given;
  const first = analysis.sentences[0];
  const start = first ? text.slice(first.start, first.end).replace(/\s+/gu, " ") : "";
  const short = start.length > 90 ? `${start.slice(0, 90).replace(/\s+\S*$/u, "")}…` : start;
  input.quiet();
  speech.stop();
  const note = given.source === "sample" ? voice.say("sampleBy") : given.source === "file" && given.name ? voice.say(given.more ? "fileReadAlone" : "fileRead", { name: given.name, n: given.more ?? 0 }) : "";
  go("reading");
  reader.open({ text, title: short || voice.say("untitled"), note, analysis });
  go("reading");
  if (history.state?.reading !== true) history.pushState({ reading: true }, "");
  if (text.length > LONG) await pause();
  if (!reader.isOpen()) return;
  scrollTo(0, 0);
  requestAnimationFrame(toSummary); // to focus now would have all of it laid out once more than the frame needs
  tell(voice.say("done", { n: reader.kept().length }));
  footer();
  performance.mark("zubda-summary");
  keepCurrent();
}

function toSummary() {
  if (reader.isOpen()) byId("summary").focus({ preventScroll: true });
}

function keepCurrent() {
  const reading = reader.reading();
  if (reading && reader.isOpen()) history_.keep({ title: reading.title, words: reading.analysis.words, text: reading.text });
}

/** Back to the box, with the text still in it. */
function leaveReading() {
  reader.close();
  speech.stop();
  go("start");
  input.update();
  input.focus();
}

/** Back to an empty box; one press brings the old text back. */
function startAnew() {
  if (reader.isOpen()) leaveReading();
  if (history.state?.reading) history.replaceState(null, "");
  input.clear();
}

/** @returns {import("./output/summary-text.js").Taken | null} */
function taken() {
  const reading = reader.reading();
  return reading && { title: reading.title, text: reading.text, analysis: reading.analysis, kept: reader.kept() };
}

function spoken() {
  const reading = reader.reading();
  if (!reading) return [];
  return reader.kept().map((index) => {
    const sentence = reading.analysis.sentences[index];
    return { text: reading.text.slice(sentence?.start, sentence?.end), show: () => reader.follow(index) };
  });
}

/** @param {keyof import("./shared/prefs.js").Prefs} key */
function changed(key) {
  remember();
  dress(prefs, document.documentElement);
  if (key === "language" && prefs.digits === DEFAULTS.digits && prefs.language === "en") prefs.digits = "latn";
  else if (key === "language" && prefs.language === "ar") prefs.digits = DEFAULTS.digits;
  if (key === "language" || key === "digits") {
    voice = speak(prefs.language, prefs.digits);
    relabel();
  }
  if (key === "history") keepCurrent();
  remember();
}

function relabel() {
  label(document, voice);
  byId("formats").textContent = voice.say("formats", { html: "HTML", markdown: "Markdown", word: "Word", docx: "docx", n: LIMITS.fileMegabytes });
  byId("live").textContent = "";
  input.relabel();
  speech.dress();
  const reading = reader.reading();
  if (reading && reader.isOpen()) {
    const top = scrollY;
    reader.open(reading, reader.length()).then(() => scrollTo({ top, behavior: "instant" }));
  }
  footer();
  title();
}

/** Takes over what another window has set: the next thing set here would undo it. */
function follow() {
  const before = { ...prefs };
  Object.assign(prefs, whole(store.get()));
  dress(prefs, document.documentElement);
  if (prefs.language !== before.language || prefs.digits !== before.digits) {
    voice = speak(prefs.language, prefs.digits);
    relabel();
  }
  settings.refresh();
}

/** @param {number} by */
function resize(by) {
  prefs.size = Math.max(17, Math.min(30, prefs.size + by));
  changed("size");
  settings.refresh();
}

byId("cancel").addEventListener("click", () => {
  working?.abort();
  working = null;
  go("start");
  tell(voice.say("cancelled"));
  input.focus();
});
byId("new").addEventListener("click", startAnew);
document.querySelector(".skip")?.addEventListener("click", (event) => {
  event.preventDefault(); // a step to a fragment would be a step away from the text that is read
  const part = reader.isOpen() ? (reader.focus.isOpen() ? "focus" : "summary") : "main";
  byId(part).focus();
});
byId("home").addEventListener("click", (event) => {
  event.preventDefault();
  if (reader.isOpen()) history.back();
});
window.addEventListener("popstate", ({ state }) => {
  const before = reader.reading();
  if (state?.reading && before) {
    go("reading");
    reader.open(before, reader.length()); // its drawing was stopped when it was left
  }
  else if (reader.isOpen()) leaveReading();
});
window.addEventListener("storage", ({ storageArea }) => storageArea === localStorage && follow());
for (const id of ["settings", "saved", "keys"]) closeBeside(/** @type {HTMLDialogElement} */ (byId(id)));

// The bar under the thumb goes to either part and says which one is in view.
onPress(byId("part"), (part) => byId(part === "summary" ? (reader.focus.isOpen() ? "focus" : "summary") : "sheet").scrollIntoView({ block: "start" }));
new IntersectionObserver(([entry]) => press(byId("part"), entry?.isIntersecting ? "article" : "summary"), { rootMargin: "-50% 0px -50% 0px" }).observe(byId("sheet"));

dress(prefs, document.documentElement);
relabel();
if (history.state?.reading) history.replaceState(null, "");
go("start");
await new Promise((resolve) => setTimeout(resolve)); // what waits meanwhile goes first: the worker's start passes through this thread
document.documentElement.dataset["ready"] = "";
onLaunch((file) => input.open(file));
const shared = await inbox();
if (shared === null) trouble("shared");
else if (shared instanceof File) input.open(shared, "shared");
else if (typeof shared === "object") input.put(shared.typed);
else if (shared !== undefined) input.take({ text: shared, source: "shared" });
const offline = { voice: say, now: () => ({ text: input.text(), reading: reader.isOpen() }) };
window.addEventListener("load", () => stayOffline(offline), { once: true });
if (document.readyState === "complete") stayOffline(offline);
