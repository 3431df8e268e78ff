//! The worker that holds the core: text in, analysis out, and no way to the network.

/** @typedef {import("./protocol.js").Core} Core */

/** The core: compiled by the page meanwhile, where the page said so by this worker's name, else fetched by the worker, beside its scripts. */
const wasm = self.name === "given" ? given() : fetched();
wasm.catch(() => {}); // told to whoever asks for an analysis
const scripts = Promise.all([import("../core/zubda.js"), import("./protocol.js")]);

function fetched() {
  return fetch(new URL("../core/zubda_bg.wasm", import.meta.url));
}

/** @returns {Promise<WebAssembly.Module | Response>} */
function given() {
  return new Promise((resolve) => {
    const hear = (/** @type {MessageEvent<Core>} */ { data }) => {
      if (data.type !== "core") return;
      removeEventListener("message", hear);
      resolve(data.module ?? fetched());
    };
    addEventListener("message", hear);
  });
}

/** Everything a worker could send something out with. */
const NETWORK = ["fetch", "XMLHttpRequest", "WebSocket", "WebSocketStream", "WebTransport", "EventSource", "importScripts", "BroadcastChannel", "indexedDB", "caches"];

/** A first text of many kinds, so that models are unpacked and code is compiled before the reader's text comes. */
const WARM_UP = "مكتبة بيروت تفتح أبوابها\n\nقالت سلمى الحداد يوم الأحد 3 مايو 2020 إن المكتبة العامة فتحت أبوابها، وكلّف ترميمها 12 مليون ليرة. لكنها أضافت: «سنبدأ بعد عامين».\n\n- كتب\n- صحف";

/** Whether a reader's text has come: it warms the core up by itself. */
let asked = false;

const core = scripts.then(async ([{ default: init, analyze }, { VERSION, answers }]) => {
  await init({ module_or_path: wasm });
  cutOff();
  postMessage({ type: "ready", version: VERSION });
  setTimeout(() => asked || analyze(WARM_UP));
  return { analyze, answers, VERSION };
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

self.onmessage = async (/** @type {MessageEvent<import("./protocol.js").Request | Core>} */ { data }) => {
  if (data.type === "core") return;
  asked = true;
  /** @type {"crashed" | "unavailable"} */
  let code = "unavailable";
  try {
    const { analyze, answers, VERSION } = await core;
    if (data.version !== VERSION) throw new Error(`client ${data.version}, worker ${VERSION}`);
    code = "crashed";
    for (const message of answers(data.id, analyze(data.text))) postMessage(message);
  } catch (error) {
    postMessage({ type: "failed", id: data.id, code, message: String(error) });
  }
};
