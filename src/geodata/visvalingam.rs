//! How much each position of a ring matters: Visvalingam's effective area, on the sphere.
//!
//! Visvalingam and Whyatt 1993, *The Cartographic Journal* 30 (1), 46–51,
//! doi 10.1179/000870493786962263.

use super::Polygon;
use crate::sphere::{EARTH_RADIUS_KM, LonLat, UnitVec};
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// An area that waits its turn; the smallest comes first.
#[derive(PartialEq)]
struct Entry(f64, usize);

impl Eq for Entry {}

impl Ord for Entry {
    fn cmp(&self, other: &Self) -> Ordering {
        other.0.total_cmp(&self.0).then(other.1.cmp(&self.1))
    }
}

impl PartialOrd for Entry {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The effective area in km² of each position of a closed ring: the area of the triangle it makes
/// with its neighbours at the moment it would be removed, never less than that of what went
/// before. The last three have infinite weight. A map at `p` km a pixel keeps those of at least
/// `(p/2)²`.
#[must_use]
pub fn weights_km2(ring: &[LonLat]) -> Vec<f64> {
    weights(&units(ring), true)
}

fn units(positions: &[LonLat]) -> Vec<UnitVec> {
    positions.iter().map(|p| p.to_unit()).collect()
}

/// As [`weights_km2`] of an open line, whose two ends have infinite weight.
#[must_use]
pub fn line_weights_km2(line: &[UnitVec]) -> Vec<f64> {
    weights(line, false)
}

fn weights(positions: &[UnitVec], closed: bool) -> Vec<f64> {
    let n = positions.len();
    let mut weights = vec![f64::INFINITY; n];
    let least = if closed { 3 } else { 2 };
    if n <= least {
        return weights;
    }
    let end = |i: usize| !closed && (i == 0 || i == n - 1);
    let points: Vec<[f64; 3]> = positions.iter().map(|u| [u.x, u.y, u.z]).collect();
    let mut before: Vec<usize> = (0..n).map(|i| (i + n - 1) % n).collect();
    let mut after: Vec<usize> = (0..n).map(|i| (i + 1) % n).collect();
    let area =
        |i: usize, before: &[usize], after: &[usize]| triangle_km2(points[before[i]], points[i], points[after[i]]);
    let mut areas: Vec<f64> = (0..n).map(|i| if end(i) { f64::INFINITY } else { area(i, &before, &after) }).collect();
    let mut heap: BinaryHeap<Entry> = areas.iter().enumerate().map(|(i, &a)| Entry(a, i)).collect();
    let (mut left, mut largest) = (n, 0.0_f64);
    while left > least {
        let Some(Entry(found, i)) = heap.pop() else { break };
        if weights[i].is_finite() || found != areas[i] {
            continue;
        }
        largest = largest.max(found);
        weights[i] = largest;
        left -= 1;
        let (p, q) = (before[i], after[i]);
        after[p] = q;
        before[q] = p;
        for j in [p, q].into_iter().filter(|j| !end(*j)) {
            areas[j] = area(j, &before, &after);
            heap.push(Entry(areas[j], j));
        }
    }
    weights
}

/// The area of the spherical triangle between three points (Van Oosterom and Strackee 1983,
/// doi 10.1109/TBME.1983.325207). Nothing for three points of one great circle.
fn triangle_km2(a: [f64; 3], b: [f64; 3], c: [f64; 3]) -> f64 {
    let (u, v) = ([b[0] - a[0], b[1] - a[1], b[2] - a[2]], [c[0] - a[0], c[1] - a[1], c[2] - a[2]]);
    let triple =
        a[0] * (u[1] * v[2] - u[2] * v[1]) + a[1] * (u[2] * v[0] - u[0] * v[2]) + a[2] * (u[0] * v[1] - u[1] * v[0]);
    let dot = |p: [f64; 3], q: [f64; 3]| p[0] * q[0] + p[1] * q[1] + p[2] * q[2];
    2.0 * triple.abs().atan2(1.0 + dot(a, b) + dot(b, c) + dot(c, a)) * EARTH_RADIUS_KM * EARTH_RADIUS_KM
}

/// The area in km² that a ring encloses, taken on the smaller side, by the cylindrical equal-area
/// projection along great circles short enough to be straight in it.
#[must_use]
pub fn ring_area_km2(ring: &[LonLat]) -> f64 {
    let mut sum = 0.0;
    let mut turn = 0.0;
    for (i, a) in ring.iter().enumerate() {
        let b = ring[(i + 1) % ring.len()];
        let mut dlon = b.lon_deg - a.lon_deg;
        if dlon.abs() > 180.0 {
            dlon -= dlon.signum() * 360.0;
        }
        turn += dlon;
        sum += dlon.to_radians() * (a.lat_deg.to_radians().sin() + b.lat_deg.to_radians().sin()) / 2.0;
    }
    // Round a pole the sum is the area between the ring and the equator.
    let area = if turn.abs() > 180.0 { std::f64::consts::TAU - sum.abs() } else { sum.abs() };
    area * EARTH_RADIUS_KM * EARTH_RADIUS_KM
}

/// The polygons as a map at `km_per_px` needs them: positions of at least `(km_per_px/2)²`, and
/// rings of at least half a square pixel; a polygon goes with its exterior.
#[must_use]
pub fn thin(polygons: &[Polygon], km_per_px: f64) -> Vec<Polygon> {
    let least = km_per_px * km_per_px / 4.0;
    let mut out = Vec::with_capacity(polygons.len());
    for polygon in polygons {
        let mut rings = polygon.rings.iter().filter(|r| ring_area_km2(r) >= 2.0 * least).map(|ring| {
            let weights = weights_km2(ring);
            ring.iter().zip(weights).filter(|(_, w)| *w >= least).map(|(p, _)| *p).collect()
        });
        if polygon.rings.first().is_some_and(|r| ring_area_km2(r) >= 2.0 * least) {
            out.push(Polygon { rings: rings.by_ref().collect() });
        }
    }
    out
}

/// The lines as a map at `km_per_px` needs them: their ends, and positions of at least `(km_per_px/2)²`.
#[must_use]
pub fn thin_lines(lines: &[Vec<LonLat>], km_per_px: f64) -> Vec<Vec<LonLat>> {
    let least = km_per_px * km_per_px / 4.0;
    let thinned = |line: &Vec<LonLat>| {
        line.iter().zip(line_weights_km2(&units(line))).filter(|(_, w)| *w >= least).map(|(p, _)| *p).collect()
    };
    lines.iter().map(thinned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(points: &[(f64, f64)]) -> Vec<LonLat> {
        points.iter().map(|&(lon, lat)| LonLat::new(lon, lat)).collect()
    }

    #[test]
    fn the_flattest_position_goes_first_and_three_stay() {
        let w = weights_km2(&ring(&[(0.0, 0.0), (5.0, -0.1), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]));
        assert_eq!(w.iter().filter(|x| x.is_infinite()).count(), 3);
        let least = w.iter().copied().fold(f64::INFINITY, f64::min);
        assert_eq!(w[1], least);
        // Half of 1,113 km × 11.1 km.
        assert!((least - 6180.0).abs() < 100.0, "{least}");
    }

    #[test]
    fn weights_do_not_care_for_the_antimeridian() {
        let at = |shift: f64| {
            weights_km2(&ring(
                &[(-2.0, 60.0), (0.0, 60.2), (2.0, 60.1), (1.5, 62.0), (-1.0, 63.0)].map(|(x, y)| (x + shift, y)),
            ))
        };
        for (a, b) in at(0.0).iter().zip(at(180.0)) {
            assert!(a == &b || (a - b).abs() < 1e-6);
        }
    }

    #[test]
    fn lines_keep_their_ends() {
        let line = ring(&[(0.0, 0.0), (1.0, 0.01), (2.0, 0.0), (3.0, 5.0), (4.0, 0.0)]);
        let w = line_weights_km2(&units(&line));
        assert_eq!(w.iter().filter(|x| x.is_infinite()).count(), 2);
        assert!(w[0].is_infinite() && w[4].is_infinite() && w[1] < 200.0 && w[3] > 10_000.0, "{w:?}");
        assert_eq!(thin_lines(&[line], 50.0)[0].len(), 4);
    }

    #[test]
    fn small_rings_keep_all() {
        assert!(weights_km2(&ring(&[(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)])).iter().all(|w| w.is_infinite()));
        assert!(weights_km2(&[]).is_empty());
    }

    #[test]
    fn areas() {
        let square = ring(&[(0.0, -1.0), (1.0, -1.0), (1.0, 1.0), (0.0, 1.0)]);
        assert!((ring_area_km2(&square) / 24_728.0 - 1.0).abs() < 0.001);
        let cap: Vec<LonLat> = (0..360).map(|k| LonLat::new(f64::from(k), -60.0)).collect();
        let exact = std::f64::consts::TAU * (1.0 - 60_f64.to_radians().sin()) * EARTH_RADIUS_KM * EARTH_RADIUS_KM;
        assert!((ring_area_km2(&cap) / exact - 1.0).abs() < 1e-6);
    }
}
