//! One file out of a zip, by the platform's own decompression and with a limit on what comes out.

import { TroubleError } from "../messages.js";

const [END, ENTRY, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50];

/**
 * The bytes of the file `name`, or null when `zip` is not one or has no such file. Rejects with
 * `bomb` as soon as more than `most` bytes come out, whatever the zip says of itself.
 * @param {Uint8Array<ArrayBuffer>} zip
 * @param {string} name
 * @param {number} most
 * @param {AbortSignal} signal
 */
export async function unzip(zip, name, most, signal) {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  try {
    const entry = find(view, zip, name);
    if (!entry) return null;
    if (entry.method === 0) return entry.bytes.length > most ? fail() : entry.bytes;
    if (entry.method !== 8 || typeof DecompressionStream !== "function") return null;
    return await inflate(entry.bytes, most, signal);
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return null; // cut short or not what it says
    throw error;
  }
}

/** @param {DataView} view @param {Uint8Array<ArrayBuffer>} zip @param {string} name */
function find(view, zip, name) {
  let end = view.byteLength - 22;
  while (end >= 0 && end > view.byteLength - 22 - 0x10000 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0 || view.getUint32(end, true) !== END) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count && view.getUint32(at, true) === ENTRY; i += 1) {
    const [nameLength, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    if (new TextDecoder().decode(zip.subarray(at + 46, at + 46 + nameLength)) === name) {
      const [method, size, local] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
      if (view.getUint32(local, true) !== LOCAL) return null;
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      return { method, bytes: zip.subarray(start, start + size) };
    }
    at += 46 + nameLength + extra + comment;
  }
  return null;
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {number} most @param {AbortSignal} signal */
async function inflate(bytes, most, signal) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const reader = stream.getReader();
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  let size = 0;
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    if (!value) continue;
    parts.push(/** @type {Uint8Array<ArrayBuffer>} */ (value));
    size += value.length;
    if (size > most || signal.aborted) {
      await reader.cancel();
      signal.throwIfAborted();
      return fail();
    }
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** @returns {never} */
function fail() {
  throw new TroubleError("bomb");
}
