//! A cubed sphere: six faces of equal-angle squares, without a singularity anywhere.
//!
//! Sadourny 1972, *Monthly Weather Review* 100 (2), 136–144, put a cube's faces on the sphere;
//! Ronchi, Iacono and Paolucci 1996, *Journal of Computational Physics* 124 (1), 93–114,
//! doi 10.1006/jcph.1996.0047, made their grid lines equal in angle, so that no cell is less than
//! 0.7 of another's width. Great circles are straight lines in the plane of a face.

use super::vector::{V3, dot, normalised};
use std::f64::consts::FRAC_PI_4;

/// The middle of each face, and the directions in which its columns and rows rise.
const FACES: [[V3; 3]; 6] = [
    [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    [[0.0, 1.0, 0.0], [-1.0, 0.0, 0.0], [0.0, 0.0, 1.0]],
    [[-1.0, 0.0, 0.0], [0.0, -1.0, 0.0], [0.0, 0.0, 1.0]],
    [[0.0, -1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]],
    [[0.0, 0.0, 1.0], [0.0, 1.0, 0.0], [-1.0, 0.0, 0.0]],
    [[0.0, 0.0, -1.0], [0.0, 1.0, 0.0], [1.0, 0.0, 0.0]],
];

/// A place on a face: columns and rows from its corner, in cells, with fractions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    pub(super) face: u32,
    pub(super) x: f64,
    pub(super) y: f64,
}

/// The grid: `n` by `n` cells on each face.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cube {
    pub(super) n: u32,
}

impl Cube {
    pub(super) fn new(n: u32) -> Self {
        Self { n }
    }

    /// The direction of a place, also a little beyond its face.
    pub(super) fn direction(self, place: Place) -> V3 {
        let [m, e, f] = FACES[place.face as usize % 6];
        let tan = |x: f64| ((x / f64::from(self.n) * 2.0 - 1.0) * FRAC_PI_4).tan();
        let (u, v) = (tan(place.x), tan(place.y));
        normalised([m[0] + u * e[0] + v * f[0], m[1] + u * e[1] + v * f[1], m[2] + u * e[2] + v * f[2]])
    }

    /// The place of a direction.
    pub(super) fn place(self, p: V3) -> Place {
        let [x, y, z] = p.map(f64::abs);
        let axis = if x >= y && x >= z {
            if p[0] > 0.0 { 0 } else { 2 }
        } else if y >= z {
            if p[1] > 0.0 { 1 } else { 3 }
        } else if p[2] > 0.0 {
            4
        } else {
            5
        };
        let (u, v) = plane(axis, p);
        Place { face: axis, x: self.angle(u), y: self.angle(v) }
    }

    /// The column, or row, at tangent `t`, as a fraction too.
    pub(super) fn angle(self, t: f64) -> f64 {
        (t.atan() / FRAC_PI_4 + 1.0) / 2.0 * f64::from(self.n)
    }

    /// The tangent at column, or row, `x`.
    pub(super) fn tangent(self, x: f64) -> f64 {
        ((x / f64::from(self.n) * 2.0 - 1.0) * FRAC_PI_4).tan()
    }

    /// The whole column or row that holds `x`.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the face first")]
    pub(super) fn whole(self, x: f64) -> u32 {
        x.clamp(0.0, f64::from(self.n - 1)) as u32
    }

    /// The number of the cell of a direction, along the Z-curve.
    pub(super) fn key(self, p: V3) -> u32 {
        let place = self.place(p);
        key(place.face, self.whole(place.x), self.whole(place.y))
    }
}

/// The place in the plane of a face where the line to `p` meets it; not finite at its horizon.
pub(super) fn plane(face: u32, p: V3) -> (f64, f64) {
    let [m, e, f] = FACES[face as usize % 6];
    let depth = dot(p, m);
    (dot(p, e) / depth, dot(p, f) / depth)
}

/// How far in front of a face `p` is: the cosine of the angle from its middle.
pub(super) fn depth(face: u32, p: V3) -> f64 {
    dot(p, FACES[face as usize % 6][0])
}

/// The number of a cell along the Z-curve of its face (Morton 1966), faces one after another.
pub(super) fn key(face: u32, x: u32, y: u32) -> u32 {
    face << 24 | spread(x) | spread(y) << 1
}

/// The face, column and row of a number from [`key`].
pub(super) fn unkey(key: u32) -> (u32, u32, u32) {
    (key >> 24, gather(key), gather(key >> 1))
}

fn spread(x: u32) -> u32 {
    let x = (x | x << 8) & 0x00FF_00FF;
    let x = (x | x << 4) & 0x0F0F_0F0F;
    let x = (x | x << 2) & 0x3333_3333;
    (x | x << 1) & 0x5555_5555 & 0x00FF_FFFF
}

fn gather(key: u32) -> u32 {
    let x = key & 0x0055_5555;
    let x = (x | x >> 1) & 0x3333_3333;
    let x = (x | x >> 2) & 0x0F0F_0F0F;
    let x = (x | x >> 4) & 0x00FF_00FF;
    (x | x >> 8) & 0x0000_FFFF
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sphere::LonLat;

    #[test]
    fn places_and_directions_are_inverse() {
        let cube = Cube::new(1024);
        for k in 0..500_u32 {
            let lon = f64::from(k * 7919 % 3600) / 10.0 - 180.0;
            let lat = f64::from(k * 104_729 % 1799) / 10.0 - 89.9;
            let u = LonLat::new(lon, lat).to_unit();
            let p = [u.x, u.y, u.z];
            let back = cube.direction(cube.place(p));
            assert!((0..3).all(|i| (back[i] - p[i]).abs() < 1e-12), "{lon} {lat}");
        }
    }

    #[test]
    fn numbers_of_cells_come_back() {
        for (face, x, y) in [(0, 0, 0), (5, 1023, 1), (3, 512, 77), (2, 4095, 4095)] {
            assert_eq!(unkey(key(face, x, y)), (face, x, y));
        }
        // Cells of one block of eight by eight follow each other.
        assert_eq!(key(1, 15, 15) - key(1, 8, 8), 63);
    }

    #[test]
    fn cells_are_nearly_of_one_width() {
        let cube = Cube::new(1024);
        let width = |x: f64, y: f64| {
            let at = |x| cube.direction(Place { face: 4, x, y });
            super::super::vector::angle(at(x), at(x + 1.0)) * crate::sphere::EARTH_RADIUS_KM
        };
        assert!((width(512.0, 512.0) - 9.77).abs() < 0.01);
        assert!((0.65..1.0).contains(&(width(0.0, 0.0) / width(512.0, 512.0))));
    }
}
