//! One face of the cube as land and water, in rows 32 times finer than its cells.
//!
//! In the plane of a face the shore is made of straight lines, so a row is filled between its
//! crossings with them (even and odd), and nothing between two rows of 300 m is looked for.

use super::cube::{Cube, Place, depth, plane};
use super::shore::Shore;
use super::vector::unit;
use crate::sphere::EARTH_RADIUS_KM;

/// Rows and columns of a cell.
pub(super) const FINE: u32 = 32;

/// The water of one cell: a word a row, its lowest bit the first column.
pub(super) type Water = [u32; FINE as usize];

/// A face's crossings of rows and shores.
pub(super) struct Raster {
    cube: Cube,
    /// Row, and the first column behind the crossing; sorted.
    crossings: Vec<(u32, u32)>,
    /// Whether each row begins on land.
    begins_on_land: Vec<bool>,
}

impl Raster {
    pub(super) fn new(shore: &Shore, cube: Cube, face: u32) -> Self {
        let fine = Cube::new(cube.n * FINE);
        let mut crossings = Vec::new();
        for (a, b) in shore.all_arcs() {
            // Beyond 70° from its middle nothing is on a face, whose corners are at 55°.
            if depth(face, a) < 0.34 || depth(face, b) < 0.34 {
                continue;
            }
            let ((u0, v0), (u1, v1)) = (plane(face, a), plane(face, b));
            let (y0, y1) = (fine.angle(v0), fine.angle(v1));
            let (low, high) = (y0.min(y1) - 0.5, y0.max(y1) - 0.5);
            let mut row = low.ceil().max(0.0);
            while row < high.min(f64::from(fine.n)) {
                let part = (fine.tangent(row + 0.5) - v0) / (v1 - v0);
                let column = fine.angle(u0 + (u1 - u0) * part);
                if (0.0..f64::from(fine.n)).contains(&column) {
                    crossings.push((fine.whole(row), behind(column)));
                }
                row += 1.0;
            }
        }
        crossings.sort_unstable();
        Self { cube, crossings, begins_on_land: starts(shore, fine, face) }
    }

    /// Every cell's water, row of cells by row of cells.
    pub(super) fn rows(&self) -> impl Iterator<Item = Vec<Water>> {
        let mut at = 0;
        (0..self.cube.n).map(move |row| {
            let mut cells = vec![[0_u32; FINE as usize]; self.cube.n as usize];
            for fine in 0..FINE {
                let y = row * FINE + fine;
                let (mut land, mut from) = (self.begins_on_land[y as usize], 0);
                while let Some(&(_, column)) = self.crossings.get(at).filter(|c| c.0 == y) {
                    if !land {
                        fill(&mut cells, fine as usize, from, column);
                    }
                    (land, from, at) = (!land, column, at + 1);
                }
                if !land {
                    fill(&mut cells, fine as usize, from, self.cube.n * FINE);
                }
            }
            cells
        })
    }
}

/// The first column whose middle lies behind `x`.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and the number of columns")]
fn behind(x: f64) -> u32 {
    (x - 0.5).ceil().max(0.0) as u32
}

/// Whether each row begins on land. No shore is nearer than the nearest, so rows within that
/// distance need no question of their own.
fn starts(shore: &Shore, fine: Cube, face: u32) -> Vec<bool> {
    let row_km = std::f64::consts::FRAC_PI_2 / f64::from(fine.n) * EARTH_RADIUS_KM;
    let mut out = Vec::with_capacity(fine.n as usize);
    let mut y = 0;
    while y < fine.n {
        let here = fine.direction(Place { face, x: 0.0, y: f64::from(y) + 0.5 });
        let nearest = shore.nearest(unit(here));
        let rows = nearest.map_or(f64::from(fine.n), |n| n.distance_km / row_km * 0.99);
        let same = behind(rows + 0.5).clamp(1, fine.n - y);
        out.extend(std::iter::repeat_n(shore.on_land(unit(here)), same as usize));
        y += same;
    }
    out
}

/// Sets columns `from..to` of a row.
fn fill(cells: &mut [Water], row: usize, from: u32, to: u32) {
    let mut x = from;
    while x < to {
        let (cell, bit) = (x / FINE, x % FINE);
        let count = (to - x).min(FINE - bit);
        let bits = if count == FINE { u32::MAX } else { ((1 << count) - 1) << bit };
        if let Some(water) = cells.get_mut(cell as usize) {
            water[row] |= bits;
        }
        x += count;
    }
}

/// The separate waters of a cell, without puddles of one point.
pub(super) fn pieces(water: &Water) -> Vec<Water> {
    let mut left = *water;
    let mut out = Vec::new();
    while let Some(y) = left.iter().position(|row| *row != 0) {
        let mut piece = [0; FINE as usize];
        piece[y] = left[y] & left[y].wrapping_neg();
        while grow(&mut piece, &left) {}
        left.iter_mut().zip(&piece).for_each(|(l, p)| *l &= !p);
        if piece.iter().map(|row| row.count_ones()).sum::<u32>() > 1 {
            out.push(piece);
        }
    }
    out
}

/// Floods `piece` along rows, down and up; whether it grew.
fn grow(piece: &mut Water, water: &Water) -> bool {
    let before = *piece;
    let last = FINE as usize - 1;
    for y in (0..=last).chain((0..last).rev()) {
        let beside = if y > 0 { piece[y - 1] } else { 0 } | if y < last { piece[y + 1] } else { 0 };
        let mut row = (piece[y] | beside) & water[y];
        loop {
            let wider = (row | row << 1 | row >> 1) & water[y];
            if wider == row {
                break;
            }
            row = wider;
        }
        piece[y] = row;
    }
    before != *piece
}

/// A point of a piece well inside it: what is left last when its edges are taken away again and
/// again, and of that the point nearest to the middle of the cell. Column and row.
pub(super) fn inmost(piece: &Water) -> (u32, u32) {
    let mut core = *piece;
    loop {
        let mut next = [0; FINE as usize];
        for y in 1..FINE as usize - 1 {
            next[y] = core[y] & core[y] << 1 & core[y] >> 1 & core[y - 1] & core[y + 1];
        }
        if next.iter().all(|row| *row == 0) {
            break;
        }
        core = next;
    }
    let points =
        (0..FINE).flat_map(|y| (0..FINE).map(move |x| (x, y))).filter(|&(x, y)| core[y as usize] >> x & 1 == 1);
    points.min_by_key(|&(x, y)| (2 * x).abs_diff(FINE - 1).pow(2) + (2 * y).abs_diff(FINE - 1).pow(2)).unwrap_or((0, 0))
}

/// The water along the left, right, lower and upper side of a piece.
pub(super) fn sides(piece: &Water) -> [u32; 4] {
    let last = FINE as usize - 1;
    let column = |x: u32| (0..=last).fold(0, |side, y| side | (piece[y] >> x & 1) << y);
    [column(0), column(FINE - 1), piece[0], piece[last]]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spit_parts_the_water_of_a_cell() {
        let mut water = [u32::MAX; FINE as usize];
        water[10] = 0;
        let found = pieces(&water);
        assert_eq!(found.len(), 2);
        assert_eq!(sides(&found[0]), [0x3FF, 0x3FF, u32::MAX, 0]);
        let (x, y) = inmost(&found[1]);
        assert!((12..30).contains(&y) && (10..22).contains(&x), "{x} {y}");
    }

    #[test]
    fn a_spiral_is_one_piece() {
        let mut water = [u32::MAX; FINE as usize];
        for y in (1..31).step_by(2) {
            water[y] = if y % 4 == 1 { 1 } else { 1 << 31 };
        }
        assert_eq!(pieces(&water).len(), 1);
    }

    #[test]
    fn fill_reaches_over_words() {
        let mut cells = vec![[0; FINE as usize]; 3];
        fill(&mut cells, 4, 30, 66);
        assert_eq!([cells[0][4], cells[1][4], cells[2][4]], [3 << 30, u32::MAX, 3]);
    }
}
