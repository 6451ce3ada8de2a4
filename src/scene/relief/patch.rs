//! A small square of the picture on a grid: where its pixels lie, with one map for all of them.

use super::sheet::Sheet;
use crate::sphere::{EARTH_RADIUS_KM, UnitVec};

/// A place of a grid: column and row.
pub(super) type Place = (f64, f64);

/// Pixels on the grid, bilinear between the corners of a square: north-west, north-east, south-west and south-east as
/// the screen has them.
pub(super) struct Patch<'a> {
    sheet: &'a Sheet,
    corners: [Place; 4],
    /// Columns and rows for a kilometre to the right and for one down, at the middle.
    right: [f32; 2],
    down: [f32; 2],
    /// One over the side in pixels.
    share: f64,
}

impl<'a> Patch<'a> {
    /// The square of `side` pixels of so many kilometres with those corners.
    #[allow(clippy::cast_possible_truncation, reason = "slopes need no more than f32")]
    pub(super) fn new(sheet: &'a Sheet, corners: [Place; 4], side: f64, km_per_px: f64) -> Self {
        let [a, b, c, d] = corners;
        let half = 0.5 / side / km_per_px.max(1e-9);
        let step = |x: f64, y: f64| [(x * half) as f32, (y * half) as f32];
        Self {
            sheet,
            corners,
            right: step(b.0 - a.0 + d.0 - c.0, b.1 - a.1 + d.1 - c.1),
            down: step(c.0 - a.0 + d.0 - b.0, c.1 - a.1 + d.1 - b.1),
            share: 1.0 / side,
        }
    }

    /// The place of a pixel.
    pub(super) fn place(&self, x: f64, y: f64) -> Place {
        let (s, t) = (x * self.share, y * self.share);
        let [a, b, c, d] = self.corners;
        let mix = |a: f64, b: f64, c: f64, d: f64| {
            let (top, bottom) = (a + (b - a) * s, c + (d - c) * s);
            top + (bottom - top) * t
        };
        (mix(a.0, b.0, c.0, d.0), mix(a.1, b.1, c.1, d.1))
    }

    /// The grid's weight at a pixel.
    #[allow(clippy::cast_possible_truncation, reason = "weights need no more than f32")]
    pub(super) fn weight(&self, x: f64, y: f64) -> f32 {
        self.sheet.weight(self.place(x, y)) as f32
    }

    /// Depth in metres, and its change in metres a kilometre to the right and down, at a pixel of the square.
    pub(super) fn sample(&self, x: f64, y: f64) -> [f32; 3] {
        let [depth, column, row] = self.sheet.sample(self.place(x, y));
        let along = |step: [f32; 2]| column * step[0] + row * step[1];
        [depth, along(self.right), along(self.down)]
    }
}

/// The places of points, with those of a grid that goes round kept on the side of the first.
pub(super) fn places<const N: usize>(sheet: &Sheet, points: [UnitVec; N]) -> [Place; N] {
    joined(sheet, points.map(|p| sheet.index(p)))
}

/// Places of which those of a grid that goes round are put on the side of the first.
pub(super) fn joined<const N: usize>(sheet: &Sheet, mut out: [Place; N]) -> [Place; N] {
    if sheet.grid.lattice.goes_round() {
        let turn = sheet.grid.lattice.width as f64;
        let first = out[0].0;
        for place in &mut out {
            place.0 -= ((place.0 - first) / turn).round() * turn;
        }
    }
    out
}

/// Kilometres of a pixel: the side of a square as large as that with these corners, over its pixels.
pub(super) fn km_per_px([a, b, c]: [UnitVec; 3], side: f64) -> f64 {
    let (e, f) = ([b.x - a.x, b.y - a.y, b.z - a.z], [c.x - a.x, c.y - a.y, c.z - a.z]);
    let [x, y, z] = [e[1] * f[2] - e[2] * f[1], e[2] * f[0] - e[0] * f[2], e[0] * f[1] - e[1] * f[0]];
    (x * x + y * y + z * z).sqrt().sqrt() * EARTH_RADIUS_KM / side
}
