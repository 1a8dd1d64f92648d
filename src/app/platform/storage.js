// Each call of the browser costs; a list of many drafts has thousands of keys. None of the app's has an end of line.
export function keys(storage) {
  let keys = '';
  for (const key of Object.keys(storage)) if (!key.includes('\n')) keys += key + '\n';
  return keys;
}
export function used(storage) {
  let used = 0;
  for (const key of Object.keys(storage)) used += key.length + storage.getItem(key).length;
  return used;
}
/** Whether it reads back as it was written. */
export function set(storage, key, text) {
  storage.setItem(key, text);
  return storage.getItem(key) === text;
}
