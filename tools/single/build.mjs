// build.mjs TOOLS [DIST]: DIST/ke-hoach.html, the app in one file, made of the app that tools/build has left in
// DIST (dist). It works where a page may load nothing: opened by a double click, from a stick, out of a message.
// TOOLS is where npm has installed esbuild.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { protect } from "../page.mjs";
import { bytesOf, textOf } from "./text.mjs";

const [tools, dist = "dist"] = argv.slice(2);
const { build } = createRequire(join(resolve(tools), "package.json"))("esbuild");
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const page = readFileSync(join(dist, "index.html"), "utf8");

/** What `pattern` finds in `text`. */
function find(text, pattern, what) {
  const found = pattern.exec(text);
  if (!found) throw new Error(`${dist} has no ${what}`);
  return found[1];
}

/** The file of the built app whose path ends so. */
function built(ending) {
  const file = readdirSync(dist, { recursive: true }).find((file) => file.endsWith(ending));
  if (!file) throw new Error(`${dist} has no ${ending}`);
  return resolve(dist, file);
}

// The loaders of the two programs, as wasm-bindgen makes them, and what makes pages in a worker.
const parts = {
  first: built(find(page, /import init[^;]* from ["']\.\/([^"']+\.js)["']/, "app")),
  annex: built(find(page, /<meta[^>]*content=["']?\.\/(annex-[^"'\s>]+\.js)/, "annex")),
  pages: built("platform/pages.js"),
};

/** One script of all, in which each part begins only when it is asked for. */
async function script() {
  const plugin = {
    name: "parts",
    setup({ onResolve }) {
      onResolve({ filter: /^(first|annex|pages)$/ }, ({ path }) => ({ path: parts[path] }));
      onResolve({ filter: /\/parts\.js$/ }, () => ({ path: here("parts.js") }));
    },
  };
  const { outputFiles } = await build({
    entryPoints: [here("start.js")],
    plugins: [plugin],
    bundle: true,
    write: false,
    format: "iife",
    minify: true,
    charset: "utf8",
    logLevel: "error",
    target: ["chrome96", "firefox89", "safari15"],
    // A loader looks there for its program, unless it is given one.
    define: { "import.meta.url": "''" },
  });
  return outputFiles[0].text.trim();
}

/** A program that a text names. */
const program = (text) => readFileSync(built(find(text, /["'](?:\.\/)?([^"']+\.wasm)["']/, "program")));

/** Some bytes, packed. */
function packed(bytes) {
  // The settings that pack WebAssembly best.
  const settings = ["--format=lzma", "--stdout", "--lzma1=preset=9e,lc=4,pb=0"];
  const packed = execFileSync("xz", settings, { input: bytes, maxBuffer: 1 << 28 });
  // xz marks the end instead of writing the size into the head.
  packed.writeBigUInt64LE(BigInt(bytes.length), 5);
  const text = textOf(packed);
  if (packed.compare(bytesOf(text).subarray(0, packed.length))) throw new Error("the text is not that of the bytes");
  return text;
}

const style = readFileSync(built(find(page, /<link[^>]* href=["']?\.\/([^"'\s>]+\.css)/, "stylesheet")), "utf8");
const programs = [program(page + readFileSync(parts.first)), program(readFileSync(parts.annex))];
const end = [
  `<script>${readFileSync(here("whole.js"), "utf8")}</script>`,
  `<script type="text/plain" id="programs" data-first="${programs[0].length}">${packed(Buffer.concat(programs))}</script>`,
  `<script id="app">${await script()}</script>`,
];
const icon = readFileSync(here("../../assets/install/icon.svg"), "base64");
const single = page
  .replace(/<meta[^>]*(http-equiv|name=["']?annex)[^>]*>/gi, "")
  // Nothing lies beside it.
  .replace(/<link[^>]*>/gi, "")
  .replace(/<title>/, () => `<link rel="icon" href="data:image/svg+xml;base64,${icon}"><title>`)
  .replace(/<script type=["']?module.*?<\/script>/gs, "")
  // No network is asked for it.
  .replace("Hãy kiểm tra mạng rồi tải lại trang", "Hãy chép lại tệp rồi mở lại")
  .replace(/<style>/, () => `<style>${style.trim()}</style><style>`)
  .replace(/<\/body>/, () => `${end.join("\n")}</body>`);
const file = join(dist, "ke-hoach.html");
writeFileSync(file, protect(single, "single"));
