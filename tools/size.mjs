// size.mjs [FOLDER [WITHOUT]] [--check]: what a first visit downloads, compressed with brotli as a host would send it.
// One line a part, then the total: name, value, unit, what it is compared with, separated by tabs.
// The annex comes later, when it is first needed, and has a line of its own; so has what keeps and installs the app,
// which comes once the app stands, and the app in one file, which is made of all of it, if it is there. The annex in
// WITHOUT has no reviewer. With --check it fails when one is larger than its goal.
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const GOAL_KB = 300;
const SINGLE = "ke-hoach.html";
const SINGLE_KB = 1600;
const REVIEWER_KB = 90;
const [folder = "dist", without] = process.argv.slice(2).filter((argument) => argument !== "--check");
const checks = process.argv.includes("--check");
const options = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

/** How many bytes a file has on its way. */
const packed = (file) => brotliCompressSync(readFileSync(file), options).length;

const LATER = /^annex-/;
const INSTALLED = /^(icon.*\.(png|svg)|manifest\.webmanifest|service-worker\.js)$/;
let later = 0;
let installed = 0;
const parts = new Map();
for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
  if (!entry.isFile() || entry.name === SINGLE) continue;
  const file = join(entry.parentPath ?? entry.path, entry.name);
  const part = extname(file).slice(1) || "other";
  const bytes = packed(file);
  if (LATER.test(entry.name)) later += bytes;
  else if (INSTALLED.test(entry.name)) installed += bytes;
  else parts.set(part, (parts.get(part) ?? 0) + bytes);
}

const kilobytes = (bytes) => (bytes / 1000).toFixed(1);
const line = (...columns) => console.log(columns.join("\t"));
let total = 0;
for (const [part, bytes] of [...parts].sort(([, a], [, b]) => b - a)) {
  line(`size.${part}`, kilobytes(bytes), "KB br", "part of size.total");
  total += bytes;
}
/** What is said of a goal. */
function goal(bytes, most) {
  const met = bytes <= most * 1000;
  if (!met && checks) process.exitCode = 1;
  return `goal: at most ${most} (${met ? "met" : "NOT met"})`;
}
line("size.total", kilobytes(total), "KB br", goal(total, GOAL_KB));
const UNITS_KB = 40;
const units = packed(new URL("../assets/units.txt", import.meta.url));
line("size.units", kilobytes(units), "KB br", `${goal(units, UNITS_KB)}; part of size.annex`);
const PHRASES_KB = 14;
const phrases = packed(new URL("../assets/phrases.txt", import.meta.url));
line("size.phrases", kilobytes(phrases), "KB br", `${goal(phrases, PHRASES_KB)}; part of size.annex`);
line("size.annex", kilobytes(later), "KB br", "loaded when it is first needed, not part of size.total");
if (without) {
  const files = readdirSync(without).filter((name) => LATER.test(name));
  const rest = files.reduce((sum, name) => sum + packed(join(without, name)), 0);
  line("size.reviewer", kilobytes(later - rest), "KB br", `${goal(later - rest, REVIEWER_KB)}; part of size.annex`);
}
const single = join(folder, SINGLE);
if (existsSync(single)) {
  const bytes = statSync(single).size;
  line("size.single", kilobytes(bytes), "KB", goal(bytes, SINGLE_KB));
}
line("size.installed", kilobytes(installed), "KB br", "comes once the app stands, not part of size.total");
