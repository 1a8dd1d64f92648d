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
