//! The service worker: registered after the page is up, announced when it has a new version, and
//! the door by which other programs hand a text in.

import { byId, element } from "./shared/element.js";
import { icon } from "./shared/icons.js";

/** @typedef {import("./shared/i18n.js").Voice} Voice */

/** Where the page is kept already, the look for a newer one leaves the first moments to the reader's text. */
const LATER = 2000;

/** @param {{ voice: () => Voice }} options */
export async function stayOffline({ voice }) {
  if (!("serviceWorker" in navigator)) return;
  let reloading = false;
  const before = navigator.serviceWorker.controller;
  if (before) await new Promise((resolve) => setTimeout(resolve, LATER));
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (reloading) location.reload();
    else if (!before) keepCompiled();
  });
  try {
    const registration = await navigator.serviceWorker.register(/** @type {string} */ (trusted("sw.js")), { updateViaCache: "none" });
    const offer = () => {
      const { waiting } = registration;
      if (waiting && navigator.serviceWorker.controller) {
        announce(voice(), () => {
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
 * @returns {Promise<File | string | null | undefined>} undefined when nothing was shared
 */
export async function inbox() {
  if (!new URLSearchParams(location.search).has("shared")) return undefined;
  history.replaceState(null, "", location.pathname);
  try {
    const box = await caches.open("zubda-inbox");
    const address = new URL("inbox", new URL("./", location.href));
    const found = await box.match(address);
    await box.delete(address);
    if (!found) return null;
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
