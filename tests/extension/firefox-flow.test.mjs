//! The whole way in a real Firefox: a click on the toolbar, the sidebar, marks in the page, and what may happen to them.

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import test, { after, before } from "node:test";
import { until } from "./chromium.mjs";
import { built } from "./dist.mjs";
import { startFirefox } from "./firefox.mjs";
import * as made from "./made-pages.mjs";
import { BREAKS, faults } from "./narrow.mjs";
import { PAGES } from "./pages.mjs";
import { serve } from "./server.mjs";

const CSP = { "content-security-policy": "default-src 'none'; style-src 'none'; script-src 'none'; require-trusted-types-for 'script'" };

/** @type {Awaited<ReturnType<typeof startFirefox>>} */
let firefox;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;

before(async () => {
  server = await serve(fileURLToPath(PAGES), { "/plain": { body: made.plain }, "/strict": { body: made.plain, headers: CSP }, "/hostile": { body: made.hostileStyle }, "/closed": { body: made.closedShadow }, "/latin": { body: made.latin }, "/many": { body: made.manyNodes }, "/words": { body: made.longWords } });
  firefox = await startFirefox(built("firefox"));
});
after(async () => {
  await firefox?.close();
  await server.close();
});

const SHOWN = `[...document.querySelectorAll("#points > li > a.text")].map((a) => { const copy = a.cloneNode(true); for (const sr of copy.querySelectorAll(".sr")) sr.remove(); return copy.textContent.replace(/\\s+/g, " "); })`;
const MARKED = `[...CSS.highlights].filter(([name]) => name.endsWith("-sentence")).flatMap(([, ranges]) => [...ranges].map((range) => range.toString().replace(/\\s+/g, " ")))`;

/** @param {string} path */
async function read(path) {
  await firefox.go(path.startsWith("/") ? `${server.url}${path}` : path);
  await firefox.press();
  await sidebar(`document.body.dataset.state === "read" && document.getElementById("strip").hidden`);
}

/** @param {string} expression */
function sidebar(expression) {
  return until(() => firefox.inSidebar(expression).catch(() => false), expression, 30_000);
}

/** @returns {Promise<string[]>} */
function marked() {
  return until(async () => {
    const all = await firefox.inPage(MARKED);
    return all.length > 0 && all;
  }, "marks");
}

for (const [name, path] of [["an article", "/nested-divs/page.html"], ["strict policy", "/strict"], ["hostile style", "/hostile"], ["a closed shadow root", "/closed"]]) {
  test(`${name}: a click opens the sidebar, and what it shows is marked word for word`, async () => {
    await read(path);
    const shown = await firefox.inSidebar(SHOWN);
    assert.ok(shown.length >= 1);
    assert.deepEqual((await marked()).sort(), [...shown].sort());
  });
}

test("a marked sentence has its yellow ground", async () => {
  await read("/plain");
  await marked();
  assert.equal(await firefox.inPage(`getComputedStyle(document.querySelector("p"), "::highlight(zubda-light-sentence)").backgroundColor`), "rgb(251, 237, 189)");
});

test("a sentence in the sidebar scrolls the page, a marked one in the page leads to the sidebar", async () => {
  await read("/many");
  await marked();
  await firefox.inPage(`scrollTo(0, document.documentElement.scrollHeight)`);
  await firefox.inSidebar(`document.querySelector("#points > li > a.text").click()`);
  const point = await until(() => firefox.inPage(`(() => { const now = [...CSS.highlights].find(([name]) => name.endsWith("-now")); const place = now && [...now[1]][0].getBoundingClientRect(); return place && place.top >= 0 && place.bottom <= innerHeight ? { x: Math.round(place.right - 12), y: Math.round(place.top + 8) } : null; })()`), "the sentence in view");
  await firefox.inSidebar(`document.querySelectorAll("#points li.now").forEach((li) => li.classList.remove("now"))`);
  await firefox.send("input.performActions", { context: firefox.tab, actions: [{ type: "pointer", id: "mouse", actions: [{ type: "pointerMove", x: point.x, y: point.y }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }] }] });
  await sidebar(`document.querySelector("#points > li").classList.contains("now")`);
});

test("at every width of the sidebar all of it fits, with targets for finger and pointer, and what does not is found", async () => {
  await read("/words");
  await firefox.inSidebar(`document.getElementById("length").max > 8 && (document.getElementById("length").value = "9", document.getElementById("length").dispatchEvent(new document.defaultView.Event("input")), document.querySelector(".why-button").click())`);
  for (const touch of [false, true]) {
    await firefox.touch(touch);
    const least = touch ? 44 : 24;
    for (const width of [200, 240, 300, 360]) {
      await firefox.widen(width);
      assert.deepEqual(await firefox.inSidebar(faults(least)), [], `${width} pixels, ${touch ? "touch" : "pointer"}`);
    }
  }
  await firefox.inSidebar(`document.querySelector("#names .chip").click()`);
  await firefox.widen(200);
  assert.deepEqual(await firefox.inSidebar(faults(44)), [], "what is said of a name");
  for (const [what, broken] of BREAKS) {
    await firefox.closeSidebar();
    await read("/words");
    await firefox.widen(220);
    assert.deepEqual(await firefox.inSidebar(faults(44)), []);
    await firefox.inSidebar(broken);
    assert.notDeepEqual(await firefox.inSidebar(faults(44)), [], what);
  }
  await firefox.touch(false);
  await firefox.closeSidebar();
});

test("the chord does what the button does; closing the sidebar clears the page", async () => {
  await firefox.go(`${server.url}/plain`);
  await firefox.chord();
  await sidebar(`document.body.dataset.state === "read"`);
  await marked();
  await firefox.closeSidebar();
  await until(async () => (await firefox.inPage(`[...CSS.highlights.keys()].length`)) === 0, "a page without marks");
});

test("switches and kinds take their marks away and bring them back", async () => {
  await read("/plain");
  await marked();
  const layers = () => firefox.inPage(`[...CSS.highlights.keys()].map((name) => name.split("-").at(-1)).sort()`);
  const all = await layers();
  const press = (/** @type {string} */ what) => firefox.inSidebar(`document.querySelector(${JSON.stringify(what)}).click()`);
  const become = (/** @type {string[]} */ wanted) => until(async () => String(await layers()) === String(wanted), `${wanted}`);
  await press("#mark-names");
  await become(["sentence"]);
  await press("#mark-sentences");
  await become([]);
  await press("#mark-sentences");
  await press("#mark-names");
  await become(all);
  const family = await firefox.inSidebar(`document.querySelector("#legend .chip").dataset.family`);
  await press("#legend .chip");
  await become(all.filter((/** @type {string} */ each) => each !== family));
  await press("#legend .chip");
  await become(all);
});

for (const [name, path, where] of [["the page", "/plain", "document"], ["a frame", "/frame-srcdoc/page.html", `document.querySelector("iframe").contentDocument`]]) {
  test(`a selection in ${name} is read alone`, async () => {
    await firefox.go(`${server.url}${path}`);
    const wanted = await firefox.inPage(`(() => {
      const shown = ${where};
      const [first, second] = shown.querySelectorAll("p");
      shown.defaultView.focus();
      shown.getSelection().setBaseAndExtent(first.firstChild, 0, second.firstChild, 60);
      return shown.getSelection().toString().replace(/\\s+/g, " ");
    })()`);
    await firefox.press();
    await sidebar(`document.body.dataset.state === "read" && document.getElementById("title").textContent === "النص المحدَّد"`);
    // What the sidebar read before may still stand there for a moment.
    const alone = (/** @type {string[]} */ shown) => shown.length > 0 && shown.every((sentence) => wanted.includes(sentence.trim()));
    await until(async () => alone(await firefox.inSidebar(SHOWN)), "only sentences of the selection");
  });
}

test("a page in windows-1256 is read in its own letters", async () => {
  await read("/ministry-1256/page.html");
  assert.equal(await firefox.inSidebar(`document.getElementById("title").textContent`), "افتتاح جسر الوادي أمام حركة السير بعد تأهيله");
  assert.ok((await firefox.inSidebar(SHOWN)).every((/** @type {string} */ sentence) => /^[\u0600-\u06ff]/.test(sentence)));
});

test("marks on text that changes are dropped", async () => {
  await read("/plain");
  const all = await marked();
  await firefox.inPage(`[...document.querySelectorAll("p")].find((p) => p.textContent.includes(${JSON.stringify(all[0])})).firstChild.insertData(0, "جديد ")`);
  await until(async () => (await firefox.inPage(MARKED)).length === all.length - 1, "one mark less");
});

test("another page ends the grant, and the sidebar says so", async () => {
  await read("/plain");
  await firefox.go(`${server.url.replace("127.0.0.1", "localhost")}/opinion/page.html`);
  await sidebar(`!document.getElementById("strip").hidden && document.querySelectorAll("#strip button").length === 0`);
  assert.deepEqual(await firefox.inPage(MARKED), []);
});

for (const [name, path, trouble] of [["no Arabic", "/latin", "foreign"], ["a page of the browser", "about:license", "browser"]]) {
  test(`${name}: the sidebar says which`, async () => {
    await firefox.go(path.startsWith("/") ? `${server.url}${path}` : path);
    await firefox.press();
    await sidebar(`document.querySelector("[data-trouble]")?.dataset.trouble === "${trouble}"`);
  });
}
