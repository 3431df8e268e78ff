// How long the built core takes under Node for the text of the Rust benchmarks: nanoseconds, the median of many runs.
import { readFileSync } from "node:fs";
import init, { analyze } from "../dist/core/zubda.js";

const root = new URL("../", import.meta.url);
const golden = ["news", "economy", "encyclopedia", "sport"].map((name) => `tests/golden/${name}/input.txt`);
const files = process.env.ZUBDA_TEXT ? [process.env.ZUBDA_TEXT] : golden.map((name) => new URL(name, root));
const text = files.map((file) => readFileSync(file, "utf8")).join("");

await init({ module_or_path: readFileSync(new URL("dist/core/zubda_bg.wasm", root)) });
const times = Array.from({ length: 2000 }, () => {
  const start = process.hrtime.bigint();
  analyze(text);
  return Number(process.hrtime.bigint() - start);
});
// The first half lets the engine compile what is hot.
const warm = times.slice(1000).sort((a, b) => a - b);
console.log(warm[500]);
