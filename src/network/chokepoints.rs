//! Which cables go through a chokepoint, by geometry and not by hand.

use crate::cable::Atlas;
use crate::cable::gazetteer::Chokepoint;
use crate::sphere::{UnitVec, contains};

/// Ids of the segments that have any part inside the chokepoint, landings included, in the order of
/// the files. All edges are great circles, those of the extent too.
#[must_use]
pub fn through(atlas: &Atlas, chokepoint: &Chokepoint) -> Vec<String> {
    let rings: Vec<Vec<UnitVec>> = chokepoint
        .extent
        .iter()
        .flat_map(|polygon| &polygon.rings)
        .map(|ring| ring.iter().map(|p| p.to_unit()).collect())
        .collect();
    let touches = |line: &[crate::sphere::LonLat]| {
        let line: Vec<UnitVec> = line.iter().map(|p| p.to_unit()).collect();
        meets(&line, &rings)
    };
    atlas.segments.iter().filter(|s| touches(&s.line)).map(|s| s.id.clone()).collect()
}

/// Whether a line has any part inside the rings: it crosses one of them, or, crossing none, begins
/// inside and so lies inside as a whole.
#[must_use]
pub fn meets(line: &[UnitVec], rings: &[Vec<UnitVec>]) -> bool {
    let edges = |ring: &[UnitVec]| -> Vec<(UnitVec, UnitVec)> {
        (0..ring.len()).map(|i| (ring[i], ring[(i + 1) % ring.len()])).collect()
    };
    let edges: Vec<(UnitVec, UnitVec)> = rings.iter().flat_map(|r| edges(r)).collect();
    line.windows(2).any(|leg| edges.iter().any(|(c, d)| crosses(leg[0], leg[1], *c, *d)))
        || line.first().is_some_and(|p| contains(rings.iter().map(Vec::as_slice), *p))
}

/// Whether the shorter arcs `ab` and `cd` cross at a point inside both: the four triangles that two
/// of the ends make with each of the others all turn the same way (Google's S2 library,
/// `S2::CrossingSign`, without its exact arithmetic). Arcs of one great circle do not cross: how a triangle
/// without area turns is rounding, which stays below 10⁻¹⁵.
pub(super) fn crosses(a: UnitVec, b: UnitVec, c: UnitVec, d: UnitVec) -> bool {
    let turn = |p: UnitVec, q: UnitVec, r: UnitVec| {
        let [x, y, z] = p.cross(q);
        x * r.x + y * r.y + z * r.z
    };
    let turns = [turn(a, c, b), turn(c, b, d), turn(b, d, a), turn(d, a, c)];
    turns.iter().all(|t| *t > 1e-15) || turns.iter().all(|t| *t < -1e-15)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sphere::LonLat;
    use proptest::prelude::*;

    fn line(points: &[(f64, f64)]) -> Vec<UnitVec> {
        points.iter().map(|&(lon, lat)| LonLat::new(lon, lat).to_unit()).collect()
    }

    fn at(lon: f64, lat: f64) -> UnitVec {
        LonLat::new(lon, lat).to_unit()
    }

    /// A box anticlockwise round a centre.
    fn around(lon: f64, lat: f64) -> Vec<Vec<UnitVec>> {
        vec![line(&[(lon - 1.0, lat - 1.0), (lon + 1.0, lat - 1.0), (lon + 1.0, lat + 1.0), (lon - 1.0, lat + 1.0)])]
    }

    #[test]
    fn a_leg_without_a_vertex_inside_still_goes_through() {
        let strait = around(0.0, 0.0);
        assert!(meets(&line(&[(-30.0, 0.5), (30.0, 0.5)]), &strait));
        assert!(meets(&line(&[(0.2, -20.0), (0.2, 20.0)]), &strait));
        assert!(!meets(&line(&[(-30.0, 1.5), (30.0, 1.5)]), &strait));
        assert!(!meets(&line(&[(-30.0, 0.5), (-2.0, 0.5)]), &strait));
    }

    #[test]
    fn a_great_circle_bulges_into_a_strait_that_its_parallel_misses() {
        // Between (−30, 60) and (30, 60) the great circle reaches 63.4° N.
        let leg = line(&[(-30.0, 60.0), (30.0, 60.0)]);
        assert!(meets(&leg, &around(0.0, 63.0)));
        assert!(!meets(&leg, &around(0.0, 60.0)));
    }

    #[test]
    fn a_line_that_lies_inside_or_ends_inside_goes_through() {
        let strait = around(10.0, 70.0);
        assert!(meets(&line(&[(9.9, 70.0), (10.1, 70.1)]), &strait));
        assert!(meets(&line(&[(9.9, 70.0), (40.0, 70.0)]), &strait));
        assert!(meets(&line(&[(40.0, 70.0), (9.9, 70.0)]), &strait));
    }

    #[test]
    fn the_other_side_of_the_globe_does_not_count() {
        let strait = around(0.0, 0.0);
        assert!(!meets(&line(&[(150.0, 0.5), (-150.0, 0.5)]), &strait));
        assert!(!crosses(at(-1.0, 0.0), at(1.0, 0.0), at(180.0, -1.0), at(180.0, 1.0)));
        assert!(crosses(at(-1.0, 0.0), at(1.0, 0.0), at(0.0, -1.0), at(0.0, 1.0)));
    }

    #[test]
    fn arcs_of_one_great_circle_do_not_cross() {
        // Two landings on the Boso peninsula, and a side of the Tsugaru Strait on the same meridian, 700 km away.
        for k in 0..50 {
            let [a, b] = [34.95, 35.02].map(|lat| at(139.0 + 0.05 * f64::from(k), lat));
            let [c, d] = [41.05, 41.95].map(|lat| at(139.0 + 0.05 * f64::from(k), lat));
            assert!(!crosses(a, b, c, d) && !crosses(b, a, c, d) && !crosses(a, a, c, d), "{k}");
        }
    }

    #[test]
    fn the_antimeridian_and_the_pole_are_nothing_special() {
        assert!(meets(&line(&[(175.0, 0.5), (-175.0, 0.5)]), &around(180.0, 0.0)));
        let cap = vec![line(&[(0.0, 85.0), (90.0, 85.0), (180.0, 85.0), (-90.0, 85.0)])];
        assert!(meets(&line(&[(10.0, 60.0), (-170.0, 60.0)]), &cap));
        assert!(!meets(&line(&[(10.0, 60.0), (90.0, 60.0)]), &cap));
    }

    #[test]
    fn a_hole_is_outside() {
        let mut ring = around(0.0, 0.0);
        ring.push(line(&[(-0.5, -0.5), (-0.5, 0.5), (0.5, 0.5), (0.5, -0.5)]));
        assert!(!meets(&line(&[(-0.1, 0.0), (0.1, 0.0)]), &ring));
        assert!(meets(&line(&[(-0.1, 0.0), (0.7, 0.0)]), &ring));
    }

    proptest! {
        /// Against points taken along the line.
        #[test]
        fn a_line_with_a_point_inside_goes_through(
            lon in -180.0..180.0_f64, lat in -80.0..80.0_f64, dx in -6.0..6.0_f64, dy in -6.0..6.0_f64,
            ex in -6.0..6.0_f64, ey in -6.0..6.0_f64,
        ) {
            let strait = around(lon, lat);
            let (a, b) = (at(lon + dx, lat + dy), at(lon + ex, lat + ey));
            let arc = crate::sphere::Arc::new(a, b);
            let inside = (0..=400).any(|k| {
                let p = arc.at(arc.length_rad * f64::from(k) / 400.0);
                contains(strait.iter().map(Vec::as_slice), p)
            });
            // A corner that is cut by less than the step between points is seen by one of them only.
            if inside {
                prop_assert!(meets(&[a, b], &strait));
            }
        }
    }
}
