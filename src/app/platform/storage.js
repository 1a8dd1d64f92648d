// Each call of the browser costs; a list of many drafts has thousands of keys. None of the app's has an end of line.
export function keys(storage) {
  let keys = '';
  for (const key of Object.keys(storage)) if (!key.includes('\n')) keys += key + '\n';
  return keys;
}
/** The keys that begin so, each before its text, a line each; what has several lines is left out. */
export function lines(storage, beginning) {
  let lines = '';
  for (const key of Object.keys(storage)) {
    if (!key.startsWith(beginning)) continue;
    const pair = key + '\n' + storage.getItem(key) + '\n';
    if (pair.split('\n').length === 3) lines += pair;
  }
  return lines;
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
