//! The shorter great-circle arc between two points.

use super::UnitVec;

/// The shorter great-circle arc from `a` to `b`, parametrised by angle.
///
/// Points at parameter `t` (radians from `a`) are `a·cos t + n·sin t`, where `n` is the
/// direction at a right angle to `a` in the plane of the arc.
#[derive(Clone, Copy, Debug)]
pub struct Arc {
    /// Start.
    pub a: UnitVec,
    /// Direction of travel at the start.
    pub n: UnitVec,
    /// Length in radians, 0…π.
    pub length_rad: f64,
}

impl Arc {
    /// The arc from `a` to `b`. Between antipodes, which have no shortest arc, it runs over
    /// [`UnitVec::any_perpendicular`]; of a point to itself it has length zero.
    #[must_use]
    pub fn new(a: UnitVec, b: UnitVec) -> Self {
        let d = a.dot(b);
        let n = UnitVec::normalised(b.x - a.x * d, b.y - a.y * d, b.z - a.z * d);
        Self { a, n: n.unwrap_or_else(|| a.any_perpendicular()), length_rad: a.angle_to(b) }
    }

    /// The point `t` radians from the start.
    #[must_use]
    pub fn at(&self, t: f64) -> UnitVec {
        let (s, c) = t.sin_cos();
        UnitVec::new_unchecked(self.a.x * c + self.n.x * s, self.a.y * c + self.n.y * s, self.a.z * c + self.n.z * s)
    }

    /// The point of the arc that is nearest to `p`, ends included.
    #[must_use]
    pub fn nearest(&self, p: UnitVec) -> UnitVec {
        let t = p.dot(self.n).atan2(p.dot(self.a));
        let (start, end) = (self.a, self.at(self.length_rad));
        if t > 0.0 && t < self.length_rad {
            self.at(t)
        } else if start.dot(p) >= end.dot(p) {
            start
        } else {
            end
        }
    }

    /// The angle in radians from the arc to `p`: to its nearest point, ends included.
    #[must_use]
    pub fn distance_rad(&self, p: UnitVec) -> f64 {
        self.nearest(p).angle_to(p)
    }

    /// Parameters `0 < t < length` at which the arc meets the circle `dot(pole, p) = cos_radius`,
    /// in order.
    pub fn crossings(&self, pole: UnitVec, cos_radius: f64) -> impl Iterator<Item = f64> {
        let (along, across) = (pole.dot(self.a), pole.dot(self.n));
        let amplitude = along.hypot(across);
        let length = self.length_rad;
        let half = (cos_radius.abs() < amplitude).then(|| (cos_radius / amplitude).acos());
        let phase = across.atan2(along);
        let [t0, t1] = half.map_or([f64::NAN; 2], |h| {
            let wrap = |t: f64| t.rem_euclid(std::f64::consts::TAU);
            let (p, q) = (wrap(phase - h), wrap(phase + h));
            [p.min(q), p.max(q)]
        });
        [t0, t1].into_iter().filter(move |t| *t > 0.0 && *t < length)
    }
}

#[cfg(test)]
mod tests {
    use super::super::LonLat;
    use super::*;

    #[test]
    fn ends_and_middle() {
        let (a, b) = (LonLat::new(0.0, 0.0).to_unit(), LonLat::new(90.0, 0.0).to_unit());
        let arc = Arc::new(a, b);
        assert!((arc.length_rad - std::f64::consts::FRAC_PI_2).abs() < 1e-15);
        assert!(arc.at(arc.length_rad).angle_to(b) < 1e-15);
        assert!((arc.at(arc.length_rad / 2.0).to_lonlat().lon_deg - 45.0).abs() < 1e-12);
    }

    #[test]
    fn crossings_of_a_parallel_are_symmetric() {
        let arc = Arc::new(LonLat::new(-60.0, 60.0).to_unit(), LonLat::new(60.0, 60.0).to_unit());
        let found: Vec<f64> = arc.crossings(UnitVec::NORTH, 70_f64.to_radians().sin()).collect();
        assert_eq!(found.len(), 2);
        assert!((found[0] + found[1] - arc.length_rad).abs() < 1e-12);
        assert!(arc.crossings(UnitVec::NORTH, 20_f64.to_radians().sin()).next().is_none());
    }

    #[test]
    fn distance_is_to_the_nearest_point_ends_included() {
        let arc = Arc::new(LonLat::new(0.0, 0.0).to_unit(), LonLat::new(10.0, 0.0).to_unit());
        let d = |lon, lat| arc.distance_rad(LonLat::new(lon, lat).to_unit()).to_degrees();
        assert!((d(5.0, 3.0) - 3.0).abs() < 1e-9);
        assert!((d(14.0, 0.0) - 4.0).abs() < 1e-9);
        assert!((d(-7.0, 0.0) - 7.0).abs() < 1e-9);
    }
}
