// Firefox as it comes from the distribution, driven by WebDriver BiDi over one WebSocket.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import WebSocket from "ws";

/** Firefox's own doings that would disturb a test. */
const PREFS = {
  "app.normandy.enabled": false,
  "app.update.disabledForTesting": true,
  "app.update.enabled": false,
  "browser.aboutwelcome.enabled": false,
  "browser.newtabpage.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "media.gmp-manager.chromium-update-url": "",
  "media.gmp-manager.updateEnabled": false,
  "media.gmp-manager.url": "data:,",
  "extensions.systemAddon.update.url": "",
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,#remote-settings-dummy/v1",
  "startup.homepage_welcome_url": "",
  "toolkit.telemetry.enabled": false,
};

/** Starts Firefox; `prefs` are added to its profile. */
export async function launch({ prefs = {} } = {}) {
  const profile = mkdtempSync(path.join(tmpdir(), "zubda-firefox-"));
  writeFileSync(path.join(profile, "user.js"), Object.entries({ ...PREFS, ...prefs }).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`).join("\n"));
  const firefox = spawn(process.env.FIREFOX ?? "/usr/bin/firefox-esr", ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0", "about:blank"], { stdio: ["ignore", "pipe", "pipe"] });
  const address = await new Promise((resolve, reject) => {
    let said = "";
    const listen = (data) => {
      said += data;
      const found = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said);
      if (found) resolve(found[1]);
    };
    firefox.stderr.on("data", listen);
    firefox.stdout.on("data", listen);
    setTimeout(() => reject(new Error(`Firefox did not start: ${said.slice(-500)}`)), 60_000).unref();
  });
  const socket = new WebSocket(`${address}/session`);
  await new Promise((resolve, reject) => {
    socket.on("open", resolve);
    socket.on("error", reject);
  });
  const waiting = new Map();
  const faults = [];
  let last = 0;
  socket.on("message", (data) => {
    const message = JSON.parse(data);
    if (message.method === "log.entryAdded" && message.params.level === "error") faults.push(message.params.text);
    const [resolve, reject] = waiting.get(message.id) ?? [];
    waiting.delete(message.id);
    if (message.type === "error") reject?.(new Error(`${message.error}: ${message.message}`));
    else resolve?.(message.result);
  });
  const send = (method, params = {}) => new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`no answer in 60 s: ${method}`)), 60_000).unref();
    last += 1;
    waiting.set(last, [resolve, reject]);
    socket.send(JSON.stringify({ id: last, method, params }));
  });
  await send("session.new", { capabilities: {} });
  await send("session.subscribe", { events: ["log.entryAdded"] });
  const { contexts: [{ context }] } = await send("browsingContext.getTree");

  /** Runs a function in the page with JSON arguments and returns its JSON result. */
  async function run(what, ...args) {
    const expression = `(async () => JSON.stringify(await (${what})(...${JSON.stringify(args)})) ?? "null")()`;
    const { type, result, exceptionDetails } = await send("script.evaluate", { expression, target: { context }, awaitPromise: true, userActivation: true });
    if (type === "exception") throw new Error(exceptionDetails.text);
    return JSON.parse(result.value);
  }

  return {
    faults,
    run,
    /** Runs a whole script in the page. */
    load: (source) => send("script.evaluate", { expression: `${source};0`, target: { context }, awaitPromise: false }),
    goto: (url) => send("browsingContext.navigate", { context, url, wait: "complete" }),
    viewport: (width, height) => send("browsingContext.setViewport", { context, viewport: { width, height } }),
    screenshot: async () => Buffer.from((await send("browsingContext.captureScreenshot", { context })).data, "base64"),
    /** Waits until a function in the page returns something true. */
    async until(what, ...args) {
      const end = Date.now() + 15_000;
      for (;;) {
        const value = await run(what, ...args).catch(() => null);
        if (value) return value;
        if (Date.now() > end) throw new Error(`never true: ${what}\n--- the page showed ---\n${await run(() => document.body.innerText.slice(0, 1500)).catch((error) => error.message)}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    /** Presses and releases keys, as the keyboard would. */
    press: (...keys) => send("input.performActions", { context, actions: [{ type: "key", id: "keyboard", actions: keys.flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]) }] }),
    /** Puts `text` on the clipboard and pastes it with the keyboard, as a reader would. */
    async paste(text) {
      await run((words) => navigator.clipboard.writeText(words), text);
      await send("input.performActions", { context, actions: [{ type: "key", id: "keyboard", actions: [{ type: "keyDown", value: "\uE009" }, { type: "keyDown", value: "v" }, { type: "keyUp", value: "v" }, { type: "keyUp", value: "\uE009" }] }] });
    },
    /** Clicks the first element of a selector with the mouse. */
    async click(selector) {
      const box = await run(async (wanted) => {
        const element = document.querySelector(wanted);
        const place = () => {
          const { left, top, width, height } = element.getBoundingClientRect();
          return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
        };
        const pause = () => new Promise((resolve) => setTimeout(resolve, 100));
        for (let tries = 0; tries < 20; tries += 1) { // a jump may still be moving the page
          element.scrollIntoView({ block: "center", behavior: "instant" });
          const before = place();
          await pause();
          if (JSON.stringify(before) === JSON.stringify(place())) break;
        }
        return place();
      }, selector);
      await send("input.performActions", { context, actions: [{ type: "pointer", id: "mouse", actions: [{ type: "pointerMove", ...box }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }] }] });
    },
    async close() {
      await send("browser.close").catch(() => {});
      socket.terminate();
      await new Promise((resolve) => {
        if (firefox.exitCode !== null) return resolve();
        firefox.once("exit", resolve);
        setTimeout(() => firefox.kill("SIGKILL"), 5_000).unref();
      });
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
