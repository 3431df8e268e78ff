//! The whole way in a real Chromium: press, panel, marks in the page, and what may happen to them.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import test, { after, before } from "node:test";
import { background, longestScript, openPanel, press, sidePanel, startWithExtension, until } from "./chromium.mjs";
import { built } from "./dist.mjs";
import * as made from "./made-pages.mjs";
import { PAGES } from "./pages.mjs";
import { serve } from "./server.mjs";

const CSP = { "content-security-policy": "default-src 'none'; style-src 'none'; script-src 'none'; require-trusted-types-for 'script'" };

/** @type {import("playwright-core").BrowserContext} */
let context;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
/** @type {string} */
let profile;

before(async () => {
  profile = mkdtempSync(join(tmpdir(), "zubda-"));
  server = await serve(fileURLToPath(PAGES), {
    "/plain": { body: made.plain },
    "/strict": { body: made.plain, headers: CSP },
    "/hostile": { body: made.hostileStyle },
    "/many": { body: made.manyNodes },
    "/long": { body: made.fiveMegabytes() },
    "/links": { body: made.hundredThousandLinks() },
    "/letters": { body: made.oneLetterSpans() },
    "/table": { body: made.longTable() },
    "/lines": { body: made.shortLines() },
    "/closed": { body: made.closedShadow },
    "/feed": { body: made.infiniteScroll },
    "/zero": { body: made.zeroWidth },
    "/latin": { body: made.latin },
    "/short": { body: made.short },
    "/nothing": { body: made.nothing },
  });
  context = await startWithExtension(built("chrome"), profile);
});
after(async () => {
  await context.close();
  await server.close();
  rmSync(profile, { recursive: true, force: true });
});

/** A page in a tab of its own. @param {string} path */
async function openPage(path) {
  const page = await context.newPage();
  await page.goto(path.startsWith("/") ? `${server.url}${path}` : path);
  return page;
}

/**
 * Presses over a page and waits until the panel has read it; presses again where nothing comes of it, as a
 * browser under load can lose a press. @param {import("playwright-core").Page} page
 */
async function read(page) {
  for (let left = 1; ; left -= 1) {
    const panel = await openPanel(context, page);
    try {
      await panel.until(`document.body.dataset.state === "read" && document.getElementById("strip").hidden`);
      return panel;
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}

/** The strings that are marked in a page, by layer. @param {import("playwright-core").Page} page @returns {Promise<Record<string, string[]>>} */
function marks(page) {
  return page.evaluate(() => Object.fromEntries([.../** @type {any} */ (CSS).highlights].map(([name, ranges]) => [name.replace(/^zubda-(light|dark)-/, ""), [...ranges].map((range) => range.toString().replace(/\s+/g, " "))])));
}

/** @param {import("playwright-core").Page} page */
function sentencesMarked(page) {
  return until(async () => (await marks(page)).sentence, "marked sentences");
}

/** The summary as the panel shows it, without the words for those who hear it. */
const SHOWN = `[...document.querySelectorAll("#points > li > a.text")].map((a) => { const copy = a.cloneNode(true); for (const sr of copy.querySelectorAll(".sr")) sr.remove(); return copy.textContent.replace(/\\s+/g, " "); })`;

test("a press opens the panel, and what it shows is marked in the page, word for word", async () => {
  const page = await openPage("/nested-divs/page.html");
  const before = await page.content();
  const panel = await read(page);
  const shown = await panel.evaluate(SHOWN);
  assert.ok(shown.length >= 3, "three sentences at least");
  assert.deepEqual((await sentencesMarked(page)).sort(), [...shown].sort());
  const { sentence: _, ...names } = await marks(page);
  assert.ok(Object.values(names).flat().length > 0, "names are marked too");
  assert.equal(await page.content(), before, "the page itself is not touched");
  assert.match(await panel.evaluate(`(({ fontFamily, fontSize }) => fontFamily + " " + fontSize)(getComputedStyle(document.body))`), /^Vazirmatn.* 16px$/, "in its own face and size, not the browser's");
  assert.equal(await panel.evaluate(`document.getElementById("title").textContent`), "بحيرة السلطانة تستعيد طيورها بعد عقد من الجفاف");
  await page.close();
});

test("a page that lets the scripts in only a moment after the press is read", async () => {
  const page = await openPage("/plain");
  const panel = await read(page);
  await panel.evaluate(`(() => {
    const { scripting } = chrome;
    const enter = scripting.executeScript.bind(scripting);
    scripting.executeScript = async (...given) => {
      scripting.executeScript = enter;
      throw new Error("Cannot access contents of the page.");
    };
    document.getElementById("title").textContent = "";
  })()`);
  await press(context, page);
  await panel.until(`document.body.dataset.state === "read" && document.getElementById("title").textContent !== ""`);
  await page.close();
});

test("a longer summary marks more, and the switches take marks away", async () => {
  const page = await openPage("/plain");
  const panel = await read(page);
  const few = (await sentencesMarked(page)).length;
  await panel.evaluate(`document.getElementById("more").click()`);
  await until(async () => (await marks(page)).sentence?.length === few + 1, "one more mark");
  await panel.evaluate(`document.getElementById("mark-names").click()`);
  await until(async () => Object.keys(await marks(page)).join() === "sentence", "sentences only");
  await panel.evaluate(`document.getElementById("mark-sentences").click()`);
  await until(async () => Object.keys(await marks(page)).length === 0, "no marks");
  await panel.evaluate(`document.getElementById("mark-sentences").click(); document.getElementById("mark-names").click()`);
  await sentencesMarked(page);
  await page.close();
});

test("a switch pressed while an earlier one is still being stored stays as it was pressed", async () => {
  const page = await openPage("/plain");
  const panel = await read(page);
  const pressed = await panel.evaluate(`(async () => {
    const { local } = chrome.storage;
    const get = local.get.bind(local);
    const wait = (time) => new Promise((go) => setTimeout(go, time));
    local.get = async (key) => { const value = await get(key); await wait(600); return value; };
    const press = (what) => document.getElementById(what).click();
    press("mark-names");
    await wait(200);
    press("mark-sentences");
    await wait(500);
    press("mark-sentences");
    press("mark-names");
    await wait(900);
    local.get = get;
    return ["mark-sentences", "mark-names"].map((what) => document.getElementById(what).getAttribute("aria-checked"));
  })()`);
  assert.deepEqual(pressed, ["true", "true"]);
  await sentencesMarked(page);
  await page.close();
});

test("a sentence in the panel scrolls the page to it, a marked one in the page leads to the panel", async () => {
  const page = await openPage("/many");
  const panel = await read(page);
  await sentencesMarked(page);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await panel.evaluate(`document.querySelector("#points > li > a.text").click()`);
  const seen = () => page.evaluate(() => {
    const now = [.../** @type {any} */ (CSS).highlights].find(([name]) => name.endsWith("-now"));
    const place = now && [...now[1]][0].getBoundingClientRect();
    return place && place.top >= 0 && place.bottom <= innerHeight ? { x: place.right - 12, y: place.top + 8 } : null;
  });
  const point = await until(seen, "the sentence in view");
  await panel.evaluate(`document.querySelectorAll("#points li.now").forEach((li) => li.classList.remove("now"))`);
  await page.mouse.click(point.x, point.y);
  await panel.until(`document.querySelector("#points > li").classList.contains("now")`);
  await page.close();
});

test("a selection is read alone", async () => {
  const page = await openPage("/plain");
  await page.evaluate(() => {
    const [first, second] = document.querySelectorAll("p");
    getSelection()?.setBaseAndExtent(/** @type {Node} */ (first.firstChild), 10, /** @type {Node} */ (second.firstChild), 40);
  });
  const panel = await read(page);
  const wanted = await page.evaluate(() => getSelection()?.toString().replace(/\s+/g, " ") ?? "");
  for (const sentence of await panel.evaluate(SHOWN)) assert.ok(wanted.includes(sentence.trim()), sentence);
  for (const sentence of await sentencesMarked(page)) assert.ok(wanted.includes(sentence.trim()), sentence);
  await page.close();
});

/** Selects in the document or root that `where` gives; the words selected. @param {import("playwright-core").Page} page @param {string} where */
function selectIn(page, where) {
  return page.evaluate((root) => {
    const found = (0, eval)(root);
    const [first, second] = found.querySelectorAll("p");
    (found.defaultView ?? globalThis).getSelection().setBaseAndExtent(first.firstChild, 0, second.firstChild, 60);
    (found.body ?? found.host).ownerDocument.defaultView.focus();
    return [first.textContent, second.textContent.slice(0, 60)].join(" ").replace(/\s+/g, " ");
  }, where);
}

for (const [name, path, where] of [["a frame of the same origin", "/frame-srcdoc/page.html", `document.querySelector("iframe").contentDocument`], ["a shadow root", "/open-shadow-root/page.html", `document.querySelector("x-story").shadowRoot`]]) {
  test(`a selection in ${name} is read alone, and marked`, async () => {
    const page = await openPage(path);
    const wanted = await selectIn(page, where);
    const panel = await read(page);
    assert.equal(await panel.evaluate(`document.getElementById("title").textContent`), "النص المحدَّد");
    const shown = await panel.evaluate(SHOWN);
    assert.ok(shown.length > 0);
    for (const sentence of shown) assert.ok(wanted.includes(sentence.trim()), sentence);
    await until(() => page.evaluate(() => [globalThis, ...Array.from(frames)].some((view) => [.../** @type {any} */ (view).CSS.highlights.keys()].some((layer) => layer.endsWith("-sentence")))), "marks");
    await page.close();
  });
}

test("a marked sentence pressed in a frame leads to the panel", async () => {
  const page = await openPage("/frame-srcdoc/page.html");
  const panel = await read(page);
  const inner = page.frames()[1] ?? assert.fail("no frame");
  const place = await until(() => inner.evaluate(() => {
    const layer = [.../** @type {any} */ (CSS).highlights].find(([name]) => name.endsWith("-sentence"));
    if (!layer) return null;
    const [{ right, top }] = [...layer[1]].at(-1).getClientRects();
    return { x: right - 12, y: top + 8 };
  }), "marks in the frame");
  const { x, y } = await page.locator("iframe").evaluate((frame) => ({ x: frame.getBoundingClientRect().left + frame.clientLeft, y: frame.getBoundingClientRect().top + frame.clientTop }));
  await page.mouse.click(x + place.x, y + place.y);
  await panel.until(`document.querySelector("#points > li.now") !== null`);
  await page.close();
});

test("what the menu knows of a selection is read where no script may enter", async () => {
  const page = await openPage("/plain");
  const worker = await background(context);
  const panel = await openPanel(context, page);
  await panel.until(`document.body.dataset.state === "read"`);
  const text = made.paragraphs.slice(0, 3).join(" ");
  await worker.evaluate(async ([selected]) => {
    const { id: windowId } = await /** @type {any} */ (globalThis).chrome.windows.getLastFocused();
    await /** @type {any} */ (globalThis).chrome.runtime.sendMessage({ type: "press", press: { tabId: 999_999, windowId, url: "https://site.example/a.pdf", selection: true, selected } });
  }, [text]);
  await panel.until(`document.getElementById("title").textContent === "النص المحدَّد" && document.body.dataset.state === "read"`);
  for (const sentence of await panel.evaluate(SHOWN)) assert.ok(text.includes(sentence), sentence);
  assert.equal(await panel.evaluate(`document.getElementById("marks").hidden`), true);
  await page.close();
});

test("another page ends the grant: the panel says so, keeps what it shows, and nothing is marked there", async () => {
  const page = await openPage("/plain");
  const panel = await read(page);
  await sentencesMarked(page);
  const shown = await panel.evaluate(SHOWN);
  await panel.evaluate(`scrollTo(0, document.documentElement.scrollHeight)`);
  await page.goto(`${server.url.replace("127.0.0.1", "localhost")}/opinion/page.html`);
  await panel.until(`!document.getElementById("strip").hidden`);
  assert.ok(await panel.evaluate(`scrollY > 50 && document.getElementById("strip").getBoundingClientRect().top >= 0`), "in view for a reader far down");
  assert.match(await panel.evaluate(`document.getElementById("strip").textContent`), /صفحة أخرى.*شريط الأدوات/s);
  assert.equal(await panel.evaluate(`document.querySelectorAll("#strip button").length`), 0, "no button: a press in the panel grants nothing");
  assert.deepEqual(await panel.evaluate(SHOWN), shown);
  assert.deepEqual(await marks(page), {});
  const worker = await background(context);
  const refused = await worker.evaluate(async () => {
    const { chrome } = /** @type {any} */ (globalThis);
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ["content/clock.js"] }).then(() => "allowed", (/** @type {Error} */ error) => error.message);
  });
  assert.notEqual(refused, "allowed");
  await press(context, page);
  await panel.until(`document.getElementById("strip").hidden && document.getElementById("title").textContent.includes("الكلمات الصغيرة")`);
  await sentencesMarked(page);
  await page.close();
});

test("another tab: the panel says so, and takes it back on return", async () => {
  const page = await openPage("/plain");
  const panel = await read(page);
  const other = await openPage("/short");
  await other.bringToFront();
  await panel.until(`!document.getElementById("strip").hidden`);
  await page.bringToFront();
  await panel.until(`document.getElementById("strip").hidden`);
  await other.close();
  await page.close();
});

test("another tab while a page is still being read: the panel says that what it shows is from the first", async () => {
  const page = await openPage("/long");
  const other = await openPage("/short");
  const panel = await openPanel(context, page);
  await panel.until(`document.body.dataset.state === "work"`);
  await other.bringToFront();
  await panel.until(`document.body.dataset.state === "read"`);
  assert.equal(await panel.evaluate(`document.getElementById("strip").hidden`), false);
  await page.bringToFront();
  await panel.until(`document.getElementById("strip").hidden`);
  await other.close();
  await page.close();
});

test("marks on text that changes are dropped, the others stay where they are", async () => {
  const page = await openPage("/plain");
  const panel = await read(page);
  const marked = await sentencesMarked(page);
  const changed = await page.evaluate((first) => {
    const p = [...document.querySelectorAll("p")].find((each) => each.textContent?.includes(first));
    p?.firstChild?.replaceWith(`كلام جديد ${p.textContent}`);
    return p !== undefined;
  }, marked[0]);
  assert.ok(changed);
  await until(async () => (await marks(page)).sentence?.length === marked.length - 1, "one mark less");
  assert.deepEqual(await sentencesMarked(page), marked.slice(1));
  await panel.until(`document.getElementById("note").textContent.includes("تغيّرت الصفحة")`);
  await page.evaluate((second) => {
    const p = [...document.querySelectorAll("p")].find((each) => each.textContent?.includes(second));
    const text = /** @type {Text} */ (p?.firstChild);
    text.insertData(5, "حرف ");
  }, marked[1]);
  await until(async () => ((await marks(page)).sentence ?? []).length === marked.length - 2, "two marks less");
  await panel.evaluate(`document.querySelector("#points > li > a.text").click()`);
  await panel.until(`document.getElementById("note").textContent.includes("لم تعد هذه الجملة")`);
  await page.close();
});

for (const [name, path] of [["hostile style", "/hostile"], ["strict policy", "/strict"], ["a feed that grows", "/feed"], ["a closed shadow root", "/closed"], ["signs without width", "/zero"], ["an open shadow root", "/open-shadow-root/page.html"], ["a frame of the same origin", "/frame-srcdoc/page.html"]]) {
  test(`${name}: read, and marked exactly`, async () => {
    const page = await openPage(path);
    const panel = await read(page);
    const shown = await panel.evaluate(SHOWN);
    const found = () => page.evaluate(() => [globalThis, ...Array.from(frames)].flatMap((view) => [.../** @type {any} */ (view).CSS.highlights].filter(([layer]) => layer.endsWith("-sentence")).flatMap(([, ranges]) => [...ranges].map((range) => range.toString().replace(/\s+/g, " ")))));
    const marked = await until(async () => { const all = await found(); return all.length > 0 && all; }, "marks");
    assert.deepEqual(marked.sort(), [...shown].sort());
    await page.close();
  });
}

test("20,000 nodes: from press to marks in a second and a half", async (t) => {
  const page = await openPage("/many");
  await read(page);
  await sentencesMarked(page);
  await page.reload();
  const began = Date.now();
  await press(context, page);
  await sentencesMarked(page);
  const took = Date.now() - began;
  t.diagnostic(`press to marks ${took} ms`);
  assert.ok(took <= 1500, `${took} ms`);
  await page.close();
});

for (const [name, path] of [["five megabytes", "/long"], ["100,000 links", "/links"], ["50,000 one-letter elements", "/letters"], ["a table of 24,000 cells", "/table"], ["40,000 short lines", "/lines"]]) {
  test(`${name}: the page is never held for 200 ms`, async (t) => {
    const page = await openPage(path);
    await page.waitForLoadState("load");
    await page.waitForTimeout(1500);
    const longest = await longestScript(context, page, async () => {
      await read(page);
      await sentencesMarked(page);
      await page.waitForTimeout(500);
    });
    t.diagnostic(`longest script ${longest.toFixed(0)} ms`);
    assert.ok(longest <= 200, `${longest} ms`);
    const panel = await sidePanel(context);
    assert.ok((await panel.evaluate(SHOWN)).length > 0);
    await page.close();
  });
}

test("a frame whose site has not answered yet is a frame of another origin all the same", async () => {
  const silent = createServer(() => {});
  await new Promise((resolve) => silent.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (silent.address());
  const outer = await serve(fileURLToPath(PAGES), { "/": { body: made.foreignFrame(`http://localhost:${port}/`) } });
  const page = await context.newPage();
  await page.goto(`${outer.url}/`, { waitUntil: "domcontentloaded" });
  const panel = await openPanel(context, page);
  await panel.until(`document.body.dataset.state === "trouble"`);
  assert.equal(await panel.evaluate(`document.querySelector("[data-trouble]").dataset.trouble`), "frame");
  await page.close();
  silent.closeAllConnections();
  silent.close();
  await outer.close();
});

for (const [name, path, trouble] of [["no Arabic", "/latin", "foreign"], ["too little text", "/short", "short"], ["no text", "/nothing", "empty"], ["a page of the browser", "chrome://version/", "browser"]]) {
  test(`${name}: the panel says which and what to do`, async () => {
    const page = await openPage(path);
    const panel = await openPanel(context, page);
    await panel.until(`document.body.dataset.state === "trouble" && document.querySelector("[data-trouble]").dataset.trouble === "${trouble}"`);
    assert.ok((await panel.evaluate(`document.querySelector("[data-trouble] p").textContent`)).length > 20);
    assert.equal(await panel.evaluate(`Math.round(innerHeight - document.querySelector(".status").getBoundingClientRect().bottom)`), 0, "the foot stands at the foot");
    assert.ok(await panel.evaluate(`document.querySelector(".status").offsetHeight < 80`), "and is no taller than its words");
    await page.close();
  });
}

test("an article in a frame of another origin: the panel says so", async () => {
  const inner = await serve(fileURLToPath(PAGES), { "/": { body: made.plain } });
  const outer = await serve(fileURLToPath(PAGES), { "/": { body: made.foreignFrame(inner.url.replace("127.0.0.1", "localhost")) } });
  const page = await openPage(`${outer.url}/`);
  const panel = await openPanel(context, page);
  await panel.until(`document.querySelector("[data-trouble]")?.dataset.trouble === "frame"`);
  await page.close();
  await Promise.all([inner.close(), outer.close()]);
});

test("the shortcut and the menu's items exist", async () => {
  const worker = await background(context);
  const commands = await worker.evaluate(() => /** @type {any} */ (globalThis).chrome.commands.getAll());
  assert.equal(commands.find((/** @type {any} */ { name }) => name === "_execute_action")?.shortcut, "Alt+Shift+S");
  // An item that exists cannot be made again.
  for (const id of ["page", "selection"]) {
    const error = await worker.evaluate((item) => new Promise((resolve) => {
      const { chrome } = /** @type {any} */ (globalThis);
      chrome.contextMenus.create({ id: item, title: item }, () => resolve(chrome.runtime.lastError?.message ?? ""));
    }), id);
    assert.match(error, /duplicate/i);
  }
});

test("closing the panel clears the page", async () => {
  const page = await openPage("/plain");
  const panel = await read(page);
  await sentencesMarked(page);
  await panel.evaluate(`setTimeout(() => close())`).catch(() => {});
  await until(async () => Object.keys(await marks(page)).length === 0, "no marks");
  await page.close();
});
