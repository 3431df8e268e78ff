//! The npm package: loads the core once and hands out its one function, its argument checked.

import init, { analyze } from "./core/zubda.js";

/** @typedef {URL | string | Response | BufferSource | WebAssembly.Module} Source */

/** @type {Promise<Readonly<{ analyze: typeof analyze }>> | undefined} */
let loaded;

/**
 * Loads the core, from where it lies beside this file if `source` does not say otherwise. Later
 * calls give what the first has loaded; after a failure the next call tries again.
 * @param {Source | Promise<Source>} [source]
 */
export function load(source = new URL("./core/zubda_bg.wasm", import.meta.url)) {
  loaded ??= start(source).catch((reason) => {
    loaded = undefined;
    throw reason;
  });
  return loaded;
}

/** @param {Source | Promise<Source>} source */
async function start(source) {
  await init({ module_or_path: await fromDisk(await source) });
  return Object.freeze({ analyze: analyzeText });
}

/** @param {string} text */
function analyzeText(text) {
  // The core would read the memory of whatever else it is given.
  if (typeof text !== "string") throw new TypeError(`analyze needs a string, not ${typeof text}`);
  return analyze(text);
}

/**
 * Node's fetch does not know file addresses, so there the file is read.
 * @param {Source} source
 */
function fromDisk(source) {
  const node = /** @type {any} */ (globalThis).process?.getBuiltinModule?.("node:fs/promises");
  return node && source instanceof URL && source.protocol === "file:" ? node.readFile(source) : source;
}
