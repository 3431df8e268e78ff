// Input that is no article: one plain sentence, the text stays, nothing hangs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, paste, setUp, showing, summary, waitForSummary } from "./chromium.mjs";
import { serve } from "./server.mjs";
import { long, sample } from "./texts.mjs";

let page;
let faults;
const site = setUp({}, async () => {
  ({ page, faults } = await openPage(site.browser, site.server.url));
});

async function fresh() {
  await page.goto(site.server.url);
  await page.waitForSelector("html[data-ready]", { state: "attached" });
}

/** Types `text`, asks for the summary, and returns the trouble the page speaks of. */
async function trouble(text) {
  await fresh();
  await page.evaluate((value) => {
    const box = document.getElementById("text");
    box.value = value;
    box.dispatchEvent(new Event("input"));
    document.getElementById("summarize").disabled = false;
  }, text);
  await page.click("#summarize");
  await page.waitForSelector("#trouble .msg", { timeout: 10_000 });
  const box = await page.inputValue("#text");
  const [title, more] = [await page.textContent("#trouble h2"), await page.textContent("#trouble p")];
  assert.ok(title.trim() && more.trim(), "two sentences");
  return { name: await page.getAttribute("#trouble .msg", "data-trouble"), box };
}

for (const [what, text, name] of [
  ["nothing", "", "empty"],
  ["only spaces", " \n\t\u00a0 ", "empty"],
  ["only Latin", "The town restored its lighthouse. It will open in October.", "foreign"],
  ["a link", "https://example.org/news/1", "link"],
  ["only signs", "… ؟! ()", "wordless"],
  ["only NUL", "\0\0\0", "wordless"],
]) {
  test(`${what}: the page says so and keeps the text`, () => showing(page, async () => {
    const told = await trouble(text);
    assert.equal(told.name, name);
    assert.equal(told.box, text.replace(/\r\n?/g, "\n"));
  }));
}

for (const [what, text] of [
  ["a lone surrogate", "قالت البلدية إن الجسر \ud800 سيُفتح غداً. وأضافت أن العمل انتهى قبل موعده."],
  ["NUL inside", "قالت البلدية إن الجسر\0 سيُفتح غداً. وأضافت أن العمل انتهى قبل موعده."],
  ["bidi controls", "قالت البلدية \u202eإن الجسر\u202c سيُفتح غداً. وأضافت \u2066أن العمل\u2069 انتهى قبل موعده."],
  ["markup as words", "كتب المبرمج <img src=x onerror=alert(1)> في الرسالة. ثم حذف <script>alert(2)</script> منها."],
]) {
  test(`${what}: read as it is, shown as it is`, () => showing(page, async () => {
    await fresh();
    await paste(page, text);
    await waitForSummary(page);
    assert.equal((await summary(page)).join(" "), text);
    assert.equal(await page.locator("#reader img, #reader script").count(), 0);
  }));
}

test("a link was pasted, then the text, as the page asks: the text takes its place", () => showing(page, async () => {
  await fresh();
  await paste(page, "https://example.org/news/1");
  await page.waitForSelector("#trouble [data-trouble=link]");
  await page.evaluate(() => document.getElementById("text").setSelectionRange(99, 99));
  await paste(page, sample);
  await waitForSummary(page);
  assert.equal(await page.inputValue("#text"), sample);
}));

test("a page's source is reduced to its article, and nothing of it runs", () => showing(page, async () => {
  await fresh();
  const source = `<!doctype html><html><head><title>x</title><script>globalThis.ran = 1</script></head><body><nav>القائمة</nav><h1>عنوان الخبر</h1><p>قالت البلدية إن الجسر سيُفتح غداً.</p><img src="https://leak.example/x.png" onerror="globalThis.ran = 1"><p hidden>كلام مخفي</p><p>وأضافت أن العمل انتهى قبل موعده.</p></body></html>`;
  await paste(page, source);
  await waitForSummary(page);
  const shown = await page.evaluate(() => document.getElementById("article").textContent);
  assert.ok(shown.includes("عنوان الخبر") && shown.includes("الجسر") && !shown.includes("القائمة") && !shown.includes("مخفي"), shown);
  assert.equal(await page.evaluate(() => globalThis.ran), undefined);
}));

test("5 MB in one line: read, with a way out, and the page stays awake", () => showing(page, async () => {
  await fresh();
  await page.evaluate(() => {
    globalThis.longest = 0;
    let last = performance.now();
    const tick = () => {
      const now = performance.now();
      globalThis.longest = Math.max(globalThis.longest, now - last);
      last = now;
      setTimeout(tick);
    };
    tick();
  });
  await paste(page, long(2_700_000, 40).replaceAll("\n\n", " "));
  await waitForSummary(page, 60_000);
  const longest = await page.evaluate(() => globalThis.longest);
  console.log(`longest pause of the page with 5 MB in one line: ${Math.round(longest)} ms`);
  assert.ok(longest < 3000, `the page slept ${Math.round(longest)} ms`);
}));

test("a stuck analysis can be cancelled, and the next one works", () => showing(page, async () => {
  await fresh();
  await paste(page, sample); // the worker is up
  await waitForSummary(page);
  await page.goBack();
  await page.workers().at(-1).evaluate(() => { self.onmessage = () => { for (;;); }; });
  await page.click("#summarize");
  await page.click("#cancel", { timeout: 5_000 });
  assert.equal(await page.isVisible("#start"), true);
  assert.equal(await page.inputValue("#text"), sample);
  await page.click("#summarize");
  await waitForSummary(page);
}));

test("a crashed worker is replaced and the text is still there", () => showing(page, async () => {
  await page.goBack();
  await page.workers().at(-1).evaluate(() => { self.onmessage = () => { throw new Error("planted"); }; });
  await page.click("#summarize");
  await page.waitForSelector("#trouble .msg");
  assert.equal(await page.inputValue("#text"), sample);
  await page.click("#trouble button");
  await waitForSummary(page);
  faults.length = 0; // the planted error
}));

test("where the core cannot be loaded the page says so, and recovers when it can", () => showing(page, async () => {
  let broken = true;
  const other = await serve({ change: (name, bytes) => (broken && name === "/core/zubda_bg.wasm" ? Buffer.from("not wasm") : bytes) });
  const { page: second, context } = await openPage(site.browser, other.url);
  await paste(second, sample);
  await second.waitForSelector("#trouble [data-trouble=unavailable]");
  assert.equal(await second.inputValue("#text"), sample);
  broken = false;
  await second.evaluate(async () => { for (const each of await navigator.serviceWorker.getRegistrations()) await each.unregister(); for (const name of await caches.keys()) await caches.delete(name); });
  await second.click("#trouble button");
  await waitForSummary(second);
  await context.close();
  await other.stop();
}));

test("none of this left an error or a request behind", () => assert.deepEqual(faults, []));
