// Nothing leaves: every name the browser looks up leads to a sink that reads who was asked for.
import assert from "node:assert/strict";
import { createServer } from "node:net";
import { after, before, test } from "node:test";
import { controlled, launch, openPage, paste, waitForSummary } from "./chromium.mjs";
import { serve } from "./server.mjs";
import { sample } from "./texts.mjs";

/** What Chromium itself asks for, whatever page is open. */
const ITS_OWN = /update\.googleapis\.com$/;

const seen = new Set();
let sink;
let browser;
before(async () => {
  sink = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", (data) => {
      seen.add(data[0] === 0x16 ? `https ${serverName(data)}` : `http ${/^host: (.+)$/im.exec(data.toString("latin1"))?.[1]?.trim()}`);
      socket.destroy();
    });
  });
  await new Promise((resolve) => sink.listen(0, "127.0.0.1", resolve));
  browser = await launch([`--host-resolver-rules=MAP * 127.0.0.1:${sink.address().port}, EXCLUDE 127.0.0.1`, "--disable-client-side-phishing-detection", "--no-pings", "--disable-domain-reliability", "--gaia-url=http://127.0.0.1:9/", "--google-apis-url=http://127.0.0.1:9/"]);
});
after(async () => {
  await browser.close();
  sink.close();
});

/** The name in a TLS greeting: fixed head, session, ciphers, compressions, then extensions. */
function serverName(data) {
  let at = 43;
  at += 1 + data[at];
  at += 2 + data.readUInt16BE(at);
  at += 1 + data[at];
  const end = Math.min(data.length, at + 2 + data.readUInt16BE(at));
  for (at += 2; at + 4 <= end; at += 4 + data.readUInt16BE(at + 2)) {
    if (data.readUInt16BE(at) === 0) return data.toString("latin1", at + 9, at + 9 + data.readUInt16BE(at + 7));
  }
  return "?";
}

async function visit(server) {
  seen.clear();
  const { context, page } = await openPage(browser, server.url);
  await controlled(page);
  await paste(page, sample);
  await waitForSummary(page);
  await page.click("#names .chip");
  await page.keyboard.press("Escape");
  await page.waitForTimeout(1500);
  await context.close();
  return [...seen].filter((name) => !ITS_OWN.test(name)).sort();
}

test("page, worker and service worker ask for nobody", async () => {
  const server = await serve();
  assert.deepEqual(await visit(server), []);
  await server.stop();
});

test("the control: a page that leaks from each of the three is caught by name", async () => {
  const leak = (who) => `\ntry { fetch("https://${who}.leak.example/ping").catch(() => {}); } catch {}\n`;
  const server = await serve({
    bare: true,
    change: (name, bytes) => {
      if (name === "/index.html") return Buffer.from(bytes.toString().replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ""));
      const who = { "/page.js": "page", "/shared/worker.js": "worker", "/sw.js": "service" }[name];
      return who ? Buffer.concat([bytes, Buffer.from(leak(who))]) : bytes;
    },
  });
  assert.deepEqual(await visit(server), ["https page.leak.example", "https service.leak.example", "https worker.leak.example"]);
  await server.stop();
});
