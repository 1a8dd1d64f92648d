// Unpacks LZMA, which is a third smaller than what browsers unpack themselves. After the specification that
// its author put into the public domain (LZMA SDK, DOC/lzma-specification.txt), and in its words.

const STATES = 12;
const POSITIONS = 16;

// Where each group of probabilities begins in the one array of all.
let end = 0;
const group = (size) => (end += size) - size;
const IS_MATCH = group(STATES * POSITIONS);
const IS_REP = group(STATES);
const IS_REP_G0 = group(STATES);
const IS_REP_G0_LONG = group(STATES * POSITIONS);
const IS_REP_G1 = group(STATES);
const IS_REP_G2 = group(STATES);
const POS_SLOT = group(4 * 64);
const POS_SPECIAL = group(115);
const ALIGN = group(16);
// A coder of lengths: two choices, then a tree for each.
const LOW = 2;
const MID = LOW + POSITIONS * 8;
const HIGH = MID + POSITIONS * 8;
const MATCH_LENGTH = group(HIGH + 256);
const REP_LENGTH = group(HIGH + 256);
const LITERAL = end;

const SHORTEST = 2;
const DAMAGED = 'the packed bytes are damaged';

/** The bytes of a `.lzma` file whose head says how many there are; the first of them, where no more are asked for. */
export function unpack(packed, most = Infinity) {
  const head = new DataView(packed.buffer, packed.byteOffset);
  const settings = packed[0];
  const lc = settings % 9;
  const lp = Math.floor(settings / 9) % 5;
  const posMask = (1 << Math.floor(settings / 45)) - 1;
  const size = head.getUint32(5, true);
  const out = new Uint8Array(Math.min(size, most));
  const probs = new Uint16Array(LITERAL + (0x300 << (lc + lp))).fill(1024);

  // In an array, because whole numbers of 32 bits are boxed elsewhere.
  const coder = new Uint32Array([0xffffffff, head.getUint32(14)]);
  let next = 18;

  function bit(at) {
    const prob = probs[at];
    const range = coder[0];
    const bound = (range >>> 11) * prob;
    const one = coder[1] >= bound;
    if (one) {
      coder[0] = range - bound;
      coder[1] -= bound;
      probs[at] = prob - (prob >>> 5);
    } else {
      coder[0] = bound;
      probs[at] = prob + ((2048 - prob) >>> 5);
    }
    if (coder[0] < 0x1000000) {
      coder[0] <<= 8;
      coder[1] = (coder[1] << 8) | packed[next++];
    }
    return one ? 1 : 0;
  }

  function tree(at, bits) {
    let symbol = 1;
    for (let i = 0; i < bits; i++) symbol = (symbol << 1) | bit(at + symbol);
    return symbol - (1 << bits);
  }

  function reversed(at, bits) {
    let [node, symbol] = [1, 0];
    for (let i = 0; i < bits; i++) {
      const next = bit(at + node);
      node = (node << 1) | next;
      symbol |= next << i;
    }
    return symbol;
  }

  function direct(bits) {
    let symbol = 0;
    for (let i = 0; i < bits; i++) {
      coder[0] >>>= 1;
      const one = coder[1] >= coder[0];
      if (one) coder[1] -= coder[0];
      if (coder[0] < 0x1000000) {
        coder[0] <<= 8;
        coder[1] = (coder[1] << 8) | packed[next++];
      }
      symbol = (symbol << 1) | (one ? 1 : 0);
    }
    return symbol;
  }

  function length(at, pos) {
    if (!bit(at)) return SHORTEST + tree(at + LOW + pos * 8, 3);
    if (!bit(at + 1)) return SHORTEST + 8 + tree(at + MID + pos * 8, 3);
    return SHORTEST + 16 + tree(at + HIGH, 8);
  }

  function distance(length) {
    const slot = tree(POS_SLOT + Math.min(length - SHORTEST, 3) * 64, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const far = (2 | (slot & 1)) << bits;
    if (slot < 14) return far + reversed(POS_SPECIAL + far - slot, bits);
    return far + (direct(bits - 4) << 4) + reversed(ALIGN, 4);
  }

  let written = 0;
  let state = 0;
  let [rep0, rep1, rep2, rep3] = [0, 0, 0, 0];

  function literal() {
    const before = written ? out[written - 1] : 0;
    const context = ((written & ((1 << lp) - 1)) << lc) + (before >> (8 - lc));
    const at = LITERAL + 0x300 * context;
    let symbol = 1;
    if (state >= 7) {
      let match = out[written - rep0 - 1];
      while (symbol < 0x100) {
        const expected = (match >> 7) & 1;
        match <<= 1;
        const found = bit(at + ((1 + expected) << 8) + symbol);
        symbol = (symbol << 1) | found;
        if (found !== expected) break;
      }
    }
    while (symbol < 0x100) symbol = (symbol << 1) | bit(at + symbol);
    out[written++] = symbol;
    state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
  }

  /** Chooses one of the last distances; whether more than one byte is copied from there. */
  function again(pos) {
    if (!bit(IS_REP_G0 + state)) return bit(IS_REP_G0_LONG + state * POSITIONS + pos);
    if (!bit(IS_REP_G1 + state)) [rep0, rep1] = [rep1, rep0];
    else if (!bit(IS_REP_G2 + state)) [rep0, rep1, rep2] = [rep2, rep0, rep1];
    else [rep0, rep1, rep2, rep3] = [rep3, rep0, rep1, rep2];
    return 1;
  }

  while (written < out.length) {
    const pos = written & posMask;
    if (!bit(IS_MATCH + state * POSITIONS + pos)) {
      literal();
      continue;
    }
    let count;
    if (!bit(IS_REP + state)) {
      [rep3, rep2, rep1] = [rep2, rep1, rep0];
      count = length(MATCH_LENGTH, pos);
      rep0 = distance(count);
      state = state < 7 ? 7 : 10;
    } else if (again(pos)) {
      count = length(REP_LENGTH, pos);
      state = state < 7 ? 8 : 11;
    } else {
      count = 1;
      state = state < 7 ? 9 : 11;
    }
    if (rep0 >= written || written + count > size) throw new Error(DAMAGED);
    for (count = Math.min(count, out.length - written); count; count--, written++) out[written] = out[written - rep0 - 1];
  }
  return out;
}
