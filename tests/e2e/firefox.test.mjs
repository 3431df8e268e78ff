// The page in Firefox: the main job, names, out, comfort, offline - and nothing leaves there either.
import assert from "node:assert/strict";
import { createServer } from "node:net";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { launch } from "./firefox.mjs";
import { serve } from "./server.mjs";
import { article, long, sample } from "./texts.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** Whom Firefox itself asks for updates of its parts, whatever page is open. */
const ITS_OWN = /(?:mozilla\.(?:com|org|net)|firefox\.com|update\.googleapis\.com)(?::443)?(?:\/|$)/;
const ESCAPE = "\uE00C";

let firefox;
let server;
let proxy;
const asked = new Set();
before(async () => {
  server = await serve();
  // Everything but this machine goes through a proxy that only writes down who was asked for.
  proxy = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", (data) => {
      asked.add(/^\w+ (\S+)/.exec(data.toString("latin1"))?.[1] ?? "?");
      socket.destroy();
    });
  });
  await new Promise((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const { port } = proxy.address();
  firefox = await launch({ prefs: { "network.proxy.type": 1, "network.proxy.http": "127.0.0.1", "network.proxy.http_port": port, "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": port, "network.proxy.no_proxies_on": "127.0.0.1", "network.proxy.allow_hijacking_localhost": false } });
  await firefox.viewport(1280, 900);
});
after(async () => {
  await firefox?.close();
  await server.stop();
  proxy.close();
});

async function open(path = "") {
  await firefox.goto(server.url + path);
  await firefox.until(() => "ready" in document.documentElement.dataset);
}

async function paste(text) {
  await firefox.run(() => document.getElementById("text").focus());
  await firefox.paste(text);
  await firefox.until(() => document.querySelectorAll("#points > li").length);
}

function summary() {
  return firefox.run(() => [...document.querySelectorAll("#points > li > a.text")].map((link) => {
    const copy = link.cloneNode(true);
    for (const each of copy.querySelectorAll(".sr")) each.remove();
    return copy.textContent;
  }));
}

async function doTheJob(text) {
  await paste(text);
  const first = await summary();
  assert.ok(first.length >= 3 && first.length <= 7);
  for (const sentence of first) assert.ok(text.includes(sentence), sentence);
  const slide = (amount) => firefox.run((value) => {
    const slider = document.getElementById("length");
    slider.value = value;
    slider.dispatchEvent(new Event("input"));
  }, String(amount));
  await slide(first.length + 2);
  const longer = await summary();
  assert.equal(longer.length, first.length + 2);
  for (const sentence of first) assert.ok(longer.includes(sentence));
  await slide(first.length);
  await firefox.click("#points > li:last-child > a.text");
  await firefox.until(() => document.querySelector("#article .s.now"));
  await new Promise((resolve) => setTimeout(resolve, 400));
  assert.equal(await firefox.run(() => {
    const { top, bottom } = document.querySelector("#article .s.now").getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  }), true);
  await firefox.press(ESCAPE);
  await firefox.until(() => document.activeElement.matches("#points a.text"));
}

test("paste, read, change the length, follow, and again without the server", async () => {
  await open();
  await doTheJob(article ?? sample);
  await firefox.until(() => navigator.serviceWorker.controller !== null);
  await new Promise((resolve) => setTimeout(resolve, 500));
  await server.stop();
  try {
    await open("?offline");
    await doTheJob(sample);
  } finally {
    await server.start();
  }
});

test("a paste beside the box is a paste into it", async () => {
  await open();
  await firefox.run(() => document.activeElement?.blur());
  await firefox.paste(sample);
  await firefox.until(() => document.querySelectorAll("#points > li").length);
});

test("heat, why, kinds, a name, a keyword", async () => {
  await open();
  await paste(sample);
  await firefox.click("[data-choice=heat]");
  assert.equal(await firefox.run(() => new Set([...document.querySelectorAll("#article .s[data-heat]")].map((span) => getComputedStyle(span).backgroundColor)).size > 2), true);
  await firefox.click("[data-choice=key]");
  await firefox.click("#points .why-button");
  await firefox.until(() => document.querySelectorAll("#points .why li").length);
  await firefox.click("#legend .chip");
  assert.equal(await firefox.run(() => document.querySelector("#legend .chip").getAttribute("aria-pressed")), "false");
  await firefox.click("#legend .chip");
  await firefox.click("#mark-next");
  await firefox.until(() => document.querySelector("#article mark.here"));
  await firefox.click("#names .chip");
  await firefox.until(() => document.querySelectorAll("#focus .points > li").length);
  await firefox.press(ESCAPE);
  await firefox.until(() => !document.getElementById("summary").hidden);
  await firefox.click("#words .chip");
  await firefox.until(() => document.querySelectorAll("#focus .points > li").length && (!CSS.highlights || CSS.highlights.get("zubda-found")?.size));
  await firefox.press(ESCAPE);
});

test("keys, language, theme, history", async () => {
  await open();
  await paste(sample);
  const before = (await summary()).length;
  await firefox.press("+");
  assert.equal((await summary()).length, before + 1);
  await firefox.press("?");
  await firefox.until(() => document.querySelector("#keys[open]"));
  await firefox.press(ESCAPE);
  await firefox.click("#open-settings");
  await firefox.click("[data-pref=theme] [data-choice=dark]");
  assert.equal(await firefox.run(() => getComputedStyle(document.documentElement).backgroundColor), "rgb(21, 24, 27)");
  await firefox.click("[data-pref=language] [data-choice=en]");
  await firefox.until(() => document.getElementById("summary-title").textContent === "Summary");
  await firefox.click("[data-pref=language] [data-choice=ar]");
  await firefox.click("[data-pref=theme] [data-choice=system]");
  await firefox.click("[role=switch][data-pref=history]");
  await firefox.press(ESCAPE);
  await new Promise((resolve) => setTimeout(resolve, 400));
  await firefox.click("#open-saved");
  await firefox.until(() => document.querySelectorAll("#saved .hist > li").length === 1);
  await firefox.click("#saved .stop");
  await firefox.until(() => document.querySelector("#saved .empty"));
  await firefox.press(ESCAPE);
});

test("a Word file, a bomb and a PDF", async () => {
  await open();
  const given = (name, bytes) => firefox.run((fileName, data) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([Uint8Array.from(data)], fileName));
    window.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, name, [...bytes]);
  await given("a.pdf", Buffer.from("%PDF-1.7"));
  await firefox.until(() => document.querySelector("[data-trouble=pdf]"));
  await given("a.docx", Buffer.from("PK\x03\x04 cut short"));
  await firefox.until(() => document.querySelector("[data-trouble=docx]"));
  await given("a.txt", Buffer.from(sample));
  await firefox.until(() => document.querySelectorAll("#points > li").length);
});

test("axe finds nothing, and 320 px needs no sideways scroll", async () => {
  await open();
  await firefox.viewport(320, 640);
  await paste(sample);
  assert.equal(await firefox.run(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true);
  await firefox.viewport(1280, 900);
  await firefox.load(axe);
  const found = await firefox.run(async () => (await globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] })).violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 2).map(({ target }) => target)}`));
  assert.deepEqual(found, []);
});

test("1 MB is read and drawn", async () => {
  await open();
  await paste(long(560_000));
  await firefox.until(() => document.querySelectorAll("#article .s").length > 5000);
});

test("nobody was asked for anything", async () => {
  assert.deepEqual([...asked].filter((name) => !ITS_OWN.test(name)), []);
  await firefox.run(() => { new Image().src = "https://leak.example/x.png"; });
  await firefox.goto("data:text/html,<img src=https://leak.example/x.png>");
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.ok([...asked].some((name) => name.includes("leak.example")), "the control: a page without our policy is caught");
});

test("no error was written to the console", () => assert.deepEqual(firefox.faults.filter((text) => !/leak\.example/.test(text)), []));
