//! Answers the panel: reads the page, marks it, and says what happens in it. Ends with the panel's port.

/**
 * @typedef {{ type: "read", selection: boolean } | ({ type: "mark" } & Marking) | ({ type: "show" } & Stretch & { id: number }) | { type: "clear" }} Ask
 * @typedef {{ type: "text", text: string, title: string, byline: string, date: string, site: string, host: string, selected: boolean }
 *   | { type: "trouble", trouble: Trouble | "pdf" | "frame" | "crashed" } | { type: "marked", lost: number[] } | { type: "dropped", sentences: number[] }
 *   | { type: "pressed", sentence: number } | { type: "shown", found: boolean } | { type: "moved" }} Tell
 * @typedef {{ postMessage: (message: Tell) => void, onMessage: { addListener: (listen: (ask: Ask) => void) => void }, onDisconnect: { addListener: (listen: () => void) => void }, name: string }} Port
 */

/** Set once a world has its listener: the scripts may be injected again. @type {boolean | undefined} */
var isServing;

function serve() {
  if (isServing) return;
  isServing = true;
  const api = /** @type {any} */ (globalThis).browser ?? /** @type {any} */ (globalThis).chrome;
  api.runtime.onConnect.addListener((/** @type {Port} */ port) => {
    if (port.name === "zubda-page") attend(port);
  });
}

/** @param {Port} port */
function attend(port) {
  /** @type {Painter | null} */
  let painter = null;
  /** Where clicks are heard: in the page and the frames that text was read from. @type {Set<Document>} */
  const documents = new Set();
  const address = location.href;
  /** @param {MouseEvent} event */
  const onClick = (event) => {
    const target = /** @type {Element} */ (event.target); // of another world where it stands in a frame
    if (target.closest?.("a, button, input, textarea, select, [role=button]")) return;
    const sentence = painter?.hit(event.clientX, event.clientY, /** @type {Document} */ (event.currentTarget)) ?? -1;
    if (sentence >= 0) port.postMessage({ type: "pressed", sentence });
  };
  const leave = () => {
    clearInterval(watch);
    painter?.clear();
    port.postMessage({ type: "moved" });
  };
  /** An app may change its page without loading one. */
  const watch = setInterval(() => {
    if (location.href.split("#")[0] !== address.split("#")[0]) leave();
  }, 500);

  /** @param {boolean} selection */
  async function read(selection) {
    painter?.clear();
    const found = await extract({ selection }).catch(() => /** @type {const} */ ("crashed"));
    if (typeof found === "string") {
      port.postMessage({ type: "trouble", trouble: selection ? found : closerTrouble(found) });
      return;
    }
    for (const { block } of found.blocks) listen(block.box.element.ownerDocument);
    painter = createPainter(found.blocks, (sentences) => port.postMessage({ type: "dropped", sentences }));
    const { text, title, byline, date, site, selected } = found;
    port.postMessage({ type: "text", text, title, byline, date, site, host: location.hostname, selected });
  }

  /** @param {Document} shown */
  function listen(shown) {
    documents.add(shown);
    shown.addEventListener("click", onClick, true);
  }

  port.onMessage.addListener((ask) => {
    if (ask.type === "read") read(ask.selection);
    else if (ask.type === "mark" && painter) port.postMessage({ type: "marked", lost: painter.mark(ask) });
    else if (ask.type === "show" && painter) port.postMessage({ type: "shown", found: painter.show(ask) });
    else if (ask.type === "clear") painter?.clear();
  });
  port.onDisconnect.addListener(() => {
    clearInterval(watch);
    for (const shown of documents) shown.removeEventListener("click", onClick, true);
    removeEventListener("pagehide", leave);
    painter?.clear();
  });
  // A page that is kept for the way back does not close its port everywhere.
  addEventListener("pagehide", leave, { once: true });
}

/** Why there is no article, where the page itself shows it. @param {Trouble | "crashed"} trouble @returns {Trouble | "pdf" | "frame" | "crashed"} */
function closerTrouble(trouble) {
  if (document.contentType === "application/pdf" || document.querySelector('embed[type="application/pdf"]')) return "pdf";
  const large = [...document.querySelectorAll("iframe, frame")].some((frame) => {
    const { width, height } = frame.getBoundingClientRect();
    return width * height > 0.4 * innerWidth * innerHeight && isShut(/** @type {HTMLIFrameElement} */ (frame));
  });
  return large ? "frame" : trouble;
}

/** Whether a frame shows another site, or will: until that has answered, the frame holds an empty document of the page's own. @param {HTMLIFrameElement} frame */
function isShut(frame) {
  const inner = frameDocument(frame);
  if (!inner || inner.URL !== "about:blank") return !inner;
  return /^https?:/.test(frame.src) && new URL(frame.src).origin !== location.origin;
}

serve();
