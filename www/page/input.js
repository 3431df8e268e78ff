//! The box that text comes into: typed, pasted, dropped, opened, or the sample.

import { byId, element } from "./shared/element.js";
import { guessWords } from "./shared/length.js";
import { fromHtml, looksLikeHtml } from "./input/html.js";
import { LIMITS, TroubleError, message } from "./messages.js";

/** @typedef {import("./shared/i18n.js").Voice} Voice */
/** @typedef {import("./messages.js").Trouble} Trouble */
/** @typedef {{ text: string, source: "typed" | "pasted" | "file" | "sample" | "shared" | "saved", name?: string, more?: number }} Given  `more` files came with it and were not read */

/** A longer text is held beside the box, which shows its start: laying a field out takes time. */
const SHOWN = 60_000;
const EXCERPT = 2_000;

/**
 * @param {{ voice: () => Voice, onText: (given: Given) => void, onOpening: (name: string, signal: AbortController) => void, onOpened: () => void }} options
 */
export function createInput({ voice, onText, onOpening, onOpened }) {
  const box = /** @type {HTMLTextAreaElement} */ (byId("text"));
  const form = byId("drop");
  const picker = /** @type {HTMLInputElement} */ (byId("file"));
  /** The whole of a long text, of which the box shows the start. @type {string | null} */
  let held = null;
  /** A text that is being analysed, on its way into the box. @type {string | null} */
  let coming = null;
  /** What the last change wiped out, and how it is told. @type {{ text: string, how: "cleared" | "replaced" } | null} */
  let wiped = null;
  /** What the page complains of. @type {Parameters<typeof complain> | null} */
  let complaint = null;
  /** Whether something of this page is being dragged over it. */
  let own = false;

  function text() {
    return coming ?? held ?? box.value;
  }

  /** Fills the box with the text that came, if one did. */
  function settle() {
    if (coming !== null) put(coming);
  }

  /** @param {string} value */
  function put(value) {
    coming = null;
    held = value.length > SHOWN ? value : null;
    box.value = held === null ? value : `${excerpt(value)}…`;
    box.readOnly = held !== null;
    update();
  }

  /** @param {string} value */
  function excerpt(value) {
    return value.slice(0, /[\ud800-\udbff]/.test(value.charAt(EXCERPT - 1)) ? EXCERPT - 1 : EXCERPT);
  }

  function update() {
    const some = text().trim() !== "";
    /** @type {HTMLButtonElement} */ (byId("summarize")).disabled = !some;
    byId("sample").hidden = text() !== "";
    byId("clear").hidden = text() === "";
    byId("held").hidden = held === null;
    byId("held").textContent = held === null ? "" : `${voice().say("held")} ${voice().say("aboutWords", { n: guessWords(held) })}`;
  }

  /** @param {Trouble} trouble @param {{ key: import("./shared/i18n.js").Key, act: () => void }[]} [acts] */
  function complain(trouble, acts) {
    complaint = [trouble, acts];
    byId("trouble").replaceChildren(message(trouble, voice(), acts));
    byId("trouble").scrollIntoView({ block: "nearest" });
    if (document.activeElement === document.body) (byId("trouble").querySelector("button") ?? box).focus({ preventScroll: true }); // what had the focus is gone
  }

  function quiet() {
    complaint = null;
    byId("trouble").replaceChildren();
  }

  /** Says all that is said here once more, in another language. */
  function relabel() {
    update();
    offerUndo();
    if (complaint) byId("trouble").replaceChildren(message(complaint[0], voice(), complaint[1]));
  }

  /** Empties the box, with a way back. */
  function clear() {
    const before = text();
    quiet();
    put("");
    wiped = before === "" ? null : { text: before, how: "cleared" };
    offerUndo();
    box.focus();
  }

  function offerUndo() {
    const strip = byId("undo");
    strip.hidden = wiped === null;
    strip.replaceChildren(element("p", {}, voice().say(wiped?.how ?? "cleared")), element("button", { class: "btn", type: "button", onclick: undo }, voice().say("undo")));
  }

  function undo() {
    quiet();
    put(wiped?.text ?? "");
    forget();
    box.focus();
  }

  function forget() {
    wiped = null;
    offerUndo();
  }

  /** @param {Given} given */
  function take(given) {
    const before = text();
    quiet();
    wiped = before.trim() === "" || before === given.text || isLink(before) ? null : { text: before, how: "replaced" };
    offerUndo();
    coming = given.text; // the summary mostly takes the box's place at once: to lay the text out here would delay it
    onText({ ...given, text: looksLikeHtml(given.text) ? fromHtml(given.text) : given.text });
  }

  /** Reads the box and hands its text on; trouble is told and changes nothing. */
  function submit() {
    const value = text();
    if (value.trim() === "") return complain("empty");
    return take({ text: value, source: "typed" });
  }

  /** @param {File} file @param {Given["source"]} [source] @param {number} [more] how many came with it */
  async function open(file, source = "file", more = 0) {
    const stop = new AbortController();
    onOpening(file.name, stop);
    try {
      const { readFile } = await import("./input/file.js");
      const read = await readFile(file, stop.signal);
      onOpened();
      take({ text: read, source, name: file.name, more });
    } catch (error) {
      onOpened();
      if (error instanceof TroubleError) complain(error.trouble);
      else if (!stop.signal.aborted) complain("binary");
    }
  }

  /** What a paste or a drop brings, as text: a rich source keeps its headings and paragraphs. @param {DataTransfer | null} data */
  function textOf(data) {
    const html = data?.getData("text/html") ?? "";
    const plain = data?.getData("text/plain") ?? "";
    if (html === "") return plain;
    const rich = fromHtml(html);
    return rich.trim() === "" ? plain : rich;
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  box.addEventListener("input", () => {
    quiet();
    forget();
    if (box.value.length > SHOWN) put(box.value);
    update();
  });
  box.addEventListener("beforeinput", settle);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
  });
  box.addEventListener("paste", takePaste);
  // Beside the box a paste means the box, where it can be seen.
  document.addEventListener("paste", (event) => {
    if (event.target === box || box.offsetParent === null || document.querySelector("dialog[open]")) return;
    box.focus();
    box.select();
    takePaste(event);
  });

  /** @param {ClipboardEvent} event */
  function takePaste(event) {
    const [file, ...others] = event.clipboardData?.files ?? [];
    const given = textOf(event.clipboardData);
    settle();
    const whole = held !== null || box.value.trim() === "" || isLink(box.value) || box.selectionEnd - box.selectionStart === box.value.length;
    if (file && (given.trim() === "" || !file.type.startsWith("image/"))) { // some programs add a picture of the text they copy
      event.preventDefault();
      open(file, "file", others.length);
    } else {
      if (!whole) return insert(event, given);
      if (given.trim() === "") return;
      event.preventDefault();
      take({ text: given, source: "pasted" });
    }
  }

  /** A paste into the middle of a text stays an edit of the reader's. @param {ClipboardEvent} event @param {string} given */
  function insert(event, given) {
    event.preventDefault();
    box.setRangeText(given, box.selectionStart, box.selectionEnd, "end");
    box.dispatchEvent(new Event("input"));
  }

  byId("paste").addEventListener("click", async () => {
    try {
      const items = await navigator.clipboard.read();
      const item = items[0];
      const html = item?.types.includes("text/html") ? await (await item.getType("text/html")).text() : "";
      const plain = item?.types.includes("text/plain") ? await (await item.getType("text/plain")).text() : "";
      const given = html && fromHtml(html).trim() !== "" ? fromHtml(html) : plain;
      if (given.trim() === "") complain("empty");
      else take({ text: given, source: "pasted" });
    } catch {
      complain("clipboard");
      box.focus();
    }
  });
  byId("open").addEventListener("click", () => picker.click());
  picker.addEventListener("change", () => {
    const file = picker.files?.[0];
    picker.value = "";
    if (file) open(file);
  });
  byId("sample").addEventListener("click", async () => take({ text: (await import("./sample.js")).sample, source: "sample" }));
  byId("clear").addEventListener("click", clear);

  // A file may be dropped anywhere on the page; the browser must never leave for it. What is dragged from
  // the page itself is no text that comes in: the box moves its own words, all else stays where it is.
  window.addEventListener("dragstart", () => { own = true; });
  window.addEventListener("dragend", () => { own = false; });
  window.addEventListener("dragover", (event) => {
    if (own && event.target === box) return;
    event.preventDefault();
    if (own) {
      if (event.dataTransfer) event.dataTransfer.dropEffect = "none";
      return;
    }
    form.classList.add("over");
    box.placeholder = voice().say("dropHere");
  });
  window.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) calm();
  });
  window.addEventListener("drop", (event) => {
    if (own && event.target === box) return;
    event.preventDefault();
    calm();
    if (own) return;
    const [file, ...others] = event.dataTransfer?.files ?? [];
    const given = file ? "" : textOf(event.dataTransfer);
    if (file) open(file, "file", others.length);
    else if (given.trim() === "") complain("emptyDrop");
    else take({ text: given, source: "pasted" });
  });

  function calm() {
    form.classList.remove("over");
    box.placeholder = voice().say("placeholder");
  }

  update();
  return { text, put, settle, take, open, clear, complain, quiet, update, relabel, focus: () => box.focus() };
}

/** A text this long is refused. @param {string} text */
export function tooLong(text) {
  return text.length > LIMITS.textMillions * 1_000_000;
}

/** Whether a text is nothing but an address. @param {string} text */
export function isLink(text) {
  return /^\s*(?:[a-z][a-z0-9+.-]*:\/\/|www\.)\S+\s*$/i.test(text);
}
