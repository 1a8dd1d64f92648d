// Where the two programs and the worker come from in the edition in one file: the programs stand packed in the
// page, and a worker is made of the page's own script. In place of src/app/platform/parts.js.

import { unpack } from './lzma.js';
import { bytesOf } from './text.mjs';

/** In a worker that makes pages: the second program, which the page has compiled. */
const given = typeof document === 'undefined' && new Promise((done) => {
  addEventListener('message', function take(event) {
    if (!(event.data instanceof WebAssembly.Module)) return;
    event.stopImmediatePropagation();
    removeEventListener('message', take);
    done(event.data);
  });
});

// The two programs stand packed together, the second behind the first: they have much in common. How long the first
// is, and the packed bytes until both are compiled.
let length, packed;
function takePrograms() {
  const element = document.getElementById('programs');
  length = Number(element.dataset.first);
  packed = bytesOf(element.textContent);
  element.remove();
}

/** The first program. */
export async function first() {
  takePrograms();
  return WebAssembly.compile(unpack(packed, length));
}

const compile = async (packed, from) => WebAssembly.compile(unpack(packed).subarray(from));

/** The second program, compiled once; in a worker, so that nobody who types waits for it. */
let compiled;
function second() {
  compiled ??= compileAside().catch(() => compile(packed, length)).then(
    (module) => {
      packed = undefined;
      return module;
    },
    (error) => {
      // The next who asks tries again.
      compiled = undefined;
      throw error;
    },
  );
  return compiled;
}

async function compileAside() {
  const worker = made('compile');
  const module = new Promise((done, failed) => {
    worker.onmessage = ({ data }) => (data ? done(data) : failed());
    worker.onerror = worker.onmessageerror = failed;
  });
  worker.postMessage([packed, length]);
  return module.finally(() => worker.terminate());
}

/** In such a worker: compiles what it is sent. */
export function compileWhatComes() {
  onmessage = async ({ data }) => postMessage(await compile(...data).catch(() => null));
}

/** A worker of the page's own script; its name says what it is for, see start.js. */
function made(name) {
  const script = new Blob([document.getElementById('app').textContent], { type: 'text/javascript' });
  const address = URL.createObjectURL(script);
  const worker = new Worker(address, { name });
  // Some browsers ask for the script only later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return worker;
}

/** Nobody has to look for it: it is in the page. */
export const address = () => null;

/** Starts the annex, in the page or in a worker. */
export async function start() {
  const module = await (given || second());
  const annex = await import('annex');
  await annex.default({ module_or_path: module });
  return annex;
}

/** A worker that makes pages. */
export function worker() {
  const worker = made('pages');
  second().then((module) => worker.postMessage(module)).catch(() => worker.dispatchEvent(new Event('error')));
  return worker;
}
