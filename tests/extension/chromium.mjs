//! A real Chromium for the tests, without anything that would talk to the network by itself.

import { chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-default-apps",
  "--disable-client-side-phishing-detection",
  "--no-pings",
  "--disable-domain-reliability",
  "--gaia-url=http://127.0.0.1:9/",
  "--google-apis-url=http://127.0.0.1:9/",
  // Only the last of several such flags counts, so all stand in one.
  "--disable-features=OptimizationHints,MediaRouter,Translate,NetworkTimeServiceQuerying,AutofillServerCommunication",
];

/** Where Debian puts it; another place can be named. */
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Chromium without the extension, for what needs only a page. */
export function startChromium() {
  return chromium.launch({ executablePath, headless: true, args: FLAGS });
}

/**
 * Chromium with the extension in `folder`.
 * @param {string} folder @param {string} profile @param {string[]} [flags]
 */
export function startWithExtension(folder, profile, flags = []) {
  return chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: { width: 1100, height: 800 },
    ignoreDefaultArgs: ["--disable-extensions"],
    args: [...FLAGS, ...flags, "--enable-unsafe-extension-debugging", `--load-extension=${folder}`, `--disable-extensions-except=${folder}`],
  });
}
