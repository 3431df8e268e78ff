// What a reader downloads, compressed as a good host would, held to the goals of the project.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";

const KB = 1000;
const root = new URL("../", import.meta.url);

/** Compressed by brotli at its best; what is compressed already stays as it is. */
function size(name) {
  const bytes = readFileSync(new URL(name, root));
  if (/\.(woff2|png)$/.test(name)) return bytes.length;
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_LGWIN]: 24 } }).length;
}

/** Every file under `folder` whose name ends in one of `endings`. */
function files(folder, ...endings) {
  const names = readdirSync(new URL(folder, root), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`);
  return names.map((name) => name.slice(root.pathname.length)).sort();
}

function kilobytes(bytes) {
  return `${(bytes / KB).toFixed(0)} KB`;
}

const all = size("dist/core/zubda_bg.wasm");

test("the core with its models: at most 1,000 KB", (t) => {
  t.diagnostic(`core with models: ${kilobytes(all)}`);
  assert.ok(all <= 1000 * KB, kilobytes(all));
});

test("the models and lists: at most 750 KB; the core without them: at most 250 KB", (t) => {
  const data = files("src", ".bin", ".txt", ".tsv").map((name) => [name, size(name)]);
  for (const [name, bytes] of data) if (bytes > 10 * KB) t.diagnostic(`${name}: ${kilobytes(bytes)}`);
  const models = data.reduce((sum, [, bytes]) => sum + bytes, 0);
  t.diagnostic(`models and lists: ${kilobytes(models)}; the rest of the core: ${kilobytes(all - models)}`);
  assert.ok(models <= 750 * KB, kilobytes(models));
  assert.ok(all - models <= 250 * KB, kilobytes(all - models));
});

test("the page with all it may ever ask for: at most 1,300 KB", (t) => {
  const page = files("dist/page", "").map(size).reduce((sum, bytes) => sum + bytes, 0);
  t.diagnostic(`page: ${kilobytes(page)}`);
  assert.ok(page <= 1300 * KB, kilobytes(page));
});
