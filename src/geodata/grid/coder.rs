//! Single bits in less than a bit each: an adaptive binary range coder.
//!
//! The carry is handled as by G. N. N. Martin (“Range encoding”, 1979) and in LZMA; each [`Chance`] learns at two
//! speeds at once, which costs two shifts and saves some percent.

/// How likely the next bit is 0, learnt from the bits before it.
#[derive(Clone, Copy)]
pub(crate) struct Chance {
    fast: u16,
    slow: u16,
}

impl Chance {
    /// A chance that knows nothing yet.
    pub(crate) const EVEN: Self = Self { fast: 1 << 15, slow: 1 << 15 };

    /// In 4096ths, never certain.
    fn of_zero(self) -> u32 {
        ((u32::from(self.fast) + u32::from(self.slow)) >> 5).clamp(1, 4095)
    }

    fn learn(&mut self, bit: bool) {
        if bit {
            self.fast -= self.fast >> 5;
            self.slow -= self.slow >> 7;
        } else {
            self.fast += (u16::MAX - self.fast) >> 5;
            self.slow += (u16::MAX - self.slow) >> 7;
        }
    }
}

/// What a model of bits runs on: an encoder takes `bit` and gives it back, a decoder ignores it and finds it.
pub(crate) trait Bits {
    /// The next bit, in the light of `chance`, which learns from it.
    fn bit(&mut self, chance: &mut Chance, bit: bool) -> bool;
}

/// Writes bits.
pub(crate) struct Encoder {
    out: Vec<u8>,
    low: u64,
    range: u32,
    /// The last byte, which a carry may still change, and how many bytes 0xFF follow it.
    held: Option<u8>,
    full: usize,
}

impl Encoder {
    /// Goes on behind `out`.
    pub(crate) fn new(out: Vec<u8>) -> Self {
        Self { out, low: 0, range: u32::MAX, held: None, full: 0 }
    }

    fn shift(&mut self) {
        let carry = u8::from(self.low >> 32 != 0);
        if carry == 1 || self.low < 0xFF00_0000 {
            self.out.extend(self.held.map(|byte| byte.wrapping_add(carry)));
            let filler = 0xFF_u8.wrapping_add(carry);
            self.out.extend(std::iter::repeat_n(filler, self.full));
            self.full = 0;
            self.held = Some((self.low >> 24 & 0xFF) as u8);
        } else {
            self.full += 1;
        }
        self.low = (self.low & 0x00FF_FFFF) << 8;
    }

    /// All bytes.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        for _ in 0..5 {
            self.shift();
        }
        self.out
    }
}

impl Bits for Encoder {
    fn bit(&mut self, chance: &mut Chance, bit: bool) -> bool {
        let bound = (self.range >> 12) * chance.of_zero();
        if bit {
            self.low += u64::from(bound);
            self.range -= bound;
        } else {
            self.range = bound;
        }
        chance.learn(bit);
        while self.range < 1 << 24 {
            self.range <<= 8;
            self.shift();
        }
        bit
    }
}

/// Reads bits; past the end of the bytes it reads zeros and says so.
pub(crate) struct Decoder<'a> {
    bytes: &'a [u8],
    at: usize,
    code: u32,
    range: u32,
}

impl<'a> Decoder<'a> {
    /// Reads from `at` on.
    pub(crate) fn new(bytes: &'a [u8], at: usize) -> Self {
        let mut new = Self { bytes, at, code: 0, range: u32::MAX };
        for _ in 0..4 {
            new.take();
        }
        new
    }

    fn take(&mut self) {
        self.code = self.code << 8 | u32::from(self.bytes.get(self.at).copied().unwrap_or(0));
        self.at += 1;
    }

    /// The byte that is read next; more than there are when some were missing.
    pub(crate) fn at(&self) -> usize {
        self.at
    }
}

impl Bits for Decoder<'_> {
    fn bit(&mut self, chance: &mut Chance, _: bool) -> bool {
        let bound = (self.range >> 12) * chance.of_zero();
        let bit = self.code >= bound;
        if bit {
            self.code -= bound;
            self.range -= bound;
        } else {
            self.range = bound;
        }
        chance.learn(bit);
        while self.range < 1 << 24 {
            self.range <<= 8;
            self.take();
        }
        bit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bits of a linear congruential generator, one in `of` of them set.
    fn some(of: u32) -> impl Iterator<Item = bool> {
        let mut seed = 1_u32;
        (0..50_000).map(move |_| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 8).is_multiple_of(of)
        })
    }

    #[test]
    fn bits_come_back_and_rare_ones_are_cheap() {
        for of in [1, 2, 3, 50, 5_000] {
            let mut encoder = Encoder::new(vec![7]);
            let mut chance = Chance::EVEN;
            some(of).for_each(|bit| assert_eq!(encoder.bit(&mut chance, bit), bit));
            let bytes = encoder.finish();
            let mut decoder = Decoder::new(&bytes, 1);
            let mut chance = Chance::EVEN;
            assert!(some(of).all(|bit| decoder.bit(&mut chance, false) == bit), "{of}");
            assert_eq!(decoder.at(), bytes.len(), "{of}: every byte is read, and no more");
            let share = if of == 1 { 0.0 } else { 1.0 / f64::from(of) };
            let entropy = if of == 1 { 0.0 } else { -share * share.log2() - (1.0 - share) * (1.0 - share).log2() };
            assert!((bytes.len() as f64) < 50_000.0 / 8.0 * (entropy * 1.12 + 0.005) + 16.0, "{of}: {}", bytes.len());
        }
    }
}
