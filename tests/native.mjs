// The command line, called from the tests of its siblings.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../target/debug/zubda", import.meta.url));

/** What the command line prints when it reads `text`. */
export function native(verb, text, ...options) {
  return execFileSync(program, [verb, ...options], { input: text, maxBuffer: 2 ** 30 }).toString();
}
