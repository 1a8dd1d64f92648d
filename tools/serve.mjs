// serve.mjs [PORT] [FOLDER]: serves FOLDER (dist) on 127.0.0.1, for this machine only.
// Port 0 takes any free one; the address is printed once the server answers.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, resolve, sep } from "node:path";

const port = Number(process.argv[2] ?? 8080);
const root = resolve(process.argv[3] ?? "dist");

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

// The file that an address means, or null when it lies outside the folder or cannot be read as an address.
function fileOf(address) {
  try {
    const path = decodeURIComponent(new URL(address, "http://localhost").pathname);
    const file = normalize(join(root, path.endsWith("/") ? `${path}index.html` : path));
    return file.startsWith(root + sep) ? file : null;
  } catch {
    return null;
  }
}

const server = createServer(async (request, response) => {
  const file = fileOf(request.url);
  try {
    const body = await readFile(file);
    // Never cached by the browser: its service worker sees a new build at the next reload, and announces it.
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "cache-control": "no-store" });
    response.end(request.method === "HEAD" ? undefined : body);
  } catch {
    response.writeHead(404, { "content-type": "text/plain; charset=utf-8" });
    response.end("Không có tệp này.\n");
  }
});

server.on("error", (error) => {
  const reason = error.code === "EADDRINUSE" ? `port ${port} is in use: give another, make run PORT=8081` : error.message;
  console.error(`error: ${reason}`);
  process.exit(1);
});
server.listen(port, "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${server.address().port}/`);
});
