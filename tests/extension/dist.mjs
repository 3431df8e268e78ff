//! Where the build puts the extension.

import { fileURLToPath } from "node:url";

/** @param {"chrome" | "firefox"} browser */
export function built(browser) {
  return process.env.ZUBDA_EXTENSION ? `${process.env.ZUBDA_EXTENSION}/${browser}` : fileURLToPath(new URL(`../../dist/extension/${browser}`, import.meta.url));
}
