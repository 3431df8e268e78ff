// Accessibility: axe, the contrast of every highlight, the keyboard alone, narrow and zoomed, motion.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { openPage, paste, setUp, showing, waitForSummary } from "./chromium.mjs";
import { sample } from "./texts.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const ENGLISH = { language: "en", digits: "latn" };

const site = setUp();

async function violations(page) {
  await page.evaluate(axe);
  await page.waitForTimeout(200); // transitions of colour end
  const found = await page.evaluate(async () => (await globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })).violations);
  return found.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target, failureSummary }) => `${target} ${failureSummary.split("\n")[1] ?? ""}`).join(" | ")}`);
}

for (const theme of ["light", "dark"]) {
  for (const language of ["ar", "en"]) {
    test(`axe finds nothing on any screen: ${theme}, ${language}`, async () => {
      const { page, context } = await openPage(site.browser, site.server.url, { context: { colorScheme: theme }, prefs: language === "en" ? ENGLISH : undefined });
      const look = async (screen) => assert.deepEqual(await violations(page), [], screen);
      await showing(page, async () => {
        await look("start");
        await page.fill("#text", "only English here");
        await page.click("#summarize");
        await page.waitForSelector("#trouble .msg");
        await look("trouble");
        await page.click("#clear");
        await paste(page, sample);
        await waitForSummary(page);
        await look("reading");
        await page.click(".why-button");
        await look("why");
        await page.click("[data-choice=heat]");
        await look("heat");
        await page.locator("#legend .chip").first().click();
        await look("a kind hidden");
        await page.click("[data-choice=key]");
        await page.click("#names .chip");
        await look("a name");
        await page.keyboard.press("Escape");
        for (const id of ["open-settings", "open-keys", "open-saved"]) {
          await page.click(`#${id}`);
          await page.waitForSelector("dialog[open]");
          await look(id);
          await page.keyboard.press("Escape");
        }
        await page.click("#export");
        await look("menu");
        await page.keyboard.press("Escape");
      });
      await context.close();
    });
  }
}

// ---- Contrast, computed from the tokens: axe does not look at lines and grounds of marks ----

const tokens = Object.fromEntries([...readFileSync(new URL("../../www/shared/style/tokens.css", import.meta.url), "utf8").matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [name, { light, dark }]));
const KINDS = ["person", "place", "organization", "nationality", "event", "date", "number", "money"];
const SHEETS = ["paper", "surface", "raised", "butter", "butter-now", "heat-1", "heat-2", "heat-3", "heat-4"];
const RULES = [
  ["running text", ["ink"], ["sunken", ...SHEETS, "accent-soft", "stop-soft", ...KINDS.map((kind) => `${kind}-soft`)], 7],
  ["quiet text", ["ink-soft"], ["sunken", "paper", "surface", "raised", "accent-soft"], 4.5],
  ["what can be pressed", ["accent"], ["paper", "surface", "raised", "accent-soft"], 4.5],
  ["the main button", ["on-accent"], ["accent"], 4.5],
  ["the number of a sentence", ["on-butter-edge"], ["butter-edge"], 4.5],
  ["number and map", ["butter-edge"], ["paper", "surface", "butter", "butter-now"], 3],
  ["an error", ["stop"], ["paper", "surface", "raised", "stop-soft"], 4.5],
  ["edges of controls", ["line-strong"], ["paper", "surface", "raised", "sunken"], 3],
  ["the focus ring", ["focus"], ["sunken", ...SHEETS, "accent-soft"], 3],
  ["lines of names", KINDS, SHEETS, 3],
];

function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a, b) {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

for (const theme of ["light", "dark"]) {
  for (const [what, fronts, grounds, least] of RULES) {
    test(`contrast of ${what}, ${theme}: ${least} at least`, () => {
      for (const front of fronts) for (const ground of grounds) {
        const ratio = contrast(tokens[front][theme], tokens[ground][theme]);
        assert.ok(ratio >= least, `${front} on ${ground}: ${ratio.toFixed(2)}`);
      }
    });
  }
}

test("the marks on screen take their colours from those tokens", async () => {
  for (const theme of ["light", "dark"]) {
    const { page, context } = await openPage(site.browser, site.server.url, { context: { colorScheme: theme } });
    await paste(page, sample);
    await waitForSummary(page);
    const rgb = (hex) => `rgb(${[1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)).join(", ")})`;
    const marks = await page.$$eval("#article mark.ent", (all) => all.map((mark) => [mark.classList[1], getComputedStyle(mark).textDecorationColor, getComputedStyle(mark).color]));
    for (const [kind, line, colour] of marks) assert.deepEqual([line, colour], [rgb(tokens[kind][theme]), rgb(tokens.ink[theme])]);
    assert.equal(await page.$eval("#article .key", (key) => getComputedStyle(key).backgroundColor), rgb(tokens.butter[theme]));
    await context.close();
  }
});

test("to those who hear the page a name is a mark with its kind, a key sentence a mark with its number", async () => {
  const { page, context } = await openPage(site.browser, site.server.url);
  await paste(page, sample);
  await waitForSummary(page);
  const session = await context.newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const roles = nodes.filter(({ ignored }) => !ignored).map(({ role, name }) => [role.value, name?.value ?? ""]);
  assert.ok(roles.filter(([role]) => role === "mark").length > 10);
  assert.ok(roles.some(([role, name]) => role === "link" && /إلى الجملة .* في الزبدة/.test(name)));
  assert.ok(roles.some(([role, name]) => role === "slider" && name === "طول الزبدة"));
  assert.match(await page.textContent("#live"), /الزبدة جاهزة/);
  await context.close();
});

test("the whole way by keyboard alone: sample, length, why, jump, back, a name, settings, out", async () => {
  const { page, context } = await openPage(site.browser, site.server.url);
  const focused = () => page.evaluate(() => ({ id: document.activeElement.id, in: document.activeElement.closest("[id]")?.id, text: document.activeElement.textContent.trim().slice(0, 40), ring: getComputedStyle(document.activeElement).outlineStyle }));
  const tabTo = async (wanted, limit = 60) => {
    for (let i = 0; i < limit; i += 1) {
      await page.keyboard.press("Tab");
      if (await page.evaluate((selector) => document.activeElement.matches(selector), wanted)) {
        assert.notEqual((await focused()).ring, "none", `a ring around ${wanted}`);
        return;
      }
    }
    assert.fail(`Tab does not reach ${wanted}; the focus is at ${JSON.stringify(await focused())}`);
  };
  await showing(page, async () => {
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip btn", "the first stop leads past the bar");
    await tabTo("#sample");
    await page.keyboard.press("Enter");
    await waitForSummary(page);
    await tabTo("#length");
    await page.keyboard.press("ArrowUp");
    await tabTo("#points a.text");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#article .s.now");
    assert.equal(await page.evaluate(() => document.activeElement.closest("#article") !== null), true);
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => document.activeElement.matches("#points a.text")), true);
    await tabTo(".why-button");
    await page.keyboard.press("Enter");
    await tabTo(".why-card button");
    await page.keyboard.press("Enter");
    await tabTo("#names .chip");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#focus:not([hidden])");
    assert.equal(await page.evaluate(() => document.activeElement.closest("#focus") !== null), true);
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.matches("#names .chip")), true);
    await page.keyboard.press("?");
    await page.keyboard.press("Escape");
    await page.evaluate(() => document.getElementById("home").focus());
    await tabTo("#open-settings");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#settings[open]");
    await page.keyboard.press("Escape");
    assert.equal((await focused()).id, "open-settings");
  });
  await context.close();
});

async function sideways(page) {
  return page.evaluate(() => {
    const wide = [...document.querySelectorAll("body *")].filter((each) => each.checkVisibility() && !each.closest(".sr, .skip")).filter((each) => {
      const { left, right } = each.getBoundingClientRect();
      return right > innerWidth + 1 || left < -1;
    });
    return { scroll: document.documentElement.scrollWidth - innerWidth, wide: wide.slice(0, 5).map((each) => `${each.tagName}#${each.id}.${each.className}`) };
  });
}

for (const [what, options] of [
  ["320 px", { viewport: { width: 320, height: 640 } }],
  ["200 % zoom of 1280 px", { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
  ["400 % zoom of 1280 px", { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }],
  ["390 px by touch", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
]) {
  for (const prefs of [undefined, ENGLISH, { size: 30, leading: 2.2 }]) {
    test(`no sideways scroll: ${what}, ${JSON.stringify(prefs ?? "as it comes")}`, async () => {
      const { page, context } = await openPage(site.browser, site.server.url, { context: options, prefs });
      const none = { scroll: 0, wide: [] };
      await showing(page, async () => {
        assert.deepEqual(await sideways(page), none, "start");
        await paste(page, `${sample}\n\nكلمة${"ممتدة".repeat(60)} وعنوان https://example.org/${"a".repeat(200)} في السطر.`);
        await waitForSummary(page);
        await page.locator("#length").fill("30");
        assert.deepEqual(await sideways(page), none, "reading");
        await page.click("#names .chip");
        assert.deepEqual(await sideways(page), none, "a name");
        await page.keyboard.press("Escape");
        await page.click("#open-settings");
        assert.deepEqual(await sideways(page), none, "settings");
      });
      await context.close();
    });
  }
}

test("the ring of a focused control is whole: the column that scrolls leaves room for it", async () => {
  const { page, context } = await openPage(site.browser, site.server.url);
  await paste(page, sample);
  await waitForSummary(page);
  const cut = await page.evaluate(() => {
    const frame = document.getElementById("summary").getBoundingClientRect();
    return [...document.querySelectorAll("#summary :is(a[href], button, input)")].filter((each) => each.offsetParent !== null).flatMap((each) => {
      each.focus({ preventScroll: true, focusVisible: true });
      const [box, style] = [each.getBoundingClientRect(), getComputedStyle(each)];
      const reach = parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset);
      return box.left - reach < frame.left || box.right + reach > frame.right ? [`${each.className || each.id}: ${box.left - frame.left} ${frame.right - box.right}, ring ${reach}`] : [];
    });
  });
  assert.deepEqual(cut, []);
  await context.close();
});

test("on a narrow screen a name opens with its head and the way back in view", async () => {
  const { page, context } = await openPage(site.browser, site.server.url, { context: { viewport: { width: 390, height: 700 } } });
  await paste(page, sample);
  await waitForSummary(page);
  await page.locator("#names .chip").first().click();
  assert.equal(await page.evaluate(() => document.querySelector("#focus button").getBoundingClientRect().top >= 0), true);
  await context.close();
});

test("by touch every control is 44 px high, and a pair of steps as wide", async () => {
  const { page, context } = await openPage(site.browser, site.server.url, { context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } });
  const small = () => page.evaluate(() => [...document.querySelectorAll("button, input[type=range], summary")].filter((each) => each.checkVisibility()).map((each) => [each.id || each.textContent.trim(), Math.round(Math.max(each.getBoundingClientRect().height, each.closest(".step")?.getBoundingClientRect().height ?? 0))]).filter(([, height]) => height < 44));
  assert.deepEqual(await small(), []);
  await page.fill("#text", "كلام");
  await page.click("#clear");
  assert.deepEqual(await small(), []);
  await paste(page, sample);
  await waitForSummary(page);
  assert.deepEqual(await small(), []);
  assert.ok(Math.min(...await page.$$eval(".step button", (all) => all.filter((each) => each.checkVisibility()).map((each) => each.getBoundingClientRect().width))) >= 44);
  await page.click("#names .chip");
  assert.deepEqual(await small(), []);
  await page.keyboard.press("Escape");
  await page.click("#open-settings");
  assert.deepEqual(await small(), []);
  await context.close();
});

test("with reduced motion a jump is there at once; with forced colours kinds have words", async () => {
  const { page, context } = await openPage(site.browser, site.server.url, { context: { reducedMotion: "reduce", forcedColors: "active" } });
  await paste(page, sample);
  await waitForSummary(page);
  await page.evaluate(() => {
    globalThis.heights = new Set();
    addEventListener("scroll", () => globalThis.heights.add(scrollY));
  });
  await page.locator("#length").fill("12");
  await page.locator("#points a.text").last().click();
  await page.waitForTimeout(400);
  assert.ok((await page.evaluate(() => globalThis.heights.size)) <= 2);
  assert.match(await page.$eval("#article mark.ent", (mark) => getComputedStyle(mark, "::after").content), /\[/);
  await context.close();
});

test("the link past the bar leads to what is read, and does not leave it", async () => {
  const { page, context } = await openPage(site.browser, site.server.url);
  await paste(page, sample);
  await waitForSummary(page);
  await page.focus(".skip");
  await page.keyboard.press("Enter");
  await page.waitForTimeout(200);
  assert.deepEqual(await page.evaluate(() => [document.body.dataset.mode, document.activeElement.id]), ["reading", "summary"]);
  await context.close();
});

test("the next mark is told to those who hear the page: which it is, its words and its kind", async () => {
  const { page, context } = await openPage(site.browser, site.server.url);
  await paste(page, sample);
  await waitForSummary(page);
  await page.click("#mark-next");
  await page.waitForSelector("#article mark.here");
  const heard = await page.textContent("#live");
  assert.ok(heard.includes(await page.textContent("#mark-count")) && heard.includes(await page.textContent("#article mark.here")), heard);
  await page.locator("#names .chip").first().click();
  await page.locator("#focus .head button").nth(1).click();
  await page.waitForFunction((before) => document.getElementById("live").textContent !== before, heard);
  assert.ok((await page.textContent("#live")).includes(await page.textContent("#mention-now")));
  await context.close();
});

// Screenshots say what the system's colours make of a page: computed styles do not.
for (const scheme of ["light", "dark"]) {
  test(`in forced colours, ${scheme}, names and the heat of sentences can be seen`, async () => {
    const { page, context } = await openPage(site.browser, site.server.url, { context: { forcedColors: "active", colorScheme: scheme } });
    await paste(page, sample);
    await waitForSummary(page);
    const shades = async (selector) => {
      const png = (await page.locator(selector).first().screenshot()).toString("base64");
      return page.evaluate(async (data) => {
        const image = new Image();
        image.src = `data:image/png;base64,${data}`;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext("2d");
        context.drawImage(image, 0, 0);
        const { data: bytes } = context.getImageData(2, 2, image.width - 4, image.height - 4);
        const grey = Array.from({ length: bytes.length / 4 }, (_, i) => bytes[4 * i] + bytes[4 * i + 1] + bytes[4 * i + 2]);
        return { darkest: Math.min(...grey), lightest: Math.max(...grey), ground: grey.sort((a, b) => a - b)[grey.length >> 1] };
      }, png);
    };
    for (const selector of ["#article p mark.ent", "#points mark.ent"]) {
      const { darkest, lightest } = await shades(selector);
      assert.ok(lightest - darkest > 300, `${selector}: ${darkest} to ${lightest}`);
    }
    await page.click("[data-choice=heat]");
    const grounds = [];
    for (const heat of [0, 2, 4]) grounds.push((await shades(`#scale [data-heat="${heat}"]`)).ground);
    assert.equal(new Set(grounds).size, 3, `heats differ: ${grounds}`);
    await context.close();
  });
}

for (const [what, viewport] of [["narrow", { width: 320, height: 320 }], ["wide", { width: 1280, height: 600 }]]) {
  test(`by Tab, forth and back, the focus never goes under a bar that sticks: ${what}`, async () => {
    const { page, context } = await openPage(site.browser, site.server.url, { context: { viewport } });
    await paste(page, sample);
    await waitForSummary(page);
    await page.locator("#length").fill("14");
    const covered = [];
    for (const key of ["Tab", "Shift+Tab"]) {
      for (let i = 0; i < 100; i += 1) {
        await page.keyboard.press(key);
        const hidden = await page.evaluate(() => {
          const now = document.activeElement;
          if (!now?.closest("main") || now.closest("[tabindex='-1']") === now) return null;
          const seen = [...now.getClientRects()].some(({ left, right, top, bottom }) => [[left + 3, top + 3], [(left + right) / 2, (top + bottom) / 2], [right - 3, bottom - 3]].some(([x, y]) => now.contains(document.elementFromPoint(x, y))));
          return seen ? null : now.id || now.className;
        });
        if (hidden) covered.push(`${key}: ${hidden}`);
      }
    }
    assert.deepEqual(covered, []);
    await context.close();
  });
}
