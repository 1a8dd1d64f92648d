// Bytes as text that may stand in a script element of a page. What a page has two bytes of UTF-8 for are two of the
// letters from the space on, without `<`, which could end the element, or one sign from `¡` up to U+07FF: 10,723
// values for thirteen bits, or for fourteen where there are values left. Base64 has twelve bits in two bytes.

const LETTERS = 94;
const SPACE = 0x20;
const LESS = 0x3c;
const PAIRS = LETTERS * LETTERS;
const SIGN = 0xa1;
const SIGNS = 0x800 - SIGN;

const BITS = 13;
const MOST = 2 ** BITS;
/** Thirteen bits that are less than this stand for fourteen, with the next one. */
const LONG = PAIRS + SIGNS - MOST;

const letter = (value) => String.fromCharCode(SPACE + value + (SPACE + value >= LESS ? 1 : 0));
const valueOf = (code) => code - SPACE - (code > LESS ? 1 : 0);

/** The text of these bytes. */
export function textOf(bytes) {
  const text = [];
  let [held, count] = [0, 0];
  const write = () => {
    const bits = held % MOST < LONG ? BITS + 1 : BITS;
    const value = held % 2 ** bits;
    text.push(
      value < PAIRS
        ? letter(value % LETTERS) + letter(Math.floor(value / LETTERS))
        : String.fromCharCode(SIGN + value - PAIRS),
    );
    held >>= bits;
    count -= bits;
  };
  for (const byte of bytes) {
    held |= byte << count;
    count += 8;
    while (count > BITS) write();
  }
  while (count > 0) write();
  return text.join('');
}

/** The bytes of such a text; behind them there may be one more. */
export function bytesOf(text) {
  const bytes = new Uint8Array(Math.ceil((text.length * (BITS + 1)) / 8));
  let [held, count, to] = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const value =
      code < SIGN ? valueOf(code) + LETTERS * valueOf(text.charCodeAt(++at)) : PAIRS + code - SIGN;
    held |= value << count;
    count += value % MOST < LONG ? BITS + 1 : BITS;
    for (; count >= 8; count -= 8) {
      bytes[to++] = held;
      held >>>= 8;
    }
  }
  return bytes.subarray(0, to);
}
