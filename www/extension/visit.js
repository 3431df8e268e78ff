//! One visit to a page: the scripts go in where a press allows it, and a port carries what is said. The page's end is the port's end.

import { api } from "./api.js";
import { ATTEND, EXTRACT, MARKS } from "./injected.js";

/**
 * @typedef {object} Hearing
 * @property {(found: { text: string, title: string, byline: string, date: string, site: string, host: string, selected: boolean }) => void} onText
 * @property {(trouble: string) => void} onTrouble
 * @property {(sentences: number[]) => void} onLost marks that could not be set, or were dropped since
 * @property {(sentence: number) => void} onPressed
 * @property {(found: boolean) => void} onShown
 * @property {() => void} onEnd the page went, or became another
 */

/** A page that lets no script in is asked again after so many milliseconds. */
const AGAIN = 300;

/** What the injected side takes. @typedef {{ sentences: { id: number, start: number, end: number }[], names: { start: number, end: number, family: string }[], style: "ground" | "line" }} Marks */

/**
 * Goes into the tab; rejects where the browser does not let it.
 * @param {number} tabId
 * @param {Hearing} hearing
 */
export async function visit(tabId, hearing) {
  const target = { tabId };
  const enter = () => api.scripting.executeScript({ target, files: [...EXTRACT, ...ATTEND] });
  await enter().catch(async () => {
    // A browser under load may tell of a press before it has opened the page to us.
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
    await enter();
  });
  await api.scripting.insertCSS({ target: { tabId, allFrames: true }, files: [MARKS] }).catch(() => api.scripting.insertCSS({ target, files: [MARKS] }));
  const port = api.tabs.connect(tabId, { name: "zubda-page", frameId: 0 });
  let ended = false;

  port.onMessage.addListener((message) => {
    if (message.type === "text") hearing.onText(message);
    else if (message.type === "trouble") hearing.onTrouble(message.trouble);
    else if (message.type === "marked") hearing.onLost(message.lost);
    else if (message.type === "dropped") hearing.onLost(message.sentences);
    else if (message.type === "pressed") hearing.onPressed(message.sentence);
    else if (message.type === "shown") hearing.onShown(message.found);
    else if (message.type === "moved") end();
  });
  port.onDisconnect.addListener(end);

  function end() {
    if (ended) return;
    ended = true;
    hearing.onEnd();
  }

  /** @param {unknown} message */
  function say(message) {
    if (!ended) port.postMessage(message);
  }

  return {
    tabId,
    read: (/** @type {boolean} */ selection) => say({ type: "read", selection }),
    mark: (/** @type {Marks} */ marks) => say({ type: "mark", ...marks }),
    show: (/** @type {{ id: number, start: number, end: number }} */ stretch) => say({ type: "show", ...stretch }),
    /** Leaves: the page takes its marks off when the port closes. */
    leave() {
      ended = true;
      port.disconnect();
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof visit>>} Visit */
