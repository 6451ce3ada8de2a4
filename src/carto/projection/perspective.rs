//! General perspective azimuthal projections, from the orthographic globe to the stereographic map.

use crate::plane::Point;
use crate::sphere::UnitVec;

/// The perspective projection seen from a point on the far side of the sphere.
///
/// With `u = 1/P`, where `P` is the distance of the perspective point from the Earth's centre in
/// radii, a point at the angle `c` from the centre falls at `r(c) = (1 − u)·sin c / (1 − u·cos c)`:
/// `u = 0` is the orthographic projection, `u = −1` the stereographic (Snyder 1987, *USGS
/// Professional Paper* 1395, pp. 169–181). The scale at the centre is 1 for every `u`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Perspective {
    /// −1 stereographic … 0 orthographic.
    pub u: f64,
}

impl Perspective {
    /// The conformal end of the family.
    pub const STEREOGRAPHIC: Self = Self { u: -1.0 };
    /// The globe, seen from infinitely far.
    pub const ORTHOGRAPHIC: Self = Self { u: 0.0 };

    /// The map point of `p`, whose z axis is the centre; x right, y up. Points beyond
    /// [`Perspective::horizon_rad`] are not on the map and must have been clipped away.
    #[must_use]
    pub fn forward(&self, p: UnitVec) -> Point {
        let k = (1.0 - self.u) / (1.0 - self.u * p.z);
        Point::new(k * p.x, k * p.y)
    }

    /// The point of the sphere at a map point; `None` outside the map.
    ///
    /// Solves `r·(1 − u·cos c) = (1 − u)·sin c` for `c`, whose smaller root is on the near side.
    #[must_use]
    pub fn inverse(&self, at: Point) -> Option<UnitVec> {
        let r = at.x.hypot(at.y);
        if r == 0.0 {
            return Some(UnitVec::NORTH);
        }
        // (1 − u)·sin c + r·u·cos c = r, that is A·sin(c + δ) = r.
        let (s, t) = (1.0 - self.u, r * self.u);
        let amplitude = s.hypot(t);
        if r.is_nan() || r > amplitude {
            return None;
        }
        let c = (r / amplitude).asin() - t.atan2(s);
        let k = c.sin() / r;
        UnitVec::normalised(at.x * k, at.y * k, c.cos())
    }

    /// The point at a map point, or near it the one at the edge.
    #[must_use]
    pub fn nearest(&self, at: Point) -> UnitVec {
        let edge = self.radius(self.horizon_rad().min(0.999 * std::f64::consts::PI)) * (1.0 - 1e-12);
        let r = at.x.hypot(at.y);
        let k = if r > edge { edge / r } else { 1.0 };
        self.inverse(Point::new(at.x * k, at.y * k)).unwrap_or(UnitVec::NORTH)
    }

    /// The angle from the centre at which the map ends: `cos c = u`.
    #[must_use]
    pub fn horizon_rad(&self) -> f64 {
        self.u.clamp(-1.0, 1.0).acos()
    }

    /// Radius of the circle at the angle `c_rad` from the centre.
    #[must_use]
    pub fn radius(&self, c_rad: f64) -> f64 {
        (1.0 - self.u) * c_rad.sin() / (1.0 - self.u * c_rad.cos())
    }

    /// The scale along the parallel, perpendicular to the ray from the centre, at the angle whose
    /// cosine is `cos_c`. For the stereographic projection it is the scale in every direction.
    #[must_use]
    pub fn scale_at(&self, cos_c: f64) -> f64 {
        (1.0 - self.u) / (1.0 - self.u * cos_c)
    }

    /// The scale along the ray from the centre, at the angle whose cosine is `cos_c`.
    #[must_use]
    pub fn radial_scale_at(&self, cos_c: f64) -> f64 {
        let k = 1.0 / (1.0 - self.u * cos_c);
        ((1.0 - self.u) * (cos_c - self.u) * k * k).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radius_at_sixty_degrees_agrees_with_the_spine() {
        let c = 60_f64.to_radians();
        for (u, r) in [
            (0.0, 0.866_025_404),
            (-0.25, 0.962_250_449),
            (-0.5, 1.039_230_485),
            (-0.75, 1.102_214_150),
            (-1.0, 1.154_700_538),
        ] {
            assert!((Perspective { u }.radius(c) - r).abs() < 5e-10, "u = {u}");
        }
    }

    #[test]
    fn inverse_undoes_forward_inside_the_horizon() {
        for u in [0.0, -0.3, -0.7, -1.0] {
            let projection = Perspective { u };
            for k in 0..60 {
                let c = projection.horizon_rad().min(3.0) * f64::from(k) / 60.0;
                let az = f64::from(k) * 1.7;
                let p = UnitVec::new_unchecked(c.sin() * az.cos(), c.sin() * az.sin(), c.cos());
                let back = projection.inverse(projection.forward(p)).unwrap();
                assert!(back.angle_to(p) < 1e-7, "u = {u}, c = {c}: {back:?} {p:?}");
            }
        }
    }

    #[test]
    fn outside_the_globe_is_not_on_the_map() {
        assert!(Perspective::ORTHOGRAPHIC.inverse(Point::new(1.01, 0.0)).is_none());
        assert!(Perspective::STEREOGRAPHIC.inverse(Point::new(50.0, 0.0)).is_some());
        assert!(Perspective::STEREOGRAPHIC.inverse(Point::new(f64::NAN, 0.0)).is_none());
    }
}
