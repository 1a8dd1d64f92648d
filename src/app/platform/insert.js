// As if it were typed: where the cursor is, or was last.
export function insertText(id, text) {
  const field = document.getElementById(id);
  if (!field) return;
  const before = field.value[field.selectionStart - 1];
  const apart = before && !/[\s(“"]/.test(before) ? ' ' : '';
  field.setRangeText(apart + text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.focus();
}

// The field with this id that holds `text`. A cell or a row of an appendix has an id of its own, with the
// number of its row in it.
export function fieldWith(id, text) {
  const row = id.split('-').pop();
  const fields = [...document.querySelectorAll('.form :is(input, textarea)')].filter((it) => it.value.includes(text));
  return fields.find((it) => it.id === id) ?? fields.find((it) => it.id.split('-').includes(row));
}

// Once the page has been drawn again: marks `text`, which begins at `at` or elsewhere in that field.
export function selectText(id, text, at, frames = 60) {
  requestAnimationFrame(() => {
    const field = fieldWith(id, text);
    if (!field) {
      if (frames) selectText(id, text, at, frames - 1);
      else document.getElementById(id)?.focus();
      return;
    }
    const fold = field.closest('details');
    if (fold) fold.open = true;
    field.focus();
    const start = field.value.startsWith(text, at) ? at : field.value.indexOf(text);
    field.setSelectionRange(start, start + text.length);
  });
}
