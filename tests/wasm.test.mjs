// The built core under Node: it gives what the command line gives, byte for byte.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { native } from "./native.mjs";
import { awkwardTexts, brokenTexts, goldenTexts } from "./texts.mjs";

const dist = new URL("../dist/core/", import.meta.url);
const bytes = readFileSync(new URL("zubda_bg.wasm", dist));

/** @type {(text: string) => any} */
let analyze;

before(async () => {
  const core = await import(new URL("zubda.js", dist).href);
  core.initSync({ module: bytes });
  analyze = core.analyze;
});

for (const [name, text] of [...goldenTexts, ...awkwardTexts]) {
  test(`${name}: the same JSON as the command line`, () => {
    assert.equal(JSON.stringify(analyze(text)), native("analyze", text).trimEnd());
  });

  test(`${name}: spans are spans of the JavaScript string`, () => {
    spansAreRight(text, analyze(text));
  });
}

for (const [name, text] of brokenTexts) {
  test(`${name}: read as U+FFFD, offsets unmoved`, () => {
    const analysis = analyze(text);
    assert.equal(JSON.stringify(analysis), native("analyze", text.toWellFormed()).trimEnd());
    spansAreRight(text.toWellFormed(), analysis);
    assert.ok(analysis.sentences.length > 0);
  });
}

/** What may stand between sentences: white space, and lines that show nothing. */
const BETWEEN = /^[\p{White_Space}\p{Cc}\p{Cf}]*$/u;

/** Every visible character of `text` lies in one sentence; names are words of the text. */
function spansAreRight(text, { sentences, entities }) {
  let end = 0;
  for (const sentence of sentences) {
    assert.match(text.slice(end, sentence.start), BETWEEN);
    const whole = text.slice(sentence.start, sentence.end);
    assert.ok(whole.isWellFormed() && whole.length > 0);
    assert.doesNotMatch(whole, /^\p{White_Space}|\p{White_Space}$/u);
    end = sentence.end;
  }
  assert.match(text.slice(end), BETWEEN);
  let last = 0;
  for (const entity of entities) {
    assert.ok(last <= entity.tokenStart && entity.tokenStart <= entity.start);
    assert.ok(entity.start < entity.end && entity.end <= entity.tokenEnd);
    assert.ok(text.slice(entity.start, entity.end).isWellFormed());
    last = entity.tokenEnd;
  }
}

test("the core can reach nothing but arrays, objects, strings and errors", () => {
  const glue = readFileSync(new URL("zubda.js", dist), "utf8");
  const given = glue.slice(glue.indexOf("function __wbg_get_imports"), glue.indexOf("return {"));
  const names = WebAssembly.Module.imports(new WebAssembly.Module(bytes)).map(({ name }) => name);
  for (const name of names) assert.ok(given.includes(`${name}: function`), `${name} is known`);
  const calls = given.replace(/\/\/.*|^.*function.*$/gm, "").match(/(new )?[\w.]+(?=\()/g);
  assert.deepEqual([...new Set(calls)].sort(), [
    ".setInt32",
    "Error",
    "String",
    "getDataViewMemory0",
    "getStringFromWasm0",
    "new Array",
    "new Error",
    "new Object",
    "passStringToWasm0",
    "table.set",
  ]);
});

test("no path of the machine that built it is in the core", () => {
  const text = bytes.toString("latin1");
  assert.doesNotMatch(text, /\/home\/|\/root\/|\/Users\/|\.cargo|registry/);
});
