//! A grid of depths in few bytes, and the depth at a position.
//!
//! | bytes | |
//! |---|---|
//! | `ACMG` | what it is |
//! | 1 | version: 1 |
//! | 1 | frame: 0 longitude and latitude in degrees, 1 the plane of [`Frame::NorthPole`] in kilometres |
//! | 2, 2 | columns, rows |
//! | 4, 4, 4 | x of the first column, y of the first row, step between neighbours, as `f32` |
//! | 1 | number of ranges of levels |
//! | 1, 2 a range | levels in it, metres from each to the next |
//! | 4 | FNV-1a of the levels, a byte a cell |
//! | the rest | the levels, row by row from the north, by an adaptive range coder; see `cells.rs` |
//!
//! Numbers are little-endian. Level 0 is a cell without a depth: land, or outside. Level 1 is 0 m, and each further
//! level is deeper by the step of its range, so a shallow shelf can have finer steps than the deep sea.

mod cells;
pub(crate) mod coder;

use super::{Code, Problem, magic};
use crate::sphere::LonLat;

const MAGIC: &[u8; 4] = b"ACMG";
const VERSION: u8 = 1;
/// Bytes before the ranges.
const FIXED: usize = 23;
/// The most cells that are read from one file.
pub const MAX_CELLS: usize = 4_000_000;
/// Radius of the sphere of EPSG:3408, the authalic one of the International 1924 ellipsoid.
const PLANE_RADIUS_KM: f64 = 6_371.228;

/// The plane in which a grid is square.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// Degrees of longitude and latitude; goes round where the columns add up to 360°.
    LonLat,
    /// Lambert's azimuthal equal-area projection about the North Pole with 0° downwards, in kilometres: EPSG:3408,
    /// NSIDC's EASE-Grid North.
    NorthPole,
}

impl Frame {
    /// Where a position lies in the plane.
    #[must_use]
    pub fn place(self, at: LonLat) -> (f64, f64) {
        match self {
            Self::LonLat => (at.lon_deg, at.lat_deg),
            Self::NorthPole => {
                let r = 2.0 * PLANE_RADIUS_KM * ((90.0 - at.lat_deg) / 2.0).to_radians().sin();
                let (sin, cos) = at.lon_deg.to_radians().sin_cos();
                (r * sin, -r * cos)
            }
        }
    }

    /// The position at a place of the plane.
    #[must_use]
    pub fn position(self, x: f64, y: f64) -> LonLat {
        match self {
            Self::LonLat => LonLat::new(x, y),
            Self::NorthPole => {
                let half = (x.hypot(y) / 2.0 / PLANE_RADIUS_KM).min(1.0).asin();
                LonLat::new(x.atan2(-y).to_degrees(), 90.0 - 2.0 * half.to_degrees())
            }
        }
    }
}

/// Where the cells of a grid are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lattice {
    /// The plane.
    pub frame: Frame,
    /// Number of columns.
    pub width: usize,
    /// Number of rows.
    pub height: usize,
    /// The place of the first cell of the first row, the north-western one, in the units of the frame.
    pub first: (f64, f64),
    /// From one cell to the next, eastwards and southwards.
    pub step: f64,
}

impl Lattice {
    /// Whether it is at least as fine as another in the same plane and reaches as far, to one step of the other.
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        let far = |l: &Self| (l.first.0 + l.step * (l.width - 1) as f64, l.first.1 - l.step * (l.height - 1) as f64);
        let ((right, bottom), (other_right, other_bottom)) = (far(self), far(other));
        self.frame == other.frame
            && self.step <= other.step
            && self.first.0 <= other.first.0 + other.step
            && self.first.1 >= other.first.1 - other.step
            && right >= other_right - other.step
            && bottom <= other_bottom + other.step
    }

    /// The column and row of a position, with fractions; perhaps outside.
    #[must_use]
    pub fn index(&self, at: LonLat) -> (f64, f64) {
        let (x, y) = self.frame.place(at);
        let column = (x - self.first.0) / self.step;
        let column = if self.goes_round() { column.rem_euclid(self.width as f64) } else { column };
        (column, (self.first.1 - y) / self.step)
    }

    /// The position of a cell.
    #[must_use]
    pub fn position(&self, column: usize, row: usize) -> LonLat {
        let (x, y) = self.first;
        self.frame.position(x + column as f64 * self.step, y - row as f64 * self.step)
    }

    /// Whether the last column lies beside the first.
    #[must_use]
    pub fn goes_round(&self) -> bool {
        self.frame == Frame::LonLat && (self.width as f64 * self.step - 360.0).abs() < 1e-3
    }
}

/// Depths below the sea's surface at the points of a lattice.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// Where the cells are.
    pub lattice: Lattice,
    /// The depth in metres of each level from 1 on.
    depths_m: Vec<f64>,
    /// The level of each cell, row by row.
    levels: Vec<u8>,
}

impl Grid {
    /// The grid whose cells have those depths in metres, row by row, each to the nearest level of `ranges`: pairs of a
    /// number of levels and the metres from each to the next. What is deeper than the last level gets the last.
    #[must_use]
    pub fn new(lattice: Lattice, ranges: &[(u8, u16)], cells_m: &[Option<f64>]) -> Self {
        let depths_m = depths(ranges);
        let middles: Vec<f64> = depths_m.windows(2).map(|pair| f64::midpoint(pair[0], pair[1])).collect();
        let level = |m: f64| middles.partition_point(|middle| *middle <= m) + 1;
        let levels = cells_m.iter().map(|m| m.map_or(0, |m| u8::try_from(level(m)).unwrap_or(u8::MAX))).collect();
        Self { lattice, depths_m, levels }
    }

    /// The depth in metres of a cell; `None` where there is no sea, or no such cell.
    #[must_use]
    pub fn cell_m(&self, column: usize, row: usize) -> Option<f64> {
        if column >= self.lattice.width {
            return None;
        }
        let level = *self.levels.get(row * self.lattice.width + column)?;
        self.depths_m.get(usize::from(level).checked_sub(1)?).copied()
    }

    /// The depths in metres that a cell's level stands for, from the shallowest to the deepest: half-way to its
    /// neighbours. `None` where [`Grid::cell_m`] is.
    #[must_use]
    pub fn span_m(&self, column: usize, row: usize) -> Option<(f64, f64)> {
        let m = self.cell_m(column, row)?;
        let at = self.depths_m.partition_point(|depth| *depth < m);
        let middle = |i: usize| self.depths_m.get(i).map_or(m, |other| f64::midpoint(m, *other));
        Some((middle(at.saturating_sub(1)), middle(at + 1)))
    }

    /// The depth in metres at a position, bilinear between the four cells about it as far as they are sea; `None` where
    /// less than half of the weight is sea, and outside the grid.
    #[must_use]
    pub fn depth_m(&self, at: LonLat) -> Option<f64> {
        let (x, y) = self.lattice.index(at);
        let last = |count: usize| count.saturating_sub(1) as f64;
        let round = self.lattice.goes_round();
        if !(0.0..=last(self.lattice.height)).contains(&y) || !(round || (0.0..=last(self.lattice.width)).contains(&x))
        {
            return None;
        }
        let (column, row) = (x.floor(), y.floor());
        let (mut sum, mut weight) = (0.0, 0.0);
        for (right, down) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
            let share = (1.0 - (x - column - f64::from(right)).abs()) * (1.0 - (y - row - f64::from(down)).abs());
            let mut column = whole(column) + right as usize;
            if round {
                column %= self.lattice.width;
            }
            if let Some(m) = self.cell_m(column, whole(row) + down as usize) {
                sum += share * m;
                weight += share;
            }
        }
        (weight >= 0.5).then(|| sum / weight)
    }

    /// The packed form; `ranges` as given to [`Grid::new`].
    #[must_use]
    pub fn encode(&self, ranges: &[(u8, u16)]) -> Vec<u8> {
        let Lattice { frame, width, height, first, step } = self.lattice;
        let mut out = Vec::from(MAGIC);
        out.extend([VERSION, u8::from(frame == Frame::NorthPole)]);
        for count in [width, height] {
            out.extend(u16::try_from(count).unwrap_or_default().to_le_bytes());
        }
        #[allow(clippy::cast_possible_truncation, reason = "places of a lattice are short numbers")]
        for number in [first.0, first.1, step] {
            out.extend((number as f32).to_le_bytes());
        }
        out.push(u8::try_from(ranges.len()).unwrap_or_default());
        for (levels, step_m) in ranges {
            out.push(*levels);
            out.extend(step_m.to_le_bytes());
        }
        out.extend(checksum(&self.levels).to_le_bytes());
        cells::encode(out, &self.levels, width)
    }

    /// The grid of a packed file.
    ///
    /// # Errors
    /// The problem that says what is wrong with the bytes; memory is at most a byte for each of [`MAX_CELLS`].
    pub fn decode(file: &str, bytes: &[u8]) -> Result<Self, Problem> {
        let fault = |code, args: &[&str]| Err(Problem::of_file(file, code, args));
        magic::check(file, bytes, MAGIC, VERSION)?;
        let Some((lattice, ranges, sum, at)) = header(bytes) else { return fault(Code::PackedTruncated, &[]) };
        let Some(lattice) = lattice else { return fault(Code::PackedCorrupt, &["5"]) };
        let (levels, end) = cells::decode(bytes, at, lattice.width, lattice.height);
        if end > bytes.len() {
            return fault(Code::PackedTruncated, &[]);
        }
        if end < bytes.len() || checksum(&levels) != sum {
            return fault(Code::PackedCorrupt, &[&end.to_string()]);
        }
        Ok(Self { lattice, depths_m: depths(&ranges), levels })
    }
}

type Header = (Option<Lattice>, Vec<(u8, u16)>, u32, usize);

/// Lattice (`None` where it cannot be), ranges, checksum, and where the cells begin; `None` where bytes are missing.
fn header(bytes: &[u8]) -> Option<Header> {
    let four = |at: usize| bytes.get(at..at + 4).and_then(|b| <[u8; 4]>::try_from(b).ok());
    let two = |at: usize| bytes.get(at..at + 2).map(|b| u16::from_le_bytes([b[0], b[1]]));
    let number = |at: usize| four(at).map(|b| f64::from(f32::from_le_bytes(b)));
    let (width, height) = (usize::from(two(6)?), usize::from(two(8)?));
    let lattice = Lattice {
        frame: if *bytes.get(5)? == 0 { Frame::LonLat } else { Frame::NorthPole },
        width,
        height,
        first: (number(10)?, number(14)?),
        step: number(18)?,
    };
    let fit = bytes[5] < 2
        && (1..=MAX_CELLS).contains(&(width * height))
        && lattice.first.0.is_finite()
        && lattice.first.1.is_finite()
        && lattice.step.is_finite()
        && lattice.step > 0.0;
    let end = FIXED + 3 * usize::from(*bytes.get(22)?);
    let ranges = bytes.get(FIXED..end)?.chunks_exact(3).map(|b| (b[0], u16::from_le_bytes([b[1], b[2]]))).collect();
    Some((fit.then_some(lattice), ranges, u32::from_le_bytes(four(end)?), end + 4))
}

/// The depth in metres of each level from 1 on.
fn depths(ranges: &[(u8, u16)]) -> Vec<f64> {
    let mut out = vec![0.0];
    for (levels, step_m) in ranges {
        let from = out[out.len() - 1];
        out.extend((1..=*levels).map(|k| from + f64::from(k) * f64::from(*step_m)));
    }
    out.truncate(255);
    out
}

/// FNV-1a (Fowler, Noll and Vo) of 32 bits.
fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811C_9DC5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to lie in the grid")]
fn whole(x: f64) -> usize {
    x as usize
}
