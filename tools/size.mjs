// size.mjs [FOLDER]: what a first visit downloads, compressed with brotli as a host would send it.
// One line a part, then the total: name, value, unit, what it is compared with, separated by tabs.
// The annex comes later, when it is first needed, and has a line of its own.
import { readFileSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const GOAL_KB = 300;
const folder = process.argv[2] ?? "dist";
const options = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

const LATER = /^annex-/;
let later = 0;
const parts = new Map();
for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
  if (!entry.isFile()) continue;
  const file = join(entry.parentPath ?? entry.path, entry.name);
  const part = extname(file).slice(1) || "other";
  const bytes = brotliCompressSync(readFileSync(file), options).length;
  if (LATER.test(entry.name)) later += bytes;
  else parts.set(part, (parts.get(part) ?? 0) + bytes);
}

const kilobytes = (bytes) => (bytes / 1000).toFixed(1);
const line = (...columns) => console.log(columns.join("\t"));
let total = 0;
for (const [part, bytes] of [...parts].sort(([, a], [, b]) => b - a)) {
  line(`size.${part}`, kilobytes(bytes), "KB br", "part of size.total");
  total += bytes;
}
const met = total <= GOAL_KB * 1000 ? "met" : "NOT met";
line("size.total", kilobytes(total), "KB br", `goal: at most ${GOAL_KB} (${met})`);
const UNITS_KB = 40;
const units = brotliCompressSync(readFileSync(new URL("../assets/units.txt", import.meta.url)), options).length;
const fits = units <= UNITS_KB * 1000 ? "met" : "NOT met";
line("size.units", kilobytes(units), "KB br", `goal: at most ${UNITS_KB} (${fits}); part of size.annex`);
const PHRASES_KB = 14;
const phrases = brotliCompressSync(readFileSync(new URL("../assets/phrases.txt", import.meta.url)), options).length;
const short = phrases <= PHRASES_KB * 1000 ? "met" : "NOT met";
line("size.phrases", kilobytes(phrases), "KB br", `goal: at most ${PHRASES_KB} (${short}); part of size.annex`);
line("size.annex", kilobytes(later), "KB br", "loaded when it is first needed, not part of size.total");
