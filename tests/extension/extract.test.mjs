//! The article is found on pages of every shape, better than Readability finds it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import test from "node:test";
import { startChromium } from "./chromium.mjs";
import { PAGES, extractSource, fixtures, squeeze, tokenF1 } from "./pages.mjs";
import { serve } from "./server.mjs";

const READABILITY = readFileSync(createRequire(import.meta.url).resolve("@mozilla/readability/Readability.js"), "utf8");

/**
 * The main text without the title, by us and by Readability.
 * @param {import("playwright-core").Page} page @param {string} address
 */
async function extractBoth(page, address) {
  await page.goto(address);
  const ours = await page.evaluate(`(async () => {
    ${extractSource()}
    const found = await extract({ selection: false });
    if (typeof found === "string") return { trouble: found, text: "", title: "", exact: true };
    const exact = found.blocks.every(({ start, end, block }) => found.text.slice(start, end) === block.pieces.map((piece) => piece.node.data.slice(piece.from, piece.from + piece.length).replace(/[\\t\\n\\f\\r]/g, " ")).join(""));
    const body = found.blocks.filter(({ block }) => block.text !== found.title);
    return { text: body.map(({ block }) => block.text).join("\\n"), title: found.title, exact };
  })()`);
  const theirs = await page.evaluate(`(() => {
    ${READABILITY}
    const found = new Readability(document.cloneNode(true)).parse();
    return { text: found?.textContent ?? "", title: found?.title ?? "" };
  })()`);
  return { ours, theirs };
}

test("main text of every fixture, against Readability", async (t) => {
  const browser = await startChromium();
  const server = await serve(fileURLToPath(PAGES));
  t.after(() => Promise.all([browser.close(), server.close()]));
  const page = await browser.newPage();
  const rows = [];
  for (const { name, expected, foreign } of fixtures()) {
    const { ours, theirs } = await extractBoth(page, `${server.url}/${name}/page.html`);
    assert.ok(ours.exact, `${name}: every offset leads back to its text node`);
    const leaks = (/** @type {string} */ text) => foreign.filter((string) => squeeze(text).includes(squeeze(string)));
    rows.push({ name, ours: tokenF1(ours.text, expected), theirs: tokenF1(theirs.text, expected), leaks: leaks(ours.text), theirLeaks: leaks(theirs.text).length, text: ours.text });
  }
  const mean = (/** @type {number[]} */ values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [ours, theirs] = [mean(rows.map((row) => row.ours)), mean(rows.map((row) => row.theirs))];
  const leaked = rows.flatMap((row) => row.leaks.map((leak) => `${row.name}: ${leak}`));
  for (const row of rows) t.diagnostic(`${row.ours.toFixed(3)}  Readability ${row.theirs.toFixed(3)}  foreign ${row.leaks.length} / ${row.theirLeaks}  ${row.name}`);
  t.diagnostic(`mean F1 ${ours.toFixed(4)}, Readability ${theirs.toFixed(4)}; foreign strings ${leaked.length}, Readability ${rows.reduce((sum, row) => sum + row.theirLeaks, 0)}`);
  if (process.env.SHOW) for (const row of rows.filter(({ name }) => name === process.env.SHOW)) console.log(`${row.text}\n--\n${row.leaks.join("\n")}`);
  assert.ok(ours >= 0.99, `mean F1 ${ours}`);
  assert.ok(ours > theirs, `Readability has ${theirs}`);
  assert.ok(leaked.length <= rows.length / 10, leaked.join("\n"));
});
