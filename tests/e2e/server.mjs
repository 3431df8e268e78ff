// A static server for the built page, with its headers; it can be stopped and started again on the same port.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const dist = fileURLToPath(new URL("../../dist/page/", import.meta.url));

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};

/** The headers that the page asks its host for. */
export function headers() {
  const lines = readFileSync(path.join(dist, "_headers"), "utf8").split("\n").filter((line) => /^\s+\S/.test(line));
  return Object.fromEntries(lines.map((line) => line.trim().split(/:\s+(.*)/s).slice(0, 2)));
}

/**
 * Serves `dist/page`. `bare` leaves the page's headers out, as a simple host would; `change` may
 * replace the bytes of a file; `also` holds files of the test's own by path.
 */
export async function serve({ bare = false, change = (_path, bytes) => bytes, also = {} } = {}) {
  const log = [];
  let port = 0;
  let server = null;
  async function answer(request, response) {
    const url = new URL(request.url, "http://localhost");
    log.push(`${request.method} ${url.pathname}${url.search}`);
    const name = url.pathname.endsWith("/") ? `${url.pathname}index.html` : url.pathname;
    try {
      const bytes = also[name] ?? (await readFile(path.join(dist, path.normalize(name))));
      response.writeHead(200, { ...(bare ? {} : headers()), "Content-Type": TYPES[path.extname(name)] ?? "application/octet-stream", "Cache-Control": "no-cache" });
      response.end(change(name, bytes));
    } catch {
      response.writeHead(404).end("not found");
    }
  }
  async function start() {
    server = createServer(answer);
    await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
    port = server.address().port;
  }
  async function stop() {
    if (!server.listening) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  await start();
  return { url: `http://127.0.0.1:${port}/`, log, start, stop };
}
