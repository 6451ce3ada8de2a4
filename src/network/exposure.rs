//! What lies over and under a line: sea ice and depth.

use super::chokepoints::crosses;
use crate::sphere::{Arc, EARTH_RADIUS_KM, LonLat, UnitVec, contains};

/// Kilometres of a line of great circles inside areas bounded by rings, each with the inside on its left.
///
/// # Shapes
/// `line` from end to end; `rings` uncut at the antimeridian.
#[must_use]
pub fn inside_km(line: &[LonLat], rings: &[Vec<UnitVec>]) -> f64 {
    let line: Vec<UnitVec> = line.iter().map(|p| p.to_unit()).collect();
    let Some(first) = line.first() else { return 0.0 };
    let mut inside = contains(rings.iter().map(Vec::as_slice), *first);
    let mut sum_rad = 0.0;
    for leg in line.windows(2) {
        let arc = Arc::new(leg[0], leg[1]);
        let mut at = 0.0;
        for next in hits(leg, &arc, rings).into_iter().chain([arc.length_rad]) {
            sum_rad += if inside { next - at } else { 0.0 };
            // The end of the leg is no edge.
            inside ^= next < arc.length_rad;
            at = next;
        }
    }
    sum_rad * EARTH_RADIUS_KM
}

/// Where a leg crosses the rings, in radians from its start, in order.
fn hits(leg: &[UnitVec], arc: &Arc, rings: &[Vec<UnitVec>]) -> Vec<f64> {
    let edges = rings.iter().flat_map(|r| (0..r.len()).map(|i| (r[i], r[(i + 1) % r.len()])));
    let mut found: Vec<f64> = edges
        .filter(|(c, d)| crosses(leg[0], leg[1], *c, *d))
        .map(|(c, d)| {
            // The leg is in the plane of the edge where a·cos t + n·sin t has no part along the edge's normal.
            let [x, y, z] = c.cross(d);
            let along = |v: UnitVec| x * v.x + y * v.y + z * v.z;
            let t = (-along(arc.a)).atan2(along(arc.n));
            if t < 0.0 { t + std::f64::consts::PI } else { t }
        })
        .collect();
    found.sort_by(f64::total_cmp);
    found
}

/// The greatest depth in metres along a line of great circles, and where; looked up at least every `step_km`. `None`
/// where `depth_m` knows none.
pub fn deepest(line: &[LonLat], step_km: f64, depth_m: &dyn Fn(LonLat) -> Option<f64>) -> Option<(f64, LonLat)> {
    let mut best: Option<(f64, LonLat)> = None;
    for leg in line.windows(2) {
        let arc = Arc::new(leg[0].to_unit(), leg[1].to_unit());
        let step_rad = step_km.max(0.1) / EARTH_RADIUS_KM;
        let steps = (arc.length_rad / step_rad).ceil().max(1.0);
        let mut k = 0.0;
        while k <= steps {
            let at = arc.at(arc.length_rad * k / steps).to_lonlat();
            let deeper = depth_m(at).filter(|m| best.is_none_or(|(deepest, _)| *m > deepest));
            best = deeper.map(|m| (m, at)).or(best);
            k += 1.0;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(points: &[(f64, f64)]) -> Vec<UnitVec> {
        points.iter().map(|&(lon, lat)| LonLat::new(lon, lat).to_unit()).collect()
    }

    #[test]
    fn a_line_over_a_cap_of_ice() {
        // Ice north of the great circles between points at 80° N; along 0° E and back down 180°.
        let ice = vec![ring(&[(0.0, 80.0), (90.0, 80.0), (180.0, 80.0), (-90.0, 80.0)])];
        let line = [(10.0, 70.0), (10.0, 89.0), (-170.0, 70.0)].map(|(lon, lat)| LonLat::new(lon, lat));
        // The edge lies where tan(lat) is tan(80°) times cos(35°) over cos(45°), 35° from the middle of a side.
        let edge_deg =
            (80_f64.to_radians().tan() * 35_f64.to_radians().cos() / 45_f64.to_radians().cos()).atan().to_degrees();
        let want = 2.0 * (90.0 - edge_deg).to_radians() * EARTH_RADIUS_KM;
        assert!((inside_km(&line, &ice) - want).abs() < 0.5, "{} {want}", inside_km(&line, &ice));
        assert_eq!(inside_km(&line[..1], &ice), 0.0);
        assert_eq!(inside_km(&[LonLat::new(0.0, 10.0), LonLat::new(40.0, 20.0)], &ice), 0.0);
    }

    #[test]
    fn a_line_wholly_inside_counts_as_a_whole() {
        let ice = vec![ring(&[(0.0, -5.0), (10.0, -5.0), (10.0, 5.0), (0.0, 5.0)])];
        let line = [LonLat::new(2.0, 0.0), LonLat::new(4.0, 0.0)];
        assert!((inside_km(&line, &ice) - 2_f64.to_radians() * EARTH_RADIUS_KM).abs() < 1e-6);
    }

    #[test]
    fn the_deepest_point_is_found_between_the_vertices() {
        let bowl = |p: LonLat| (p.lon_deg < 19.0).then(|| 4000.0 - 100.0 * (p.lon_deg - 7.0).abs());
        let line = [LonLat::new(0.0, 0.0), LonLat::new(20.0, 0.0)];
        let (depth_m, at) = deepest(&line, 5.0, &bowl).expect("a depth");
        assert!((depth_m - 4000.0).abs() < 5.0 && (at.lon_deg - 7.0).abs() < 0.05, "{depth_m} {at:?}");
        assert_eq!(deepest(&line, 5.0, &|_| None), None);
    }
}
