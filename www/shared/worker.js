//! The worker that holds the core: text in, analysis out, and no way to the network.

/** Asked for first, since it is the largest; the scripts come in beside it. */
const wasm = fetch(new URL("../core/zubda_bg.wasm", import.meta.url));
wasm.catch(() => {}); // told to whoever asks for an analysis
const scripts = Promise.all([import("../core/zubda.js"), import("./protocol.js")]);

/** Everything a worker could send something out with. */
const NETWORK = ["fetch", "XMLHttpRequest", "WebSocket", "WebSocketStream", "WebTransport", "EventSource", "importScripts", "BroadcastChannel", "indexedDB", "caches"];

/** A first text of many kinds, so that models are unpacked and code is compiled before the reader's text comes. */
const WARM_UP = "مكتبة بيروت تفتح أبوابها\n\nقالت سلمى الحداد يوم الأحد 3 مايو 2020 إن المكتبة العامة فتحت أبوابها، وكلّف ترميمها 12 مليون ليرة. لكنها أضافت: «سنبدأ بعد عامين».\n\n- كتب\n- صحف";

const core = scripts.then(async ([{ default: init, analyze }, { VERSION, answers }]) => {
  await init({ module_or_path: wasm });
  cutOff();
  postMessage({ type: "ready", version: VERSION });
  analyze(WARM_UP);
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

self.onmessage = async (/** @type {MessageEvent<import("./protocol.js").Request>} */ { data }) => {
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
