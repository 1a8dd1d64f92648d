// service-worker.mjs [FOLDER]: makes the build in FOLDER (dist) run without a network after the first visit, and
// installable: adds what assets/install holds, names it in the page, and writes the service worker with each file
// of the build and its digest. Run last, for nothing of the build may change after it; run again, it begins anew.
import { createHash } from "node:crypto";
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { basename, dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const folder = process.argv[2] ?? "dist";
const source = join(dirname(fileURLToPath(import.meta.url)), "../assets/install");
const cache = process.env.KE_HOACH_CACHE ?? join(homedir(), ".cache/ke-hoach");
const { build } = createRequire(join(cache, "npm/package.json"))("esbuild");

const WORKER = "service-worker.js";
const COPIED = ["manifest.webmanifest", "icon.svg", "icon-192.png", "icon-512.png", "icon-whole.png"];
// Files that are made of the build and are no part of it.
const APART = new Set([WORKER, "ke-hoach.html"]);

const digest = (text, encoding) => createHash("sha256").update(text).digest(encoding);

/** One script of a source and what it imports. */
async function script(name, begin = "") {
  const { outputFiles } = await build({
    entryPoints: [join(source, name)],
    banner: { js: begin },
    bundle: true,
    write: false,
    format: "esm",
    minify: true,
    charset: "utf8",
    logLevel: "error",
    target: ["chrome96", "firefox89", "safari15"],
  });
  return outputFiles[0].text;
}

/** The files of the build, by their address from its page, in an order that is always the same. */
async function files() {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"));
  return names.filter((name) => !APART.has(name)).sort();
}

const read = (name) => readFile(join(folder, name));

// What an earlier run added.
const BEGIN = "<!--installed-->";
const END = "<!--/installed-->";
const page = (await read("index.html")).toString();
const plain = page.replace(new RegExp(`${BEGIN}.*?${END}`, "gs"), "");
for (const name of await files()) if (/^page-\w+\.js$/.test(name)) await rm(join(folder, name));

for (const name of COPIED) await writeFile(join(folder, name), await readFile(join(source, name)));
const pageScript = await script("page.js");
const pageScriptName = `page-${digest(pageScript, "hex").slice(0, 16)}.js`;
await writeFile(join(folder, pageScriptName), pageScript);

// The page names the version, so the version is of the page without that name.
const parts = await Promise.all(
  (await files()).map(async (name) => `${name} ${digest(name === "index.html" ? plain : await read(name), "hex")}`),
);
const version = digest(parts.join("\n"), "hex").slice(0, 16);
const added = [
  `<meta name="version" content="${version}">`,
  '<link rel="icon" type="image/svg+xml" href="./icon.svg">',
  '<link rel="apple-touch-icon" href="./icon-whole.png">',
  '<link rel="manifest" href="./manifest.webmanifest">',
  `<script type="module" src="./${pageScriptName}"></script>`,
].join("");
// Of two icons the browser takes the later.
const anchor = "</head>";
if (!plain.includes(anchor)) throw new Error(`${basename(folder)}/index.html has no ${anchor}`);
await writeFile(join(folder, "index.html"), plain.replace(anchor, () => `${BEGIN}${added}${END}${anchor}`));

const digests = await Promise.all(
  // Hosts send the page for its folder; many send whoever asks for index.html there.
  (await files()).map(async (name) => [name === "index.html" ? "./" : `./${name}`, `sha256-${digest(await read(name), "base64")}`]),
);
const known = `const VERSION=${JSON.stringify(version)},FILES=${JSON.stringify(Object.fromEntries(digests))};`;
await writeFile(join(folder, WORKER), await script("worker.js", known));
console.error(`version ${version}, ${digests.length} files`);
