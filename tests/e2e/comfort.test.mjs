// Comfort: settings, language, history, read aloud, shortcuts - all remembered on the device.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, paste, ready, setUp, showing, summary, waitForSummary } from "./chromium.mjs";
import { serve } from "./server.mjs";
import { sample } from "./texts.mjs";

const site = setUp();

function check(name, run, options = {}) {
  test(name, async () => {
    const { page, context, faults } = await openPage(site.browser, site.server.url, options);
    await showing(page, () => run(page));
    assert.deepEqual(faults, []);
    await context.close();
  });
}

async function read(page, text = sample) {
  await paste(page, text);
  await waitForSummary(page);
}

test("what one window sets another takes over, and does not undo", async () => {
  const { page, context, faults } = await openPage(site.browser, site.server.url);
  const other = await context.newPage();
  await other.goto(site.server.url);
  await ready(other);
  await other.click("#open-settings");
  await other.click("[data-pref=theme] [data-choice=dark]");
  await other.click("[data-pref=language] [data-choice=en]");
  await page.waitForFunction(() => document.documentElement.dataset.theme === "dark" && document.documentElement.lang === "en");
  assert.equal(await page.textContent("#welcome"), await other.textContent("#welcome"));
  await page.click("#open-settings");
  await page.focus("#pref-size");
  await other.locator("#pref-size").fill("29");
  await other.click("[data-pref=language] [data-choice=ar]");
  await other.click("[data-pref=language] [data-choice=en]");
  await page.waitForFunction(() => document.getElementById("pref-size").value === "29" && document.getElementById("settings-title").textContent === "Settings");
  assert.equal(await page.evaluate(() => document.activeElement.id), "pref-size");
  await page.click("[data-pref=face] [data-choice=modern]");
  await page.reload();
  await ready(page);
  assert.deepEqual(await page.evaluate(() => [document.documentElement.dataset.theme, document.documentElement.lang, document.documentElement.dataset.face]), ["dark", "en", "modern"]);
  assert.deepEqual(faults, []);
  await context.close();
});

check("theme, size, line height and face change the page at once and are remembered", async (page) => {
  await read(page);
  await page.click("#open-settings");
  await page.click("[data-pref=theme] [data-choice=dark]");
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor), "rgb(21, 24, 27)");
  await page.locator("#pref-size").fill("28");
  await page.locator("#pref-leading").fill("2.2");
  await page.click("[data-pref=face] [data-choice=modern]");
  await page.keyboard.press("Escape");
  const look = () => page.$eval("#article p", (p) => {
    const { fontSize, lineHeight, fontFamily } = getComputedStyle(p);
    return { fontSize, lineHeight, face: fontFamily.split(",")[0] };
  });
  const wanted = { fontSize: "28px", lineHeight: "61.6px", face: "Vazirmatn" };
  assert.deepEqual(await look(), wanted);
  await page.reload();
  await ready(page);
  await read(page);
  assert.deepEqual(await look(), wanted);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
});

check("the interface speaks English, keeps the article right to left, and changes digits", async (page) => {
  await read(page);
  await page.click("#open-settings");
  await page.click("[data-pref=language] [data-choice=en]");
  assert.equal(await page.evaluate(() => `${document.documentElement.lang} ${document.documentElement.dir}`), "en ltr");
  assert.equal(await page.textContent("#settings-title"), "Settings");
  await page.keyboard.press("Escape");
  assert.equal(await page.textContent("#summary-title"), "Summary");
  assert.equal(await page.textContent("#points .num"), "1");
  assert.equal(await page.$eval("#article p", (p) => getComputedStyle(p).direction), "rtl");
  const arabic = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (/[\u0600-\u06ff]/.test(node.data) && !parent.closest("[lang=ar], noscript, #work, dialog, textarea") && parent.offsetParent) found.push(node.data);
    }
    return found;
  });
  assert.deepEqual(arabic, [], "no Arabic outside the article");
});

check("a change of language leaves the reader where he is in the article", async (page) => {
  await read(page);
  await page.waitForSelector("#article:not([aria-busy])");
  await page.click("#open-settings");
  await page.evaluate(() => scrollTo(0, 500));
  await page.click("[data-pref=language] [data-choice=en]");
  await page.waitForTimeout(400);
  assert.ok(Math.abs((await page.evaluate(() => scrollY)) - 500) < 60, `at ${await page.evaluate(() => scrollY)}`);
});

check("what the page complains of and offers to undo changes its language with the rest", async (page) => {
  await page.fill("#text", "كلام");
  await page.click("#clear");
  await page.click("#open-settings");
  await page.click("[data-pref=language] [data-choice=en]");
  await page.keyboard.press("Escape");
  assert.match(await page.textContent("#undo"), /cleared.*Undo/);
  await page.fill("#text", "https://example.org/a");
  await page.click("#summarize");
  assert.match(await page.textContent("#trouble"), /link/);
  await page.click("#open-settings");
  await page.click("[data-pref=language] [data-choice=ar]");
  assert.match(await page.textContent("#trouble"), /رابط/);
});

check("nothing is kept before it is asked for; history is kept, reopened, deleted and wiped", async (page) => {
  await read(page);
  await page.click("#open-saved");
  await page.waitForSelector("#saved .empty");
  assert.match(await page.textContent("#saved"), /لا مقالات محفوظة/);
  await page.click("#saved .empty button");
  await page.keyboard.press("Escape");
  await page.waitForTimeout(200);
  await page.click("#new");
  await read(page, `${sample}\n\nوهذه فقرة أخرى تجعل النص غير ما سبقه.`);
  await page.waitForTimeout(300);
  await page.reload();
  await ready(page);
  await page.click("#open-saved");
  await page.waitForSelector("#saved .hist > li");
  assert.equal(await page.locator("#saved .hist > li").count(), 2);
  await page.locator("#saved .hist .open").last().click();
  await waitForSummary(page);
  assert.equal(await page.evaluate(() => document.getElementById("text").value), sample);
  await page.click("#open-saved");
  await page.locator("#saved .hist .btn").first().click();
  await page.waitForFunction(() => document.querySelectorAll("#saved .hist > li").length === 1);
  assert.equal(await page.evaluate(() => document.activeElement.closest(".hist") !== null), true, "the focus stays with those that are left");
  await page.click("#saved .stop");
  await page.waitForSelector("#saved .empty:focus");
});

const voices = (list) => `
  globalThis.said = [];
  class Utterance { constructor(text) { this.text = text; } }
  globalThis.SpeechSynthesisUtterance = Utterance;
  Object.defineProperty(globalThis, "speechSynthesis", { value: {
    getVoices: () => ${JSON.stringify(list)},
    addEventListener() {},
    cancel() {},
    speak(utterance) { said.push([utterance.voice.name, utterance.text]); setTimeout(() => utterance.onend(), 20); },
  } });`;

test("read aloud: sentence by sentence, with a voice of this device only", async () => {
  const context = await site.browser.newContext();
  await context.addInitScript(voices([{ name: "far", lang: "ar-SA", localService: false }, { name: "near", lang: "ar-EG", localService: true }]));
  const page = await context.newPage();
  await page.goto(site.server.url);
  await ready(page);
  await read(page);
  const sentences = await summary(page);
  await page.click("#speak");
  await page.waitForFunction((n) => globalThis.said.length === n, sentences.length);
  assert.deepEqual(await page.evaluate(() => globalThis.said), sentences.map((sentence) => ["near", sentence]));
  await context.close();
});

test("read aloud leaves the focus at its button, and stopped and begun again it reads to the end", async () => {
  const context = await site.browser.newContext();
  // As browsers do: what is cancelled says so a little later.
  await context.addInitScript(`${voices([{ name: "near", lang: "ar-EG", localService: true }])}
    let now = null;
    speechSynthesis.speak = (utterance) => { now = utterance; said.push(["near", utterance.text]); setTimeout(() => now === utterance && utterance.onend(), 150); };
    speechSynthesis.cancel = () => { const ended = now; now = null; setTimeout(() => ended?.onerror({ error: "interrupted" }), 50); };`);
  const page = await context.newPage();
  await page.goto(site.server.url);
  await ready(page);
  await read(page);
  const sentences = await summary(page);
  await page.focus("#speak");
  for (let i = 0; i < 3; i += 1) await page.keyboard.press("Enter"); // on, off, on
  await page.waitForFunction((last) => globalThis.said.length > 2 && globalThis.said.at(-1)[1] === last, sentences.at(-1), { timeout: 5_000 });
  assert.deepEqual(await page.evaluate(() => globalThis.said.map(([, text]) => text)), [sentences[0], ...sentences]);
  assert.equal(await page.evaluate(() => document.activeElement.id), "speak");
  assert.equal(await page.evaluate(() => document.querySelector("#points li.now .text") !== null), true);
  await context.close();
});

check("where the browser keeps nothing, the page does not promise to keep articles", async (page) => {
  await page.click("#open-saved");
  await page.waitForSelector("#saved .empty");
  assert.match(await page.textContent("#saved"), /لا يدع الصفحة تحفظ/);
  assert.equal(await page.locator("#saved .empty button").count(), 0);
}, { prepare: (context) => context.addInitScript(() => Object.defineProperty(globalThis, "indexedDB", { get() { throw new DOMException("closed", "SecurityError"); } })) });

test("read aloud is not offered where only a voice elsewhere, or none, speaks Arabic", async () => {
  for (const list of [[], [{ name: "far", lang: "ar-SA", localService: false }], [{ name: "near", lang: "en-GB", localService: true }]]) {
    const context = await site.browser.newContext();
    await context.addInitScript(voices(list));
    const page = await context.newPage();
    await page.goto(site.server.url);
    await ready(page);
    await read(page);
    assert.equal(await page.isVisible("#speak"), false);
    await context.close();
  }
});

check("shortcuts do what their sheet says, in the Arabic layout too", async (page) => {
  await read(page);
  const shown = () => page.locator("#points > li").count();
  const before = await shown();
  await page.keyboard.press("+");
  assert.equal(await shown(), before + 1);
  await page.keyboard.press("-");
  assert.equal(await shown(), before);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  assert.equal(await page.evaluate(() => [...document.querySelectorAll("#points > li")].indexOf(document.activeElement.closest("li"))), 1);
  await page.keyboard.press("k");
  await page.keyboard.press("w");
  assert.equal(await page.locator("#points > li:first-child .why-card").count(), 1);
  await page.keyboard.press("Enter");
  await page.waitForSelector("#article .s.now");
  await page.keyboard.press("Escape");
  await page.keyboard.press("h");
  assert.equal(await page.isVisible("#scale"), true);
  await page.keyboard.press("h");
  await page.evaluate(() => document.dispatchEvent(new KeyboardEvent("keydown", { key: "ى", code: "KeyN", bubbles: true })));
  await page.waitForSelector("#article mark.here");
  await page.keyboard.press("f");
  assert.equal(await page.isVisible("#focus"), true);
  await page.keyboard.press("Escape");
  assert.equal(await page.isVisible("#summary"), true);
  const size = () => page.$eval("#article", (article) => getComputedStyle(article).fontSize);
  const small = await size();
  await page.keyboard.press("]");
  assert.ok(parseFloat(await size()) > parseFloat(small));
  await page.keyboard.press("[");
  await page.keyboard.press("?");
  assert.ok(await page.locator("#keys kbd").count() > 15);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Alt+n");
  assert.equal(await page.isVisible("#start"), true);
  await page.keyboard.type("+w?");
  assert.equal(await page.inputValue("#text"), "+w?", "letters typed into the box are letters");
});

check("single-letter shortcuts can be switched off", async (page) => {
  await read(page);
  await page.click("#open-settings");
  await page.click("[role=switch][data-pref=singleKeys]");
  await page.keyboard.press("Escape");
  const before = await page.locator("#points > li").count();
  await page.keyboard.press("+");
  assert.equal(await page.locator("#points > li").count(), before);
});

test("a browser without light-dark() shows the same colours in every theme", async () => {
  const old = await serve({
    change: (name, bytes) => {
      if (!name.endsWith("page.css")) return bytes;
      const [css, without] = [bytes.toString(), /@supports not \(color: ?light-dark\([^)]*\)\)/];
      assert.match(css, without);
      return css.replace(without, "@supports (color: red)").replaceAll("light-dark(", "unknown(");
    },
  });
  try {
    const shown = [];
    for (const url of [site.server.url, old.url]) {
      const colours = [];
      for (const [colorScheme, theme] of [["light", "system"], ["dark", "system"], ["light", "dark"], ["dark", "light"]]) {
        const { page, context } = await openPage(site.browser, url, { context: { colorScheme }, prefs: { theme } });
        colours.push(await page.evaluate(() => ["body", "h1", "#summarize", "#text", ".pledge b"].map((part) => {
          const { color, backgroundColor, borderColor } = getComputedStyle(document.querySelector(part));
          return [color, backgroundColor, borderColor].join();
        })));
        await context.close();
      }
      shown.push(colours);
    }
    assert.deepEqual(shown[1], shown[0]);
    assert.notDeepEqual(shown[0][0], shown[0][1], "themes differ");
    assert.deepEqual(shown[0][1], shown[0][2], "a chosen theme is the system's");
  } finally {
    await old.stop();
  }
});
