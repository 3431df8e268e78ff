// The service worker: everything offline, updates announced, the worker kept from the network, shares received.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { controlled, launch, openPage, paste, ready, showing, waitForSummary } from "./chromium.mjs";
import { serve } from "./server.mjs";
import { sample } from "./texts.mjs";

let browser;
const servers = [];
const served = async (options) => {
  const server = await serve(options);
  servers.push(server);
  return server;
};
before(async () => { browser = await launch(); });
after(async () => {
  await browser.close();
  for (const server of servers) await server.stop();
});

test("on a first visit the page's own faces come once something is on the screen, on a later one at once", async () => {
  const prepare = (context) => context.addInitScript(() => {
    const look = () => {
      if (document.body) globalThis.firstFace = getComputedStyle(document.body).fontFamily;
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const { page, context, faults } = await openPage(browser, (await served()).url, { prepare });
  await page.waitForFunction(() => document.fonts.check("20px Vazirmatn", "ا") && document.documentElement.dataset.faces === undefined);
  assert.doesNotMatch(await page.evaluate(() => globalThis.firstFace), /Vazirmatn/);
  assert.match(await page.evaluate(() => getComputedStyle(document.body).fontFamily), /^Vazirmatn/);
  await controlled(page);
  await page.reload();
  await ready(page);
  assert.match(await page.evaluate(() => globalThis.firstFace), /^Vazirmatn/);
  assert.deepEqual(faults, []);
  await context.close();
});

test("with the server gone every part works, from a new tab too", async () => {
  const server = await served();
  const { context, page } = await openPage(browser, server.url);
  await controlled(page);
  await page.waitForTimeout(500);
  await server.stop();
  const other = await context.newPage();
  const faults = [];
  other.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await other.goto(`${server.url}?from=somewhere`);
  await ready(other);
  await showing(other, async () => {
    await paste(other, sample);
    await waitForSummary(other);
    await other.click("[data-choice=heat]");
    await other.click("#names .chip");
    await other.keyboard.press("Escape");
    await other.click("#open-settings");
    await other.click("[data-pref=face] [data-choice=modern]");
    assert.equal(await other.evaluate(async () => (await document.fonts.load("20px Vazirmatn", "ا")).length > 0), true, "fonts are kept");
  });
  assert.deepEqual(faults, []);
  await context.close();
});

test("a new version is announced, comes with one press, and leaves no old file", async () => {
  let title = "زبدة";
  const server = await served({
    change: (name, bytes) => {
      if (title === "زبدة") return bytes;
      if (name === "/sw.js") return Buffer.from(bytes.toString().replace(/VERSION = "[0-9a-f]+"/, 'VERSION = "0123456789abcdef"'));
      return name === "/page.js" ? Buffer.from(bytes.toString().replace("نسخة جديدة من زبدة جاهزة.", "نسخة أجدّ.")) : bytes;
    },
  });
  const { context, page } = await openPage(browser, server.url);
  await controlled(page);
  await page.waitForTimeout(500);
  title = "new";
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await showing(page, async () => {
    await page.waitForSelector("#update:not([hidden])");
    assert.match(await page.textContent("#update"), /نسخة جديدة/);
    assert.equal(await page.evaluate(async () => (await (await fetch("page.js")).text()).includes("نسخة جديدة")), true, "nothing changes before the reader agrees");
    await Promise.all([page.waitForEvent("load", { timeout: 10_000 }), page.click("#update button")]);
    await ready(page);
    assert.equal(await page.evaluate(async () => (await (await fetch("page.js")).text()).includes("نسخة أجدّ")), true);
    assert.deepEqual(await page.evaluate(() => caches.keys()), ["zubda-0123456789abcdef"]);
  });
  await context.close();
});

test("a new version that comes while a text is read or typed loses nothing of it", async () => {
  for (const reading of [true, false]) {
    let version = "";
    const server = await served({ change: (name, bytes) => (version && name === "/sw.js" ? Buffer.from(bytes.toString().replace(/VERSION = "[0-9a-f]+"/, `VERSION = "${version}"`)) : bytes) });
    const { context, page } = await openPage(browser, server.url);
    await controlled(page);
    await page.waitForTimeout(500);
    if (reading) {
      await paste(page, sample);
      await waitForSummary(page);
    } else await page.fill("#text", "نص لم يكتمل");
    version = "0123456789abcdef";
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
    await showing(page, async () => {
      await page.waitForSelector("#update:not([hidden])");
      await Promise.all([page.waitForEvent("load", { timeout: 10_000 }), page.click("#update button")]);
      await ready(page);
      if (reading) await waitForSummary(page);
      assert.equal(await page.inputValue("#text"), reading ? sample : "نص لم يكتمل");
      assert.equal(await page.evaluate(() => document.body.dataset.mode), reading ? "reading" : "start");
      assert.equal(await page.evaluate(async () => (await (await caches.open("zubda-inbox")).keys()).length), 0, "nothing stays on the device");
    });
    await context.close();
  }
});

test("on a host without headers the worker cannot reach another host: first by losing the means, then by policy", async (run) => {
  let hits = 0;
  const foreign = createServer((_request, response) => {
    hits += 1;
    response.writeHead(200, { "Access-Control-Allow-Origin": "*" }).end("x");
  });
  await new Promise((resolve) => foreign.listen(0, "127.0.0.1", resolve));
  run.after(() => foreign.close());
  const address = `http://127.0.0.1:${foreign.address().port}/`;
  const leak = `\nself.addEventListener("message", async () => { try { await import(${JSON.stringify(`${address}x.js`)}); } catch {} try { await fetch(${JSON.stringify(address)}); } catch {} });\n`;
  const server = await served({ bare: true, change: (name, bytes) => (name === "/shared/worker.js" ? Buffer.concat([bytes, Buffer.from(leak)]) : bytes) });
  const { context, page } = await openPage(browser, server.url);
  const means = await page.workers().at(-1).evaluate(() => ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "importScripts", "indexedDB", "caches"].filter((name) => name in self));
  assert.deepEqual(means, [], "the means are gone once the core is loaded");
  await controlled(page);
  await page.waitForTimeout(500);
  await page.reload();
  await ready(page);
  hits = 0;
  await paste(page, sample);
  await waitForSummary(page);
  await page.waitForTimeout(500);
  assert.equal(hits, 0, "a planted leak in the worker was stopped");
  // The control: the same leak without our worker's policy does get out.
  const control = await served({ bare: true, also: { "/leak.js": Buffer.from(`fetch(${JSON.stringify(address)}).catch(() => {});`), "/index.html": Buffer.from("<!doctype html><title>x</title>") } });
  const other = await context.newPage();
  await other.goto(control.url);
  await other.evaluate(() => { new Worker("leak.js", { type: "module" }); });
  await other.waitForTimeout(500);
  assert.equal(hits, 1, "the foreign host can be reached by a leak that nothing stops");
  await context.close();
});

test("a shared text and a shared file arrive through the service worker, and the server never sees them", async () => {
  const server = await served();
  const { context, page } = await openPage(browser, server.url);
  await controlled(page);
  await page.waitForTimeout(300);
  const post = (fields) => page.evaluate((given) => {
    const form = document.createElement("form");
    Object.assign(form, { method: "POST", action: "share", enctype: "multipart/form-data" });
    for (const [name, value] of Object.entries(given)) {
      const input = document.createElement(name === "file" ? "input" : "textarea");
      input.name = name;
      if (name === "file") {
        const data = new DataTransfer();
        data.items.add(new File([value], "مقال.txt", { type: "text/plain" }));
        input.type = "file";
        input.files = data.files;
      } else input.value = value;
      form.append(input);
    }
    document.body.append(form);
    form.submit();
  }, fields);
  const before = server.log.length;
  for (const fields of [{ title: "", text: sample, url: "" }, { file: sample }]) {
    await Promise.all([page.waitForURL((url) => url.pathname === "/"), post(fields)]);
    await waitForSummary(page);
    assert.equal(await page.inputValue("#text"), sample);
    assert.equal(page.url(), server.url);
    await page.goto(server.url);
    await ready(page);
  }
  assert.deepEqual(server.log.slice(before).filter((line) => /POST|share/.test(line)), []);
  await page.goto(`${server.url}?shared`);
  await page.waitForSelector("#trouble [data-trouble=shared]");
  await context.close();
});

test("the page can be installed: manifest, icons, start address", async () => {
  const server = await served();
  const { context, page } = await openPage(browser, server.url);
  const session = await context.newCDPSession(page);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito"), []);
  const { data } = await session.send("Page.getAppManifest");
  const manifest = JSON.parse(data);
  assert.equal(manifest.share_target.method, "POST");
  for (const { src } of manifest.icons) assert.equal((await page.request.get(new URL(src, server.url).href)).status(), 200, src);
  await context.close();
});
