// Bytes as text that may stand in a script element of a page: four bytes in five of 85 letters, where base64 takes
// five and a third. The letters are those from `#` on, without `<`, which could end the element.

const LETTERS = 85;
const FIRST = 0x23;
const LESS = 0x3c;
const INSTEAD = FIRST + LETTERS;

/** The text of these bytes: one letter more than there are bytes for a last group of less than four. */
export function textOf(bytes) {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    let group = 0;
    for (let i = at; i < at + 4; i++) group = group * 256 + (bytes[i] ?? 0);
    let letters = '';
    for (let i = 0; i < 5; i++) {
      const code = FIRST + (group % LETTERS);
      letters = String.fromCharCode(code === LESS ? INSTEAD : code) + letters;
      group = Math.floor(group / LETTERS);
    }
    text += letters.slice(0, bytes.length - at + 1);
  }
  return text;
}

/** The bytes of such a text. */
export function bytesOf(text) {
  const bytes = new Uint8Array(text.length - Math.ceil(text.length / 5));
  for (let at = 0, to = 0; at < text.length; at += 5, to += 4) {
    let group = 0;
    for (let i = at; i < at + 5; i++) {
      const code = i < text.length ? text.charCodeAt(i) : INSTEAD - 1;
      group = group * LETTERS + (code === INSTEAD ? LESS : code) - FIRST;
    }
    // What is past the end of `bytes` is of the last group's filling, and is not kept.
    for (let i = 0; i < 4; i++) bytes[to + i] = group / 2 ** (24 - 8 * i);
  }
  return bytes;
}
