//! The service worker: registered after the page is up, announced when it has a new version, and
//! the door by which other programs hand a text in.

import { byId, element } from "./shared/element.js";
import { icon } from "./shared/icons.js";

/** @typedef {import("./shared/i18n.js").Voice} Voice */

/** Where the page is kept already, the look for a newer one leaves the first moments to the reader's text. */
const LATER = 2000;

/** Where a text waits for the page: one that was shared to it, or that it had before it was renewed. */
const INBOX = "zubda-inbox";

/** @param {{ voice: () => Voice, now: () => { text: string, reading: boolean } }} options `now` is what a new version has to show again */
export async function stayOffline({ voice, now }) {
  if (!("serviceWorker" in navigator)) return;
  let reloading = false;
  let next = "./";
  const before = navigator.serviceWorker.controller;
  if (before) await new Promise((resolve) => setTimeout(resolve, LATER));
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (reloading) location.replace(next);
    else if (!before) keepCompiled();
  });
  try {
    const registration = await navigator.serviceWorker.register(/** @type {string} */ (trusted("sw.js")), { updateViaCache: "none" });
    const offer = () => {
      const { waiting } = registration;
      if (waiting && navigator.serviceWorker.controller) {
        announce(voice(), async () => {
          next = await carry(now());
          reloading = true;
          waiting.postMessage("take over");
        });
      }
    };
    offer();
    registration.addEventListener("updatefound", () => {
      registration.installing?.addEventListener("statechange", offer);
    });
  } catch {
    // no service worker here (a private window, a plain address): the page works while its server does
  }
}

/**
 * Now that the core is on the device, lets the browser keep what it compiles of it there as well: it does so
 * for a core that a page has compiled while it came. The next visit starts with it.
 */
async function keepCompiled() {
  try {
    await WebAssembly.compileStreaming(fetch(new URL("core/zubda_bg.wasm", document.baseURI)));
  } catch {
    // the next visit compiles anew
  }
}

/** Leaves the reader's text to the page that comes after this one, and says where that finds it. @param {{ text: string, reading: boolean }} now */
async function carry({ text, reading }) {
  if (text === "") return "./";
  await (await caches.open(INBOX)).put(inboxAddress(), new Response(text));
  return reading ? "./?shared" : "./?shared=typed";
}

/** The page's own address for what waits, the same for the service worker. */
function inboxAddress() {
  return new URL("inbox", new URL("./", location.href));
}

/** @param {Voice} voice @param {() => void} reload */
function announce(voice, reload) {
  const strip = byId("update");
  strip.hidden = false;
  strip.setAttribute("role", "status");
  strip.replaceChildren(
    element("p", {}, icon("again"), element("span", {}, voice.say("update"))),
    element("button", { class: "btn", type: "button", onclick: reload }, voice.say("reload")),
    element("button", { class: "btn bare", type: "button", onclick: () => { strip.hidden = true; } }, voice.say("later")));
}

/**
 * What another program shared to the page, if anything: a file or a text; null when it did not arrive.
 * Or what stood in the box before the page was renewed.
 * @returns {Promise<File | string | { typed: string } | null | undefined>} undefined when nothing was shared
 */
export async function inbox() {
  const how = new URLSearchParams(location.search).get("shared");
  if (how === null) return undefined;
  history.replaceState(null, "", location.pathname);
  try {
    const box = await caches.open(INBOX);
    const found = await box.match(inboxAddress());
    await box.delete(inboxAddress());
    if (!found) return null;
    if (how === "typed") return { typed: await found.text() };
    const name = found.headers.get("X-Name");
    return name ? new File([await found.blob()], decodeURIComponent(name), { type: found.headers.get("Content-Type") ?? "" }) : await found.text();
  } catch {
    return null;
  }
}

/** Calls back with a file the system opened with this application. @param {(file: File) => void} onFile */
export function onLaunch(onFile) {
  /** @type {any} */ (globalThis).launchQueue?.setConsumer(async (/** @type {{ files: { getFile: () => Promise<File> }[] }} */ { files }) => {
    const handle = files[0];
    if (handle) onFile(await handle.getFile());
  });
}

/** @param {string} address */
function trusted(address) {
  const types = /** @type {any} */ (globalThis).trustedTypes;
  return types ? types.createPolicy("zubda-sw", { createScriptURL: (/** @type {string} */ url) => url }).createScriptURL(address) : address;
}
