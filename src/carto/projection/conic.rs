//! Lambert's conformal conic projection, from the polar stereographic map to Mercator's.

use crate::plane::Point;
use crate::sphere::UnitVec;
use std::f64::consts::PI;

/// Below this cone constant the map is Mercator's: at 1e-9 the two differ by less than 1e-7 radii.
const MERCATOR: f64 = 1e-9;
/// Below this one, what e^x − 1 loses to rounding is more than 10⁻¹⁴ radii.
const FLAT: f64 = 0.02;

/// The conic about the meridian through +x, in its complex form.
///
/// With the isometric latitude `ψ = artanh(sin φ)` and `w = ψ − ψ₁ + iλ`, the map point is
/// `z = (1 − e^(−n·w)) / n` with x east and y north (Snyder 1987, *USGS Professional Paper* 1395, pp. 104–110): the
/// stereographic map at `n = 1`, Mercator's at `n = 0`. The focus, at latitude φ₁ on the middle meridian, stays at
/// the origin with the same scale for every `n`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Conic {
    /// The cone constant, 1 … 0.
    pub n: f64,
    /// Isometric latitude of the focus.
    pub psi_1: f64,
}

/// The isometric latitude of a point, exact near both poles.
#[must_use]
pub fn isometric(p: UnitVec) -> f64 {
    // A point's coordinates are neither too large nor, where it matters, too small to be squared.
    let r = (p.x * p.x + p.y * p.y).sqrt();
    let half = (r / (1.0 + p.z.abs())).ln();
    if p.z < 0.0 { half } else { -half }
}

impl Conic {
    /// Mercator's map about a latitude.
    #[must_use]
    pub const fn mercator(psi_1: f64) -> Self {
        Self { n: 0.0, psi_1 }
    }

    /// The map point of `p`; the Pole of Mercator's map is infinitely far.
    #[must_use]
    pub fn forward(&self, p: UnitVec) -> Point {
        let (up, lon) = (isometric(p) - self.psi_1, p.y.atan2(p.x));
        if self.n < MERCATOR {
            return Point::new(lon, up);
        }
        // 1 − e^a·cos b = −(e^a − 1) + 2·e^a·sin²(b/2), which loses nothing near n = 0.
        let a = -self.n * up;
        let less = if self.n < FLAT { a.exp_m1() } else { a.exp() - 1.0 };
        // Sine and cosine of b/2 by the tangent of its half, which is π/4 at the most: one function instead of two.
        let t = (self.n * lon / 4.0).tan();
        let (s, c) = (2.0 * t / (1.0 + t * t), (1.0 - t * t) / (1.0 + t * t));
        let twice = 2.0 * (1.0 + less) * s;
        Point::new(twice * c / self.n, (twice * s - less) / self.n)
    }

    /// Isometric latitude and longitude at a map point; the longitude lies beyond ±π outside the map.
    fn unrolled(&self, at: Point) -> (f64, f64) {
        if self.n < MERCATOR {
            return (self.psi_1 + at.y, at.x);
        }
        let (nx, ny) = (self.n * at.x, self.n * at.y);
        let up = -0.5 * (nx * nx + ny * (ny - 2.0)).ln_1p() / self.n;
        (self.psi_1 + up, nx.atan2(1.0 - ny) / self.n)
    }

    /// The point of the sphere at a map point; `None` where the cone is open.
    #[must_use]
    pub fn inverse(&self, at: Point) -> Option<UnitVec> {
        let (psi, lon) = self.unrolled(at);
        (lon.abs() <= PI && !psi.is_nan()).then(|| at_isometric(psi, lon))
    }

    /// The point at a map point, or near it the one at the edge.
    #[must_use]
    pub fn nearest(&self, at: Point) -> UnitVec {
        let (psi, lon) = self.unrolled(at);
        at_isometric(if psi.is_nan() { self.psi_1 } else { psi }, lon.clamp(-PI + 1e-9, PI - 1e-9))
    }

    /// The scale at isometric latitude `psi`, the same in every direction: `e^(−n(ψ−ψ₁))·cosh ψ`.
    #[must_use]
    pub fn scale_at(&self, psi: f64) -> f64 {
        let far = psi - self.n * (psi - self.psi_1);
        let near = -psi - self.n * (psi - self.psi_1);
        (far.exp() + near.exp()) / 2.0
    }

    /// The same at the latitude of sine `z`, for those who ask hundreds of times a frame.
    #[must_use]
    pub fn scale_at_height(&self, z: f64) -> f64 {
        (self.n * (self.psi_1 + 0.5 * ((1.0 - z) / (1.0 + z)).ln())).exp() / (1.0 - z * z).sqrt()
    }
}

/// The point at isometric latitude `psi` and longitude `lon`.
fn at_isometric(psi: f64, lon: f64) -> UnitVec {
    let (s, c) = lon.sin_cos();
    let r = 1.0 / psi.cosh();
    UnitVec::new_unchecked(r * c, r * s, psi.tanh())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sphere::LonLat;

    fn psi(lat: f64) -> f64 {
        isometric(LonLat::new(0.0, lat).to_unit())
    }

    #[test]
    fn check_values_of_the_spine() {
        let p = LonLat::new(140.0 - 75.0, 35.0).to_unit();
        for (n, x, y) in [
            (1.0, 2.675_676_574, -0.247_688_477),
            (0.5, 1.846_398_642, -0.898_265_318),
            (0.1, 1.261_463_087, -1.071_719_424),
            (0.01, 1.146_787_598, -1.081_954_652),
            (0.0, 1.134_464_014, -1.082_578_583),
        ] {
            let at = Conic { n, psi_1: psi(70.0) }.forward(p);
            assert!((at.x - x).abs() < 6e-10 && (at.y - y).abs() < 6e-10, "n = {n}: {at:?}");
        }
    }

    #[test]
    fn the_scale_is_one_by_isometric_latitude_and_by_height() {
        for n in [1.0, 0.5, 0.01, 0.0] {
            let conic = Conic { n, psi_1: psi(70.0) };
            for lat in [-89.0_f64, -60.0, -5.0, 0.0, 35.0, 70.0, 89.9] {
                let (by_psi, by_height) = (conic.scale_at(psi(lat)), conic.scale_at_height(lat.to_radians().sin()));
                assert!((by_height / by_psi - 1.0).abs() < 1e-9, "n = {n}, {lat}°: {by_height} for {by_psi}");
            }
        }
    }

    #[test]
    fn one_end_is_the_stereographic_map() {
        use super::super::Perspective;
        let conic = Conic { n: 1.0, psi_1: psi(70.0) };
        for (lon, lat) in [(65.0, 35.0), (-170.0, 80.0), (10.0, -50.0)] {
            let p = LonLat::new(lon, lat).to_unit();
            let (z, s) = (conic.forward(p), Perspective::STEREOGRAPHIC.forward(p));
            // (1 − z) turned so that the middle meridian runs along the stereographic map's x axis.
            let ratio = (1.0 - z.y).hypot(z.x) / s.x.hypot(s.y);
            assert!((1.0 / ratio - 1.0 / 2.835_640_909_8).abs() < 1e-9 || (ratio - 2.835_640_909_8).abs() < 1e-9);
        }
    }

    #[test]
    fn inverse_undoes_forward_for_every_cone() {
        for n in [1.0, 0.7, 0.2, 1e-3, 1e-6, 1e-8, 0.0] {
            let conic = Conic { n, psi_1: psi(55.0) };
            for k in 0..200 {
                let p = LonLat::new(f64::from(k * 37 % 359) - 179.0, f64::from(k * 53 % 170) - 85.0).to_unit();
                let back = conic.inverse(conic.forward(p)).unwrap();
                assert!(back.angle_to(p) < 1e-8, "n = {n}: {back:?} {p:?}");
            }
        }
    }

    #[test]
    fn the_wedge_is_not_on_the_map() {
        let conic = Conic { n: 0.5, psi_1: 0.0 };
        // The apex is at z = 2; beyond it the cone is open.
        assert!(conic.inverse(Point::new(0.1, 3.0)).is_none());
        assert!(conic.inverse(Point::new(0.1, 1.9)).is_some());
        assert!(Conic::mercator(0.0).inverse(Point::new(3.2, 0.0)).is_none());
    }
}
