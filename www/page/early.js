//! Before anything else: the analyser's core and its worker, which take longest to be ready; then, before
//! the first paint, the reader's theme, language and reading size, so that nothing flashes.

/** The faces of the first screen. Each that comes after the first layout has all of it done again. */
const FACES = ["vazirmatn-arabic", "vazirmatn-latin", "noto-naskh-arabic-arabic", "noto-naskh-arabic-latin"];

try {
  const page = /** @type {any} */ (globalThis);
  const given = new URL("shared/worker.js", document.baseURI).href;
  const address = page.trustedTypes?.createPolicy("zubda-worker", { createScriptURL: (/** @type {string} */ url) => url }).createScriptURL(given) ?? given;
  // Where the files are kept on the device, the core is compiled here while the worker's thread starts;
  // the name tells the worker to wait for it. On a first visit the page's own files come first.
  const kept = Boolean(navigator.serviceWorker?.controller);
  const core = kept ? (async () => WebAssembly.compileStreaming(fetch(new URL("core/zubda_bg.wasm", document.baseURI))))() : null;
  const worker = new Worker(address, { type: "module", name: kept ? "given" : "" });
  core?.catch(() => null).then((module) => worker.postMessage({ type: "core", module }));
  const started = { address, worker, failed: false };
  worker.onerror = () => {
    started.failed = true;
  };
  page.zubdaWorker = started;
} catch {
  // the client tries again when it is asked for something, and says why it cannot
}

try {
  const { theme, language, face, size, leading } = JSON.parse(localStorage.getItem("zubda") ?? "{}");
  const root = document.documentElement;
  if (theme === "light" || theme === "dark") root.dataset["theme"] = theme;
  if (face) root.dataset["face"] = face;
  if (language === "en") [root.lang, root.dir] = ["en", "ltr"];
  if (size > 0) root.style.setProperty("--text-read", `${size / 16}rem`);
  if (leading > 0) root.style.setProperty("--leading-read", leading);
} catch {
  // nothing is remembered: the page is as it was written
}

// Where they are kept on the device the faces come at once; on a first visit they would hold up the page's
// own files, so that they are asked for once something is on the screen.
if (navigator.serviceWorker?.controller) {
  for (const face of FACES) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "", href: `shared/fonts/${face}-wght-normal.woff2` });
    document.head.append(link);
  }
} else {
  const { dataset } = document.documentElement;
  dataset["faces"] = "later";
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => delete dataset["faces"])));
}
