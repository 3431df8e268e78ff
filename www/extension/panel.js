//! The panel: hears a press, visits the page, has its text analysed and shows what came of it.

import { api } from "./api.js";
import { label } from "./labels.js";
import { copyText } from "./output/clipboard.js";
import { asText } from "./output/summary-text.js";
import { createReader } from "./reader.js";
import { loadMarking, loadPrefs, saveMarking, savePrefs } from "./settings.js";
import { createClient } from "./shared/client.js";
import { byId, element } from "./shared/element.js";
import { icon } from "./shared/icons.js";
import { dress } from "./shared/prefs.js";
import { family } from "./shared/protocol.js";
import { createSpeech } from "./speech.js";
import { drawTrouble, troubleNamed, whyShut } from "./trouble.js";
import { visit } from "./visit.js";
import { fillWords, speakHere } from "./words.js";

/** @typedef {import("./background.js").Press} Press */

const engine = createClient({ url: new URL("shared/worker.js", import.meta.url) });
let [prefs, marking] = await Promise.all([loadPrefs(), loadMarking()]);
let voice = speakHere(prefs.language, prefs.digits);
const { id: windowId } = await api.windows.getCurrent();
/** The chord that does what the toolbar button does, as the browser writes it. */
const shortcut = (await api.commands.getAll()).find(({ name }) => name === "_execute_action")?.shortcut ?? "";

/** What is being read or was read last. @type {{ visit: import("./visit.js").Visit | null, host: string, tabId: number, stop: AbortController, reading: import("./reader.js").Reading | null }} */
let now = { visit: null, host: "", tabId: -1, stop: new AbortController(), reading: null };

/** How often a setting was changed in this panel. */
let changes = 0;

/** The tab in front of this window, as far as a press or a change of tabs has told. */
let front = -1;

const reader = createReader({
  voice: () => voice,
  settings: () => ({ unit: prefs.unit, hidden: prefs.hidden, length: marking.length }),
  onSettings: (change) => {
    prefs = { ...prefs, ...change };
    changes += 1;
    savePrefs(prefs);
  },
  onGo: go,
  onCopy: async (sentences) => copied(await copyText(sentences.map(words).join("\n\n")), "copiedThese"),
  onChange: () => mark(),
});
const speech = createSpeech({
  voice: () => voice,
  sentences: () => reader.kept().map((index) => ({ text: words(index), show: () => go(index) })),
});

/** @param {number} index */
function words(index) {
  const sentence = now.reading?.analysis.sentences[index];
  return now.reading && sentence ? now.reading.text.slice(sentence.start, sentence.end) : "";
}

/** @param {"idle" | "work" | "read" | "trouble"} state */
function enter(state) {
  document.body.dataset["state"] = state;
  byId("idle").hidden = state !== "idle";
  byId("trouble").hidden = state !== "trouble";
  byId("work").hidden = state !== "work";
  byId("reader").hidden = state !== "read";
  byId("source").hidden = state === "idle" || state === "trouble" || byId("title").textContent === "";
}

/** @param {Press} press */
async function hear({ tabId, url, selection, selected }) {
  leave();
  const stop = new AbortController();
  now = { visit: null, host: "", tabId, stop, reading: null };
  front = tabId;
  byId("strip").hidden = true;
  byId("note").textContent = "";
  byId("title").textContent = "";
  progress(voice.word("readingPage"), null);
  enter("work");
  /** @param {string} name */
  const fail = (name) => {
    // What the menu knows of the selection reaches frames and viewers that no script enters.
    if (selection && selected.trim() !== "") read({ text: selected, title: "", host: hostOf(url), selected: true }, stop, false);
    else trouble(troubleNamed(name, selection));
  };
  try {
    const visited = await visit(tabId, {
      onText: (found) => read(found, stop, true),
      onTrouble: (name) => !stop.signal.aborted && fail(name),
      onLost: (lost) => lost.length > 0 && note(voice.word("dropped")),
      onPressed: (sentence) => reader.bring(sentence),
      onShown: (found) => note(found ? "" : voice.word("notThere")),
      onEnd: () => now.stop === stop && gone(url),
    });
    if (stop.signal.aborted) return visited.leave();
    now.visit = visited;
    visited.read(selection);
  } catch {
    if (!stop.signal.aborted) fail(whyShut(url));
  }
}

/** @param {string} address */
function hostOf(address) {
  return /^\w+:\/\/([^/]+)/.exec(address)?.[1] ?? "";
}

/**
 * @param {{ text: string, title: string, host: string, selected: boolean }} found
 * @param {AbortController} stop
 * @param {boolean} inPage whether the text can be marked where it stands
 */
async function read({ text, title, host, selected }, stop, inPage) {
  if (stop.signal.aborted) return;
  now.host = host;
  byId("title").textContent = selected ? voice.word("selected") : title;
  enter("work");
  try {
    const analysis = await engine.analyze(text, { signal: stop.signal, onProgress: (share) => progress(voice.say("reading"), share) });
    if (stop.signal.aborted) return;
    if (!analysis.sentences.some(({ rank }) => rank !== null)) return trouble(selected ? "unselected" : "short");
    now.reading = { text, title: selected ? "" : title, analysis };
    source();
    byId("marks").hidden = !inPage;
    enter("read");
    reader.open(now.reading);
    if (!inPage) note(voice.word("noMarks"));
    if (front !== now.tabId) elsewhere();
    byId("live").textContent = voice.say("done", { n: reader.kept().length });
    scrollTo(0, 0);
  } catch {
    if (!stop.signal.aborted) trouble("crashed");
  }
}

/** Where the text is from, and how long it is. */
function source() {
  const words = voice.say("words", { n: now.reading?.analysis.words ?? 0 });
  byId("about").replaceChildren(...(now.host ? [element("bdi", {}, now.host), voice.say("list")] : []), words);
}

/** @param {string} name @param {number | null} share */
function progress(name, share) {
  byId("work-name").textContent = name;
  byId("work-share").textContent = share === null ? "" : voice.percent(share);
  byId("work-note").textContent = share === null ? "" : voice.word("longPage");
  const bar = byId("progress");
  if (share === null) bar.removeAttribute("value");
  else bar.setAttribute("value", String(Math.round(share * 100)));
}

/** Sets the marks in the page to what the panel shows. */
function mark() {
  const { visit: page, reading } = now;
  if (!page || !reading) return;
  const { sentences, entities } = reading.analysis;
  page.mark({
    style: marking.style,
    sentences: marking.sentences ? reader.kept().flatMap((id) => (sentences[id] ? [{ id, start: sentences[id].start, end: sentences[id].end }] : [])) : [],
    names: marking.names ? entities.map(({ start, end, kind }) => ({ start, end, family: family(kind) })).filter((name) => !prefs.hidden.includes(name.family)) : [],
  });
}

/** @param {number} id */
function go(id) {
  const sentence = now.reading?.analysis.sentences[id];
  if (!sentence) return;
  reader.ring(id);
  now.visit?.show({ id, start: sentence.start, end: sentence.end });
}

/** @param {import("./trouble.js").Trouble} name */
function trouble(name) {
  byId("trouble").replaceChildren(drawTrouble(name, voice));
  enter("trouble");
}

/** @param {string} words */
function note(words) {
  byId("note").textContent = words;
}

/** @param {boolean} worked @param {"copied" | "copiedThese"} key */
function copied(worked, key) {
  note(voice.say(worked ? key : "copyFailed"));
}

/** The page went. What was read stays to be read, and says where it is from. @param {string} address */
function gone(address) {
  now.visit = null;
  if (!now.reading) {
    // Firefox may take the scripts for a page of its own and never run them.
    if (document.body.dataset["state"] === "work") trouble(/^https?:/.test(address) ? "lost" : whyShut(address));
    return;
  }
  elsewhere();
}

/** Only a press outside the panel lets the extension into a page, so the panel can but ask for one. */
function elsewhere() {
  note("");
  const chord = shortcut ? [` ${voice.word("or")} `, chordOf(shortcut)] : [];
  byId("strip").replaceChildren(element("p", {}, icon("info"), element("span", {}, element("b", {}, voice.word("newPage")), " ", voice.word("newPageMore"), ...chord, ".")));
  byId("strip").hidden = false;
  byId("about").replaceChildren(voice.word("fromBefore", { host: now.host }));
}

/** @param {string} shortcut */
function chordOf(shortcut) {
  return element("span", { dir: "ltr" }, ...shortcut.split("+").map((key) => element("kbd", {}, key)));
}

function leave() {
  now.stop.abort();
  now.visit?.leave();
  speech.stop();
}

/** @param {"sentences" | "names"} what */
function toggle(what) {
  marking = { ...marking, [what]: !marking[what] };
  changes += 1;
  saveMarking(marking);
  switches();
  mark();
}

function switches() {
  byId("mark-sentences").setAttribute("aria-checked", String(marking.sentences));
  byId("mark-names").setAttribute("aria-checked", String(marking.names));
}

function furnish() {
  dress(prefs, document.documentElement);
  label(document, voice);
  fillWords(document, voice);
  document.title = voice.say("name");
  switches();
  speech.dress();
  byId("keys").hidden = shortcut === "";
  if (shortcut) byId("chord").replaceChildren(chordOf(shortcut));
}

byId("options").addEventListener("click", () => api.runtime.openOptionsPage());
byId("mark-sentences").addEventListener("click", () => toggle("sentences"));
byId("mark-names").addEventListener("click", () => toggle("names"));
byId("cancel").addEventListener("click", () => {
  leave();
  byId("title").textContent = "";
  enter("idle");
});
byId("copy").addEventListener("click", async () => {
  if (!now.reading) return;
  const { text, title, analysis } = now.reading;
  copied(await copyText(asText({ title, text, analysis, kept: reader.kept() })), "copied");
});
api.tabs.onActivated.addListener(({ tabId, windowId: of }) => {
  if (of !== windowId) return;
  front = tabId;
  if (!now.reading || now.tabId < 0) return;
  if (tabId !== now.tabId) elsewhere();
  else if (now.visit) {
    byId("strip").hidden = true;
    source();
  }
});
api.storage.onChanged.addListener(async () => {
  const before = changes;
  const [fresh, marks] = await Promise.all([loadPrefs(), loadMarking()]);
  // What was changed here meanwhile is newer than what was read.
  if (changes !== before) return;
  if (JSON.stringify([fresh, marks]) === JSON.stringify([prefs, marking])) return;
  [prefs, marking] = [fresh, marks];
  voice = speakHere(prefs.language, prefs.digits);
  furnish();
  if (!now.reading || document.body.dataset["state"] !== "read") return;
  reader.open(now.reading);
  if (byId("strip").hidden) source();
  else elsewhere();
});
api.runtime.onMessage.addListener((message, _sender, answer) => {
  if (message?.type !== "press" || message.press.windowId !== windowId) return;
  answer(true);
  hear(message.press);
});

furnish();
enter("idle");
const pressed = await api.runtime.sendMessage({ type: "ask", windowId }).catch(() => null);
if (pressed) hear(pressed);
