//! The analyser: its worker starts with the first script of the page and waits for nothing.

import { createClient } from "./shared/client.js";

export const engine = createClient({ url: new URL("shared/worker.js", import.meta.url) });
