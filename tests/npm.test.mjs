// The npm package as its users get it: packed, installed into a project, called from Node.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { native } from "./native.mjs";
import { goldenTexts } from "./texts.mjs";

const root = new URL("../", import.meta.url);
const project = mkdtempSync(join(tmpdir(), "zubda-npm-"));
const [, text] = goldenTexts[0];

/** Runs a program in the project and returns what it prints. */
function run(program, ...options) {
  return execFileSync(program, options, { cwd: project, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** Runs `script` as a module of the project, with `text` at hand, and returns what it prints. */
function node(script) {
  writeFileSync(join(project, "text.txt"), text);
  writeFileSync(join(project, "script.mjs"), `
    import { readFileSync } from "node:fs";
    const text = readFileSync("text.txt", "utf8");
    ${script}
  `);
  return run("node", "script.mjs");
}

before(() => {
  writeFileSync(join(project, "package.json"), '{ "private": true, "type": "module" }');
  const packed = run("npm", "pack", "--silent", fileURLToPath(new URL("dist/npm", root)));
  run("npm", "install", "--offline", "--no-audit", "--no-fund", `./${packed.trim()}`);
});

after(() => rmSync(project, { recursive: true }));

test("it holds what it needs and nothing else", () => {
  const manifest = JSON.parse(readFileSync(join(project, "node_modules/zubda/package.json"), "utf8"));
  const cargo = readFileSync(new URL("Cargo.toml", root), "utf8");
  assert.ok(cargo.includes(`\nversion = "${manifest.version}"\n`), "the version of the core");
  const [{ files }] = JSON.parse(run("npm", "pack", "--dry-run", "--json", "./node_modules/zubda"));
  assert.deepEqual(files.map(({ path }) => path).sort(), [
    "LICENSE-APACHE", "LICENSE-MIT", "README.md", "core/zubda.d.ts", "core/zubda.js",
    "core/zubda_bg.wasm", "index.d.ts", "index.js", "package.json",
  ]);
});

test("it gives what the command line gives", () => {
  const printed = node(`
    import { load } from "zubda";
    const { analyze } = await load();
    console.log(JSON.stringify(analyze(text)));
  `);
  assert.equal(printed, native("analyze", text));
});

test("importing it does nothing; loading it twice loads once", () => {
  const printed = node(`
    const { instantiate } = WebAssembly;
    let count = 0;
    WebAssembly.instantiate = (source, imports) => {
      if (imports && "./zubda_bg.js" in imports) count++;
      return instantiate(source, imports);
    };
    const { load } = await import("zubda");
    const before = count;
    const [a, b] = await Promise.all([load(), load()]);
    console.log(before, count, a === b);
  `);
  assert.equal(printed, "0 1 true\n");
});

test("the core can come from bytes, from a module and from a response", () => {
  for (const source of ["bytes", "new WebAssembly.Module(bytes)", 'new Response(bytes, { headers: { "Content-Type": "application/wasm" } })']) {
    const printed = node(`
      import { createRequire } from "node:module";
      import { load } from "zubda";
      const bytes = readFileSync(createRequire(import.meta.url).resolve("zubda/core.wasm"));
      const { analyze } = await load(${source});
      console.log(analyze(text).words);
    `);
    assert.equal(Number(printed), JSON.parse(native("analyze", text)).words, source);
  }
});

test("after a failed load the next one tries again", () => {
  const printed = node(`
    import { load } from "zubda";
    const failed = await load(new Uint8Array([1, 2, 3])).then(() => "loaded", (error) => error.name);
    console.log(failed, typeof (await load()).analyze);
  `);
  assert.equal(printed, "CompileError function\n");
});

test("what is no string is refused with a TypeError, and the core lives on", () => {
  const printed = node(`
    import { load } from "zubda";
    const { analyze } = await load();
    const names = [undefined, null, 7, ["a"], new String("a")].map((value) => {
      try { return analyze(value); } catch (error) { return error.name; }
    });
    console.log(names.join(), analyze(text).words > 0);
  `);
  assert.equal(printed, "TypeError,TypeError,TypeError,TypeError,TypeError true\n");
});

test("its types are those of the contract", () => {
  const use = (code) => `import { load, type Analysis, type Sentence } from "zubda";
    const { analyze } = await load();
    const { sentences, entities, keywords, words, arabic }: Analysis = analyze("");
    const first: Sentence | undefined = sentences[0];
    ${code}
    export const all = [first?.because[0]?.contribution, entities, keywords, words, arabic];`;
  const tsc = (code) => {
    writeFileSync(join(project, "use.ts"), use(code));
    const compiler = fileURLToPath(new URL("tests/node_modules/typescript/bin/tsc", root));
    const options = ["--strict", "--noEmit", "--target", "es2022", "--module", "nodenext", "--lib", "es2022,dom", "use.ts"];
    return run("node", compiler, ...options);
  };
  assert.equal(tsc('const kind: "person" | "place" | undefined = entities[0]?.kind as "person";'), "");
  assert.throws(() => tsc("const rank: number = sentences[0]!.rank;"), "a rank may be null");
  assert.throws(() => tsc("analyze(7);"));
});

test("the example of its README runs", () => {
  const readme = readFileSync(join(project, "node_modules/zubda/README.md"), "utf8");
  const [, example] = /```js\n([\s\S]*?)```/.exec(readme);
  const printed = node(example.replace("const text", "const sample") + "console.log(analyze(sample).sentences.length);");
  assert.equal(printed, "3\n");
});
