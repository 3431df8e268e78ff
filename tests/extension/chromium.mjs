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

/**
 * Presses over `page` and gives the panel.
 * @param {import("playwright-core").BrowserContext} context @param {import("playwright-core").Page} page
 * @param {string} [address] of the tab, where the page shown in it is an error's
 */
export async function openPanel(context, page, address) {
  for (let left = 3; ; left -= 1) {
    await press(context, page, address);
    try {
      return await sidePanel(context);
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}

/** What an extension is told in place of the addresses of the browser's own pages. */
const HIDDEN = "(a page of the browser)";

/**
 * Presses the toolbar button over `page`: the browser's own gesture, with the grant that comes with it. The browser
 * gives a press to the tab that is in front, which under load is not at once the one brought there: a press counts
 * only when it was heard over this page, else it is made again, as a reader would.
 * @param {import("playwright-core").BrowserContext} context @param {import("playwright-core").Page} page
 * @param {string} [address] of the tab, where the page shown in it is an error's
 */
export async function press(context, page, address = page.url()) {
  const worker = await background(context);
  const id = await extensionId(context);
  const browser = await devtools(context);
  const before = (await presses(worker)).length;
  const wanted = /^https?:/.test(address) ? address : HIDDEN;
  for (let left = 5; left > 0; left -= 1) {
    await page.bringToFront();
    const { targetInfos } = await browser.send("Target.getTargets", { filter: [{ type: "tab" }] });
    const tab = targetInfos.find(({ url }) => url === address || url === page.url());
    if (!tab) throw new Error(`no tab at ${address}`);
    await browser.send("Extensions.triggerAction", { id, targetId: tab.targetId });
    const heard = await until(async () => (await presses(worker)).slice(before).includes(wanted), "the press", 3_000).catch(() => false);
    if (heard) return;
  }
  throw new Error(`no press was heard over ${address}, but over ${(await presses(worker)).slice(before).join(", ") || "none"}`);
}

/** Over which addresses the background has heard presses since this was first asked. @param {import("playwright-core").Worker} worker */
function presses(worker) {
  return worker.evaluate((hidden) => {
    const scope = /** @type {any} */ (globalThis);
    if (scope.presses === undefined) {
      scope.presses = [];
      scope.chrome.action.onClicked.addListener((/** @type {{ url?: string }} */ tab) => { scope.presses.push(tab.url ?? hidden); });
    }
    return /** @type {string[]} */ (scope.presses);
  }, HIDDEN);
}

/** @param {import("playwright-core").BrowserContext} context */
function devtools(context) {
  const browser = context.browser();
  if (!browser) throw new Error("the context has no browser");
  return browser.newBrowserCDPSession();
}

/** The background's worker. @param {import("playwright-core").BrowserContext} context */
export async function background(context) {
  return context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker", { timeout: 10_000 }));
}

/** @param {import("playwright-core").BrowserContext} context */
export async function extensionId(context) {
  return new URL((await background(context)).url()).host;
}

/** What a panel shows and what it takes for the tab in front, for the error of a test that waits in vain. */
const STATE = `(async () => JSON.stringify({
  state: document.body.dataset.state,
  ...Object.fromEntries(["title", "work", "strip", "trouble", "note", "about"].map((id) => document.getElementById(id)).filter((part) => part.checkVisibility()).map((part) => [part.id, part.innerText.slice(0, 200)])),
  tabs: (await chrome.tabs.query({})).map(({ id, windowId, active, status }) => ({ id, windowId, active, status })),
}))()`;

/**
 * The real side panel, which is no page to the driver: expressions are evaluated through the browser.
 * @param {import("playwright-core").BrowserContext} context
 */
export async function sidePanel(context) {
  const browser = await devtools(context);
  const id = await extensionId(context);
  const find = async () => (await browser.send("Target.getTargets", { filter: [{}] })).targetInfos.find(({ url }) => url === `chrome-extension://${id}/panel.html`);
  const target = await until(find, "the side panel", 8_000);
  const { sessionId } = await browser.send("Target.attachToTarget", { targetId: target.targetId, flatten: false });
  let next = 0;
  /** @type {Map<number, (answer: any) => void>} */
  const waiting = new Map();
  browser.on("Target.receivedMessageFromTarget", ({ message }) => {
    const answer = JSON.parse(message);
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  /** @param {string} method @param {object} params @returns {Promise<any>} */
  const send = (method, params) => new Promise((resolve) => {
    next += 1;
    waiting.set(next, resolve);
    browser.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id: next, method, params }) });
  });
  /** @param {string} expression @returns {Promise<any>} */
  const evaluate = async (expression) => {
    const { result, error } = await send("Runtime.evaluate", { expression, returnByValue: true, awaitPromise: true, userGesture: true });
    if (error || result.exceptionDetails) throw new Error(`${expression}: ${error?.message ?? result.exceptionDetails.exception?.description}`);
    return result.result.value;
  };
  return {
    evaluate,
    /** Waits until this is so; in vain, the error says what the panel showed. @param {string} expression @param {number} [patience] */
    until: async (expression, patience) => {
      try {
        return await until(() => evaluate(expression).catch(() => false), `${expression} in the panel`, patience);
      } catch (error) {
        throw new Error(`waited in vain for ${expression} in the panel, which showed ${await evaluate(STATE).catch(String)}`, { cause: error });
      }
    },
    /** Lays it out anew in this size, for a finger or a pointer; 0 is its own. @param {number} width @param {number} height @param {boolean} touch */
    size: async (width, height, touch) => {
      await send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 0, mobile: touch });
      await send("Emulation.setTouchEmulationEnabled", { enabled: touch });
      await new Promise((resolve) => setTimeout(resolve, 100));
    },
    /** Its picture, laid out anew at this height. @param {number} height */
    shot: async (height) => {
      await send("Emulation.setDeviceMetricsOverride", { width: 360, height, deviceScaleFactor: 1, mobile: false });
      await new Promise((resolve) => setTimeout(resolve, 300));
      return Buffer.from((await send("Page.captureScreenshot", { format: "png" })).result.data, "base64");
    },
  };
}

/**
 * Asks again until the answer is something.
 * @template T @param {() => Promise<T>} ask @param {string} what @param {number} [patience]
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(ask, what, patience = 30_000) {
  for (const end = Date.now() + patience; Date.now() < end; ) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain for ${what}`);
}

/**
 * The longest that scripts of the extension held a page's main thread while `work` ran, in milliseconds of
 * processor time: other programs of the machine do not count, nor does what the browser draws between.
 * @param {import("playwright-core").BrowserContext} context @param {import("playwright-core").Page} page @param {() => Promise<void>} work
 */
export async function longestScript(context, page, work) {
  const browser = await devtools(context);
  /** @type {any[]} */
  const events = [];
  browser.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await browser.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["blink.user_timing", "devtools.timeline", "v8"] } });
  await page.evaluate(() => performance.mark("zubda-this-page"));
  await work();
  const complete = new Promise((resolve) => browser.once("Tracing.tracingComplete", resolve));
  await browser.send("Tracing.end");
  await complete;
  const mine = events.find(({ name }) => name === "zubda-this-page");
  if (!mine) throw new Error("the page is not in the trace");
  const scripts = events.filter(({ name, pid, tid, tdur }) => /^(v8\.callFunction|v8\.run|FunctionCall|RunMicrotasks|EvaluateScript)$/.test(name) && pid === mine.pid && tid === mine.tid && tdur > 0);
  if (!scripts.some(({ args }) => /Zubda|زبدة/.test(args?.worldName ?? ""))) throw new Error("no script of the extension in the trace");
  return Math.max(...scripts.map(({ tdur }) => tdur)) / 1000;
}
