// serve.mjs [PORT] [FOLDER] [--compress]: serves FOLDER (dist) on 127.0.0.1, for this machine only; compressed with
// brotli, as hosts do, if that is wanted.
// With KE_HOACH_ISOLATES set the page is alone in its process: its clock then goes by 5 µs instead of 100.
// Port 0 takes any free one; the address is printed once the server answers.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, resolve, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";

const [given, folder] = process.argv.slice(2).filter((argument) => argument !== "--compress");
const port = Number(given ?? 8080);
const root = resolve(folder ?? "dist");
const compresses = process.argv.includes("--compress");
const isolation = process.env.KE_HOACH_ISOLATES
  ? { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" }
  : {};

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

// What was compressed before: it takes seconds, and hosts do it once as well.
const compressed = new Map();

/** The file as it is sent, and what is to be said of that. */
async function sent(file, request) {
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  // Never cached by the browser: its service worker sees a new build at the next reload, and announces it.
  const head = { "content-type": type, "cache-control": "no-store", ...isolation };
  const body = await readFile(file);
  const accepted = String(request.headers["accept-encoding"]).includes("br") && !type.startsWith("image/png");
  if (!compresses || !accepted) return [head, body];
  if (!compressed.has(file)) compressed.set(file, promisify(brotliCompress)(body));
  return [{ ...head, "content-encoding": "br", vary: "accept-encoding" }, await compressed.get(file)];
}

const server = createServer(async (request, response) => {
  const file = fileOf(request.url);
  try {
    const [head, body] = await sent(file, request);
    response.writeHead(200, head);
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
