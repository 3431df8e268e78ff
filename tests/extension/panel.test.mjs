//! The panel itself: for everyone to use, and as the options say.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import test, { after, before } from "node:test";
import { extensionId, openPanel, press, startWithExtension, until } from "./chromium.mjs";
import { built } from "./dist.mjs";
import * as made from "./made-pages.mjs";
import { BREAKS, faults } from "./narrow.mjs";
import { PAGES } from "./pages.mjs";
import { serve } from "./server.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** @type {import("playwright-core").BrowserContext} */
let context;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
/** @type {import("playwright-core").Page} */
let page;
/** @type {Awaited<ReturnType<typeof openPanel>>} */
let panel;
/** @type {string} */
let profile;

before(async () => {
  profile = mkdtempSync(join(tmpdir(), "zubda-"));
  server = await serve(fileURLToPath(PAGES), { "/words": { body: made.longWords } });
  context = await startWithExtension(built("chrome"), profile);
  page = await context.newPage();
  await page.goto(`${server.url}/text-blocks-with-ads/page.html`);
  panel = await openPanel(context, page);
  await panel.until(`document.body.dataset.state === "read"`);
  await panel.evaluate(`${AXE}; true`);
});
after(async () => {
  await context.close();
  await server.close();
  rmSync(profile, { recursive: true, force: true });
});

test("a wait in vain says what the panel showed and which tab was in front", async () => {
  const { id } = await panel.evaluate("chrome.tabs.query({ active: true }).then(([tab]) => tab)");
  await assert.rejects(panel.until("false", 200), ({ message }) => /"state":"read"/.test(message) && message.includes(`"id":${id},`) && /"active":true/.test(message) && /"title":"/.test(message));
});

const VIOLATIONS = `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 120)).join(" | ")))`;

for (const theme of ["light", "dark"]) {
  test(`no violation of WCAG in the summary, ${theme}`, async () => {
    await panel.evaluate(`document.documentElement.dataset.theme = "${theme}"`);
    assert.deepEqual(await panel.evaluate(VIOLATIONS), []);
  });
}

test("at every width all of it fits, with targets for finger and pointer, and what does not is found", async () => {
  const wide = await context.newPage();
  await wide.goto(`${server.url}/words`);
  const again = async () => {
    await wide.reload();
    await press(context, wide);
    await panel.until(`document.body.dataset.state === "read" && document.getElementById("strip").hidden`);
  };
  await again();
  await panel.evaluate(`document.querySelector(".why-button").click()`);
  for (const touch of [false, true]) {
    for (const width of [200, 240, 320, 360, 480]) {
      await panel.size(width, 800, touch);
      assert.deepEqual(await panel.evaluate(faults(touch ? 44 : 24)), [], `${width} pixels, ${touch ? "touch" : "pointer"}`);
    }
  }
  await panel.evaluate(`document.querySelector("#names .chip").click()`);
  await panel.size(240, 800, true);
  assert.deepEqual(await panel.evaluate(faults(44)), [], "what is said of a name");
  await again();
  for (const [what, broken] of BREAKS) {
    await panel.evaluate(`globalThis.before ??= [...document.styleSheets].map((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText)); ${broken}`);
    assert.notDeepEqual(await panel.evaluate(faults(44)), [], what);
    await panel.evaluate(`[...document.styleSheets].forEach((sheet, i) => { while (sheet.cssRules.length) sheet.deleteRule(0); before[i].forEach((rule, at) => sheet.insertRule(rule, at)); })`);
    assert.deepEqual(await panel.evaluate(faults(44)), []);
  }
  await panel.size(0, 0, false);
  await wide.close();
  await press(context, page);
  await panel.until(`document.body.dataset.state === "read" && document.getElementById("strip").hidden`);
});

test("a name opens all that is said of it, and the way back leads to the summary", async () => {
  await panel.evaluate(`document.querySelector("#names .chip").click()`);
  await panel.until(`!document.getElementById("focus").hidden && document.getElementById("whole").hidden`);
  const name = await panel.evaluate(`document.querySelector("#focus h2").textContent`);
  const sentences = await panel.evaluate(`[...document.querySelectorAll("#focus .points mark.chosen")].length`);
  assert.ok(name.length > 1 && sentences >= 1);
  assert.deepEqual(await panel.evaluate(VIOLATIONS), []);
  await panel.evaluate(`document.querySelector("#focus .btn").click()`);
  await panel.until(`document.getElementById("focus").hidden`);
});

test("percent and back: the same slider, another unit", async () => {
  await panel.evaluate(`document.querySelector('#unit [data-choice="percent"]').click()`);
  assert.match(await panel.evaluate(`document.getElementById("length-now").textContent`), /٪/);
  await panel.evaluate(`document.querySelector('#unit [data-choice="sentences"]').click()`);
  assert.match(await panel.evaluate(`document.getElementById("length-now").textContent`), /جُمل|جملة|جملتان/);
});

test("a kind that is switched off has no marks in page and panel", async () => {
  const layers = () => page.evaluate(() => [.../** @type {any} */ (CSS).highlights.keys()].map((name) => name.split("-").at(-1)));
  const family = await panel.evaluate(`document.querySelector("#legend .chip").dataset.family`);
  assert.ok((await layers()).includes(family));
  await panel.evaluate(`document.querySelector("#legend .chip").click()`);
  await until(async () => !(await layers()).includes(family), "the kind gone from the page");
  assert.equal(await panel.evaluate(`document.getElementById("reader").classList.contains("hide-${family}")`), true);
  await panel.evaluate(`document.querySelector("#legend .chip").click()`);
  await until(async () => (await layers()).includes(family), "the kind back in the page");
});

test("options hold at once: length, look of the marks, language", async () => {
  const options = await context.newPage();
  await options.goto(`chrome-extension://${await extensionId(context)}/options.html`);
  await options.waitForSelector("#kinds .chip");
  await options.evaluate(`${AXE}; true`);
  assert.deepEqual(await options.evaluate(VIOLATIONS), []);
  await panel.evaluate(`(document.getElementById("length").value = "1", document.getElementById("length").dispatchEvent(new Event("input", { bubbles: true })))`);
  await options.check("[name=style][value=line]");
  await until(() => page.evaluate(() => [.../** @type {any} */ (CSS).highlights.keys()].some((name) => name.endsWith("-line"))), "lines in the page");
  assert.equal(await panel.evaluate(`document.querySelectorAll("#points > li").length`), 1, "another option leaves the length that was set here");
  await options.fill("[name=count]", "2");
  await options.check("[name=length][value=fixed]");
  await options.check("[name=language][value=en]");
  await panel.until(`document.documentElement.lang === "en" && document.querySelectorAll("#points > li").length === 2`);
  assert.equal(await panel.evaluate(`document.documentElement.dir`), "ltr");
  const left = await panel.evaluate(`[...document.querySelectorAll("button, .label, .status, .strip, .meta")].filter((e) => !e.closest("[lang=ar], [hidden], bdi") && !e.querySelector("[lang=ar]")).map((e) => e.textContent).filter((words) => /[\\u0600-\\u06ff]/.test(words))`);
  assert.deepEqual(left, [], "no Arabic word is left in the English interface");
  await options.close();
});
