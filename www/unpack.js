// Reads one LZMA stream with its header (`.lzma`), as Igor Pavlov's LZMA specification describes it. Browsers unpack
// gzip by themselves, but that leaves the single file a quarter larger.

const TOP = 2 ** 24;
/** Repeats of each state: after a literal, a match, a repeat and a short repeat. */
const AFTER_LITERAL = [0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 4, 5];

/** A table of probabilities, all even to begin with. */
const table = (size) => new Uint16Array(size).fill(1024);

/** The bytes that a stream holds; throws where it is damaged. */
export function unpack(input) {
  const about = new DataView(input.buffer, input.byteOffset, 13);
  const properties = about.getUint8(0);
  const [lc, lp, pb] = [properties % 9, Math.floor(properties / 9) % 5, Math.floor(properties / 45)];
  const output = new Uint8Array(about.getUint32(5, true));
  let [at, written, range, code] = [14, 0, 0xffffffff, 0];
  for (let i = 0; i < 4; i += 1) code = ((code << 8) | input[at++]) >>> 0;

  function bit(probabilities, index) {
    const probability = probabilities[index];
    const bound = (range >>> 11) * probability;
    let answer = 0;
    if (code < bound) {
      range = bound;
      probabilities[index] = probability + ((2048 - probability) >>> 5);
    } else {
      range -= bound;
      code -= bound;
      probabilities[index] = probability - (probability >>> 5);
      answer = 1;
    }
    if (range < TOP) {
      range = (range << 8) >>> 0;
      code = ((code << 8) | input[at++]) >>> 0;
    }
    return answer;
  }

  function tree(probabilities, bits, from = 0) {
    let m = 1;
    for (let i = 0; i < bits; i += 1) m = (m << 1) | bit(probabilities, from + m);
    return m - (1 << bits);
  }

  function reversed(probabilities, bits, from) {
    let [m, value] = [1, 0];
    for (let i = 0; i < bits; i += 1) {
      const b = bit(probabilities, from + m);
      m = (m << 1) | b;
      value |= b << i;
    }
    return value;
  }

  function direct(bits) {
    let value = 0;
    for (let i = 0; i < bits; i += 1) {
      range >>>= 1;
      const b = code >= range ? 1 : 0;
      if (b) code -= range;
      value = (value << 1) | b;
      if (range < TOP) {
        range = (range << 8) >>> 0;
        code = ((code << 8) | input[at++]) >>> 0;
      }
    }
    return value >>> 0;
  }

  const lengths = () => ({ choice: table(2), low: table(16 << 3), mid: table(16 << 3), high: table(256) });

  function length({ choice, low, mid, high }, place) {
    if (!bit(choice, 0)) return tree(low, 3, place << 3);
    return bit(choice, 1) ? 16 + tree(high, 8) : 8 + tree(mid, 3, place << 3);
  }

  const literals = table(0x300 << (lc + lp));
  const [isMatch, isRepeat, isRepeat0, isRepeat1, isRepeat2, isRepeat0Long] = [192, 12, 12, 12, 12, 192].map(table);
  const [slots, places, align] = [table(4 << 6), table(115), table(16)];
  const [matches, repeats] = [lengths(), lengths()];
  const mask = (1 << pb) - 1;
  let [state, rep0, rep1, rep2, rep3] = [0, 0, 0, 0, 0];

  function literal() {
    const before = written > 0 ? output[written - 1] : 0;
    const from = 0x300 * (((written & ((1 << lp) - 1)) << lc) + (before >> (8 - lc)));
    let symbol = 1;
    if (state >= 7) {
      let match = output[written - rep0 - 1];
      while (symbol < 256) {
        const expected = (match >> 7) & 1;
        match <<= 1;
        const b = bit(literals, from + ((1 + expected) << 8) + symbol);
        symbol = (symbol << 1) | b;
        if (b !== expected) break;
      }
    }
    while (symbol < 256) symbol = (symbol << 1) | bit(literals, from + symbol);
    output[written++] = symbol;
    state = AFTER_LITERAL[state];
  }

  function distance(long) {
    const slot = tree(slots, 6, Math.min(long, 3) << 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const start = ((2 | (slot & 1)) << bits) >>> 0;
    if (slot < 14) return start + reversed(places, bits, start - slot);
    return start + direct(bits - 4) * 16 + reversed(align, 4, 0);
  }

  while (written < output.length) {
    const place = written & mask;
    if (!bit(isMatch, (state << 4) + place)) {
      literal();
      continue;
    }
    let long;
    if (bit(isRepeat, state)) {
      if (!bit(isRepeat0, state)) {
        if (!bit(isRepeat0Long, (state << 4) + place)) {
          state = state < 7 ? 9 : 11;
          output[written] = output[written - rep0 - 1];
          written += 1;
          continue;
        }
      } else if (!bit(isRepeat1, state)) {
        [rep0, rep1] = [rep1, rep0];
      } else if (!bit(isRepeat2, state)) {
        [rep0, rep1, rep2] = [rep2, rep0, rep1];
      } else {
        [rep0, rep1, rep2, rep3] = [rep3, rep0, rep1, rep2];
      }
      long = length(repeats, place);
      state = state < 7 ? 8 : 11;
    } else {
      [rep1, rep2, rep3] = [rep0, rep1, rep2];
      long = length(matches, place);
      state = state < 7 ? 7 : 10;
      rep0 = distance(long);
    }
    if (rep0 >= written || at > input.length + 5) throw new Error("the packed data is damaged");
    const end = Math.min(written + long + 2, output.length);
    for (; written < end; written += 1) output[written] = output[written - rep0 - 1];
  }
  return output;
}
