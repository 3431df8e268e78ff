//! To the clipboard, as plain text and as HTML that stays right to left wherever it is pasted.

import { direction } from "../shared/direction.js";

/**
 * Copies `text`; says whether it worked.
 * @param {string} text
 * @param {string} [markup] the same as HTML
 */
export async function copyText(text, markup = paragraphs(text)) {
  try {
    if (typeof ClipboardItem === "function" && navigator.clipboard?.write) {
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": new Blob([text], { type: "text/plain" }), "text/html": new Blob([markup], { type: "text/html" }) })]);
    } else await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} text */
export function escape(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Every line a paragraph with its own direction. @param {string} text */
export function paragraphs(text) {
  return text.split(/\n+/).map((line) => `<p dir="${direction(line)}" lang="ar">${escape(line)}</p>`).join("\n");
}
