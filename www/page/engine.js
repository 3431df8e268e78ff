//! The analyser: what talks to the worker that early.js has started.

import { createClient } from "./shared/client.js";

export const engine = createClient({
  url: new URL("shared/worker.js", import.meta.url),
  started: /** @type {{ zubdaWorker?: import("./shared/client.js").Started }} */ (/** @type {unknown} */ (globalThis)).zubdaWorker,
});
