//! The shortest chain of nodes: A* (Hart, Nilsson and Raphael 1968, doi 10.1109/TSSC.1968.300136)
//! with the great circle as what is left at least. A chain bends where the grid does; `pull` makes it
//! taut afterwards, which takes a fifth of the time of a search at any angle (Theta*) and ends on lines of
//! the same length.

use super::avoid::Avoid;
use super::grid::Grid;
use super::vector::{angle, between, of, unit};
use crate::sphere::{EARTH_RADIUS_KM, UnitVec};
use std::collections::HashSet;

/// A part of the sea, for a caller's own cost.
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    /// A point of its water, about its middle.
    pub at: UnitVec,
    /// About half its width in kilometres: 4 by the shore, up to 40 in the open.
    pub radius_km: f64,
}

/// What a kilometre through a cell counts for, at least 1; `None` where no way may lead.
pub type Cost<'a> = dyn Fn(Cell) -> Option<f64> + 'a;

/// How far around a point ways are open at least, in kilometres; 0 where none may lead. Asked every [`STEP_KM`] along a way, or
/// as far apart as it says.
pub type Shut<'a> = dyn Fn(UnitVec) -> f64 + 'a;

/// How far apart it is asked whether a way is shut.
pub(super) const STEP_KM: f64 = 10.0;

/// What a kilometre counts for nearer to the shore than is wanted.
pub(super) const TOO_NEAR: f64 = 6.0;

/// What the search may do.
pub(super) struct Rules<'a> {
    pub(super) avoid: &'a [Avoid],
    pub(super) closed: Option<&'a Shut<'a>>,
    /// How far each node is from the shore, and how far a way should be, in kilometres.
    pub(super) clearance: Option<(&'a [f32], f64)>,
    /// What a kilometre through a cell with land in it counts for, at least 1.
    pub(super) by_the_shore: f64,
    pub(super) cost: Option<&'a Cost<'a>>,
    /// Neighbours that turned out not to be: their waters meet in places too narrow for a line.
    pub(super) shut: HashSet<(u32, u32)>,
}

impl Rules<'_> {
    fn factor(&self, grid: &Grid, node: u32) -> Option<f64> {
        let at = grid.point(node);
        if self.avoid.iter().any(|a| a.holds(at)) || self.closed.is_some_and(|closed| closed(at) <= 0.0) {
            return None;
        }
        let radius_km = grid.radius_rad(node) * EARTH_RADIUS_KM;
        let own = self.cost.map_or(Some(1.0), |cost| cost(Cell { at, radius_km }).filter(|c| c.is_finite()));
        let near = self.clearance.is_some_and(|(km, wanted)| f64::from(km[node as usize]) < wanted);
        let shore = if grid.is_coastal(node) { self.by_the_shore.max(1.0) } else { 1.0 };
        own.map(|c| c.max(1.0) * shore * if near { TOO_NEAR } else { 1.0 })
    }

    fn open(&self, a: UnitVec, b: UnitVec) -> bool {
        !self.avoid.iter().any(|x| x.meets(a, b)) && !self.closed.is_some_and(|closed| shut_between(closed, a, b))
    }
}

/// Whether an arc is shut somewhere between its ends.
pub(super) fn shut_between(closed: &Shut<'_>, a: UnitVec, b: UnitVec) -> bool {
    // Even steps along the chord are longer in the middle of the arc.
    let parts = (2.0 * (angle(of(a), of(b)) / 2.0).min(1.4).tan() * EARTH_RADIUS_KM / STEP_KM).ceil();
    let mut k = 1.0;
    while k < parts {
        let open_km = closed(unit(between(of(a), of(b), k / parts)));
        if open_km <= 0.0 {
            return true;
        }
        k += (open_km / STEP_KM).floor().max(1.0);
    }
    false
}

/// Nodes that wait their turn, the smallest estimate first: a heap in which each has four below it (Johnson 1975), of whole
/// numbers, an estimate above its node: of numbers that are not negative the bits are in order too. The standard heap
/// takes twice the time where code is made small.
#[derive(Default)]
struct Queue(Vec<u64>);

impl Queue {
    fn push(&mut self, estimate: f32, node: u32) {
        let item = u64::from(estimate.to_bits()) << 32 | u64::from(node);
        let mut at = self.0.len();
        self.0.push(item);
        while at > 0 {
            let above = (at - 1) / 4;
            if self.0[above] <= item {
                break;
            }
            self.0[at] = self.0[above];
            at = above;
        }
        self.0[at] = item;
    }

    fn pop(&mut self) -> Option<(f32, u32)> {
        let last = self.0.pop()?;
        let first = self.0.first().copied().unwrap_or(last);
        let count = self.0.len();
        let mut at = 0;
        while 4 * at + 1 < count {
            let mut least = 4 * at + 1;
            for below in least + 1..(4 * at + 5).min(count) {
                if self.0[below] < self.0[least] {
                    least = below;
                }
            }
            if self.0[least] >= last {
                break;
            }
            self.0[at] = self.0[least];
            at = least;
        }
        if let Some(place) = self.0.get_mut(at) {
            *place = last;
        }
        #[allow(clippy::cast_possible_truncation, reason = "the two halves of it")]
        let halves = ((first >> 32) as u32, first as u32);
        Some((f32::from_bits(halves.0), halves.1))
    }
}

/// The square of a chord from which on its angle is computed in full.
const FAR: f64 = 0.25;

const NOBODY: u32 = u32::MAX;

/// One search under way.
struct Search<'a> {
    grid: &'a Grid,
    rules: &'a Rules<'a>,
    /// Cost from the start, in radians.
    so_far: Vec<f32>,
    parent: Vec<u32>,
    done: Vec<bool>,
    /// What a kilometre counts for; zero where that has not been asked.
    factors: Vec<f32>,
}

/// The nodes of the cheapest chain from `from` to `to`. Two that follow each other are neighbours.
pub(super) fn chain(grid: &Grid, rules: &Rules<'_>, from: u32, to: u32) -> Option<Vec<u32>> {
    let n = grid.len();
    let (so_far, parent, done) = (vec![f32::INFINITY; n], vec![NOBODY; n], vec![false; n]);
    Search { grid, rules, so_far, parent, done, factors: vec![0.0; n] }.run(from, to)
}

impl Search<'_> {
    fn run(mut self, from: u32, to: u32) -> Option<Vec<u32>> {
        let goal = self.grid.point(to);
        let mut queue = Queue::default();
        queue.push(0.0, from);
        self.so_far[from as usize] = 0.0;
        self.parent[from as usize] = from;
        while let Some((_, node)) = queue.pop() {
            if std::mem::replace(&mut self.done[node as usize], true) {
                continue;
            }
            if node == to {
                return Some(self.back(to));
            }
            let at = self.grid.point(node);
            for &next in self.grid.neighbours(node) {
                if self.done[next as usize] || self.is_shut(node, next) {
                    continue;
                }
                let factor = self.factor(next);
                if factor.is_infinite() {
                    continue;
                }
                let there = self.grid.point(next);
                let cost = self.so_far[node as usize] + short(at, there) * factor;
                if cost < self.so_far[next as usize] && self.rules.open(at, there) {
                    self.so_far[next as usize] = cost;
                    self.parent[next as usize] = node;
                    queue.push(cost + short(there, goal), next);
                }
            }
        }
        None
    }

    /// What a kilometre of a node counts for; infinite where no way may lead.
    fn factor(&mut self, node: u32) -> f32 {
        let known = self.factors[node as usize];
        if known > 0.0 {
            return known;
        }
        let found = self.rules.factor(self.grid, node).map_or(f32::INFINITY, single);
        self.factors[node as usize] = found;
        found
    }

    fn is_shut(&self, a: u32, b: u32) -> bool {
        !self.rules.shut.is_empty() && self.rules.shut.contains(&pair(a, b))
    }

    fn back(&self, to: u32) -> Vec<u32> {
        let mut out = vec![to];
        let mut node = to;
        while self.parent[node as usize] != node {
            node = self.parent[node as usize];
            out.push(node);
        }
        out.reverse();
        out
    }
}

/// How far each node is from the nearest shore, in kilometres, along the graph: as a search from all shores at once.
pub(super) fn clearance(grid: &Grid) -> Vec<f32> {
    /// About how far the middle of a cell with land in it is from that land.
    const BEACH_RAD: f32 = 0.000_4;
    let count = u32::try_from(grid.len()).unwrap_or(u32::MAX);
    let mut out = vec![f32::INFINITY; grid.len()];
    let mut queue = Queue::default();
    for node in (0..count).filter(|n| grid.is_coastal(*n)) {
        out[node as usize] = BEACH_RAD;
        queue.push(BEACH_RAD, node);
    }
    while let Some((far, node)) = queue.pop() {
        if far > out[node as usize] {
            continue;
        }
        for &next in grid.neighbours(node) {
            let reached = far + short(grid.point(node), grid.point(next));
            if reached < out[next as usize] {
                out[next as usize] = reached;
                queue.push(reached, next);
            }
        }
    }
    out.iter_mut().for_each(|far| *far *= single(EARTH_RADIUS_KM));
    out
}

/// Two nodes in one order.
pub(super) fn pair(a: u32, b: u32) -> (u32, u32) {
    (a.min(b), a.max(b))
}

/// The angle between two points, a little short so that rounding never makes it too long: of the series
/// for 2·arcsin(d/2), where d is the chord, three terms are exact to a metre in a thousand kilometres.
fn short(a: UnitVec, b: UnitVec) -> f32 {
    let (x, y, z) = (a.x - b.x, a.y - b.y, a.z - b.z);
    let d2 = x * x + y * y + z * z;
    if d2 > FAR {
        return single(angle(of(a), of(b)));
    }
    single(d2.sqrt() * (1.0 + d2 / 24.0 * (1.0 + d2 * 9.0 / 80.0)))
}

#[allow(clippy::cast_possible_truncation, reason = "a metre in ten thousand kilometres is kept")]
fn single(x: f64) -> f32 {
    x as f32
}

#[cfg(test)]
mod tests {
    use super::Queue;

    #[test]
    fn the_queue_gives_the_smallest_first() {
        let mut queue = Queue::default();
        let mut seed = 1_u32;
        let mut all = Vec::new();
        for node in 0..500 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let estimate = f32::from((seed >> 16) as u16) / 1000.0;
            queue.push(estimate, node);
            all.push((estimate, node));
        }
        all.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let found: Vec<(f32, u32)> = std::iter::from_fn(|| queue.pop()).collect();
        assert_eq!(found, all);
    }
}
