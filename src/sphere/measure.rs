//! Distances and bearings that a reader sees: on the ellipsoid, by way of the `geo` crate's sphere.

use super::LonLat;
use geo::{Bearing, Distance, Haversine, Point};

/// Equatorial radius in kilometres and flattening of WGS 84 (NGA.STND.0036, 2014).
const EQUATOR_KM: f64 = 6_378.137;
const FLATTENING: f64 = 1.0 / 298.257_223_563;
/// Radius in metres of the sphere that `geo` measures on.
const GEO_SPHERE_M: f64 = 6_371_008.8;

/// Length in kilometres of the geodesic on WGS 84, within 0.01 % up to 170° of arc.
///
/// Lambert's correction of the great circle between reduced latitudes, to the first order of the
/// flattening (Thomas 1970, *Spheroidal Geodesics, Reference Systems, and Local Geometry*, US Naval
/// Oceanographic Office SP-138). `geo::Geodesic` is exact to nanometres for 5 kB more of wasm; it is
/// the referee of the tests.
#[must_use]
pub fn distance_km(a: LonLat, b: LonLat) -> f64 {
    let reduced = |p: LonLat| ((1.0 - FLATTENING) * p.lat_deg.to_radians().tan()).atan();
    let (beta_a, beta_b) = (reduced(a), reduced(b));
    let point = |p: LonLat, beta: f64| Point::new(p.lon_deg, beta.to_degrees());
    let sigma = Haversine.distance(point(a, beta_a), point(b, beta_b)) / GEO_SPHERE_M;
    let (half_sum, half_difference) = ((beta_a + beta_b) / 2.0, (beta_b - beta_a) / 2.0);
    let (sin_half, cos_half) = (sigma / 2.0).sin_cos();
    let x = (half_sum.sin() * half_difference.cos()).powi(2) * (sigma - sigma.sin()) / cos_half.powi(2);
    let y = (half_sum.cos() * half_difference.sin()).powi(2) * (sigma + sigma.sin()) / sin_half.powi(2);
    let correction = FLATTENING / 2.0 * (x + y);
    // At a point, and between antipodes, a divisor vanishes; there the sphere has to do.
    EQUATOR_KM * if correction.is_finite() && cos_half > 0.05 { sigma - correction } else { sigma }
}

/// Azimuth at `a` of the great circle to `b`, in degrees clockwise from north, 0…360.
#[must_use]
pub fn bearing_deg(a: LonLat, b: LonLat) -> f64 {
    Haversine.bearing(Point::new(a.lon_deg, a.lat_deg), Point::new(b.lon_deg, b.lat_deg)).rem_euclid(360.0)
}

/// Length of a line through `points` in kilometres, each leg a geodesic on WGS 84.
#[must_use]
pub fn length_km(points: &[LonLat]) -> f64 {
    points.windows(2).map(|w| distance_km(w[0], w[1])).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::Geodesic;

    #[test]
    fn agrees_with_the_geodesic_to_a_hundredth_of_a_per_cent() {
        for k in 0..400_u32 {
            let at = |i: u32| f64::from((k * 7919 + i * 104_729) % 36_000) / 100.0;
            let (a, b) =
                (LonLat::new(at(1) - 180.0, at(2) / 2.0 - 90.0), LonLat::new(at(3) - 180.0, at(4) / 2.0 - 90.0));
            let exact = Geodesic.distance(Point::new(a.lon_deg, a.lat_deg), Point::new(b.lon_deg, b.lat_deg)) / 1000.0;
            if exact < 18_900.0 {
                assert!((distance_km(a, b) / exact - 1.0).abs() < 1e-4, "{a:?} {b:?}: {} {exact}", distance_km(a, b));
            }
        }
    }

    #[test]
    fn quarter_meridian_is_the_wgs84_value() {
        // 10,001.966 km: the meridian quadrant of WGS 84.
        assert!((distance_km(LonLat::new(0.0, 0.0), LonLat::new(0.0, 90.0)) - 10_001.966).abs() < 0.2);
    }

    #[test]
    fn a_point_is_nowhere_from_itself_and_half_round_from_its_antipode() {
        let p = LonLat::new(20.0, 70.0);
        assert_eq!(distance_km(p, p), 0.0);
        assert!((distance_km(p, LonLat::new(-160.0, -70.0)) - 20_004.0).abs() < 40.0);
    }

    #[test]
    fn bearings_run_clockwise_from_north() {
        assert!((bearing_deg(LonLat::new(0.0, 0.0), LonLat::new(1.0, 0.0)) - 90.0).abs() < 1e-9);
        assert!((bearing_deg(LonLat::new(0.0, 0.0), LonLat::new(-1.0, 0.0)) - 270.0).abs() < 1e-9);
    }
}
