//! The whole way in a real Firefox: a click on the toolbar, the sidebar, marks in the page, and what may happen to them.

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import test, { after, before } from "node:test";
import { until } from "./chromium.mjs";
import { built } from "./dist.mjs";
import { startFirefox } from "./firefox.mjs";
import * as made from "./made-pages.mjs";
import { PAGES } from "./pages.mjs";
import { serve } from "./server.mjs";

const CSP = { "content-security-policy": "default-src 'none'; style-src 'none'; script-src 'none'; require-trusted-types-for 'script'" };

/** @type {Awaited<ReturnType<typeof startFirefox>>} */
let firefox;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;

before(async () => {
  server = await serve(fileURLToPath(PAGES), { "/plain": { body: made.plain }, "/strict": { body: made.plain, headers: CSP }, "/hostile": { body: made.hostileStyle }, "/closed": { body: made.closedShadow }, "/latin": { body: made.latin }, "/many": { body: made.manyNodes } });
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

test("in the sidebar's own width nothing moves sideways, and the slider has room", async () => {
  await read("/plain");
  const [across, inside, slider] = await firefox.inSidebar(`[document.documentElement.scrollWidth - document.documentElement.clientWidth, document.getElementById("whole").clientWidth, document.getElementById("length").clientWidth]`);
  assert.equal(across, 0);
  assert.ok(slider >= 120 && slider <= inside, `${slider} of ${inside} pixels`);
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
