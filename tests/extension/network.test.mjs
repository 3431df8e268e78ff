//! Nothing leaves the device: every connection the browser tries goes to a sink that notes the host. A copy that leaks must be caught.

import assert from "node:assert/strict";
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createSocketServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import test from "node:test";
import { openPanel, startWithExtension, until } from "./chromium.mjs";
import { built } from "./dist.mjs";
import { startFirefox } from "./firefox.mjs";
import * as made from "./made-pages.mjs";
import { PAGES } from "./pages.mjs";
import { serve } from "./server.mjs";

/** What the browsers ask for by themselves. */
const OF_THE_BROWSER = /^(update\.googleapis\.com|aus5\.mozilla\.org|firefox\.settings\.services\.mozilla\.com|content-signature-2\.cdn\.mozilla\.net)(:\d+)?$/;
const LEAK = "telemetry.leak.example";

/** The server name of a TLS greeting, or the Host of an HTTP request. @param {Buffer} data */
function hostOf(data) {
  if (data[0] !== 0x16) return /^host: (.+)$/im.exec(data.toString("latin1"))?.[1]?.trim() ?? "unknown";
  let at = 43;
  at += 1 + (data[at] ?? 0);
  at += 2 + data.readUInt16BE(at);
  at += 1 + (data[at] ?? 0);
  const end = Math.min(at + 2 + data.readUInt16BE(at), data.length);
  for (at += 2; at + 4 <= end; ) {
    const [type, length] = [data.readUInt16BE(at), data.readUInt16BE(at + 2)];
    if (type === 0) return data.toString("latin1", at + 9, at + 9 + data.readUInt16BE(at + 7));
    at += 4 + length;
  }
  return "unknown";
}

/** @returns {Promise<{ port: number, seen: Set<string>, close: () => void }>} */
function socketSink() {
  /** @type {Set<string>} */
  const seen = new Set();
  const sink = createSocketServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", (data) => {
      seen.add(hostOf(data));
      socket.destroy();
    });
  });
  return new Promise((resolve) => sink.listen(0, "127.0.0.1", () => resolve({ port: /** @type {any} */ (sink.address()).port, seen, close: () => sink.close() })));
}

/** @returns {Promise<{ port: number, seen: Set<string>, close: () => void }>} */
function proxySink() {
  /** @type {Set<string>} */
  const seen = new Set();
  const sink = createServer((request, response) => {
    seen.add(request.headers.host ?? "unknown");
    response.writeHead(502).end();
  });
  sink.on("connect", (request, socket) => {
    seen.add(request.url ?? "unknown");
    socket.end("HTTP/1.1 502 no\r\n\r\n");
  });
  return new Promise((resolve) => sink.listen(0, "127.0.0.1", () => resolve({ port: /** @type {any} */ (sink.address()).port, seen, close: () => sink.close() })));
}

/** A copy of the extension whose background sends the page's address out; the policy must let it, or nothing is proved. @param {"chrome" | "firefox"} browser */
function leaking(browser) {
  const folder = mkdtempSync(join(tmpdir(), "zubda-leak-"));
  cpSync(built(browser), folder, { recursive: true });
  appendFileSync(join(folder, "background.js"), `\napi.runtime.onMessage.addListener(() => { fetch("https://${LEAK}/ping").catch(() => {}); });\n`);
  const path = join(folder, "manifest.json");
  writeFileSync(path, readFileSync(path, "utf8").replace("connect-src 'self'", "connect-src *"));
  return folder;
}

/** @param {string} folder @param {string} url */
async function chromium(folder, url) {
  const sink = await socketSink();
  const profile = mkdtempSync(join(tmpdir(), "zubda-"));
  const context = await startWithExtension(folder, profile, [`--host-resolver-rules=MAP * 127.0.0.1:${sink.port}, EXCLUDE 127.0.0.1, EXCLUDE localhost`]);
  const page = await context.newPage();
  await page.goto(url);
  const panel = await openPanel(context, page);
  await panel.until(`document.body.dataset.state === "read"`);
  await panel.evaluate(`document.getElementById("more").click(); document.querySelector("#points a.text").click(); document.getElementById("copy").click()`);
  await page.waitForTimeout(2500);
  await context.close();
  sink.close();
  rmSync(profile, { recursive: true, force: true });
  return [...sink.seen].filter((host) => !OF_THE_BROWSER.test(host));
}

/** @param {string} folder @param {string} url */
async function firefox(folder, url) {
  const sink = await proxySink();
  const browser = await startFirefox(folder, { "network.proxy.type": 1, "network.proxy.http": "127.0.0.1", "network.proxy.http_port": sink.port, "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": sink.port, "network.proxy.no_proxies_on": "127.0.0.1,localhost", "network.proxy.allow_hijacking_localhost": false });
  await browser.go(url);
  await browser.press();
  await until(() => browser.inSidebar(`document.body.dataset.state === "read"`).catch(() => false), "the sidebar", 30_000);
  await browser.inSidebar(`(document.getElementById("more").click(), document.querySelector("#points a.text").click(), true)`);
  await new Promise((resolve) => setTimeout(resolve, 2500));
  await browser.close();
  sink.close();
  return [...sink.seen].filter((host) => !OF_THE_BROWSER.test(host));
}

for (const [browser, run] of /** @type {const} */ ([["chrome", chromium], ["firefox", firefox]])) {
  test(`${browser}: no connection is tried, and one that leaks is caught`, async () => {
    const server = await serve(fileURLToPath(PAGES), { "/plain": { body: made.plain } });
    const leak = leaking(browser);
    try {
      assert.deepEqual(await run(built(browser), `${server.url}/plain`), []);
      assert.ok((await run(leak, `${server.url}/plain`)).some((host) => host.includes(LEAK)), "the leak is seen");
    } finally {
      rmSync(leak, { recursive: true, force: true });
      await server.close();
    }
  });
}
