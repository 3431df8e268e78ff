// Out: copy, export, share, print.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { drawn, openPage, paste, setUp, showing, summary } from "./chromium.mjs";
import { sample } from "./texts.mjs";

let page;
const site = setUp({}, async () => {
  ({ page } = await openPage(site.browser, site.server.url, { context: { permissions: ["clipboard-read", "clipboard-write"] } }));
  await page.evaluate(() => { navigator.share = (shared) => { globalThis.shared = shared; return Promise.resolve(); }; });
  await paste(page, sample);
  await drawn(page);
});

const check = (name, run) => test(name, () => showing(page, run));

async function clipboard() {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return Object.fromEntries(await Promise.all(item.types.map(async (type) => [type, await (await item.getType(type)).text()])));
  });
}

check("copy as text: the sentences word for word, and right to left where HTML is pasted", async () => {
  await page.click("#copy");
  await page.locator("#copy-menu button").first().click();
  await page.waitForFunction(() => document.getElementById("live").textContent.includes("نُسخت"));
  const { "text/plain": plain, "text/html": html } = await clipboard();
  for (const sentence of await summary(page)) assert.ok(plain.includes(sentence), sentence);
  assert.ok(!/[\u2066-\u2069\u200e\u200f]/.test(plain), "no invisible signs in a copy");
  assert.match(html, /<p dir="rtl" lang="ar">/);
});

check("copy as Markdown: the title and a list", async () => {
  await page.click("#copy");
  await page.locator("#copy-menu button").nth(1).click();
  await page.waitForTimeout(200);
  const { "text/plain": plain, "text/html": html } = await clipboard();
  const lines = plain.trim().split("\n");
  assert.equal(lines[0], `# ${sample.split("\n")[0]}`);
  assert.equal(lines.filter((line) => line.startsWith("- ")).length, (await summary(page)).length);
  assert.match(html, /<ul dir="rtl" lang="ar">/);
});

for (const [nth, extension] of [[0, "txt"], [1, "md"], [2, "html"], [3, "json"]]) {
  check(`export as .${extension}`, async () => {
    await page.click("#export");
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#export-menu button").nth(nth).click()]);
    assert.ok(download.suggestedFilename().endsWith(`.${extension}`));
    const content = await readFile(await download.path(), "utf8");
    const sentences = await summary(page);
    if (extension === "json") {
      const { text, summary: taken, analysis } = JSON.parse(content);
      assert.equal(text, sample);
      assert.deepEqual(taken.map((each) => each.text), sentences);
      assert.ok(analysis.sentences.length > sentences.length);
    } else for (const sentence of sentences) assert.ok(content.includes(sentence), sentence);
    if (extension === "html") assert.match(content, /<html lang="ar" dir="rtl">/);
  });
}

test("a text without a headline: its first sentence is said once, and Markdown makes no list of a dash", async () => {
  const opened = await openPage(site.browser, site.server.url);
  await showing(opened.page, async () => {
    const first = "وصلت القافلة صباح الجمعة إلى المدينة ومعها طحين وأدوية تكفي عشرة آلاف شخص مدة شهرين كاملين بحسب ما قاله منظموها للصحافة.";
    await paste(opened.page, `${first}\n\nعبرت القافلة الجسر القديم بعد انتظار دام يومين كاملين. - وصلت قافلة أخرى مساء السبت من الجنوب ومعها خيام كثيرة.\n\nثم باتت في قرية صغيرة عند سفح الجبل قبل أن تكمل طريقها.`);
    await drawn(opened.page);
    await opened.page.locator("#length").fill("4");
    for (const [nth, extension] of [[0, "txt"], [1, "md"], [2, "html"]]) {
      await opened.page.click("#export");
      const [download] = await Promise.all([opened.page.waitForEvent("download"), opened.page.locator("#export-menu button").nth(nth).click()]);
      const content = (await readFile(await download.path(), "utf8")).replace(/<title>.*<\/title>/, "");
      assert.equal(content.split("وصلت القافلة صباح").length, 2, `${extension}: ${content}`);
      assert.doesNotMatch(content, /<h1/, content);
      if (extension === "md") assert.match(content, /^- \\- وصلت قافلة أخرى/m);
    }
  });
  assert.deepEqual(opened.faults, []);
  await opened.context.close();
});

check("menus work by the keyboard alone", async () => {
  await page.focus("#export");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("role")), "menuitem");
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.evaluate(() => [...document.querySelectorAll("#export-menu button")].indexOf(document.activeElement)), 1);
  await page.keyboard.press("Escape");
  assert.equal(await page.isVisible("#export-menu"), false);
});

check("share hands the text to the system", async () => {
  await page.evaluate(() => { document.getElementById("share").hidden = false; });
  await page.click("#share");
  const { title, text } = await page.evaluate(() => globalThis.shared);
  assert.equal(title, sample.split("\n")[0]);
  for (const sentence of await summary(page)) assert.ok(text.includes(sentence));
});

check("a selection of the article is copied without numbers and hidden words", async () => {
  const copied = await page.evaluate(() => {
    const range = document.createRange();
    range.selectNodeContents(document.getElementById("article"));
    document.getSelection().removeAllRanges();
    document.getSelection().addRange(range);
    const event = new ClipboardEvent("copy", { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
    document.getElementById("article").dispatchEvent(event);
    document.getSelection().removeAllRanges();
    return event.clipboardData.getData("text/plain");
  });
  assert.equal(copied.replace(/\s+/g, " ").trim(), sample.replace(/\s+/g, " ").trim());
});

test("a copied selection runs as its lines do", async () => {
  const opened = await openPage(site.browser, site.server.url);
  await showing(opened.page, async () => {
    await paste(opened.page, "وصلت القافلة صباح الجمعة إلى المدينة ومعها طحين وأدوية كثيرة.\n\nThe convoy reached the city on Friday morning with flour and medicine.\n\nثم باتت في قرية صغيرة عند سفح الجبل قبل أن تكمل طريقها.");
    await drawn(opened.page);
    const markup = await opened.page.evaluate(() => {
      document.getSelection().selectAllChildren(document.getElementById("article"));
      const event = new ClipboardEvent("copy", { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
      document.getElementById("article").dispatchEvent(event);
      return event.clipboardData.getData("text/html");
    });
    assert.deepEqual([...markup.matchAll(/dir="(\w+)"/g)].map(([, way]) => way), ["rtl", "ltr", "rtl"], markup);
  });
  assert.deepEqual(opened.faults, []);
  await opened.context.close();
});

check("on paper: the summary and the article, no controls", async () => {
  await page.emulateMedia({ media: "print" });
  for (const id of ["#points", "#article"]) assert.equal(await page.isVisible(id), true, id);
  for (const id of [".bar", "#legend", "#length", ".status", "#copy", ".why-button"]) assert.equal(await page.locator(id).first().isVisible(), false, id);
  assert.notEqual(await page.$eval("#article mark.ent", (mark) => getComputedStyle(mark).textDecorationLine), "none", "lines of names remain");
  const pdf = await page.pdf({ format: "A4" });
  assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
  await page.emulateMedia({ media: "screen" });
});
