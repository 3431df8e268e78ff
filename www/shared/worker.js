//! The worker that holds the core: text in, analysis out, and no way to the network.

import init, { analyze } from "../core/zubda.js";
import { VERSION, answers } from "./protocol.js";

/** Everything a worker could send something out with. */
const NETWORK = ["fetch", "XMLHttpRequest", "WebSocket", "WebSocketStream", "WebTransport", "EventSource", "importScripts", "BroadcastChannel", "indexedDB", "caches"];

/** @type {Promise<unknown>} */
const core = init({ module_or_path: new URL("../core/zubda_bg.wasm", import.meta.url) }).then(() => {
  cutOff();
  postMessage({ type: "ready", version: VERSION });
});
core.catch(() => {}); // told to whoever asks for an analysis

/**
 * Takes the network away from this worker once the core is loaded. The content security policy
 * forbids the same; a host without response headers cannot set one for a worker's first start.
 */
function cutOff() {
  for (let scope = self; scope; scope = Object.getPrototypeOf(scope)) {
    for (const name of NETWORK) {
      if (Object.hasOwn(scope, name)) Reflect.deleteProperty(scope, name);
    }
  }
}

self.onmessage = async (/** @type {MessageEvent<import("./protocol.js").Request>} */ { data }) => {
  /** @type {"crashed" | "unavailable"} */
  let code = "unavailable";
  try {
    if (data.version !== VERSION) throw new Error(`client ${data.version}, worker ${VERSION}`);
    await core;
    code = "crashed";
    for (const message of answers(data.id, analyze(data.text))) postMessage(message);
  } catch (error) {
    postMessage({ type: "failed", id: data.id, code, message: String(error) });
  }
};
