//! A real Firefox for the tests, driven over one WebSocket; its own windows are reached as well, for the toolbar.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import WebSocket from "ws";

/** The add-on's id, and the address its pages get in these tests. */
const ID = "{3f34bac6-9d4f-4873-9718-d0fd4f49873d}";
export const UUID = "11111111-2222-4333-8444-555555555555";

const PREFS = {
  "extensions.webextensions.uuids": JSON.stringify({ [ID]: UUID }),
  "datareporting.policy.dataSubmissionEnabled": false,
  "app.update.disabledForTesting": true,
  "app.update.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "extensions.update.enabled": false,
  "extensions.getAddons.cache.enabled": false,
  "toolkit.telemetry.enabled": false,
  "app.normandy.enabled": false,
  "media.gmp-manager.updateEnabled": false,
  "media.gmp-manager.chromium-update-url": "",
  "media.gmp-manager.url": "data:,",
  "extensions.systemAddon.update.enabled": false,
  "extensions.systemAddon.update.url": "",
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,#remote-settings-dummy/v1",
  "browser.aboutwelcome.enabled": false,
  "startup.homepage_welcome_url": "",
  "browser.newtabpage.enabled": false,
};

/** @param {string} folder of the add-on @param {Record<string, string | number | boolean>} [prefs] */
export async function startFirefox(folder, prefs = {}) {
  const profile = mkdtempSync(join(tmpdir(), "zubda-ff-"));
  const lines = Object.entries({ ...PREFS, ...prefs }).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
  writeFileSync(join(profile, "user.js"), lines.join("\n"));
  const process_ = spawn(process.env.FIREFOX ?? "/usr/bin/firefox-esr", ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0", "--remote-allow-system-access", "about:blank"], { stdio: ["ignore", "pipe", "pipe"] });
  /** @type {string} */
  const address = await new Promise((resolve, reject) => {
    let said = "";
    const hear = (/** @type {Buffer} */ data) => {
      said += data;
      const found = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said);
      if (found) resolve(/** @type {string} */ (found[1]));
    };
    process_.stderr.on("data", hear);
    process_.stdout.on("data", hear);
    setTimeout(() => reject(new Error(`Firefox did not start: ${said.slice(-500)}`)), 90_000).unref();
  });
  const socket = new WebSocket(`${address}/session`);
  await new Promise((resolve) => socket.on("open", resolve));
  let next = 0;
  /** @type {Map<number, (answer: any) => void>} */
  const waiting = new Map();
  socket.on("message", (data) => {
    const answer = JSON.parse(String(data));
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  /** @param {string} method @param {object} [params] @returns {Promise<any>} */
  const send = (method, params = {}) => new Promise((resolve, reject) => {
    next += 1;
    waiting.set(next, (answer) => (answer.type === "error" ? reject(new Error(`${method}: ${answer.message}`)) : resolve(answer.result)));
    socket.send(JSON.stringify({ id: next, method, params }));
  });
  /** @param {string} context @param {string} expression @returns {Promise<any>} its value, which must be JSON */
  const evaluate = async (context, expression) => {
    const result = await send("script.evaluate", { expression: `(async () => JSON.stringify(await (${expression})))()`, target: { context }, awaitPromise: true, userActivation: true });
    if (result.type === "exception") throw new Error(`${expression}: ${result.exceptionDetails.text}`);
    return result.result.value === undefined ? undefined : JSON.parse(result.result.value);
  };

  await send("session.new", { capabilities: {} });
  await send("webExtension.install", { extensionData: { type: "path", path: folder } });
  const tab = (await send("browsingContext.getTree")).contexts[0].context;
  const window_ = (await send("browsingContext.getTree", { "moz:scope": "chrome" })).contexts.find((/** @type {any} */ { url }) => url.includes("browser.xhtml")).context;

  return {
    send,
    tab,
    /** @param {string} expression in the page */
    inPage: (expression) => evaluate(tab, expression),
    /** @param {string} expression in the browser's own window */
    inWindow: (expression) => evaluate(window_, expression),
    /** @param {string} expression in the sidebar's document, as it is loaded there */
    inSidebar: (expression) => evaluate(window_, SIDEBAR(expression)),
    /** @param {string} url */
    go: (url) => send("browsingContext.navigate", { context: tab, url, wait: "complete" }),
    /** A real click on the toolbar button, with the grant that comes with it. */
    press: () => evaluate(window_, PRESS),
    /** Alt+Shift+S as the keyboard would give it to the browser, with the focus in its address bar. */
    chord: () => evaluate(window_, CHORD),
    /** Closes the sidebar, as its own button does. */
    closeSidebar: () => evaluate(window_, `globalThis.SidebarController.hide()`),
    /** Says to all pages that they are touched, or that they are not. @param {boolean} coarse */
    touch: (coarse) => evaluate(window_, TOUCH(coarse)),
    /** Makes the sidebar this wide, in CSS pixels. @param {number} width */
    widen: (width) => evaluate(window_, WIDEN(width)),
    async close() {
      await send("browser.close").catch(() => {});
      socket.terminate();
      await new Promise((resolve) => {
        process_.once("exit", resolve);
        setTimeout(() => process_.kill(), 3000);
      });
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

const WIDGET = `${ID.toLowerCase().replace(/[^a-z0-9_-]/g, "_")}-browser-action`;
/** What the mouse can do is asked anew by each style sheet. @param {boolean} coarse */
const TOUCH = (coarse) => `(() => {
  if (${coarse}) Services.prefs.setIntPref("ui.primaryPointerCapabilities", 1);
  else Services.prefs.clearUserPref("ui.primaryPointerCapabilities");
  return true;
})()`;
const PRESS = `(async () => {
  if (!CustomizableUI.getPlacementOfWidget("${WIDGET}") || CustomizableUI.getPlacementOfWidget("${WIDGET}").area !== "nav-bar") CustomizableUI.addWidgetToArea("${WIDGET}", "nav-bar");
  for (let i = 0; i < 100 && !document.getElementById("${WIDGET}"); i += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  const node = document.getElementById("${WIDGET}");
  (node.querySelector(".unified-extensions-item-action-button") ?? node).click();
  return node.id;
})()`;

const CHORD = `(() => {
  window.focus();
  gURLBar.focus();
  const keyboard = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
  if (!keyboard.beginInputTransactionForTests(window)) throw new Error("no keyboard");
  const event = (key, code, keyCode) => new KeyboardEvent("", { key, code, keyCode });
  const [alt, shift, s] = [event("Alt", "AltLeft", 18), event("Shift", "ShiftLeft", 16), event("S", "KeyS", 83)];
  for (const down of [alt, shift, s]) keyboard.keydown(down);
  for (const up of [s, shift, alt]) keyboard.keyup(up);
  return true;
})()`;

/** @param {number} width */
const WIDEN = (width) => `(async () => {
  const box = document.getElementById("sidebar-box");
  for (const [name, value] of [["min-width", "0"], ["max-width", "none"], ["width", "${width}px"]]) box.style.setProperty(name, value, "important");
  await new Promise((resolve) => setTimeout(resolve, 400));
  return document.getElementById("sidebar").getBoundingClientRect().width;
})()`;

/**
 * Evaluates in the sidebar's document, which lives in a process of its own and is no context to the driver:
 * a frame script goes there and sends the answer back.
 * @param {string} expression
 */
const SIDEBAR = (expression) => `new Promise((resolve, reject) => {
  const holder = document.getElementById("sidebar").contentDocument?.getElementById("webext-panels-browser");
  if (!holder?.messageManager) return reject(new Error("no sidebar"));
  const name = "zubda-test-" + Math.random();
  holder.messageManager.addMessageListener(name, ({ data }) => data.error ? reject(new Error(data.error)) : resolve(data.value));
  const script = "try { sendAsyncMessage(" + JSON.stringify(name) + ", { value: ((document) => (" + ${JSON.stringify(expression)} + "))(content.document) }); } catch (error) { sendAsyncMessage(" + JSON.stringify(name) + ", { error: String(error) }); }";
  holder.messageManager.loadFrameScript("data:text/javascript;charset=utf-8," + encodeURIComponent(script), false);
})`;
