// The client before the worker: cancelled, stuck, crashed, waiting calls, wrong types - on workers of the test's own.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { setUp } from "./chromium.mjs";

const ANSWER = 'const answer = (id, words) => { postMessage({ type: "part", id, sentences: [], entities: [], share: 1 }); postMessage({ type: "done", id, keywords: [], words, arabic: 1 }); };';
const WORKERS = {
  "/good.js": `${ANSWER} onmessage = ({ data }) => answer(data.id, data.text.length);`,
  // Silent for the text "stuck", throws at "crash", traps at "trap", answers anything else.
  "/moody.js": `${ANSWER} onmessage = ({ data }) => { if (data.text === "stuck") for (;;); if (data.text === "crash") throw new Error("planted"); if (data.text === "trap") return postMessage({ type: "failed", id: data.id, code: "crashed", message: "unreachable" }); answer(data.id, data.text.length); };`,
  "/broken.js": "import './not-there.js';",
};

const MODULES = ["/shared/client.js", "/shared/protocol.js"];

let page;
const site = setUp({ bare: true, also: { "/blank.html": Buffer.from("<!doctype html><title>x</title>"), ...Object.fromEntries(MODULES.map((name) => [name, readFileSync(new URL(`../../www${name}`, import.meta.url))])), ...Object.fromEntries(Object.entries(WORKERS).map(([name, source]) => [name, Buffer.from(source)])) } }, async () => {
  page = await site.browser.newPage();
  await page.goto(`${site.server.url}blank.html`);
});

/** Runs calls on a fresh client; each gives its number of words or the code of its error. */
function calls(worker, texts, { patience = 5_000, cancel } = {}) {
  return page.evaluate(async ([name, all, wait, cancelled]) => {
    const { createClient } = await import("/shared/client.js");
    globalThis.count = (globalThis.count ?? 0) + 1;
    const client = createClient({ url: new URL(name, location.href), policy: `test-${globalThis.count}`, patience: wait });
    const stops = all.map(() => new AbortController());
    const results = all.map((text, i) => client.analyze(text, { signal: stops[i].signal }).then(({ words }) => words, (error) => error.code === 20 ? error.name : error.code));
    if (cancelled !== undefined) setTimeout(() => stops[cancelled].abort(), 150);
    const given = await Promise.all(results);
    const next = await client.analyze("after").then(({ words }) => words, ({ code }) => code);
    client.close();
    return { given, next };
  }, [worker, texts, patience, cancel]);
}

for (const [what, worker, texts, options, expected] of [
  ["answers come to their own calls", "good.js", ["a", "bb", "ccc"], {}, { given: [1, 2, 3], next: 5 }],
  ["what is no string is refused", "good.js", [null, 7, "a"], {}, { given: ["type", "type", 1], next: 5 }],
  ["a cancelled call ends; those that waited behind it are answered", "moody.js", ["stuck", "bb"], { cancel: 0 }, { given: ["AbortError", 2], next: 5 }],
  ["a stuck worker is replaced", "moody.js", ["stuck"], { patience: 300 }, { given: ["stuck"], next: 5 }],
  ["a crashed worker is replaced", "moody.js", ["crash"], {}, { given: ["unavailable"], next: 5 }],
  ["after a trap the worker is replaced and the rest is answered", "moody.js", ["trap", "bb"], {}, { given: ["crashed", 2], next: 5 }],
  ["a worker that cannot start is told as such, each time", "broken.js", ["a"], {}, { given: ["unavailable"], next: "unavailable" }],
]) {
  test(what, async () => assert.deepEqual(await calls(worker, texts, options), expected));
}
