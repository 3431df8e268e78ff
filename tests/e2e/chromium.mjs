// Chromium for the tests: one browser a file, pages that remember what went wrong in them.
import { after, before } from "node:test";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-default-apps"];
const FEATURES = ["OptimizationHints", "MediaRouter", "Translate", "NetworkTimeServiceQuerying", "AutofillServerCommunication"];

export function launch(args = []) {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: [...FLAGS, `--disable-features=${FEATURES}`, ...args] });
}

/**
 * A server of the built page and a browser for the tests of one file, ended after them. `options` are the
 * server's; `prepare` runs when both are there: hooks of a file's own would run beside, not after.
 */
export function setUp(options = {}, prepare = async () => {}) {
  const site = {};
  before(async () => {
    site.server = await serve(options);
    site.browser = await launch();
    await prepare();
  });
  after(async () => {
    await site.browser?.close();
    await site.server?.stop();
  });
  return site;
}

/**
 * A page on `url`, ready to read. `faults` gathers console errors, uncaught errors and requests to
 * anyone but the page's own server. `prepare` is given the context before its page opens.
 */
export async function openPage(browser, url, { context: options = {}, prefs, path = "", prepare = async () => {} } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "ar", ...options });
  if (prefs) await context.addInitScript((value) => localStorage.getItem("zubda") ?? localStorage.setItem("zubda", value), JSON.stringify(prefs));
  await prepare(context);
  const page = await context.newPage();
  const faults = [];
  page.on("console", (message) => message.type() === "error" && faults.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`uncaught: ${error.message}`));
  context.on("request", (request) => {
    const address = request.url();
    if (!address.startsWith(url) && !/^(?:data|blob):/.test(address)) faults.push(`request: ${address}`);
  });
  await page.goto(url + path);
  await ready(page);
  return { context, page, faults };
}

export function ready(page) {
  return page.waitForSelector("html[data-ready]", { state: "attached", timeout: 10_000 });
}

/** Waits until the service worker has taken the page over and holds all its files. */
export async function controlled(page) {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: 10_000 });
}

/** Puts `text` into the page by a paste, as a reader would. */
export async function paste(page, text, html = "") {
  await page.focus("#text");
  await page.evaluate(([plain, rich]) => {
    const data = new DataTransfer();
    data.setData("text/plain", plain);
    if (rich) data.setData("text/html", rich);
    document.getElementById("text").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, [text, html]);
}

/** The words of the summary's sentences, without what only screen readers hear. */
export function summary(page) {
  return page.$$eval("#points > li > a.text", (links) => links.map((link) => {
    const copy = link.cloneNode(true);
    for (const each of copy.querySelectorAll(".sr")) each.remove();
    return copy.textContent;
  }));
}

/** Waits for the summary and the frame after it, in which all else is laid out. */
export function waitForSummary(page, timeout = 10_000) {
  return page.waitForSelector("#reader:not(.opening) #points > li", { timeout });
}

/**
 * The longest task of the page's main thread while `work` runs, in milliseconds of its own processor time: what other
 * programs of the machine take does not count.
 */
export async function longestTask(browser, page, work) {
  const devtools = await browser.newBrowserCDPSession();
  const events = [];
  devtools.on("Tracing.dataCollected", ({ value }) => events.push(...value.filter(({ name }) => name === "RunTask" || name === "zubda-this-page")));
  await devtools.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["disabled-by-default-devtools.timeline", "blink.user_timing"] } });
  await page.evaluate(() => performance.mark("zubda-this-page"));
  await work();
  const complete = new Promise((resolve) => devtools.once("Tracing.tracingComplete", resolve));
  await devtools.send("Tracing.end");
  await complete;
  await devtools.detach();
  const mine = events.find(({ name }) => name === "zubda-this-page");
  const tasks = events.filter(({ name, pid, tid, ts, tdur }) => name === "RunTask" && pid === mine.pid && tid === mine.tid && ts > mine.ts && tdur > 0);
  if (tasks.length < 10) throw new Error(`only ${tasks.length} tasks in the trace`);
  return Math.max(...tasks.map(({ tdur }) => tdur)) / 1000;
}

/** Waits until all of the article is drawn. */
export async function drawn(page, timeout = 30_000) {
  await waitForSummary(page, timeout);
  await page.waitForSelector("#article:not([aria-busy])", { timeout });
}

/** Runs a check; when it fails, the error says what the page showed. */
export async function showing(page, check) {
  try {
    return await check();
  } catch (error) {
    const shown = await page.evaluate(() => document.body.innerText.replace(/\n{2,}/g, "\n").slice(0, 1500)).catch(() => "(the page is gone)");
    error.message += `\n--- the page showed ---\n${shown}\n---`;
    throw error;
  }
}
