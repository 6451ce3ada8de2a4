//! A point of the unit sphere as a vector: x to 0° E, y to 90° E, z to the North Pole.

use super::LonLat;

/// A vector of length one; the Earth-centred direction of a position.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnitVec {
    /// Towards 0° N 0° E.
    pub x: f64,
    /// Towards 0° N 90° E.
    pub y: f64,
    /// Towards the North Pole.
    pub z: f64,
}

impl UnitVec {
    /// The North Pole.
    pub const NORTH: Self = Self { x: 0.0, y: 0.0, z: 1.0 };

    /// A vector the caller knows to have length one.
    #[must_use]
    pub const fn new_unchecked(x: f64, y: f64, z: f64) -> Self {
        Self { x, y, z }
    }

    /// The direction of `(x, y, z)`; `None` for the zero vector and for what is not finite.
    #[must_use]
    pub fn normalised(x: f64, y: f64, z: f64) -> Option<Self> {
        let length = (x * x + y * y + z * z).sqrt();
        (length > 1e-300 && length.is_finite()).then(|| Self { x: x / length, y: y / length, z: z / length })
    }

    /// The position in degrees; longitude 0 at the poles.
    #[must_use]
    pub fn to_lonlat(self) -> LonLat {
        let lon = if self.x == 0.0 && self.y == 0.0 { 0.0 } else { self.y.atan2(self.x) };
        LonLat { lon_deg: lon.to_degrees(), lat_deg: self.z.atan2(self.x.hypot(self.y)).to_degrees() }
    }

    /// The cosine of the angle between two directions.
    #[must_use]
    pub fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y + self.z * other.z
    }

    /// The vector product, not normalised: its length is the sine of the angle.
    #[must_use]
    pub fn cross(self, other: Self) -> [f64; 3] {
        [self.y * other.z - self.z * other.y, self.z * other.x - self.x * other.z, self.x * other.y - self.y * other.x]
    }

    /// The angle to another direction in radians, 0…π, exact for small and for straight angles.
    #[must_use]
    pub fn angle_to(self, other: Self) -> f64 {
        let [x, y, z] = self.cross(other);
        (x * x + y * y + z * z).sqrt().atan2(self.dot(other))
    }

    /// The opposite point of the sphere.
    #[must_use]
    pub fn antipode(self) -> Self {
        Self { x: -self.x, y: -self.y, z: -self.z }
    }

    /// The middle of the shorter great-circle arc to `other`; `None` for antipodes.
    #[must_use]
    pub fn midpoint(self, other: Self) -> Option<Self> {
        Self::normalised(self.x + other.x, self.y + other.y, self.z + other.z)
    }

    /// Any direction at a right angle to this one.
    #[must_use]
    pub fn any_perpendicular(self) -> Self {
        let axis = if self.z.abs() < 0.9 { Self::NORTH } else { Self { x: 1.0, y: 0.0, z: 0.0 } };
        let [x, y, z] = self.cross(axis);
        Self::normalised(x, y, z).unwrap_or(Self::NORTH)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn angle_is_exact_for_tiny_and_straight_angles() {
        let a = LonLat::new(0.0, 0.0).to_unit();
        let b = LonLat::new(1e-7, 0.0).to_unit();
        assert!((a.angle_to(b) - 1e-7_f64.to_radians()).abs() < 1e-20);
        assert!((a.angle_to(a.antipode()) - std::f64::consts::PI).abs() < 1e-15);
    }

    #[test]
    fn normalised_refuses_what_has_no_direction() {
        assert!(UnitVec::normalised(0.0, 0.0, 0.0).is_none());
        assert!(UnitVec::normalised(f64::NAN, 0.0, 1.0).is_none());
        assert!(UnitVec::normalised(f64::INFINITY, 0.0, 1.0).is_none());
    }

    #[test]
    fn perpendicular_is_perpendicular() {
        for v in [UnitVec::NORTH, LonLat::new(10.0, 20.0).to_unit(), LonLat::new(-100.0, -89.0).to_unit()] {
            assert!(v.dot(v.any_perpendicular()).abs() < 1e-15);
        }
    }
}
