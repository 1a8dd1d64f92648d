// lighthouse.mjs [FOLDER] [--check]: what Lighthouse says of the build in FOLDER (dist) on a phone (its own mobile mode:
// a slow network and a processor four times slower, reckoned). One line a goal: name, value, unit, what it is compared
// with, separated by tabs. The performance is the median of three visits, for a machine at work makes it vary. With
// --check it fails when one of the others is not what it must be, and leaves the performance out.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath, pathToFileURL } from "node:url";

const [folder = "dist"] = process.argv.slice(2).filter((argument) => argument !== "--check");
const checks = process.argv.includes("--check");
const GOALS = { performance: 98, accessibility: 100, "best-practices": 100 };
const VISITS = checks ? 1 : 3;
const FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];

const cache = process.env.KE_HOACH_CACHE ?? join(homedir(), ".cache/ke-hoach");
const { resolve } = createRequire(join(cache, "npm/package.json"));
const from = (name) => import(pathToFileURL(resolve(name)));
const { default: lighthouse } = await from("lighthouse");
const { launch } = await from("chrome-launcher");

const script = join(dirname(fileURLToPath(import.meta.url)), "serve.mjs");
const server = spawn(process.execPath, [script, "0", folder, "--compress"], { stdio: ["ignore", "pipe", "inherit"] });
const address = await new Promise((said) => createInterface({ input: server.stdout }).once("line", said));
const browser = await launch({ chromePath: "chromium", chromeFlags: FLAGS, logLevel: "silent" });

/** The scores of one visit, and what costs points. */
async function visit() {
  const categories = Object.keys(GOALS).filter((name) => !checks || name !== "performance");
  const { lhr } = await lighthouse(address, { port: browser.port, logLevel: "silent", onlyCategories: categories });
  if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
  return lhr;
}

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

try {
  // The first visit has the files compressed.
  if (!checks) await visit();
  const visits = [];
  for (let i = 0; i < VISITS; i++) visits.push(await visit());
  for (const name of Object.keys(visits[0].categories)) {
    const score = Math.round(100 * median(visits.map((lhr) => lhr.categories[name].score)));
    const met = score >= GOALS[name];
    if (!met && checks) process.exitCode = 1;
    const goal = `goal: at least ${GOALS[name]} (${met ? "met" : "NOT met"})`;
    console.log([`lighthouse.${name}`, score, "of 100", goal].join("\t"));
    if (met || name === "performance") continue;
    const { auditRefs } = visits[0].categories[name];
    for (const { id } of auditRefs) {
      const { score, title } = visits[0].audits[id];
      if (score !== null && score < 1) console.error(`  ${id}: ${title}`);
    }
  }
  if (!checks) {
    for (const [id, name] of [["first-contentful-paint", "paint"], ["largest-contentful-paint", "content"], ["total-blocking-time", "blocked"]]) {
      const time = median(visits.map((lhr) => lhr.audits[id].numericValue));
      console.log([`lighthouse.${name}`, time.toFixed(0), "ms", "part of lighthouse.performance"].join("\t"));
    }
  }
} finally {
  browser.kill();
  server.kill();
}
