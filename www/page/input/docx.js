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

const TOKEN = /<(\/?)w:(p|tc|tbl|t|tab|br|cr|noBreakHyphen|del|instrText|pict|drawing|txbxContent)(?=[\s/>])[^>]*?(\/?)>|([^<]+)|<[^>]*>/g;

/**
 * Paragraphs of the document, parted by empty lines. Deleted text and field codes are left out.
 * @param {string} xml
 */
function paragraphs(xml) {
  /** @type {string[]} */
  const all = [];
  let [line, inText, skip] = ["", false, 0];
  for (const [, close, name, empty, words] of xml.matchAll(TOKEN)) {
    if (words !== undefined) {
      if (inText && skip === 0) line += decodeEntities(words);
    } else if (name === "t") inText = !close && !empty;
    else if ((name === "del" || name === "instrText") && !empty) skip += close ? -1 : 1;
    else if (name === "tab") line += " ";
    else if (name === "br" || name === "cr") line += "\n";
    else if (name === "noBreakHyphen") line += "-";
    else if (name === "p" && (close || empty)) {
      if (line.trim() !== "") all.push(line.trim());
      line = "";
    }
  }
  if (line.trim() !== "") all.push(line.trim());
  return all.join("\n\n");
}
