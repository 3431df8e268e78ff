//! A file as text, by what it is rather than by what it is called.

import { LIMITS, TroubleError } from "../messages.js";
import { fromDocx } from "./docx.js";
import { fromHtml, looksLikeHtml } from "./html.js";
import { fromMarkdown } from "./markdown.js";

/**
 * The text of `file`. Rejects with a `TroubleError` that says what is wrong with it.
 * @param {File} file
 * @param {AbortSignal} signal
 */
export async function readFile(file, signal) {
  if (file.size > LIMITS.fileMegabytes * 1_000_000) throw new TroubleError(startsLike(file, "pdf") ? "pdf" : startsLike(file, "image") ? "image" : "big");
  const bytes = new Uint8Array(await file.arrayBuffer().catch(() => {
    throw new TroubleError("unreadable"); // a folder, or moved away meanwhile
  }));
  signal.throwIfAborted();
  const text = await readBytes(bytes, file, signal);
  if (text.trim() === "") throw new TroubleError("emptyFile");
  return text;
}

/** @param {File} file @param {"pdf" | "image"} kind */
function startsLike({ type, name }, kind) {
  return kind === "pdf" ? type === "application/pdf" || /\.pdf$/i.test(name) : type.startsWith("image/") || /\.(?:png|jpe?g|gif|webp|bmp|tiff?|heic|avif)$/i.test(name);
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {File} file @param {AbortSignal} signal */
async function readBytes(bytes, file, signal) {
  const start = String.fromCharCode(...bytes.subarray(0, 12));
  if (start.startsWith("%PDF")) throw new TroubleError("pdf");
  if (/^(?:\x89PNG|\xff\xd8\xff|GIF8[79]a|BM....\0{4}|II\*\0|MM\0\*|RIFF....WEBP)/s.test(start)) throw new TroubleError("image");
  if (/^PK[\x03\x05\x07]/.test(start)) return fromDocx(bytes, signal);
  if (start.startsWith("{\\rtf")) throw new TroubleError("binary");
  if (/\.docx$/i.test(file.name)) throw new TroubleError("docx");
  const text = decode(bytes);
  if (/\.(?:html?|xhtml)$/i.test(file.name) || file.type === "text/html" || looksLikeHtml(text)) return fromHtml(text);
  if (/\.(?:md|markdown)$/i.test(file.name)) return fromMarkdown(text);
  return text;
}

/**
 * Bytes as text: Unicode with or without a mark, else the old Windows and ISO encodings of Arabic.
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
function decode(bytes) {
  const wide = sixteen(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  const text = new TextDecoder().decode(bytes);
  if (lost(text) === 0) return text;
  const declared = /charset=["']?\s*([\w-]+)/i.exec(new TextDecoder("latin1").decode(bytes.subarray(0, 2000)))?.[1];
  const old = new TextDecoder(/^iso-8859-6/i.test(declared ?? "") ? "iso-8859-6" : "windows-1256").decode(bytes);
  // A text that was cut or damaged is still Unicode: in another encoding hardly a letter would be right by chance.
  const better = letters(text) > 10 * lost(text) ? text : old;
  const odd = better.match(/[\0-\x08\x0e-\x1f\ufffd]/g)?.length ?? 0;
  if (odd > better.length / 200) throw new TroubleError("binary");
  return better;
}

/** UTF-16 by its mark; without one, by every other byte: that of Arabic letters, or of spaces and full stops. @param {Uint8Array<ArrayBuffer>} bytes */
function sixteen(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const high = [0, 0];
  const start = bytes.subarray(0, 2000);
  start.forEach((byte, i) => {
    if (byte === 0x06 || byte === 0) high[i % 2] = (high[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = high.map((count) => count / start.length);
  return odd > 0.4 && even < 0.1 ? "utf-16le" : even > 0.4 && odd < 0.1 ? "utf-16be" : null;
}

/** How many places of a text could not be read. @param {string} text */
function lost(text) {
  return text.match(/\ufffd/g)?.length ?? 0;
}

/** @param {string} text */
function letters(text) {
  return text.match(/[\u0600-\u06ff]/g)?.length ?? 0;
}
