// page.mjs FILE: finishes the built page: writes the script into it that says why nothing comes, and what the page
// may load and run, and nothing else. What stands in the page itself is named by its hash; so this comes after
// everything that changes the page.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { argv } from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";

const NONE = ["'none'"];
// Lets WebAssembly be compiled, and no script be made of text.
const WASM = "'wasm-unsafe-eval'";

/** What each edition may do beside running what stands in its page. */
const EDITIONS = {
  hosted: {
    "script-src": ["'self'", WASM],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "connect-src": ["'self'"],
    "manifest-src": ["'self'"],
    "worker-src": ["'self'"],
  },
  single: {
    "script-src": [WASM],
    "style-src": [],
    "img-src": ["data:"],
    "connect-src": NONE,
    "worker-src": ["blob:"],
  },
};

/** The page with the policy of its edition before everything that it is about. */
export function protect(html, edition) {
  const policy = { "default-src": NONE, ...EDITIONS[edition], "object-src": NONE, "base-uri": NONE, "form-action": NONE };
  policy["script-src"] = [...policy["script-src"], ...hashes(html, "script")];
  policy["style-src"] = [...policy["style-src"], ...hashes(html, "style")];
  const content = Object.entries(policy).map(([name, sources]) => [name, ...sources].join(" ")).join(";");
  const begin = /<meta charset=["']?utf-8["']?\s*>/i;
  if (!begin.test(html)) throw new Error("the page does not begin with its charset");
  return html.replace(begin, (charset) => `${charset}<meta http-equiv="Content-Security-Policy" content="${content}">`);
}

/** The hashes of what stands in elements of this name; of what only holds data there is none. */
function hashes(html, name) {
  const elements = [...html.matchAll(new RegExp(`<${name}(\\s[^>]*)?>(.*?)</${name}>`, "gs"))];
  const used = elements.filter(([, attributes, text]) => text && !/\stype=["']?text\/plain/.test(attributes ?? ""));
  return used.map(([, , text]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
}

/** The page with its first script, for browsers that read nothing newer than ES5. */
function begin(html) {
  const place = /<script [^>]*id=["']?start["']?[^>]*><\/script>/;
  if (!place.test(html)) throw new Error("the page has no place for its first script");
  const file = fileURLToPath(new URL("../assets/start.js", import.meta.url));
  const script = execFileSync("terser", ["--compress", "--mangle", "--ecma", "5", file], { encoding: "utf8" }).trim();
  return html.replace(place, () => `<script>${script}</script>`);
}

if (import.meta.url === pathToFileURL(argv[1] ?? "").href) {
  writeFileSync(argv[2], protect(begin(readFileSync(argv[2], "utf8")), "hosted"));
}
