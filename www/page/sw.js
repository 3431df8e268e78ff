//! The service worker: the whole page from its own cache, so that it opens with the server gone.
//!
//! The build puts the page together as
//!   index.html, page.js, …   from www/page      shared/   from www/shared
//!   core/zubda.js, core/zubda_bg.wasm           the core and its glue
//! and fills in the two literals below: a hash over all files, and their list.

const VERSION = /* VERSION */ "dev";
/** @type {string[]} */
const PRECACHE = /* PRECACHE */ [];

const CACHE = `zubda-${VERSION}`;
/** What was shared to the page and not yet read by it. */
const INBOX = "zubda-inbox";
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/** The script of the worker that sees the text. */
const GUARDED = "shared/worker.js";
/** A worker takes its policy from the response it came in, and a host without headers sends none. */
const WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

worker.addEventListener("install", (event) => {
  event.waitUntil(fill());
  shortcut(event);
});
worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));
worker.addEventListener("message", ({ data }) => data === "take over" && worker.skipWaiting());
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== worker.location.origin) return;
  if (request.method === "POST" && url.pathname === at("share").pathname) event.respondWith(receive(request));
  else if (request.method === "GET") event.respondWith(answer(request, url));
});

/** @param {string} path */
function at(path) {
  return new URL(path, worker.registration.scope);
}

/**
 * The server's files, never older ones out of the browser's own cache. The index is asked for as
 * "./": some hosts redirect its file name. The worker is kept with its policy.
 */
async function fill() {
  const cache = await caches.open(CACHE);
  await cache.addAll(PRECACHE.map((path) => new Request(at(path === "index.html" ? "./" : path), { cache: "no-cache" })));
  const kept = await cache.match(at(GUARDED));
  if (kept) await cache.put(at(GUARDED), guarded(kept));
}

/** Lets the browser take our files straight from the cache, without waking this worker, where it can. @param {any} event */
function shortcut(event) {
  if (typeof event.addRoutes !== "function" || PRECACHE.length === 0) return;
  const scope = at("./").pathname;
  const routes = PRECACHE.map((path) => ({
    condition: { urlPattern: { pathname: scope + (path === "index.html" ? "" : path), search: "", hash: "*" }, requestMethod: "GET" },
    source: { cacheName: CACHE },
  }));
  event.waitUntil(event.addRoutes(routes).catch(() => {})); // without routes this worker answers itself
}

async function takeOver() {
  for (const name of await caches.keys()) if (name.startsWith("zubda-") && name !== CACHE && name !== INBOX) await caches.delete(name);
  await worker.clients.claim();
}

/** @param {Request} request @param {URL} url */
async function answer(request, url) {
  const cache = await caches.open(CACHE);
  const index = request.mode === "navigate" && [at("./").pathname, at("index.html").pathname].includes(url.pathname);
  const found = await cache.match(index ? at("./").href : request, { ignoreSearch: true });
  const response = found ?? await fetch(request);
  return url.pathname === at(GUARDED).pathname && !found ? guarded(response) : response;
}

/** The same with a policy that keeps the worker from reaching anyone. @param {Response} response */
function guarded(response) {
  const headers = new Headers(response.headers);
  headers.set("Content-Security-Policy", WORKER_POLICY);
  return new Response(response.body, { status: response.status, headers });
}

/** Keeps what was shared until the page has read it. It never reaches the server. @param {Request} request */
async function receive(request) {
  const form = await request.formData();
  const inbox = await caches.open(INBOX);
  const file = form.get("file");
  const texts = ["title", "text", "url"].map((name) => form.get(name)).filter((part) => typeof part === "string" && part.trim() !== "");
  if (file instanceof File && file.size > 0) await inbox.put(at("inbox"), new Response(file, { headers: { "X-Name": encodeURIComponent(file.name), "Content-Type": file.type } }));
  else await inbox.put(at("inbox"), new Response(texts.join("\n\n")));
  return Response.redirect(at("./?shared").href, 303);
}
