// Takes the pictures of the page that the README shows: `cargo xtask build && node tests/screenshots.mjs`.
import { drawn, launch, openPage } from "./e2e/chromium.mjs";
import { serve } from "./e2e/server.mjs";

const PICTURES = [
  ["page-light", { colorScheme: "light", viewport: { width: 1280, height: 860 } }],
  ["page-dark", { colorScheme: "dark", viewport: { width: 1280, height: 860 } }],
  ["page-narrow", { colorScheme: "light", viewport: { width: 390, height: 844 } }],
];

const server = await serve();
const browser = await launch();
for (const [name, options] of PICTURES) {
  const { page, context } = await openPage(browser, server.url, { context: options });
  await page.click("#sample");
  await drawn(page);
  await page.locator("#length").fill("4");
  await page.mouse.move(4, 4);
  await page.waitForTimeout(400);
  await page.screenshot({ path: new URL(`../docs/${name}.png`, import.meta.url).pathname });
  await context.close();
}
await browser.close();
await server.stop();
