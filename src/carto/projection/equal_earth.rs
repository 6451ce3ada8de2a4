//! The Equal Earth projection: equal areas, pleasing shapes.

use crate::plane::Point;
use crate::sphere::UnitVec;
use std::f64::consts::PI;

/// Equal Earth about the meridian through +x (Šavrič, Patterson and Jenny 2018, *International Journal of
/// Geographical Information Science* 33, 454–465, doi 10.1080/13658816.2018.1504949).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EqualEarth;

const A: [f64; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];
/// √3 / 2, the factor of the parametric latitude.
const M: f64 = 0.866_025_403_784_438_6;
/// The parametric latitude of a pole: 60°.
const THETA_MAX: f64 = PI / 3.0;

/// y at the parametric latitude θ, and its derivative.
fn rise(theta: f64) -> (f64, f64) {
    let t2 = theta * theta;
    let t6 = t2 * t2 * t2;
    let y = theta * (A[0] + A[1] * t2 + t6 * (A[2] + A[3] * t2));
    (y, A[0] + 3.0 * A[1] * t2 + t6 * (7.0 * A[2] + 9.0 * A[3] * t2))
}

/// The parametric latitude at a height, by Newton's method, which converges from anywhere between the poles.
fn theta_at(y: f64) -> f64 {
    let mut theta = (y / A[0]).clamp(-THETA_MAX, THETA_MAX);
    for _ in 0..12 {
        let (at, slope) = rise(theta);
        let step = (at - y) / slope;
        theta = (theta - step).clamp(-THETA_MAX, THETA_MAX);
        if step.abs() < 1e-14 {
            break;
        }
    }
    theta
}

impl EqualEarth {
    /// The map point of `p`.
    #[must_use]
    pub fn forward(self, p: UnitVec) -> Point {
        let sin_theta = M * p.z;
        let theta = sin_theta.asin();
        let (y, slope) = rise(theta);
        Point::new(p.y.atan2(p.x) * (1.0 - sin_theta * sin_theta).sqrt() / (M * slope), y)
    }

    /// The longitude, which lies beyond ±π outside the map, and the parametric latitude at a map point.
    fn unrolled(at: Point) -> (f64, f64) {
        let theta = theta_at(at.y);
        (at.x * M * rise(theta).1 / theta.cos(), theta)
    }

    /// The point of the sphere at a map point; `None` outside the map.
    #[must_use]
    pub fn inverse(self, at: Point) -> Option<UnitVec> {
        let (lon, theta) = Self::unrolled(at);
        (lon.abs() <= PI && at.y.abs() <= rise(THETA_MAX).0).then(|| at_parametric(lon, theta))
    }

    /// The point at a map point, or near it the one at the edge.
    #[must_use]
    pub fn nearest(self, at: Point) -> UnitVec {
        let (lon, theta) = Self::unrolled(if at.x.is_nan() || at.y.is_nan() { Point::default() } else { at });
        at_parametric(lon.clamp(-PI + 1e-9, PI - 1e-9), theta)
    }

    /// The partial derivatives of the map point, per radian on the ground to the east and to the north: x by east,
    /// x by north, y by north (y by east is zero). The product of the first and the last is 1 everywhere: areas are equal.
    #[must_use]
    pub fn derivatives(self, p: UnitVec) -> (f64, f64, f64) {
        let sin_theta = M * p.z;
        let cos_theta = (1.0 - sin_theta * sin_theta).sqrt();
        let theta = sin_theta.asin();
        let (_, slope) = rise(theta);
        let cos_phi = p.x.hypot(p.y).max(1e-12);
        let (t2, lon) = (theta * theta, p.y.atan2(p.x));
        let bend = theta * (6.0 * A[1] + t2 * t2 * (42.0 * A[2] + 72.0 * A[3] * t2));
        let theta_by_phi = M * cos_phi / cos_theta;
        let x_by_theta = lon / M * (-sin_theta * slope - cos_theta * bend) / (slope * slope);
        (cos_theta / (M * slope * cos_phi), x_by_theta * theta_by_phi, slope * theta_by_phi)
    }
}

fn at_parametric(lon: f64, theta: f64) -> UnitVec {
    let z = (theta.sin() / M).clamp(-1.0, 1.0);
    let r = (1.0 - z * z).sqrt();
    let (s, c) = lon.sin_cos();
    UnitVec::new_unchecked(r * c, r * s, z)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sphere::LonLat;

    #[test]
    fn the_map_has_the_size_of_the_paper() {
        let east = EqualEarth.forward(UnitVec::new_unchecked(-1.0, 0.0, 0.0));
        let top = EqualEarth.forward(UnitVec::NORTH);
        assert!((east.x - 2.706_629_983_7).abs() < 1e-9, "{east:?}");
        assert!((top.y - 1.317_362_759_2).abs() < 1e-9, "{top:?}");
    }

    #[test]
    fn inverse_undoes_forward_and_areas_are_equal() {
        for k in 0..300 {
            let p = LonLat::new(f64::from(k * 37 % 359) - 179.0, f64::from(k * 53 % 179) - 89.0).to_unit();
            let back = EqualEarth.inverse(EqualEarth.forward(p)).unwrap();
            assert!(back.angle_to(p) < 1e-8, "{back:?} {p:?}");
            let (xe, _, yn) = EqualEarth.derivatives(p);
            assert!((xe * yn - 1.0).abs() < 1e-12, "{}", xe * yn);
        }
        assert!(EqualEarth.inverse(Point::new(2.6, 1.2)).is_none());
        assert!(EqualEarth.inverse(Point::new(0.0, 1.32)).is_none());
    }
}
