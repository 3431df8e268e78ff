// The main job: paste an article, read its summary, change its length, follow a sentence, and do it all again offline.
import assert from "node:assert/strict";
import { test } from "node:test";
import { controlled, openPage, paste, ready, setUp, showing, summary, waitForSummary } from "./chromium.mjs";
import { article, sample } from "./texts.mjs";

const site = setUp();

async function doTheJob(page, text) {
  await paste(page, text);
  await waitForSummary(page);
  await page.waitForFunction(() => document.activeElement?.id === "summary", null, { timeout: 2000 });
  const first = await summary(page);
  assert.ok(first.length >= 3 && first.length <= 7, `${first.length} sentences by default`);
  for (const sentence of first) assert.ok(text.includes(sentence), `not word for word: ${sentence}`);

  const slider = page.locator("#length");
  await slider.fill(String(first.length + 2));
  const longer = await summary(page);
  assert.equal(longer.length, first.length + 2);
  for (const sentence of first) assert.ok(longer.includes(sentence), "a longer summary contains the shorter one");
  await slider.fill("1");
  assert.equal((await summary(page)).length, 1);
  await slider.fill(String(first.length));
  assert.deepEqual(await summary(page), first);

  const last = page.locator("#points > li > a.text").last();
  await last.click();
  const now = page.locator("#article .s.now");
  await now.waitFor();
  await page.waitForTimeout(400);
  const place = await now.evaluate((span) => {
    const copy = span.cloneNode(true);
    for (const each of copy.querySelectorAll(".sr, .num")) each.remove();
    const { top, bottom } = span.getBoundingClientRect();
    return { text: copy.textContent, inView: top >= 0 && bottom <= innerHeight };
  });
  assert.deepEqual(place, { text: first.at(-1), inView: true });
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement?.closest("#points > li > a.text") !== null), true, "Escape returns the focus");
}

for (const [name, text] of [["our sample", sample], ["a real article", article]]) {
  test(`${name}: paste, read, change the length, follow, and again without the server`, { skip: text === null && "no ../shared/gold/article.txt beside the project" }, async () => {
    const { context, page, faults } = await openPage(site.browser, site.server.url);
    await showing(page, () => doTheJob(page, text));
    await controlled(page);
    await site.server.stop();
    try {
      await page.reload();
      await ready(page);
      await showing(page, () => doTheJob(page, text));
    } finally {
      await site.server.start();
    }
    assert.deepEqual(faults, []);
    await context.close();
  });
}

test("on a first visit the core is fetched once, by the worker", async () => {
  const from = site.server.log.length;
  const { context, page, faults } = await openPage(site.browser, site.server.url, { context: { serviceWorkers: "block" } });
  await paste(page, sample);
  await showing(page, () => waitForSummary(page));
  assert.deepEqual(site.server.log.slice(from).filter((line) => line.endsWith(".wasm")), ["GET /core/zubda_bg.wasm"]);
  assert.equal(await page.evaluate(() => performance.getEntriesByType("resource").some(({ name }) => name.endsWith(".wasm"))), false);
  assert.deepEqual(faults, []);
  await context.close();
});

test("the start asks for few files: markup, script and styles of the page, the worker and its core, fonts and icon", async () => {
  const from = site.server.log.length;
  const { context, page } = await openPage(site.browser, site.server.url, { context: { serviceWorkers: "block" } });
  await paste(page, sample);
  await waitForSummary(page);
  const asked = site.server.log.slice(from).filter((line) => !/\.(woff2|svg|png|ico|webmanifest)$/.test(line)).sort();
  assert.deepEqual(asked, ["GET /", "GET /core/zubda_bg.wasm", "GET /early.js", "GET /page.css", "GET /page.js", "GET /shared/worker.js"]);
  await context.close();
});

test("once its files are kept, the page compiles the core from there, so that the browser keeps what it has compiled", async () => {
  const { context, page, faults } = await openPage(site.browser, site.server.url);
  await controlled(page);
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.endsWith(".wasm")));
  assert.deepEqual(faults, []);
  await context.close();
});

test("on a later visit the page hands the core to the worker, compiled", async () => {
  const { context, page, faults } = await openPage(site.browser, site.server.url);
  await controlled(page);
  await page.reload();
  await ready(page);
  await paste(page, sample);
  await showing(page, () => waitForSummary(page));
  const cores = () => performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".wasm")).length;
  assert.equal(await page.evaluate(cores), 1);
  assert.equal(await page.workers().at(-1).evaluate(cores), 0);
  assert.deepEqual(faults, []);
  await context.close();
});

for (const [what, broken] of [
  ["cannot compile it while it comes", () => { WebAssembly.compileStreaming = () => Promise.reject(new TypeError("planted")); }],
  ["has no way to compile it while it comes", () => { delete WebAssembly.compileStreaming; }],
]) {
  test(`on a later visit a page that ${what} leaves the core to the worker`, async () => {
    const { context, page } = await openPage(site.browser, site.server.url);
    await controlled(page);
    await context.addInitScript(broken);
    await page.reload();
    await ready(page);
    await paste(page, sample);
    await showing(page, () => waitForSummary(page));
    await context.close();
  });
}

test("what is typed while a pasted text is being analysed joins it in the box", async () => {
  const { context, page } = await openPage(site.browser, site.server.url);
  await ready(page);
  const typed = await page.evaluate((given) => {
    const box = document.getElementById("text");
    box.focus();
    const data = new DataTransfer();
    data.setData("text/plain", given);
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    box.dispatchEvent(new InputEvent("beforeinput", { inputType: "insertText", data: "!", bubbles: true, cancelable: true }));
    document.execCommand("insertText", false, "!");
    return box.value;
  }, sample);
  assert.equal(typed, `${sample}!`);
  await waitForSummary(page);
  assert.equal(await page.locator("#text").inputValue(), typed);
  await context.close();
});

test("the slider never analyses again", async () => {
  const { context, page } = await openPage(site.browser, site.server.url);
  await page.evaluate(() => {
    globalThis.posted = 0;
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (...args) {
      globalThis.posted += 1;
      return post.apply(this, args);
    };
  });
  await paste(page, sample);
  await waitForSummary(page);
  for (const amount of ["1", "9", "4"]) await page.locator("#length").fill(amount);
  await page.click("[data-choice=percent]");
  await page.locator("#length").fill("60");
  assert.equal(await page.evaluate(() => globalThis.posted), 1);
  await context.close();
});

test("after the page is loaded and kept, reading makes no request", async () => {
  const { context, page } = await openPage(site.browser, site.server.url);
  await controlled(page);
  await page.waitForTimeout(300);
  const before = site.server.log.length;
  await showing(page, () => doTheJob(page, sample));
  assert.deepEqual(site.server.log.slice(before).filter((line) => !line.endsWith("/sw.js")), []);
  await context.close();
});

test("names are marked in both texts and listed with their kinds", async () => {
  const { context, page } = await openPage(site.browser, site.server.url);
  await paste(page, article ?? sample);
  await waitForSummary(page);
  await showing(page, async () => {
    assert.ok(await page.locator("#article mark.ent").count() > 5, "marks in the article");
    assert.ok(await page.locator("#points mark.ent").count() > 0, "marks in the summary");
    const kinds = await page.$$eval("#legend .chip", (chips) => chips.map((chip) => chip.dataset.family));
    assert.ok(kinds.includes("date") && kinds.includes("place"), `kinds: ${kinds}`);
    const mark = page.locator("#article mark.ent").first();
    assert.match(await mark.locator(".sr").textContent(), /\(\S+\)/, "a mark says its kind");
  });
  await context.close();
});
