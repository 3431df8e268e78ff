//! Out of the page: copy, export, share, print.

import { byId, element } from "./shared/element.js";
import { copyText, paragraphs } from "./output/clipboard.js";
import { asExcerpt, asHtml, asJson, asMarkdown, asPage, asText } from "./output/summary-text.js";

/** @typedef {import("./output/summary-text.js").Taken} Taken */
/** @typedef {import("./shared/i18n.js").Voice} Voice */

/** @type {[extension: string, type: string, write: (taken: Taken) => string][]} */
const FORMATS = [
  ["txt", "text/plain", asPage],
  ["md", "text/markdown", asMarkdown],
  ["html", "text/html", asHtml],
  ["json", "application/json", asJson],
];

/**
 * @param {{ voice: () => Voice, tell: (words: string) => void, taken: () => Taken | null }} options
 */
export function createOutput({ voice, tell, taken }) {
  /** @param {"copyPlain" | "copyMarkdown"} how */
  async function copy(how = "copyPlain") {
    const now = taken();
    if (!now) return;
    const worked = how === "copyMarkdown" ? await copyText(asMarkdown(now), asExcerpt(now)) : await copyText(asText(now));
    tell(voice().say(worked ? "copied" : "copyFailed"));
  }

  /** @param {typeof FORMATS[number]} format */
  function save([extension, type, write]) {
    const now = taken();
    if (!now) return;
    const name = `${fileName(now.title)}.${extension}`;
    const address = URL.createObjectURL(new Blob([extension === "txt" ? "\ufeff" : "", write(now)], { type: `${type};charset=utf-8` }));
    const link = element("a", { href: address, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    tell(voice().say("exported", { name }));
  }

  async function share() {
    const now = taken();
    if (!now) return;
    await navigator.share({ title: now.title, text: asText(now) }).catch(() => {}); // the reader may think better of it
  }

  /** @param {string} id @param {() => [name: string, act: () => void][]} choices */
  function menu(id, choices) {
    const [button, list] = [byId(id), byId(`${id}-menu`)];
    button.setAttribute("aria-haspopup", "menu");
    list.setAttribute("role", "menu");
    const fill = () => list.replaceChildren(...choices().map(([name, act]) => element("button", { class: "btn", type: "button", role: "menuitem", onclick: () => { hide(); button.focus(); act(); } }, name)));
    const hide = () => list.hidePopover?.();
    button.addEventListener("click", () => {
      if (list.matches(":popover-open")) return hide();
      fill();
      list.setAttribute("aria-label", button.getAttribute("aria-label") ?? "");
      list.showPopover();
      place(list, button);
      /** @type {HTMLElement | null} */ (list.firstElementChild)?.focus();
    });
    list.addEventListener("toggle", () => button.setAttribute("aria-expanded", String(list.matches(":popover-open"))));
    list.addEventListener("keydown", (event) => {
      const items = [...list.querySelectorAll("button")];
      const now = items.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
      const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: -1 }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      items.at(next % items.length)?.focus();
    });
  }

  menu("copy", () => [
    [voice().say("copyPlain"), () => copy("copyPlain")],
    [voice().say("copyMarkdown", { markdown: "Markdown" }), () => copy("copyMarkdown")],
  ]);
  menu("export", () => [
    ...FORMATS.map((format) => /** @type {[string, () => void]} */ ([voice().say("exportAs", { format: format[0] }), () => save(format)])),
    [voice().say("print"), () => print()],
  ]);
  byId("share").hidden = typeof navigator.share !== "function";
  byId("share").addEventListener("click", share);
  document.addEventListener("copy", copySelection);
  return { copy };
}

/** Puts a menu under its button, inside the window. @param {HTMLElement} list @param {HTMLElement} button */
function place(list, button) {
  const [box, size] = [button.getBoundingClientRect(), list.getBoundingClientRect()];
  const start = document.dir === "rtl" ? box.right - size.width : box.left;
  list.style.left = `${Math.max(8, Math.min(innerWidth - size.width - 8, start))}px`;
  list.style.top = `${box.bottom + size.height + 8 > innerHeight ? box.top - size.height - 4 : box.bottom + 4}px`;
}

/** A copied piece of the article leaves without numbers and words for screen readers, each line in its direction. @param {ClipboardEvent} event */
function copySelection(event) {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || document.activeElement instanceof HTMLTextAreaElement) return;
  const within = selection.getRangeAt(0).commonAncestorContainer;
  const element_ = within instanceof Element ? within : within.parentElement;
  if (!element_?.closest(".article, .points") || !event.clipboardData) return;
  const holder = element("div", {}, selection.getRangeAt(0).cloneContents());
  for (const each of holder.querySelectorAll(".num, .sr, .foot, .note-line, button")) each.remove();
  const blocks = [...holder.querySelectorAll("p, h2, h3, li")].filter((each) => !each.querySelector("p, h2, h3, li"));
  const text = blocks.length === 0 ? holder.textContent : blocks.map((each) => each.textContent.trim()).join("\n\n");
  event.clipboardData.setData("text/plain", text);
  event.clipboardData.setData("text/html", paragraphs(text));
  event.preventDefault();
}

/** A name a file can have anywhere. @param {string} title */
function fileName(title) {
  return title.replace(/[\p{Cc}\p{Cf}\\/:*?"<>|«».]/gu, " ").replace(/\s+/g, " ").trim().slice(0, 60).trim() || "zubda";
}

