// What a review found, in the page of the app: under its fields, beside its steps, on its paper. Comes with the
// annex, see src/app/findings.
import { fieldWith } from './insert.js';

let typed = -Infinity;
let composing = false;

export function begin(css, redrawn, chosen) {
  dress(css);
  // Another key of a held word counts, a letter of an input method counts, Tab counts.
  const type = ({ target }) => {
    if (target.matches?.('input, textarea')) typed = performance.now();
  };
  for (const kind of ['keydown', 'input']) addEventListener(kind, type, true);
  addEventListener('compositionstart', () => (composing = true), true);
  addEventListener('compositionend', () => (composing = false), true);

  let asked = false;
  const own = ({ target }) => target.closest?.('.preview, .beside, #reviewed, .steps, .reviewed-notices, .notices');
  new MutationObserver((records) => {
    if (asked || records.every(own)) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      redrawn();
    });
  }).observe(document.body, { childList: true, subtree: true });

  const under = ({ target, clientX, clientY }) => {
    if (!marks.length || !target.closest?.('.desk > .preview')) return;
    const holds = (box) => clientX >= box.left && clientX <= box.right && clientY >= box.top && clientY <= box.bottom;
    return marks.find(({ range }) => [...range.getClientRects()].some(holds));
  };
  addEventListener('click', (event) => {
    const mark = getSelection().isCollapsed && under(event);
    if (mark) chosen(mark.id);
  });
  let moved;
  addEventListener('pointermove', (event) => {
    if (moved || !marks.length || !event.target.closest?.('.desk > .preview')) return;
    moved = requestAnimationFrame(() => {
      moved = undefined;
      const preview = document.querySelector('.desk > .preview');
      if (preview) preview.style.cursor = under(event) ? 'pointer' : '';
    });
  });
}

/** Adds styles to those of the page, rule by rule: a browser leaves out what it does not know. */
function dress(css) {
  const sheet = document.styleSheets[document.styleSheets.length - 1];
  const rules = css.replace(/\/\*.*?\*\//gs, '').match(/[^{}]+\{(?:[^{}]|\{[^{}]*\})*\}/g) ?? [];
  for (const rule of rules) {
    try {
      sheet.insertRule(rule, sheet.cssRules.length);
    } catch {
      // Unknown to this browser.
    }
  }
}

export function quiet() {
  return composing ? 0 : performance.now() - typed;
}

export function steady(change) {
  const held = document.activeElement?.closest('.form') && document.activeElement;
  const before = held?.getBoundingClientRect().top;
  change();
  const moved = held?.isConnected ? held.getBoundingClientRect().top - before : 0;
  if (moved) held.closest('.form').scrollTop += moved;
}

export function place(id, words) {
  let field = document.querySelector('.form') && document.getElementById(id);
  if (!field?.matches('input, textarea')) field = fieldWith(id, words);
  if (!field?.closest('.form')) return;
  const name = `beside-${field.id}`;
  const there = document.getElementById(name);
  if (there) return there;
  const place = document.createElement('div');
  place.id = name;
  place.className = 'beside';
  place.setAttribute('role', 'group');
  place.setAttribute('aria-label', 'Rà soát');
  place.field = field;
  // A cell is too narrow for it.
  const table = field.closest('.cells');
  if (table) table.after(place);
  else field.closest('.field').append(place);
  describe(field, (ids) => [...ids, name]);
  return place;
}

export function describes(place) {
  return place.field.id;
}

export function displace(place) {
  place.remove();
  describe(place.field, (ids) => ids);
}

/** Changes by what a field is described. */
function describe(field, change) {
  const ids = (field.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id && !id.startsWith('beside-'));
  const now = change(ids).join(' ');
  if (now) field.setAttribute('aria-describedby', now);
  else field.removeAttribute('aria-describedby');
}

export function count(at, errors, warnings, said) {
  const step = document.querySelectorAll('.steps li')[at];
  if (!step) return;
  const button = step.querySelector('button');
  let tag = step.querySelector('.step-found');
  if (!said) {
    tag?.remove();
    button.removeAttribute('aria-describedby');
    return;
  }
  if (!tag) {
    tag = document.createElement('span');
    tag.className = 'step-found';
    tag.id = `step-found-${at}`;
    step.append(tag);
  }
  // What is worst is seen, the rest is said.
  const seen = document.createElement('span');
  seen.className = errors ? 'step-count' : 'step-count warn';
  seen.setAttribute('aria-hidden', 'true');
  seen.textContent = errors || warnings;
  const words = document.createElement('span');
  words.className = 'unseen';
  words.textContent = [button.title, said].filter(Boolean).join('. ');
  tag.title = said;
  tag.replaceChildren(seen, words);
  button.setAttribute('aria-describedby', tag.id);
}

let marks = [];
// The text on the paper, all its spaces one space, and where each of its letters stands.
let paper;

export function unmark() {
  marks = [];
  paper = undefined;
  globalThis.CSS?.highlights?.clear();
}

export function mark(id, severity, before, words, after) {
  if (!globalThis.CSS?.highlights) return;
  paper ??= read();
  const wanted = plain(words).trim();
  if (!wanted) return;
  const [left, right] = [plain(before.replace(/^…/, '')).trimEnd(), plain(after.replace(/ …$/, '')).trimStart()];
  let best;
  for (let at = paper.text.indexOf(wanted); at >= 0; at = paper.text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    const alike = common(paper.text.slice(0, at).trimEnd().slice(-left.length), left, true) +
      common(paper.text.slice(end, end + right.length + 1).trimStart(), right, false);
    const taken = marks.some((mark) => mark.at === at && mark.severity === severity);
    if (!taken && (!best || alike > best.alike)) best = { at, end, alike };
  }
  if (!best) return;
  const range = document.createRange();
  range.setStart(paper.nodes[best.at], paper.places[best.at]);
  range.setEnd(paper.nodes[best.end - 1], paper.places[best.end - 1] + 1);
  marks.push({ id, severity, at: best.at, range });
  const name = `found-${severity}`;
  if (!CSS.highlights.has(name)) CSS.highlights.set(name, new Highlight());
  CSS.highlights.get(name).add(range);
}

const plain = (text) => text.replace(/\s+/g, ' ').toLowerCase();

/** How many letters two texts have in common where they meet. */
function common(a, b, atEnd) {
  let count = 0;
  const letter = (text) => (atEnd ? text[text.length - 1 - count] : text[count]);
  while (count < Math.min(a.length, b.length) && letter(a) === letter(b)) count++;
  return count;
}

function read() {
  const nodes = [];
  const places = [];
  let text = '';
  const put = (letter, node, place) => {
    if (letter === ' ' && text.endsWith(' ')) return;
    text += letter;
    nodes.push(node);
    places.push(place);
  };
  for (const sheet of document.querySelectorAll('.desk > .preview > .sheet')) {
    for (const [i, line] of [...sheet.querySelectorAll('.line')].entries()) {
      // The number of the page stands between the lines of a paragraph.
      if (i === 0 && /^\s*\d+\s*$/.test(line.textContent)) continue;
      let last;
      for (const { firstChild: node } of line.children) {
        if (!node) continue;
        last = node;
        [...node.data].length === node.data.length
          ? [...node.data].forEach((letter, place) => put(/\s/.test(letter) ? ' ' : letter.toLowerCase()[0], node, place))
          : put('\ufffd', node, 0);
      }
      if (last) put(' ', last, Math.max(0, last.data.length - 1));
    }
  }
  return { text, nodes, places };
}

export function leavePage() {
  document.querySelector('.page-shown .show-page')?.click();
}

export function isReadOnly() {
  return !!document.querySelector('.form .fields[inert]');
}
