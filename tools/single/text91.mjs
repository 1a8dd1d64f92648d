// Bytes as text that may stand in a script element of a page: thirteen bits in two of 91 letters, where base64 takes
// two letters for twelve. The letters are those from `#` on, without `<`, which could end the element.

const LETTERS = 91;
const FIRST = 0x23;
const LESS = 0x3c;
const INSTEAD = FIRST + LETTERS;

/** The bits of two letters, and of one that stands alone at the end. */
const PAIR = 13;
const ALONE = 6;

const letter = (value) => String.fromCharCode(FIRST + value === LESS ? INSTEAD : FIRST + value);
const valueOf = (code) => (code === INSTEAD ? LESS : code) - FIRST;

/** The text of these bytes. */
export function textOf(bytes) {
  let text = '';
  let [held, count] = [0, 0];
  for (const byte of bytes) {
    held |= byte << count;
    count += 8;
    if (count < PAIR) continue;
    const pair = held & (2 ** PAIR - 1);
    text += letter(pair % LETTERS) + letter(Math.floor(pair / LETTERS));
    held >>= PAIR;
    count -= PAIR;
  }
  if (count > 0) text += letter(held % LETTERS);
  if (count > ALONE) text += letter(Math.floor(held / LETTERS));
  return text;
}

/** The bytes of such a text. */
export function bytesOf(text) {
  const bytes = new Uint8Array(((text.length >> 1) * PAIR + (text.length % 2) * ALONE) >> 3);
  let [held, count, to] = [0, 0, 0];
  for (let at = 0; at < text.length; at += 2) {
    const pair = at + 1 < text.length;
    held |= (valueOf(text.charCodeAt(at)) + (pair ? LETTERS * valueOf(text.charCodeAt(at + 1)) : 0)) << count;
    count += pair ? PAIR : ALONE;
    for (; count >= 8; count -= 8) {
      bytes[to++] = held;
      held >>= 8;
    }
  }
  return bytes;
}
