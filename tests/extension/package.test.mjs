//! What is handed to the stores: permissions and policy as promised, nothing that could reach out, linted clean.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { built } from "./dist.mjs";
import { EXTRACT, ATTEND, MARKS } from "../../www/extension/injected.js";

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types zubda-worker";

/** @param {"chrome" | "firefox"} browser */
function manifest(browser) {
  return JSON.parse(readFileSync(join(built(browser), "manifest.json"), "utf8"));
}

/** @param {string} folder @returns {string[]} */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** @type {const} */
const permissions = { chrome: ["activeTab", "contextMenus", "scripting", "sidePanel", "storage"], firefox: ["activeTab", "contextMenus", "scripting", "storage"] };

for (const browser of /** @type {const} */ (["chrome", "firefox"])) {
  test(`${browser}: the permissions are these and no others`, () => {
    const made = manifest(browser);
    assert.deepEqual([...made.permissions].sort(), permissions[browser]);
    for (const key of ["host_permissions", "optional_permissions", "optional_host_permissions", "content_scripts", "web_accessible_resources", "externally_connectable"]) assert.ok(!(key in made), key);
    assert.deepEqual(made.content_security_policy, { extension_pages: POLICY });
  });

  test(`${browser}: nothing shipped names an address or makes code of text`, () => {
    for (const file of filesIn(built(browser)).filter((name) => /\.(js|html|css|json)$/.test(name))) {
      const text = readFileSync(file, "utf8").replaceAll("http://www.w3.org/2000/svg", "");
      assert.doesNotMatch(text, /(?:https?|wss?):\/\/(?!\/)[\w-]+\.\w/, file);
      assert.doesNotMatch(text, /\beval\(|\.innerHTML|new Function\(|document\.write|insertAdjacentHTML/, file);
    }
  });

  test(`${browser}: every file it refers to is there`, () => {
    const made = manifest(browser);
    const named = [made.options_ui.page, ...Object.values(made.icons), ...EXTRACT, ...ATTEND, MARKS, "shared/worker.js", "core/zubda_bg.wasm"];
    named.push(browser === "chrome" ? made.side_panel.default_path : made.sidebar_action.default_panel);
    for (const name of named) readFileSync(join(built(browser), name));
    for (const locale of ["ar", "en"]) {
      const messages = JSON.parse(readFileSync(join(built(browser), `_locales/${locale}/messages.json`), "utf8"));
      for (const [, key] of JSON.stringify(made).matchAll(/__MSG_(\w+)__/g)) assert.ok(messages[key]?.message, `${locale} ${key}`);
      assert.ok(messages.description.message.length <= 132, "the description fits the store");
      assert.ok(messages.name.message.length <= 45, "the name fits the store");
    }
  });
}

test("firefox: the linter has nothing to say", async () => {
  const linter = createRequire(import.meta.url)("addons-linter");
  const made = linter.createInstance({ config: { _: [built("firefox")], logLevel: "fatal", stack: false, pretty: false, warningsAsErrors: false, metadata: false, output: "none", boring: true, selfHosted: false }, runAsBinary: false });
  const { errors, warnings } = await made.run();
  assert.deepEqual([...errors, ...warnings].map(({ code, message, file, line }) => `${code} ${message} ${file}:${line}`), []);
});

test("every permission has its justification in the listing", () => {
  const listing = readFileSync(new URL("../../www/extension/store/listing.md", import.meta.url), "utf8");
  const justified = [...listing.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name).sort();
  assert.deepEqual(justified, permissions.chrome);
});
