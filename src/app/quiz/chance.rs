//! Numbers that look like chance and are the same for everybody.

/// A linear congruential generator (Knuth's MMIX constants): good enough to mix a dozen questions.
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u32) -> Self {
        let mut chance = Self(u64::from(seed) + 1);
        // The first numbers of small seeds are alike.
        for _ in 0..4 {
            chance.below(2);
        }
        chance
    }

    /// A number below `count`; 0 where there is none.
    pub(super) fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let high = usize::try_from(self.0 >> 33).unwrap_or_default();
        high.checked_rem(count).unwrap_or_default()
    }

    /// Mixes a list (Fisher and Yates).
    pub(super) fn mix<T>(&mut self, all: &mut [T]) {
        for i in (1..all.len()).rev() {
            let j = self.below(i + 1);
            all.swap(i, j);
        }
    }
}
