//! A ring at one resolution, in blocks that are looked at or passed over together.

use crate::sphere::{Cap, UnitVec};

/// Vertices of a block.
const BLOCK: usize = 48;
/// How far to the left of an edge its inside is asked for: 0.6 m on the Earth.
const ASIDE_RAD: f64 = 1e-7;

/// A vertex as three `f32`: on the Earth, within half a metre.
pub(super) type Vertex = [f32; 3];

pub(super) fn unit([x, y, z]: Vertex) -> UnitVec {
    UnitVec::new_unchecked(f64::from(x), f64::from(y), f64::from(z))
}

/// The vertex at length one to the last bit. Clipping compares cosines, and those of a small cap take
/// the 3e-8 that a length loses to `f32` for tens of metres.
fn exact(v: Vertex) -> UnitVec {
    let p = unit(v);
    UnitVec::normalised(p.x, p.y, p.z).unwrap_or(p)
}

/// A ring at one resolution.
#[derive(Debug)]
pub(super) struct Level {
    pub(super) vertices: Vec<Vertex>,
    /// For each block a cap that holds its vertices, the first of the next, and the arcs between them;
    /// none for a short ring.
    caps: Vec<Cap>,
}

impl Level {
    pub(super) fn new(vertices: Vec<Vertex>) -> Self {
        let n = vertices.len();
        let starts = (0..n).step_by(BLOCK).filter(|_| n > 2 * BLOCK);
        let cap = |from: usize| Cap::bounding((from..=from + BLOCK).map(|i| unit(vertices[i.min(n) % n])));
        let caps = starts.map(cap).collect();
        Self { vertices, caps }
    }

    /// Sends on the vertices that may matter inside `clip`. Of a block that lies outside, its ends stand
    /// for it: the arc between them lies in the block's cap too, so the ring's part inside is the same.
    pub(super) fn near(&self, clip: &Cap, mut point: impl FnMut(UnitVec)) {
        for (i, block) in self.vertices.chunks(BLOCK).enumerate() {
            match (self.caps.get(i), block) {
                (Some(cap), [first, .., last]) if !cap.meets(clip) => {
                    point(exact(*first));
                    point(exact(*last));
                }
                _ => block.iter().for_each(|v| point(exact(*v))),
            }
        }
    }

    /// Whether a polygon holds `p`: from a point just inside an edge, the way to `p` crosses the rings an
    /// even number of times. Each ring has the inside on its left.
    pub(super) fn hold<'a>(rings: impl Iterator<Item = &'a Self> + Clone, p: UnitVec) -> bool {
        let rings = rings.filter(|ring| ring.vertices.len() >= 3);
        let inner = rings.clone().find_map(Self::just_inside);
        inner.is_some_and(|inner| rings.map(|ring| ring.crossings(inner, p)).sum::<usize>() % 2 == 0)
    }

    /// A point just to the left of the longest of the first edges.
    fn just_inside(&self) -> Option<UnitVec> {
        let edges = self.vertices.windows(2).take(BLOCK).map(|w| (exact(w[0]), exact(w[1])));
        let (a, b) = edges.min_by(|(a, b), (c, d)| a.dot(*b).total_cmp(&c.dot(*d)))?;
        let [x, y, z] = a.cross(b);
        let left = UnitVec::normalised(x, y, z)?;
        let step = |a: f64, b: f64, left: f64| (a + b) / 2.0 + ASIDE_RAD * left;
        UnitVec::normalised(step(a.x, b.x, left.x), step(a.y, b.y, left.y), step(a.z, b.z, left.z))
    }

    /// How many edges cross the arc from `c` to `d`. An end of an edge on the arc's circle counts as to its
    /// left, so that a way through a vertex crosses once or not at all.
    fn crossings(&self, c: UnitVec, d: UnitVec) -> usize {
        let [x, y, z] = c.cross(d);
        let Some(normal) = UnitVec::normalised(x, y, z) else { return 0 };
        let n = self.vertices.len();
        let crosses = |i: usize| {
            let (a, b) = (unit(self.vertices[i]), unit(self.vertices[(i + 1) % n]));
            let a_left = normal.dot(a) >= 0.0;
            if a_left == (normal.dot(b) >= 0.0) {
                return false;
            }
            let [x, y, z] = a.cross(b);
            let side = |p: UnitVec| x * p.x + y * p.y + z * p.z;
            (side(c) < 0.0) == a_left && (side(d) > 0.0) == a_left
        };
        let block = |from: usize| (from..(from + BLOCK).min(n)).filter(|i| crosses(*i)).count();
        let near = |from: &usize| self.caps.get(from / BLOCK).is_none_or(|cap| cap.meets_circle(normal));
        (0..n).step_by(BLOCK).filter(near).map(block).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sphere::{LonLat, contains};

    #[allow(clippy::cast_possible_truncation, reason = "the stored precision")]
    fn ring(points: &[UnitVec]) -> Level {
        Level::new(points.iter().map(|p| [p.x as f32, p.y as f32, p.z as f32]).collect())
    }

    /// A star about a point, with long and short rays, so that caps of blocks overlap.
    fn star(lon: f64, lat: f64, n: u32) -> Vec<UnitVec> {
        let ray = |k: u32| 0.3 + 0.25 * (f64::from(k) * 2.3).sin();
        let about = LonLat::new(lon, lat).to_unit();
        (0..n).map(|k| Cap::new(about, ray(k)).edge(f64::from(k) * std::f64::consts::TAU / f64::from(n))).collect()
    }

    #[test]
    fn crossings_say_what_the_nearest_edge_says() {
        for (lon, lat) in [(0.0, 0.0), (170.0, 60.0), (-40.0, 90.0)] {
            let outer = star(lon, lat, 700);
            let level = ring(&outer);
            let mut held = 0;
            for k in 0..400 {
                let k = f64::from(k);
                let p = Cap::new(LonLat::new(lon, lat).to_unit(), k * 0.0077).edge(k * 2.4);
                let want = contains([outer.as_slice()].into_iter(), p);
                held += usize::from(want);
                assert_eq!(Level::hold([&level].into_iter(), p), want, "{:?}", p.to_lonlat());
            }
            assert!(held > 20 && held < 380);
        }
    }

    #[test]
    fn only_blocks_at_hand_are_sent() {
        let level = ring(&star(0.0, 0.0, 960));
        let mut all = 0;
        level.near(&Cap::new(LonLat::new(0.0, 0.0).to_unit(), 1.0), |_| all += 1);
        assert_eq!(all, 960);
        let mut few = 0;
        level.near(&Cap::new(LonLat::new(30.0, 0.0).to_unit(), 0.05), |_| few += 1);
        assert!(few < 400, "{few}");
    }
}
