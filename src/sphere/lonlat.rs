//! A position in degrees, as GeoJSON and people write it.

use super::UnitVec;

/// Longitude and latitude in degrees on WGS 84.
///
/// Longitude is kept in −180…180 and latitude in −90…90 by [`LonLat::new`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LonLat {
    /// Degrees east of Greenwich, −180…180.
    pub lon_deg: f64,
    /// Degrees north of the equator, −90…90.
    pub lat_deg: f64,
}

impl LonLat {
    /// A position whose longitude is wrapped into −180…180 and whose latitude is clamped.
    #[must_use]
    pub fn new(lon_deg: f64, lat_deg: f64) -> Self {
        let lon =
            if (-180.0..=180.0).contains(&lon_deg) { lon_deg } else { (lon_deg + 180.0).rem_euclid(360.0) - 180.0 };
        Self { lon_deg: lon, lat_deg: lat_deg.clamp(-90.0, 90.0) }
    }

    /// The point of the unit sphere at this position.
    #[must_use]
    pub fn to_unit(self) -> UnitVec {
        let (sin_lon, cos_lon) = self.lon_deg.to_radians().sin_cos();
        let (sin_lat, cos_lat) = self.lat_deg.to_radians().sin_cos();
        UnitVec::new_unchecked(cos_lat * cos_lon, cos_lat * sin_lon, sin_lat)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longitude_wraps_and_latitude_clamps() {
        assert_eq!(LonLat::new(190.0, 91.0), LonLat { lon_deg: -170.0, lat_deg: 90.0 });
        assert_eq!(LonLat::new(-540.0, 0.0).lon_deg, -180.0);
        assert_eq!(LonLat::new(180.0, 0.0).lon_deg, 180.0);
    }

    #[test]
    fn unit_vector_round_trips() {
        for (lon, lat) in [(0.0, 0.0), (139.7, 35.7), (-179.9, 89.9), (75.0, -45.0)] {
            let back = LonLat::new(lon, lat).to_unit().to_lonlat();
            assert!((back.lon_deg - lon).abs() < 1e-9 && (back.lat_deg - lat).abs() < 1e-9, "{lon} {lat} {back:?}");
        }
    }
}
