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
  const bytes = new Uint8Array(await file.arrayBuffer());
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
  if (/^(?:\x89PNG|\xff\xd8\xff|GIF8|BM|II\*|MM\0\*|RIFF....WEBP)/s.test(start)) throw new TroubleError("image");
  if (start.startsWith("PK")) return fromDocx(bytes, signal);
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
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const declared = /charset=["']?\s*([\w-]+)/i.exec(new TextDecoder("latin1").decode(bytes.subarray(0, 2000)))?.[1];
    const text = new TextDecoder(/^iso-8859-6/i.test(declared ?? "") ? "iso-8859-6" : "windows-1256").decode(bytes);
    const odd = text.match(/[\0-\x08\x0e-\x1f\ufffd]/g)?.length ?? 0;
    if (odd > text.length / 200) throw new TroubleError("binary");
    return text;
  }
}
