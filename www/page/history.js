//! Articles kept on this device: off until asked for, and wiped by one button.

import { written } from "./shared/direction.js";
import { byId, element } from "./shared/element.js";
import { icon } from "./shared/icons.js";
import { closer } from "./settings.js";

/** @typedef {{ id: number, title: string, words: number, at: number, text: string }} Saved */

const NAME = "zubda-articles";
const STORE = "articles";
/** So many are kept; the oldest gives way. */
const MOST = 50;

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** @template T @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => Promise<T>} use @returns {Promise<T>} */
async function within(mode, use) {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "id" });
  const database = await done(request);
  try {
    return await use(database.transaction(STORE, mode).objectStore(STORE));
  } finally {
    database.close();
  }
}

/** Newest first. @returns {Promise<Saved[]>} */
async function all() {
  const saved = /** @type {Saved[]} */ (await within("readonly", (store) => done(store.getAll())));
  return saved.sort((a, b) => b.at - a.at);
}

/**
 * @param {{ voice: () => import("./shared/i18n.js").Voice, prefs: import("./shared/prefs.js").Prefs, tell: (words: string) => void, onOpen: (saved: Saved) => void, onStart: () => void }} options
 */
export function createHistory({ voice, prefs, tell, onOpen, onStart }) {
  const dialog = /** @type {HTMLDialogElement} */ (byId("saved"));

  /** Keeps an article, if the reader asked for it; the same text once. @param {{ title: string, words: number, text: string }} article */
  async function keep({ title, words, text }) {
    if (!prefs.history) return;
    try {
      const known = await all();
      await within("readwrite", async (store) => {
        for (const { id, text: before } of known) if (before === text) await done(store.delete(id));
        for (const { id } of known.slice(MOST - 1)) await done(store.delete(id));
        const at = Date.now();
        await done(store.put({ id: at, title, words, at, text }));
      });
    } catch {
      // storage is full or forbidden: the article is read all the same
    }
  }

  async function wipe() {
    await within("readwrite", (store) => done(store.clear()));
    tell(voice().say("wiped"));
    await draw();
    focusFrom(0);
  }

  /** Puts the focus on the articles that are left, from the i-th on, or on the word that there are none. @param {number} i */
  function focusFrom(i) {
    const left = /** @type {NodeListOf<HTMLElement>} */ (dialog.querySelectorAll(".hist .btn"));
    (left[i] ?? left[left.length - 1] ?? /** @type {HTMLElement | null} */ (dialog.querySelector(".empty")))?.focus();
  }

  /** @param {Saved} saved @param {number} i */
  function row(saved, i) {
    const speech = voice();
    return element("li", {},
      element("button", { class: "open", type: "button", ...written(saved.title), onclick: () => { dialog.close(); onOpen(saved); } }, saved.title),
      element("p", { class: "meta" }, [speech.time(saved.at), speech.say("words", { n: saved.words })].join(speech.say("list"))),
      element("button", { class: "btn icon", type: "button", "aria-label": speech.say("remove", { title: saved.title }), title: speech.say("remove", { title: saved.title }), onclick: async () => {
        await within("readwrite", (store) => done(store.delete(saved.id)));
        await draw();
        focusFrom(i);
      } }, icon("bin")));
  }

  /** @param {boolean} closed whether the browser lets the page keep nothing */
  function nothing(closed) {
    const speech = voice();
    return element("div", { class: "empty", tabindex: -1 }, icon("clock"),
      element("h3", {}, speech.say("noSaved")),
      element("p", {}, speech.say(closed ? "noSavedClosed" : prefs.history ? "noSavedOn" : "noSavedOff")),
      !prefs.history && !closed && element("button", { class: "btn", type: "button", onclick: () => {
        prefs.history = true;
        onStart();
        draw();
      } }, speech.say("startSaving")));
  }

  async function draw() {
    const speech = voice();
    const found = await all().catch(() => null);
    const saved = found ?? [];
    dialog.replaceChildren(
      element("header", {}, element("h2", { id: "saved-title" }, speech.say("saved")), closer(dialog, speech)),
      saved.length === 0 ? nothing(found === null) : element("ul", { class: "hist" }, ...saved.map(row)),
      saved.length > 0 && element("div", { class: "endrow" }, element("p", { class: "note-line" }, speech.say("onDevice")), element("button", { class: "btn bare stop", type: "button", onclick: wipe }, speech.say("wipe"))) || "");
    if (!dialog.contains(document.activeElement)) dialog.querySelector("button")?.focus();
  }

  byId("open-saved").addEventListener("click", async () => {
    await draw();
    dialog.showModal();
  });
  return { keep };
}
