//! A small static server for the fixtures; `extra` answers what is made for one test only.

import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = { ".html": "text/html", ".js": "text/javascript; charset=utf-8", ".css": "text/css", ".png": "image/png", ".pdf": "application/pdf" };

/**
 * @param {string} root
 * @param {Record<string, { body: string, headers?: Record<string, string> }>} [extra] answers by path
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 */
export function serve(root, extra = {}) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://server").pathname);
    const made = extra[path];
    if (made) {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...made.headers });
      response.end(made.body);
      return;
    }
    const file = join(root, normalize(path));
    if (!file.startsWith(root) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      const close = () => new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done(undefined));
      });
      resolve({ url: `http://127.0.0.1:${port}`, port, close: /** @type {() => Promise<void>} */ (close) });
    });
  });
}
