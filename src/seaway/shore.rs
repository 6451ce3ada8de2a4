//! The shore as short arcs in a tree of balls: does a line cross it, how near is it, what is land.
//!
//! Sixteen arcs that follow each other along a ring make a leaf; leaves are sorted along the
//! Z-curve of a cubed sphere, and every eight of them, and of what they make, get a ball around
//! them. The tree has no pointers: the children of ball `i` of a level are balls `8i…8i+7` of the
//! level below (Omohundro 1989, *Five Balltree Construction Algorithms*, ICSI TR-89-063).

use super::arc::{Strip, arcs_cross};
use super::cube::Cube;
use super::vector::{
    Fine, V3, add, between, cross, dot, fine, nearest_on_chord, of, of_fine, scale, square, sub, unit, wide,
};
use crate::geodata::Polygon;
use crate::sphere::{EARTH_RADIUS_KM, UnitVec};

/// Arcs longer than this are parted, so that arc and chord differ by less than 10 m.
const LONGEST_RAD: f64 = 0.003_5;
/// How far an arc may leave its chord, and more than a rounding to `f32` moves a point.
const SLACK: f64 = 3e-6;
const LEAF: usize = 16;
const FAN: usize = 8;

/// A ball in space.
#[derive(Clone, Copy)]
struct Ball {
    centre: [f32; 3],
    radius: f32,
}

/// Where the shore is nearest to a point.
#[derive(Clone, Copy, Debug)]
pub struct Nearest {
    /// How far it is, in kilometres.
    pub distance_km: f64,
    /// The point of the shore.
    pub at: UnitVec,
}

/// Every shore, ready for exact questions. About 16 bytes a position.
pub struct Shore {
    /// The positions of all rings, ring after ring.
    points: Vec<Fine>,
    /// For each position the first of its ring, for the first the number of positions, marked.
    rings: Vec<(u32, u32)>,
    /// First position and number of arcs of each leaf, and its ring.
    leaves: Vec<(u32, u32)>,
    /// Balls, the leaves' level first.
    levels: Vec<Vec<Ball>>,
    /// Whether each anchor is on land.
    anchors: Vec<bool>,
}

impl Shore {
    /// The index of all rings of `polygons`, which have the inside on their left.
    #[must_use]
    pub fn new(polygons: &[Polygon]) -> Self {
        let mut shore =
            Self { points: Vec::new(), rings: Vec::new(), leaves: Vec::new(), levels: Vec::new(), anchors: Vec::new() };
        for ring in polygons.iter().flat_map(|p| &p.rings) {
            let ring: Vec<V3> = ring.iter().map(|p| of(p.to_unit())).collect();
            shore.add(&ring);
        }
        let cube = Cube::new(1024);
        shore.leaves.sort_by_cached_key(|leaf| cube.key(of_fine(shore.points[leaf.0 as usize])));
        let mut level: Vec<Ball> = shore.leaves.iter().map(|l| shore.ball(*l)).collect();
        while level.len() > 1 {
            let next = level.chunks(FAN).map(around).collect();
            shore.levels.push(std::mem::replace(&mut level, next));
        }
        shore.levels.push(level);
        shore.anchors = shore.anchored();
        shore
    }

    fn add(&mut self, ring: &[V3]) {
        let first = self.points.len();
        for (i, &a) in ring.iter().enumerate() {
            let b = ring[(i + 1) % ring.len()];
            let parts = (square(sub(a, b)).sqrt() / LONGEST_RAD).ceil().max(1.0);
            let mut k = 0.0;
            while k < parts {
                self.points.push(fine(between(a, b, k / parts)));
                k += 1.0;
            }
        }
        let end = self.points.len();
        let index = |i: usize| u32::try_from(i).unwrap_or(u32::MAX);
        self.rings.push((index(first), index(end)));
        for start in (first..end).step_by(LEAF) {
            self.leaves.push((index(start), index((start + LEAF).min(end))));
        }
    }

    /// First and last-but-one position of the ring that holds position `i`.
    fn ring(&self, i: u32) -> (u32, u32) {
        let at = self.rings.partition_point(|r| r.1 <= i);
        self.rings.get(at).copied().unwrap_or((0, 0))
    }

    fn point(&self, i: u32) -> V3 {
        self.points.get(i as usize).map_or([0.0; 3], |p| of_fine(*p))
    }

    /// The ends of each arc of a leaf, with the index of its first end.
    fn arcs(&self, leaf: (u32, u32)) -> impl Iterator<Item = (u32, V3, V3)> {
        let (first, end) = self.ring(leaf.0);
        (leaf.0..leaf.1).map(move |i| (i, self.point(i), self.point(if i + 1 < end { i + 1 } else { first })))
    }

    fn ball(&self, leaf: (u32, u32)) -> Ball {
        let ends: Vec<V3> = self.arcs(leaf).flat_map(|(_, a, b)| [a, b]).collect();
        let sum = ends.iter().fold([0.0; 3], |s, p| add(s, *p));
        let centre = scale(sum, 1.0 / ends.len().max(1) as f64);
        ball(centre, ends.iter().map(|p| square(sub(*p, centre)).sqrt()).fold(0.0, f64::max))
    }

    /// Calls `on` with the arcs of each leaf that `meets` lets pass; stops when it says so.
    fn visit(&self, meets: &impl Fn(V3, f64) -> bool, on: &mut impl FnMut(u32, V3, V3) -> bool) {
        let Some(top) = self.levels.len().checked_sub(1) else { return };
        let mut stack: Vec<(usize, usize)> = (0..self.levels[top].len()).map(|i| (top, i)).collect();
        while let Some((level, i)) = stack.pop() {
            let ball = self.levels[level][i];
            if !meets(wide(ball.centre), f64::from(ball.radius)) {
                continue;
            }
            if level > 0 {
                let children = i * FAN..((i + 1) * FAN).min(self.levels[level - 1].len());
                stack.extend(children.map(|c| (level - 1, c)));
            } else if self.arcs(self.leaves[i]).any(|(k, a, b)| on(k, a, b)) {
                return;
            }
        }
    }

    /// Whether the great-circle arc from `a` to `b` meets a shore.
    #[must_use]
    pub fn crosses(&self, a: UnitVec, b: UnitVec) -> bool {
        let mut found = false;
        for strip in Strip::parts(of(a), of(b)) {
            self.visit(&|c, r| strip.near(c, r), &mut |_, c, d| {
                found = arcs_cross(&strip, c, d);
                found
            });
            if found {
                return true;
            }
        }
        false
    }

    /// Where the arc from `a` to `b` meets shores: radians from `a`, in order.
    #[must_use]
    pub fn crossings(&self, a: UnitVec, b: UnitVec) -> Vec<f64> {
        let mut out = Vec::new();
        let mut before = 0.0;
        for strip in Strip::parts(of(a), of(b)) {
            self.visit(&|c, r| strip.near(c, r), &mut |_, c, d| {
                if arcs_cross(&strip, c, d) {
                    out.push(before + strip.place(c, d));
                }
                false
            });
            before += strip.length_rad();
        }
        out.sort_by(f64::total_cmp);
        out
    }

    /// Whether the arc from `a` to `b` stays at least `margin_km` from every shore.
    #[must_use]
    pub fn clear(&self, a: UnitVec, b: UnitVec, margin_km: f64) -> bool {
        let margin = margin_km / EARTH_RADIUS_KM;
        Strip::parts(of(a), of(b)).all(|strip| {
            let mut close = false;
            self.visit(&|c, r| strip.near(c, r + margin), &mut |_, c, d| {
                close = arcs_cross(&strip, c, d) || (margin > 0.0 && strip.distance(c, d) < margin);
                close
            });
            !close
        })
    }

    /// The nearest shore to `p`; `None` where there is no shore at all.
    #[must_use]
    pub fn nearest(&self, p: UnitVec) -> Option<Nearest> {
        let (distance, arc, part) = self.nearest_arc(of(p))?;
        let (a, b) = self.ends(arc);
        Some(Nearest {
            distance_km: 2.0 * (distance.sqrt() / 2.0).min(1.0).asin() * EARTH_RADIUS_KM,
            at: unit(between(a, b, part)),
        })
    }

    fn left_of_nearest(&self, p: UnitVec) -> bool {
        self.nearest_arc(of(p)).is_some_and(|(_, arc, part)| self.left_of(arc, part, of(p)))
    }

    /// How far the nearest shore is, in kilometres, where that is less than `limit_km`: much faster than
    /// [`Shore::nearest`] where it is not.
    #[must_use]
    pub fn within_km(&self, p: UnitVec, limit_km: f64) -> Option<f64> {
        let chord = 2.0 * (limit_km / EARTH_RADIUS_KM / 2.0).min(1.5).sin();
        let (distance, ..) = self.nearest_arc_within(of(p), chord * chord)?;
        Some(2.0 * (distance.sqrt() / 2.0).min(1.0).asin() * EARTH_RADIUS_KM)
    }

    fn nearest_arc(&self, p: V3) -> Option<(f64, u32, f64)> {
        self.nearest_arc_within(p, f64::INFINITY)
    }

    /// Squared distance, arc and part of the arc that is nearest, where the first is less than `limit`.
    fn nearest_arc_within(&self, p: V3, limit: f64) -> Option<(f64, u32, f64)> {
        let top = self.levels.len().checked_sub(1)?;
        let mut best = (limit, 0_u32, 0.0);
        let mut found = false;
        let mut stack: Vec<(f64, usize, usize)> = (0..self.levels[top].len()).map(|i| (0.0, top, i)).collect();
        while let Some((least, level, i)) = stack.pop() {
            if least * least >= best.0 {
                continue;
            }
            if level > 0 {
                let children = i * FAN..((i + 1) * FAN).min(self.levels[level - 1].len());
                let from = stack.len();
                for child in children {
                    let ball = self.levels[level - 1][child];
                    let gap = square(sub(wide(ball.centre), p)).sqrt() - f64::from(ball.radius);
                    let gap = if gap > 0.0 { gap } else { 0.0 };
                    // Of the few that are near the nearest comes last, and is looked at first.
                    if gap * gap < best.0 {
                        let mut at = stack.len();
                        stack.push((gap, level - 1, child));
                        while at > from && stack[at - 1].0 < gap {
                            stack.swap(at, at - 1);
                            at -= 1;
                        }
                    }
                }
                continue;
            }
            for (k, a, b) in self.arcs(self.leaves[i]) {
                let (t, distance) = nearest_on_chord(a, b, p);
                if distance < best.0 {
                    best = (distance, k, t);
                    found = true;
                }
            }
        }
        found.then_some(best)
    }

    /// Whether `p` is on land: whether the shore is crossed an odd number of times on the way to
    /// the nearest anchor in water. Unlike the side of the nearest arc that is right far off the
    /// shore also where a ring crosses itself, as rounded rings do.
    #[must_use]
    pub fn on_land(&self, p: UnitVec) -> bool {
        let cube = Cube::new(ANCHORS);
        let place = cube.place(of(p));
        let i = anchor_index(place.face, cube.whole(place.x), cube.whole(place.y));
        self.anchors.get(i).copied().unwrap_or_default() ^ self.odd(p, unit(anchor(i)))
    }

    fn odd(&self, a: UnitVec, b: UnitVec) -> bool {
        self.crossings(a, b).len() % 2 == 1
    }

    /// Which anchors are on land: from one to the next by crossings; which of the two sides is land
    /// by what most of them have on the left of their nearest arc.
    fn anchored(&self) -> Vec<bool> {
        let all: Vec<UnitVec> = (0..6 * (ANCHORS * ANCHORS) as usize).map(|i| unit(anchor(i))).collect();
        let mut out = vec![false; all.len()];
        for i in 1..all.len() {
            out[i] = out[i - 1] ^ self.odd(all[i - 1], all[i]);
        }
        let differ = (0..all.len()).step_by(7).filter(|&i| out[i] != self.left_of_nearest(all[i])).count();
        if differ * 7 * 2 > all.len() {
            out.iter_mut().for_each(|on_land| *on_land = !*on_land);
        }
        out
    }

    fn ends(&self, arc: u32) -> (V3, V3) {
        let (first, end) = self.ring(arc);
        (self.point(arc), self.point(if arc + 1 < end { arc + 1 } else { first }))
    }

    /// Whether `p`, to which part `t` of an arc is nearest, lies to its left; at a vertex the two
    /// arcs that meet there are weighed together, as in [`crate::sphere::contains`].
    fn left_of(&self, arc: u32, t: f64, p: V3) -> bool {
        let (first, end) = self.ring(arc);
        let side = |a: V3, b: V3, p: V3| dot(cross(a, b), p);
        let (a, b) = self.ends(arc);
        let corner = if t <= 0.0 {
            let before = if arc > first { arc - 1 } else { end.saturating_sub(1) };
            (self.point(before), a, b)
        } else if t >= 1.0 {
            let next = if arc + 1 < end { arc + 1 } else { first };
            (a, b, self.ends(next).1)
        } else {
            return side(a, b, p) > 0.0;
        };
        let (before, at, after) = corner;
        let (one, two) = (side(before, at, p) > 0.0, side(at, after, p) > 0.0);
        if side(before, at, after) > 0.0 { one && two } else { one || two }
    }

    /// Every arc of every shore.
    pub(super) fn all_arcs(&self) -> impl Iterator<Item = (V3, V3)> {
        self.leaves.iter().flat_map(|l| self.arcs(*l)).map(|(_, a, b)| (a, b))
    }

    /// Bytes held.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let balls: usize = self.levels.iter().map(Vec::len).sum();
        self.points.len() * 12 + (self.rings.len() + self.leaves.len()) * 8 + balls * size_of::<Ball>()
    }
}

/// Cells of a face's side that have an anchor each: some 300 km.
const ANCHORS: u32 = 32;

/// The place of an anchor in the list: rows run to and fro, so that neighbours in it are near.
fn anchor_index(face: u32, x: u32, y: u32) -> usize {
    let x = if y.is_multiple_of(2) { x } else { ANCHORS - 1 - x };
    ((face * ANCHORS + y) * ANCHORS + x) as usize
}

/// Where an anchor is: off the middle of its cell, so that no meridian leads there.
fn anchor(i: usize) -> V3 {
    let i = u32::try_from(i).unwrap_or_default();
    let (face, y, x) = (i / (ANCHORS * ANCHORS), i / ANCHORS % ANCHORS, i % ANCHORS);
    let x = if y.is_multiple_of(2) { x } else { ANCHORS - 1 - x };
    let off = |n: u32| f64::from(n) + 0.513_7;
    Cube::new(ANCHORS).direction(super::cube::Place { face, x: off(x), y: off(y) })
}

#[allow(clippy::cast_possible_truncation, reason = "the slack covers the rounding")]
fn ball(centre: V3, radius: f64) -> Ball {
    Ball { centre: super::vector::narrow(centre), radius: (radius + SLACK) as f32 }
}

/// A ball around balls.
fn around(balls: &[Ball]) -> Ball {
    let sum = balls.iter().fold([0.0; 3], |s, b| add(s, wide(b.centre)));
    let centre = scale(sum, 1.0 / balls.len().max(1) as f64);
    let reach = |b: &Ball| square(sub(wide(b.centre), centre)).sqrt() + f64::from(b.radius);
    ball(centre, balls.iter().map(reach).fold(0.0, f64::max))
}
