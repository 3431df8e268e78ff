//! The text of a Word file: a zip whose `word/document.xml` holds paragraphs of runs.

import { TroubleError } from "../messages.js";
import { decodeEntities } from "./entities.js";
import { unzip } from "./zip.js";

/** A document of more than this is no article. */
const MOST = 64_000_000;

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {AbortSignal} signal
 */
export async function fromDocx(bytes, signal) {
  const xml = await unzip(bytes, "word/document.xml", MOST, signal);
  if (xml === null) throw new TroubleError("docx");
  return paragraphs(new TextDecoder().decode(xml));
}

const TOKEN = /<(\/?)(?:w|mc):(p|t|tab|br|cr|noBreakHyphen|del|moveFrom|instrText|Fallback)(?=[\s/>])[^<>]*?(\/?)>|([^<]+)|<[^<>]*>/g;

/** Elements whose text is no part of the document as it reads. */
const LEFT_OUT = new Set(["del", "moveFrom", "instrText", "Fallback"]);

/**
 * Paragraphs of the document, parted by empty lines; those of a text box before the one that holds it.
 * Left out: what is deleted or moved away, field codes, and what stands there a second time for older programs.
 * @param {string} xml
 */
function paragraphs(xml) {
  /** @type {string[]} */
  const all = [];
  /** Lines of the paragraphs that the present one stands in. @type {string[]} */
  const around = [];
  let [line, inText, skip] = ["", false, 0];
  for (const [, close, name, empty, words] of xml.matchAll(TOKEN)) {
    if (words !== undefined) {
      if (inText && skip === 0) line += decodeEntities(words);
    } else if (name === "t") inText = !close && !empty;
    else if (LEFT_OUT.has(name ?? "") && !empty) skip += close ? -1 : 1;
    else if (skip > 0) continue;
    else if (name === "tab") line += " ";
    else if (name === "br" || name === "cr") line += "\n";
    else if (name === "noBreakHyphen") line += "-";
    else if (name === "p" && close) {
      if (line.trim() !== "") all.push(line.trim());
      line = around.pop() ?? "";
    } else if (name === "p" && !empty) {
      around.push(line);
      line = "";
    }
  }
  if (line.trim() !== "") all.push(line.trim());
  return all.join("\n\n");
}
