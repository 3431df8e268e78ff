//! Where the browser lets no extension in, the panel says which place it is, what to do, and reads what is selected.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import test, { after, before } from "node:test";
import { background, openPanel, startWithExtension, until } from "./chromium.mjs";
import { built } from "./dist.mjs";
import { startFirefox } from "./firefox.mjs";
import * as made from "./made-pages.mjs";
import { PAGES } from "./pages.mjs";
import { serve } from "./server.mjs";

/** @param {string} path of the extension as it is built */
const part = (path) => import(pathToFileURL(`${built("chrome")}/${path}`).href);
const { troubleNamed, whyShut } = await part("trouble.js");
const { words: arabic } = await part("words/ar.js");
const { words: english } = await part("words/en.js");

const PDF = { body: made.pdf, headers: { "content-type": "application/pdf" } };
const STORE = "https://chromewebstore.google.com/detail/zubda";
const SAYS = `document.body.dataset.state === "trouble" && document.querySelector("[data-trouble]").dataset.trouble`;
const WORDS = `[...document.querySelectorAll("[data-trouble] h2, [data-trouble] p")].map((line) => line.textContent)`;

/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
before(async () => {
  server = await serve(fileURLToPath(PAGES), { "/paper.pdf": PDF, "/paper": PDF, "/plain": { body: made.plain } });
});
after(() => server.close());

test("an address tells why no script was let in", () => {
  const cases = [
    ["about:reader?url=https%3A%2F%2Fsite.example%2Fa", "reader"],
    ["https://site.example/report.pdf", "pdf"],
    ["https://site.example/REPORT.PDF#page=2", "pdf"],
    ["file:///home/reader/report.pdf", "pdf"],
    ["https://site.example/view?file=report.pdf", "shut"],
    ["https://site.example/news/pdf-readers", "shut"],
    ["file:///home/reader/article.html", "file"],
    ["https://chromewebstore.google.com/category/extensions", "store"],
    ["https://chrome.google.com/webstore/detail/x", "store"],
    ["https://addons.mozilla.org/ar/firefox/", "store"],
    ["https://microsoftedge.microsoft.com/addons/detail/x", "store"],
    ["https://addons.opera.com/en/extensions/", "store"],
    ["https://addons.mozilla.org.site.example/", "shut"],
    ["https://site.example/?next=addons.mozilla.org/", "shut"],
    ["https://accounts.site.example/", "shut"],
    ["chrome://settings/", "browser"],
    ["about:addons", "browser"],
    ["view-source:https://site.example/", "browser"],
    ["moz-extension://00000000-0000-4000-8000-000000000000/a.html", "browser"],
    ["", "browser"],
  ];
  for (const [address, why] of cases) assert.equal(whyShut(address), why, address);
});

test("every trouble has its words in both languages; one without a name is a crash, a failed selection asks for another", () => {
  for (const name of ["browser", "shut", "store", "pdf", "reader", "file", "frame", "foreign", "short", "empty", "unselected", "lost", "crashed"]) {
    assert.equal(troubleNamed(name, false), name);
    for (const words of [arabic, english]) for (const end of ["Title", "More"]) assert.ok((words[name + end] ?? "").length > 10, name + end);
  }
  assert.equal(troubleNamed("constructor", false), "crashed");
  assert.equal(troubleNamed("short", true), "unselected");
});

test("Chromium", async (t) => {
  const profile = mkdtempSync(join(tmpdir(), "zubda-"));
  const context = await startWithExtension(built("chrome"), profile, ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]);
  t.after(async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  });
  for (const [name, address, why] of [["the store", STORE, "store"], ["a PDF", `${server.url}/paper.pdf`, "pdf"], ["a PDF whose address does not say so", `${server.url}/paper`, "pdf"]]) {
    await t.test(`${name}: the panel says which, and reads what the menu knows of a selection`, async () => {
      const page = await context.newPage();
      // The store does not answer here: its address is what the browser goes by.
      await page.goto(address).catch(() => {});
      let panel = await openPanel(context, page, address);
      // Under load the first press may meet the empty page before the viewer: a reader presses again.
      await panel.until(`(${SAYS}) === "${why}"`).catch(async () => {
        panel = await openPanel(context, page, address);
        await panel.until(`(${SAYS}) === "${why}"`);
      });
      assert.deepEqual(await panel.evaluate(WORDS), [arabic[`${why}Title`], arabic[`${why}More`]]);
      await (await background(context)).evaluate(async ([url, selected]) => {
        const { chrome } = /** @type {any} */ (globalThis);
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        await chrome.runtime.sendMessage({ type: "press", press: { tabId: tab.id, windowId: tab.windowId, url, selection: true, selected } });
      }, [address, made.paragraphs.slice(0, 3).join(" ")]);
      await panel.until(`document.body.dataset.state === "read" && document.querySelectorAll("#points > li").length > 0`);
      await page.close();
    });
  }
});

test("Firefox", async (t) => {
  const firefox = await startFirefox(built("firefox"), { "network.proxy.type": 1, "network.proxy.http": "127.0.0.1", "network.proxy.http_port": 9, "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": 9 });
  t.after(() => firefox.close());
  const reader = `about:reader?url=${encodeURIComponent(`${server.url}/nested-divs/page.html`)}`;
  for (const [name, address, why] of [["a PDF", "/paper.pdf", "pdf"], ["a PDF whose address does not say so", "/paper", "shut"], ["the reader view", reader, "reader"], ["the source of a page", `view-source:${server.url}/plain`, "browser"], ["the add-ons site", "https://addons.mozilla.org/", "store"]]) {
    await t.test(`${name}: the sidebar says which`, async () => {
      // The add-ons site does not answer here: its address is what the browser goes by.
      await firefox.go(address.startsWith("/") ? server.url + address : address).catch(() => {});
      await firefox.press();
      await until(() => firefox.inSidebar(`(${SAYS}) === "${why}"`).catch(() => false), why);
      assert.deepEqual(await firefox.inSidebar(WORDS), [arabic[`${why}Title`], arabic[`${why}More`]]);
    });
  }
});
