//! Turning the sphere before it is projected.

use super::{LonLat, UnitVec};

/// A rotation of the sphere, as the three rows of its matrix.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rotation {
    rows: [UnitVec; 3],
}

impl Rotation {
    /// The rotation that brings `centre` to the +z axis, with north towards +y there.
    ///
    /// At a pole "north" is the direction in which the longitude of `centre` is followed over the
    /// Pole, so that the meridian `centre.lon_deg` points down (−y) at the North Pole.
    #[must_use]
    pub fn to_centre(centre: LonLat) -> Self {
        let (sin_lon, cos_lon) = centre.lon_deg.to_radians().sin_cos();
        let (sin_lat, cos_lat) = centre.lat_deg.to_radians().sin_cos();
        Self {
            rows: [
                UnitVec::new_unchecked(-sin_lon, cos_lon, 0.0),
                UnitVec::new_unchecked(-sin_lat * cos_lon, -sin_lat * sin_lon, cos_lat),
                UnitVec::new_unchecked(cos_lat * cos_lon, cos_lat * sin_lon, sin_lat),
            ],
        }
    }

    /// The rotation about the poles that brings the meridian `lon_deg` to the +x axis.
    #[must_use]
    pub fn about_poles(lon_deg: f64) -> Self {
        let (s, c) = lon_deg.to_radians().sin_cos();
        Self {
            rows: [
                UnitVec::new_unchecked(c, s, 0.0),
                UnitVec::new_unchecked(-s, c, 0.0),
                UnitVec::new_unchecked(0.0, 0.0, 1.0),
            ],
        }
    }

    /// The turned point.
    #[must_use]
    pub fn apply(&self, p: UnitVec) -> UnitVec {
        UnitVec::new_unchecked(self.rows[0].dot(p), self.rows[1].dot(p), self.rows[2].dot(p))
    }

    /// The point that [`Rotation::apply`] brings to `p`.
    #[must_use]
    pub fn undo(&self, p: UnitVec) -> UnitVec {
        let [a, b, c] = self.rows;
        UnitVec::new_unchecked(
            a.x * p.x + b.x * p.y + c.x * p.z,
            a.y * p.x + b.y * p.y + c.y * p.z,
            a.z * p.x + b.z * p.y + c.z * p.z,
        )
    }

    /// The direction that becomes the +z axis: the centre.
    #[must_use]
    pub fn centre(&self) -> UnitVec {
        self.rows[2]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn centre_goes_to_the_axis_with_north_up() {
        let r = Rotation::to_centre(LonLat::new(25.0, 65.0));
        assert!(r.apply(LonLat::new(25.0, 65.0).to_unit()).angle_to(UnitVec::NORTH) < 1e-15);
        let north = r.apply(LonLat::new(25.0, 66.0).to_unit());
        assert!(north.x.abs() < 1e-15 && north.y > 0.0);
    }

    #[test]
    fn undo_is_the_inverse() {
        let r = Rotation::to_centre(LonLat::new(-170.0, 12.0));
        let p = LonLat::new(40.0, -30.0).to_unit();
        assert!(r.undo(r.apply(p)).angle_to(p) < 1e-15);
    }

    #[test]
    fn meridian_of_the_centre_points_down_at_the_pole() {
        let r = Rotation::to_centre(LonLat::new(75.0, 90.0));
        let p = r.apply(LonLat::new(75.0, 80.0).to_unit());
        assert!(p.x.abs() < 1e-12 && p.y < 0.0);
    }
}
