//! Makes the screenshots of the store listing: a page of our own prose with its marks, and the real panel beside it.

import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { background, openPanel, startWithExtension } from "./chromium.mjs";
import { built } from "./dist.mjs";
import { PAGES } from "./pages.mjs";
import { serve } from "./server.mjs";

const OUT = fileURLToPath(new URL("../../www/extension/store/screenshots/", import.meta.url));
const prose = readFileSync(new URL("nested-divs/expected.txt", PAGES), "utf8").trim().split("\n");

/** @param {boolean} dark */
const article = (dark) => `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>بحيرة السلطانة تستعيد طيورها</title><style>
body { margin: 0; font: 20px/1.95 "Noto Naskh Arabic", Amiri, serif; background: ${dark ? "#14171a" : "#fff"}; color: ${dark ? "#e6e3da" : "#222"}; }
header { padding: 14px 60px; border-bottom: 3px solid #2b6f63; font: bold 22px "Noto Kufi Arabic", sans-serif; }
main { padding: 18px 60px; } h1 { font-size: 34px; line-height: 1.5; margin: 0 0 10px; } p { margin: 0 0 14px; }</style></head>
<body><header>صدى الميناء</header><main><h1>بحيرة السلطانة تستعيد طيورها بعد عقد من الجفاف</h1><article>${prose.map((line) => `<p>${line}</p>`).join("")}</article></main></body></html>`;

const profile = mkdtempSync(join(tmpdir(), "zubda-"));
const server = await serve(fileURLToPath(PAGES), { "/light": { body: article(false) }, "/dark": { body: article(true) } });
const context = await startWithExtension(built("chrome"), profile, ["--force-device-scale-factor=1", "--host-resolver-rules=MAP sada.example 127.0.0.1"]);
mkdirSync(OUT, { recursive: true });
try {
  const worker = await background(context);
  const sheet = await context.newPage();
  await sheet.setViewportSize({ width: 1280, height: 800 });
  for (const theme of ["light", "dark"]) {
    await worker.evaluate((name) => /** @type {any} */ (globalThis).chrome.storage.local.set({ zubda: { theme: name } }), theme);
    const page = await context.newPage();
    await page.setViewportSize({ width: 920, height: 800 });
    await page.goto(`http://sada.example:${server.port}/${theme}`);
    const panel = await openPanel(context, page);
    await panel.until(`document.body.dataset.state === "read" && document.getElementById("strip").hidden`);
    for (const part of ["summary", "names"]) {
      await panel.shot(800);
      await panel.evaluate(part === "summary" ? "scrollTo(0, 0)" : "scrollTo(0, document.documentElement.scrollHeight)");
      await page.waitForTimeout(600);
      const [left, right] = [await page.screenshot(), await panel.shot(800)];
      await sheet.setContent(`<body style="margin:0;display:flex;background:${theme === "dark" ? "#15181b" : "#f7f4ec"}"><img width="920" height="800" src="data:image/png;base64,${left.toString("base64")}"><img style="inline-size:360px;object-fit:cover;object-position:top;height:800px" src="data:image/png;base64,${right.toString("base64")}"></body>`);
      await sheet.screenshot({ path: join(OUT, `${part}-${theme}.png`) });
    }
    await page.close();
  }
} finally {
  await context.close();
  await server.close();
  rmSync(profile, { recursive: true, force: true });
}
