//! What a file weighs on disk and on its way to a browser.

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fmt;
use std::io::Write;
use std::iter::Sum;
use std::ops::AddAssign;

/// Bytes as they are, after `gzip -9` and after brotli of quality 11.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(super) struct Weight {
    pub(super) raw: usize,
    pub(super) gzip: usize,
    pub(super) brotli: usize,
}

impl Weight {
    /// Weighs some bytes.
    pub(super) fn of(bytes: &[u8]) -> Result<Self> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(bytes).context("gzip failed")?;
        let gzip = gzip.finish().context("gzip failed")?.len();
        let mut brotli = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
        brotli.write_all(bytes).context("brotli failed")?;
        Ok(Self { raw: bytes.len(), gzip, brotli: brotli.into_inner().len() })
    }
}

impl AddAssign for Weight {
    fn add_assign(&mut self, other: Self) {
        self.raw += other.raw;
        self.gzip += other.gzip;
        self.brotli += other.brotli;
    }
}

impl<'a> Sum<&'a Self> for Weight {
    fn sum<I: Iterator<Item = &'a Self>>(weights: I) -> Self {
        weights.fold(Self::default(), |mut sum, weight| {
            sum += *weight;
            sum
        })
    }
}

impl fmt::Display for Weight {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:>11} {:>11} {:>11}", self.raw, self.gzip, self.brotli)
    }
}

#[cfg(test)]
mod tests {
    use super::Weight;

    #[test]
    fn repetition_compresses_and_sums_add_up() {
        let weight = Weight::of(&b"arctic ".repeat(1000)).unwrap();
        assert_eq!(weight.raw, 7000);
        assert!(weight.gzip < 100 && weight.brotli < 40, "{weight:?}");
        let sum: Weight = [weight, weight].iter().sum();
        assert_eq!((sum.raw, sum.brotli), (14_000, 2 * weight.brotli));
    }
}
