//! Which points a polygon on the sphere holds.

use super::{Arc, UnitVec};

/// Whether the polygon bounded by `rings` holds `p`.
///
/// Each ring has the inside on its left, as RFC 7946 wants exterior rings anticlockwise, and may
/// hold a pole or more than a hemisphere. The nearest edge of all rings decides: `p` is inside
/// where it lies to the left of that edge. At a vertex the two edges that meet are weighed together
/// (the sign of the angle between them), after the planar rule of Bærentzen and Aanæs 2005
/// (doi 10.1109/TVCG.2005.49).
#[must_use]
pub fn contains<'a>(rings: impl Iterator<Item = &'a [UnitVec]>, p: UnitVec) -> bool {
    let mut nearest = f64::INFINITY;
    let mut inside = false;
    for ring in rings {
        for (i, &a) in ring.iter().enumerate() {
            let b = ring[(i + 1) % ring.len()];
            let distance = Arc::new(a, b).distance_rad(p);
            if distance < nearest {
                nearest = distance;
                inside = left_of(ring, i, p);
            }
        }
    }
    inside
}

/// Whether `p` lies to the left of edge `i` of the ring, or, where a vertex is nearest, inside the
/// corner there.
fn left_of(ring: &[UnitVec], i: usize, p: UnitVec) -> bool {
    let n = ring.len();
    let (a, b) = (ring[i], ring[(i + 1) % n]);
    let side = |a: UnitVec, b: UnitVec, p: UnitVec| {
        let [x, y, z] = a.cross(b);
        x * p.x + y * p.y + z * p.z
    };
    let arc = Arc::new(a, b);
    let t = p.dot(arc.n).atan2(p.dot(arc.a));
    let corner = if t <= 0.0 {
        Some((ring[(i + n - 1) % n], a, b))
    } else if t >= arc.length_rad {
        Some((a, b, ring[(i + 2) % n]))
    } else {
        None
    };
    match corner {
        None => side(a, b, p) > 0.0,
        Some((before, at, after)) => {
            let (first, second) = (side(before, at, p) > 0.0, side(at, after, p) > 0.0);
            if side(before, at, after) > 0.0 { first && second } else { first || second }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::LonLat;
    use super::*;

    fn ring(points: &[(f64, f64)]) -> Vec<UnitVec> {
        points.iter().map(|&(lon, lat)| LonLat::new(lon, lat).to_unit()).collect()
    }

    fn holds(r: &[UnitVec], lon: f64, lat: f64) -> bool {
        contains(std::iter::once(r), LonLat::new(lon, lat).to_unit())
    }

    #[test]
    fn square_on_the_equator() {
        let r = ring(&[(0.0, -5.0), (10.0, -5.0), (10.0, 5.0), (0.0, 5.0)]);
        assert!(holds(&r, 5.0, 0.0) && !holds(&r, 15.0, 0.0) && !holds(&r, -170.0, 0.0) && !holds(&r, 12.0, 7.0));
    }

    #[test]
    fn clockwise_square_is_everything_else() {
        let r = ring(&[(0.0, 5.0), (10.0, 5.0), (10.0, -5.0), (0.0, -5.0)]);
        assert!(!holds(&r, 5.0, 0.0) && holds(&r, 15.0, 0.0) && holds(&r, 0.0, 90.0));
    }

    #[test]
    fn ring_round_the_south_pole() {
        let r = ring(&[(120.0, -70.0), (60.0, -70.0), (0.0, -70.0), (-60.0, -70.0), (-120.0, -70.0), (180.0, -70.0)]);
        assert!(holds(&r, 0.0, -90.0) && holds(&r, 33.0, -80.0) && !holds(&r, 33.0, -60.0) && !holds(&r, 0.0, 90.0));
    }

    #[test]
    fn concave_corner() {
        let r = ring(&[(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (5.0, 2.0), (0.0, 10.0)]);
        assert!(!holds(&r, 5.0, 4.0) && holds(&r, 1.0, 5.0) && holds(&r, 5.0, 1.0));
    }

    #[test]
    fn hole_is_outside() {
        let outer = ring(&[(0.0, -5.0), (10.0, -5.0), (10.0, 5.0), (0.0, 5.0)]);
        let hole = ring(&[(4.0, -1.0), (4.0, 1.0), (6.0, 1.0), (6.0, -1.0)]);
        let at = |lon| contains([outer.as_slice(), hole.as_slice()].into_iter(), LonLat::new(lon, 0.0).to_unit());
        assert!(at(2.0) && !at(5.0));
    }
}
