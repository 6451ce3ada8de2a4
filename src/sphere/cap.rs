//! Spherical caps: the points within an angle of a centre.

use super::UnitVec;

/// All points within `radius` of `centre`. Its edge is a small circle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cap {
    /// The middle.
    pub centre: UnitVec,
    /// Angular radius in radians, 0…π.
    pub radius_rad: f64,
    /// Cosine of the radius: a point is inside where its dot product with the centre is greater.
    pub cos_radius: f64,
    /// Sine of the radius. With both, hundreds of caps are compared a frame without trigonometry.
    sin_radius: f64,
}

impl Cap {
    /// The cap of the given angular radius, clamped to 0…π.
    #[must_use]
    pub fn new(centre: UnitVec, radius_rad: f64) -> Self {
        let radius_rad = radius_rad.clamp(0.0, std::f64::consts::PI);
        Self { centre, radius_rad, cos_radius: radius_rad.cos(), sin_radius: radius_rad.sin() }
    }

    /// A cap that holds all `points`: about their mean direction, so small but not the smallest.
    /// Everything, when the points have no mean direction.
    #[must_use]
    pub fn bounding(points: impl Iterator<Item = UnitVec> + Clone) -> Self {
        let mean = points.clone().fold([0.0; 3], |s, p| [s[0] + p.x, s[1] + p.y, s[2] + p.z]);
        let Some(centre) = UnitVec::normalised(mean[0], mean[1], mean[2]) else {
            return Self::new(UnitVec::NORTH, std::f64::consts::PI);
        };
        let radius = points.map(|p| centre.angle_to(p)).fold(0.0, f64::max);
        Self::new(centre, radius + 1e-9)
    }

    /// Whether `p` lies inside.
    #[must_use]
    pub fn holds(&self, p: UnitVec) -> bool {
        self.centre.dot(p) > self.cos_radius
    }

    /// Whether every point of `other` lies inside.
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        let cos_difference = self.cos_radius * other.cos_radius + self.sin_radius * other.sin_radius;
        other.radius_rad <= self.radius_rad && self.centre.dot(other.centre) >= cos_difference
    }

    /// Whether the two caps have a point in common.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        let cos_sum = self.cos_radius * other.cos_radius - self.sin_radius * other.sin_radius;
        let wide = self.radius_rad + other.radius_rad >= std::f64::consts::PI;
        wide || self.centre.dot(other.centre) >= cos_sum
    }

    /// Whether the great circle about the pole `normal` passes through the cap.
    #[must_use]
    pub fn meets_circle(&self, normal: UnitVec) -> bool {
        self.cos_radius <= 0.0 || self.centre.dot(normal).abs() <= self.sin_radius
    }

    /// Cosine of the angle from `p` to the farthest point of the cap.
    #[must_use]
    pub fn cos_farthest_from(&self, p: UnitVec) -> f64 {
        let dot = self.centre.dot(p);
        if dot <= -self.cos_radius {
            return -1.0;
        }
        dot * self.cos_radius - (1.0 - dot * dot).max(0.0).sqrt() * self.sin_radius
    }

    /// Sines of the latitudes of its southernmost and its northernmost point.
    #[must_use]
    pub fn heights(&self) -> (f64, f64) {
        let z = self.centre.z;
        let (along, across) = (z * self.cos_radius, (1.0 - z * z).max(0.0).sqrt() * self.sin_radius);
        let south = if -z >= self.cos_radius { -1.0 } else { along - across };
        let north = if z >= self.cos_radius { 1.0 } else { along + across };
        (south, north)
    }

    /// Two directions that span the plane of the edge, so that `centre`, `e1`, `e2` are
    /// right-handed: rising angle runs anticlockwise seen from outside, the inside on the left.
    #[must_use]
    pub fn frame(&self) -> (UnitVec, UnitVec) {
        let e1 = self.centre.any_perpendicular();
        let [x, y, z] = self.centre.cross(e1);
        (e1, UnitVec::new_unchecked(x, y, z))
    }

    /// The point of the edge at `angle_rad` in [`Cap::frame`].
    #[must_use]
    pub fn edge(&self, angle_rad: f64) -> UnitVec {
        let (e1, e2) = self.frame();
        let (s, c) = angle_rad.sin_cos();
        let (k, a, b) = (self.cos_radius, self.sin_radius * c, self.sin_radius * s);
        let m = self.centre;
        UnitVec::new_unchecked(
            k * m.x + a * e1.x + b * e2.x,
            k * m.y + a * e1.y + b * e2.y,
            k * m.z + a * e1.z + b * e2.z,
        )
    }

    /// The angle of `p`, seen from the centre, in [`Cap::frame`].
    #[must_use]
    pub fn angle_of(&self, p: UnitVec) -> f64 {
        let (e1, e2) = self.frame();
        p.dot(e2).atan2(p.dot(e1))
    }
}

#[cfg(test)]
mod tests {
    use super::super::LonLat;
    use super::*;

    #[test]
    fn edge_points_are_at_the_radius_and_know_their_angle() {
        let cap = Cap::new(LonLat::new(30.0, 50.0).to_unit(), 0.7);
        for k in 0..12 {
            let angle = f64::from(k) * 0.5 - 3.0;
            let p = cap.edge(angle);
            assert!((cap.centre.angle_to(p) - 0.7).abs() < 1e-12);
            assert!((cap.angle_of(p) - angle).abs() < 1e-12);
        }
    }

    #[test]
    fn edge_runs_anticlockwise_about_the_pole() {
        let cap = Cap::new(UnitVec::NORTH, 0.5);
        let (a, b) = (cap.edge(0.0).to_lonlat(), cap.edge(0.1).to_lonlat());
        assert!(b.lon_deg > a.lon_deg);
    }

    #[test]
    fn heights_are_those_of_the_edge_or_of_a_pole_inside() {
        for (lat, radius_deg, south, north) in
            [(50.0, 20.0, 30.0, 70.0), (80.0, 20.0, 60.0, 90.0), (-85.0, 30.0, -90.0, -55.0), (0.0, 100.0, -90.0, 90.0)]
        {
            let cap = Cap::new(LonLat::new(33.0, lat).to_unit(), f64::to_radians(radius_deg));
            let (s, n) = cap.heights();
            assert!((s - f64::to_radians(south).sin()).abs() < 1e-12, "{lat}: {s}");
            assert!((n - f64::to_radians(north).sin()).abs() < 1e-12, "{lat}: {n}");
        }
        assert_eq!(Cap::new(UnitVec::NORTH, std::f64::consts::PI).heights(), (-1.0, 1.0));
    }

    #[test]
    fn bounding_cap_holds_its_points() {
        let points: Vec<_> = (0..20).map(|k| LonLat::new(f64::from(k) * 7.0, f64::from(k) * 3.0).to_unit()).collect();
        let cap = Cap::bounding(points.iter().copied());
        assert!(points.iter().all(|p| cap.holds(*p)));
    }

    #[test]
    fn covers_and_meets() {
        let big = Cap::new(UnitVec::NORTH, 1.0);
        let small = Cap::new(LonLat::new(0.0, 70.0).to_unit(), 0.2);
        assert!(big.covers(&small) && !small.covers(&big) && big.meets(&small));
        assert!(!big.meets(&Cap::new(UnitVec::NORTH.antipode(), 1.0)));
        assert!(big.meets(&Cap::new(UnitVec::NORTH.antipode(), 2.2)), "together they are more than the sphere");
    }

    #[test]
    fn the_farthest_point_is_on_the_far_edge() {
        for (lat, radius, far) in [(70.0, 0.2_f64, 20_f64.to_radians() + 0.2), (90.0, 0.5, 0.5), (-60.0, 1.0, 3.2)] {
            let cap = Cap::new(LonLat::new(40.0, lat).to_unit(), radius);
            let cos = far.min(std::f64::consts::PI).cos();
            assert!((cap.cos_farthest_from(UnitVec::NORTH) - cos).abs() < 1e-12, "{lat}");
        }
    }
}
