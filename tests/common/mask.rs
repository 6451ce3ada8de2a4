//! Which pixels a picture fills: outlines to a coarse mask, by the even-odd rule.

use super::plane::{Paths, steps};

/// A picture of yes and no.
pub(crate) struct Mask {
    width: usize,
    height: usize,
    bits: Vec<bool>,
}

impl Mask {
    /// The pixels whose middle lies inside.
    pub(crate) fn of(paths: &Paths, width: usize, height: usize) -> Self {
        let mut rows: Vec<Vec<f64>> = vec![vec![]; height];
        for (a, b) in paths.parts.iter().flat_map(|ring| steps(ring)) {
            let (low, high) = if a.y < b.y { (a.y, b.y) } else { (b.y, a.y) };
            for (y, row) in rows.iter_mut().enumerate() {
                let middle = y as f64 + 0.5;
                if low <= middle && middle < high {
                    row.push(a.x + (middle - a.y) / (b.y - a.y) * (b.x - a.x));
                }
            }
        }
        let inside = |row: &[f64], x: usize| row.iter().filter(|at| **at < x as f64 + 0.5).count() % 2 == 1;
        let bits = rows.iter().flat_map(|row| (0..width).map(move |x| inside(row, x))).collect();
        Self { width, height, bits }
    }

    /// From runs of equal pixels, row by row, the first of them outside.
    pub(crate) fn from_runs(runs: &str, width: usize, height: usize) -> Self {
        let mut bits = Vec::with_capacity(width * height);
        for (i, run) in runs.split(' ').enumerate() {
            let count = run.parse().expect("a number");
            bits.extend(std::iter::repeat_n(i % 2 == 1, count));
        }
        assert_eq!(bits.len(), width * height);
        Self { width, height, bits }
    }

    /// Whether a pixel is inside.
    pub(crate) fn at(&self, x: usize, y: usize) -> bool {
        self.bits[y * self.width + x]
    }

    /// Whether all pixels up to `reach` away are alike.
    pub(crate) fn is_even(&self, x: usize, y: usize, reach: usize) -> bool {
        let (rows, columns) = (
            y.saturating_sub(reach)..(y + reach + 1).min(self.height),
            x.saturating_sub(reach)..(x + reach + 1).min(self.width),
        );
        rows.flat_map(|y| columns.clone().map(move |x| (x, y))).all(|(i, j)| self.at(i, j) == self.at(x, y))
    }

    /// How many pixels are inside.
    pub(crate) fn count(&self) -> usize {
        self.bits.iter().filter(|bit| **bit).count()
    }
}
