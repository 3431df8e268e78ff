// What can be read off the shipped files: no addresses, no markup from strings, every word in both languages.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { REASONS } from "../../www/shared/strings/reasons.js";
import { strings as ar } from "../../www/shared/strings/ar.js";
import { strings as en } from "../../www/shared/strings/en.js";
import { direction } from "../../www/shared/direction.js";
import { dist, headers } from "./server.mjs";

const www = new URL("../../www/", import.meta.url).pathname;
const files = (folder, pattern) => readdirSync(folder, { recursive: true }).filter((name) => pattern.test(name)).map((name) => [name, readFileSync(path.join(folder, name), "utf8")]);
/** What is written and what is shipped: the build puts modules and styles together. */
const both = (pattern) => ["page", "shared"].flatMap((folder) => files(path.join(www, folder), pattern)).concat(files(dist, pattern));
const scripts = both(/\.js$/);

test("no script can reach an address or run a string", () => {
  assert.ok(scripts.length > 30, `${scripts.length} scripts`);
  for (const [name, source] of scripts) {
    const code = source.replace('"http://www.w3.org/2000/svg"', "");
    for (const forbidden of [/https?:\/\//, /\beval\(/, /\bnew Function\b/, /innerHTML|outerHTML|insertAdjacentHTML|document\.write/, /\bDOMParser\b|createContextualFragment/, /XMLHttpRequest\(|new WebSocket|sendBeacon|EventSource\(/]) {
      assert.doesNotMatch(code, forbidden, `${name}: ${forbidden}`);
    }
  }
});

test("styles name no direction of the screen and no address", () => {
  for (const [name, source] of both(/\.css$/)) {
    assert.doesNotMatch(source.replaceAll("safe-area-inset-bottom", ""), /\b(?:margin|padding|border|inset)-(?:left|right|top|bottom)\b|text-align:\s*(?:left|right)|[\s;{](?:left|right|width|height):/, name);
    assert.doesNotMatch(source, /https?:|letter-spacing|font-style:\s*italic|text-align:\s*justify/, name);
  }
});

test("both languages have every string, with the same values and plural forms that suit them", () => {
  assert.deepEqual(Object.keys(en).sort(), Object.keys(ar).sort());
  const values = (entry) => [...new Set([...JSON.stringify(entry).matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();
  for (const key of Object.keys(ar)) {
    assert.deepEqual(values(en[key]), values(ar[key]).length ? values(ar[key]) : values(en[key]), key);
    if (typeof ar[key] === "object") for (const n of [1, 2, 3, 11, 100]) assert.ok(ar[key][new Intl.PluralRules("ar").select(n)] ?? ar[key].other, `${key} ${n}`);
  }
});

test("every string that the page's markup asks for is there", () => {
  for (const [, key] of readFileSync(path.join(www, "page/index.html"), "utf8").matchAll(/data-(?:say|label|placeholder)="(\w+)"/g)) assert.ok(key in ar, key);
});

test("the markup holds the Arabic words, so that the first look waits for no script", () => {
  const index = readFileSync(path.join(www, "page/index.html"), "utf8");
  const said = [...index.matchAll(/<(\w+)[^>]*\sdata-say="(\w+)"[^>]*>([^<]*)<\/\1>/g)];
  assert.equal(said.length, index.match(/data-say=/g).length);
  for (const [, , key, words] of said) assert.equal(words, ar[key], key);
  for (const [, key, words] of index.matchAll(/data-label="(\w+)" aria-label="([^"]*)"/g)) assert.equal(words, ar[key], key);
  for (const [, key, words] of index.matchAll(/data-placeholder="(\w+)" placeholder="([^"]*)"/g)) assert.equal(words, ar[key], key);
});

test("what the markup asks for is there, and what it asks for in advance is used", () => {
  const index = readFileSync(path.join(dist, "index.html"), "utf8");
  const style = readFileSync(path.join(dist, "page.css"), "utf8");
  const named = [...index.matchAll(/<(?:link|script)[^>]*(?:href|src)="([^"]+)"/g)].map(([, file]) => file);
  assert.ok(named.length > 6, `${named.length} files`);
  for (const file of named) assert.ok(existsSync(path.join(dist, file)), file);
  const faces = JSON.parse(readFileSync(path.join(dist, "early.js"), "utf8").match(/FACES = (\[.*\])/)[1]);
  assert.deepEqual(faces.map((face) => `shared/fonts/${face}-wght-normal.woff2`).sort(), [...style.matchAll(/shared\/fonts\/[^"]+\.woff2/g)].map(([file]) => file).sort());
});

test("every feature of the score can be put in words", () => {
  const names = [...readFileSync(path.join(www, "../src/features.rs"), "utf8").matchAll(/^\s+\("([\w-]+)",/gm)].map(([, name]) => name);
  const row = readFileSync(path.join(www, "../src/features.rs"), "utf8").match(/\[\("([\w-]+)"/)?.[1];
  const all = names.length > 0 ? names : [row];
  assert.ok(all.length > 0);
  for (const name of all) for (const language of ["ar", "en"]) assert.equal(REASONS[name]?.[language].filter(Boolean).length, 2, `${name} in ${language}`);
});

test("the page's own policy is the header's, and the service worker's list is the page", () => {
  const header = headers()["Content-Security-Policy"];
  const meta = readFileSync(path.join(dist, "index.html"), "utf8").match(/http-equiv="Content-Security-Policy" content="([^"]+)"/)[1];
  assert.equal(meta, header.replace(" frame-ancestors 'none';", ""));
  const worker = readFileSync(path.join(dist, "sw.js"), "utf8");
  assert.match(worker, /const VERSION = "[0-9a-f]{16}";/);
  const listed = JSON.parse(worker.match(/const PRECACHE = (\[.*?\]);/s)[1]).sort();
  const there = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).map((each) => path.relative(dist, path.join(each.parentPath ?? each.path, each.name)));
  assert.deepEqual(listed, there.filter((name) => name !== "sw.js" && !name.startsWith("_")).sort());
});

test("fonts come with their licence", () => {
  for (const face of ["vazirmatn", "noto-naskh-arabic"]) assert.match(readFileSync(path.join(www, `shared/fonts/OFL-${face}.txt`), "utf8"), /SIL OPEN FONT LICENSE/i);
});

test("a line runs as its reader reads it, however many Latin letters it holds", () => {
  for (const line of ["- قرص 25 GB (SSD)", "١. معالج x86-64 Intel Core", "Linux نظام تشغيل حر مفتوح المصدر"]) assert.equal(direction(line), "rtl", line);
  for (const line of ["This line is wholly English (1,000).", "Mark Shuttleworth (مارك)"]) assert.equal(direction(line), "ltr", line);
});
