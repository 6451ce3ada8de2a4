//! Distances and bearings that a reader sees, by the `geo` crate.

use super::LonLat;
use geo::{Bearing, Distance, Geodesic, Point};

fn point(p: LonLat) -> Point<f64> {
    Point::new(p.lon_deg, p.lat_deg)
}

/// Length of the geodesic on WGS 84 in kilometres (Karney 2013, doi 10.1007/s00190-012-0578-z).
#[must_use]
pub fn distance_km(a: LonLat, b: LonLat) -> f64 {
    Geodesic.distance(point(a), point(b)) / 1000.0
}

/// Azimuth at `a` of the geodesic to `b`, in degrees clockwise from north, 0…360.
#[must_use]
pub fn bearing_deg(a: LonLat, b: LonLat) -> f64 {
    Geodesic.bearing(point(a), point(b)).rem_euclid(360.0)
}

/// Length of a line through `points` in kilometres, each leg a geodesic on WGS 84.
#[must_use]
pub fn length_km(points: &[LonLat]) -> f64 {
    points.windows(2).map(|w| distance_km(w[0], w[1])).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarter_meridian_is_the_wgs84_value() {
        // 10,001.965729 km: the meridian quadrant of WGS 84.
        assert!((distance_km(LonLat::new(0.0, 0.0), LonLat::new(0.0, 90.0)) - 10_001.965_729).abs() < 1e-3);
    }

    #[test]
    fn bearings_run_clockwise_from_north() {
        assert!((bearing_deg(LonLat::new(0.0, 0.0), LonLat::new(1.0, 0.0)) - 90.0).abs() < 1e-9);
        assert!((bearing_deg(LonLat::new(0.0, 0.0), LonLat::new(-1.0, 0.0)) - 270.0).abs() < 1e-9);
    }
}
