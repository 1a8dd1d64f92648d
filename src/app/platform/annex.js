// The second program of the app, see src/app/annex.rs.
import { address, start } from './parts.js';

let loading, program;
let failures = 0;

export function load() {
  loading ??= start(address(failures)).then((annex) => (program = annex)).catch((error) => {
    loading = undefined;
    failures++;
    throw error;
  });
  return loading;
}
// Fields with suggestions work without it, and get theirs once it is here.
addEventListener('focusin', ({ target }) => {
  if (target.getAttribute?.('role') === 'combobox') load().catch(() => {});
});
export function loaded() {
  return !!program;
}
export function take(name, source, html, purpose) {
  program.take(name, source, html, purpose);
}
export function word(draft, embed) {
  return program.word(draft, embed);
}
// Whoever left a place while the annex was on its way is shown nothing there.
export function show(place, screen, argument) {
  return !place.isConnected || program.show(place, screen, argument);
}
export function hide() {
  program?.hide();
}
export function tell(what, detail) {
  window.dispatchEvent(new CustomEvent(what, { detail }));
}
export function answer(question, argument) {
  return program?.answer(question, argument);
}
