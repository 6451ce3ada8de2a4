//! A grid made smooth: depth and slope at any place of it, without cells or steps that show.

use crate::geodata::grid::{Frame, Grid};
use crate::sphere::UnitVec;

/// Kilometres of a degree of latitude.
const KM_PER_DEG: f64 = 111.2;
/// Over this many kilometres inside its edge a polar grid passes into the one below it.
const BAND_KM: f64 = 250.0;
/// The outermost cells of a polar grid, whose neighbours are missing, are not used.
const MARGIN: f64 = 2.0;
/// Passes that take the steps between levels out of the depths.
const PASSES: usize = 4;
/// Depths are kept as half metres.
const PER_M: f32 = 2.0;
/// Cells of border on each side, so that no taker of nine cells asks where the grid ends.
const BORDER: usize = 1;

/// A grid, and its depths smoothed inside their levels, land at 0 m.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    pub(super) grid: Grid,
    /// Half metres, row by row, with a border.
    depths: Vec<i16>,
    /// Where the plane's origin is, in cells, and how far from it the outermost depth; `None` for a grid of degrees.
    disc: Option<(f64, f64, f64)>,
}

impl Sheet {
    pub(super) fn new(grid: Grid) -> Self {
        let depths = bordered(&grid, &smooth(&grid));
        Self { disc: disc(&grid), depths, grid }
    }

    /// The distance between cells in kilometres.
    pub(super) fn step_km(&self) -> f64 {
        let unit = if self.disc.is_some() { 1.0 } else { KM_PER_DEG };
        self.grid.lattice.step * unit
    }

    /// The column and row of a point, with fractions.
    pub(super) fn index(&self, p: UnitVec) -> (f64, f64) {
        self.grid.lattice.index(p.to_lonlat())
    }

    /// How much this grid has to say at a place: 1 inside, 0 outside, and in a polar grid less and less
    /// towards its edge.
    pub(super) fn weight(&self, (column, row): (f64, f64)) -> f64 {
        let lattice = &self.grid.lattice;
        let (width, height) = (lattice.width as f64, lattice.height as f64);
        let beyond = |x: f64, count: f64| !(-0.5..=count - 0.5).contains(&x);
        if beyond(row, height) || (beyond(column, width) && !lattice.goes_round()) {
            return 0.0;
        }
        let Some((x, y, reach)) = self.disc else { return 1.0 };
        let t = ((reach - MARGIN - (column - x).hypot(row - y)) * lattice.step / BAND_KM).clamp(0.0, 1.0);
        t * t * (3.0 - 2.0 * t)
    }

    /// Depth in metres, and its change in metres a column and a row, at a place of the grid.
    ///
    /// The surface is the uniform quadratic B-spline of the cells (de Boor 1978, *A Practical Guide to Splines*): its
    /// slope has no jump, so no cell shows from near, and its nine cells are few enough for every pixel.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the grid")]
    pub(super) fn sample(&self, (mut column, row): (f64, f64)) -> [f32; 3] {
        let (width, height) = (self.grid.lattice.width, self.grid.lattice.height);
        if self.grid.lattice.goes_round() {
            // The ends of a piece lie no further than half a turn outside.
            let turn = width as f64;
            column += if column < -0.5 {
                turn
            } else if column >= turn - 0.5 {
                -turn
            } else {
                0.0
            };
        }
        let inside = |x: f64, count: usize| x.clamp(-0.5, count as f64 - 0.5);
        let (column, row) = (inside(column, width), inside(row, height));
        let (i, j) = (near(column, width), near(row, height));
        let (x, dx) = spline((column - i as f64) as f32);
        let (y, dy) = spline((row - j as f64) as f32);
        let stride = width + 2 * BORDER;
        let [mut depth, mut right, mut down] = [0.0; 3];
        for k in 0..3 {
            let at = (j + k) * stride + i;
            let Some(&[a, b, c]) = self.depths.get(at..at + 3) else { continue };
            let [a, b, c] = [a, b, c].map(f32::from);
            let value = x[0] * a + x[1] * b + x[2] * c;
            depth += y[k] * value;
            right += y[k] * (dx[0] * a + dx[1] * b + dx[2] * c);
            down += dy[k] * value;
        }
        [depth / PER_M, right / PER_M, down / PER_M]
    }

    /// The smoothed depth in metres of a cell; `None` on land and outside.
    pub(super) fn cell_m(&self, column: usize, row: usize) -> Option<f64> {
        self.grid.cell_m(column, row)?;
        let at = (row + BORDER) * (self.grid.lattice.width + 2 * BORDER) + column + BORDER;
        self.depths.get(at).map(|half| f64::from(*half) / f64::from(PER_M))
    }
}

/// The weights of the cells before, at and after a place `t` = −½…½ from the middle one, and their slopes.
fn spline(t: f32) -> ([f32; 3], [f32; 3]) {
    let (before, after) = (0.5 - t, 0.5 + t);
    ([0.5 * before * before, 0.75 - t * t, 0.5 * after * after], [-before, -2.0 * t, after])
}

/// The nearest of `count` cells.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a conversion that saturates")]
fn near(x: f64, count: usize) -> usize {
    ((x + 0.5) as u32 as usize).min(count - 1)
}

/// The depths without the steps of their levels: each cell draws near to the mean of the four about it, as far as its
/// level allows. Land is 0 m and draws nobody.
#[allow(clippy::cast_possible_truncation, reason = "metres need no more than f32")]
fn smooth(grid: &Grid) -> Vec<f32> {
    let (width, height) = (grid.lattice.width, grid.lattice.height);
    let mut spans = Vec::with_capacity(width * height);
    let mut depths = Vec::with_capacity(width * height);
    for row in 0..height {
        for column in 0..width {
            let span = grid.span_m(column, row).map_or((-1.0, -1.0), |(low, high)| (low as f32, high as f32));
            spans.push(span);
            depths.push(grid.cell_m(column, row).unwrap_or_default() as f32);
        }
    }
    for _ in 0..PASSES {
        for at in 0..depths.len() {
            let (low, high) = spans[at];
            if low < 0.0 {
                continue;
            }
            let (mut sum, mut count) = (depths[at], 1.0);
            for to in [at.wrapping_sub(1), at + 1, at.wrapping_sub(width), at + width] {
                if spans.get(to).is_some_and(|(low, _)| *low >= 0.0) {
                    sum += depths[to];
                    count += 1.0;
                }
            }
            depths[at] = (sum / count).clamp(low, high);
        }
    }
    depths
}

/// The depths as half metres, with a border of what lies beyond: the other side of a grid that goes round, else again
/// the last cell.
#[allow(clippy::cast_possible_truncation, reason = "no depth is more than 11,100 m")]
fn bordered(grid: &Grid, depths: &[f32]) -> Vec<i16> {
    let (width, height) = (grid.lattice.width, grid.lattice.height);
    let mut out = Vec::with_capacity((width + 2 * BORDER) * (height + 2 * BORDER));
    for row in 0..height + 2 * BORDER {
        let row = row.saturating_sub(BORDER).min(height - 1) * width;
        for column in 0..width + 2 * BORDER {
            let column = if grid.lattice.goes_round() {
                (column + width - BORDER) % width
            } else {
                column.saturating_sub(BORDER).min(width - 1)
            };
            out.push((depths[row + column] * PER_M).round() as i16);
        }
    }
    out
}

/// The middle of a polar grid, in cells, and the distance of its outermost depth.
fn disc(grid: &Grid) -> Option<(f64, f64, f64)> {
    let lattice = grid.lattice;
    if lattice.frame == Frame::LonLat {
        return None;
    }
    let (x, y) = (-lattice.first.0 / lattice.step, lattice.first.1 / lattice.step);
    let mut reach = 0.0_f64;
    for row in 0..lattice.height {
        let last = (0..lattice.width).rev().find(|column| grid.cell_m(*column, row).is_some());
        let first = (0..lattice.width).find(|column| grid.cell_m(*column, row).is_some());
        for column in first.into_iter().chain(last) {
            reach = reach.max((column as f64 - x).hypot(row as f64 - y));
        }
    }
    Some((x, y, reach))
}
