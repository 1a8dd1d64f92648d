// The pages of a plan beside its form. The annex makes them; in a worker, so that whoever types does not
// wait for it. This file is both: what runs in the page, and, where there is no document, what runs in
// the worker.

import { load } from './annex.js';
import { address, start, worker as hired } from './parts.js';

const aside = typeof document === 'undefined';

let annex, typesetter;
let made = [];
let waiting = 0;

/** Makes the pages of a plan, given whole or by what changed; gives back those that are new. */
async function make({ from, plan, changes }) {
  waiting--;
  annex ??= await (aside ? start(from) : load());
  try {
    if (plan !== undefined) {
      typesetter?.free();
      made = [];
      typesetter = new annex.Typesetter(plan);
    } else typesetter.change(changes);
  } catch {
    // What changed does not belong to the plan that is here.
    return { stale: true };
  }
  // Whoever types on does not want to see what was there before.
  if (waiting) return {};
  const before = made;
  const [notes, ...now] = typesetter.make();
  made = now;
  return { notes, count: made.length, pages: [...made.entries()].filter(([i, page]) => page !== before[i]) };
}

let turn = Promise.resolve();
let later;
function ask(message, answer) {
  waiting++;
  const fail = () => answer({ failed: true });
  const review = () => {
    if (waiting) return;
    try {
      answer({ found: typesetter.review() });
    } catch {
      fail();
    }
  };
  const made = (made) => {
    answer(made);
    // Nobody waits for it: in the page it is done once the typing pauses.
    clearTimeout(later);
    if (made.pages) later = setTimeout(review, aside ? 0 : 900);
  };
  turn = turn.then(() => make(message)).then(made, fail);
}

// WebKit runs this file a second time in its worker, for the annex: what came first has the plan, and goes on.
if (aside) onmessage ??= ({ data }) => ask(data, postMessage);

let worker, place, whole, note, failed, sent, hear;
/** What was found while nobody followed it: what comes tells only how it differs from what came before. */
const unheard = [];

/**
 * Draws in `element` from now on; `again` is called where the whole plan is needed, `told` with what else
 * follows from it.
 */
export function open(element, again, told, sentence) {
  place = element;
  whole = again;
  note = told;
  failed = sentence;
}

/** Calls `told` with what is found in the words of the plan, each time, from the first on. */
export function follow(told) {
  hear = told;
  unheard.splice(0).forEach(hear);
}

/** What stands in the place now, or its changes. */
export function send(plan, changes) {
  sent ??= performance.now();
  const message = { from: address(), plan, changes };
  if (worker === undefined) worker = hire();
  if (worker) worker.postMessage(message);
  else ask(message, take);
}

/** A worker; null where the browser has none. */
function hire() {
  try {
    const worker = hired();
    worker.onmessage = ({ data }) => take(data);
    // Some browsers have workers, but none of modules.
    worker.onerror = () => {
      dismiss(null);
      whole();
    };
    return worker;
  } catch {
    return null;
  }
}

/** Goes on with no worker, or, where `next` is undefined, with a new one. */
function dismiss(next) {
  worker?.terminate();
  worker = next;
}

function take({ notes, count, pages, stale, found, failed: broken }) {
  if (stale) return whole();
  if (found) {
    if (hear) hear(found);
    else unheard.push(found);
    return;
  }
  if (broken) {
    // The next change tries again.
    dismiss(undefined);
    annex = undefined;
    if (place.firstElementChild?.className !== 'sheet') place.textContent = failed;
    return;
  }
  if (!pages) return;
  const begun = performance.now();
  for (const [i, page] of pages) draw(place, i, page);
  cut(place, count);
  performance.measure('preview-draw', { start: begun });
  performance.measure('preview', { start: sent });
  sent = undefined;
  note(notes);
}

/** Draws the pages of a plan that changes only as a whole. */
export function show(place, pages) {
  pages.forEach((page, i) => draw(place, i, page));
  cut(place, pages.length);
}

function cut(place, count) {
  while (place.children.length > count) place.lastElementChild.remove();
}

/** Draws a page anew: of what stands there, only the rows that are not the same. */
function draw(place, i, page) {
  if (place.firstElementChild?.className !== 'sheet') place.textContent = '';
  const sheet = place.children[i] ?? place.appendChild(blank(i + 1));
  const [paper, ...rows] = page.split('\n');
  const [width, height] = JSON.parse(paper);
  sheet.style.cssText = `--paper-width:${width};--paper-height:${height}`;
  const paperNode = sheet.firstElementChild;
  const before = sheet.rows ?? [];
  rows.forEach((row, i) => {
    if (row === before[i]) return;
    const node = piece(JSON.parse(row));
    const old = paperNode.children[i];
    old ? old.replaceWith(node) : paperNode.append(node);
  });
  while (paperNode.children.length > rows.length) paperNode.lastElementChild.remove();
  sheet.rows = rows;
}

function blank(number) {
  const sheet = node('div', 'sheet');
  sheet.setAttribute('role', 'group');
  sheet.setAttribute('aria-label', `Trang ${number}`);
  sheet.append(node('div', 'paper'));
  return sheet;
}

const pt = (length) => `calc(var(--pt)*${length})`;

function piece([left, top, size, pieces]) {
  if (!Array.isArray(pieces)) {
    const [width, height] = [size, pieces];
    const style = `left:${pt(left)};top:${pt(top)};width:${pt(width)};height:${pt(height)}`;
    return node('div', width ? 'rule' : 'rule upright', style);
  }
  const line = node('div', 'line', `left:${pt(left)};top:${pt(top)};font-size:${pt(size)}`);
  for (const [look, size, gap, spacing, text] of pieces) {
    let style = `font-size:${pt(size)}`;
    if (gap) style += `;margin-left:${pt(gap)}`;
    if (spacing) style += `;word-spacing:${pt(spacing)}`;
    const looks = ['bold', 'italic', 'underline'].filter((_, i) => look & (1 << i));
    const span = node('span', looks.join(' '), style);
    span.textContent = text;
    line.append(span);
  }
  return line;
}

function node(tag, className, style) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (style) node.style.cssText = style;
  return node;
}
