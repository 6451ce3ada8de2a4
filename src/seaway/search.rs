//! The shortest chain of nodes: A* (Hart, Nilsson and Raphael 1968, doi 10.1109/TSSC.1968.300136)
//! with the great circle as what is left at least, and any angle between the nodes of a chain:
//! Theta* (Nash, Daniel, Koenig and Felner 2007, AAAI-07, 1177–1183), in its lazy form (Nash, Koenig
//! and Tovey 2010, AAAI-10). With a caller's cost it is plain A*.

use super::avoid::Avoid;
use super::grid::Grid;
use super::shore::Shore;
use crate::sphere::UnitVec;
use std::cmp::Ordering;
use std::collections::{BinaryHeap, HashSet};

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

/// Any-angle legs are no longer than this: a longer one is rarely free, and costs more to test.
const LONGEST_LEG_RAD: f64 = 0.5;

/// What the search may do.
pub(super) struct Rules<'a> {
    pub(super) avoid: &'a [Avoid],
    pub(super) offshore_km: f64,
    /// What a kilometre through a cell with land in it counts for, at least 1.
    pub(super) by_the_shore: f64,
    pub(super) cost: Option<&'a Cost<'a>>,
    /// Neighbours that turned out not to be: their waters meet in places too narrow for a line.
    pub(super) shut: HashSet<(u32, u32)>,
}

impl Rules<'_> {
    fn factor(&self, grid: &Grid, node: u32) -> Option<f64> {
        let at = grid.point(node);
        if self.avoid.iter().any(|a| a.area.holds(at)) {
            return None;
        }
        let radius_km = grid.radius_rad(node) * crate::sphere::EARTH_RADIUS_KM;
        let own = self.cost.map_or(Some(1.0), |cost| cost(Cell { at, radius_km }).filter(|c| c.is_finite()));
        own.map(|c| c.max(1.0) * if grid.is_coastal(node) { self.by_the_shore.max(1.0) } else { 1.0 })
    }

    fn open(&self, a: UnitVec, b: UnitVec) -> bool {
        !self.avoid.iter().any(|x| x.area.meets(a, b))
    }
}

/// An estimate that waits its turn; the smallest comes first.
struct Waiting(f32, u32);

impl PartialEq for Waiting {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Waiting {}

impl Ord for Waiting {
    fn cmp(&self, other: &Self) -> Ordering {
        other.0.total_cmp(&self.0).then(other.1.cmp(&self.1))
    }
}

impl PartialOrd for Waiting {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

const NOBODY: u32 = u32::MAX;

/// One search under way.
struct Search<'a> {
    grid: &'a Grid,
    shore: &'a Shore,
    rules: &'a Rules<'a>,
    /// Cost from the start, in radians.
    so_far: Vec<f32>,
    parent: Vec<u32>,
    done: Vec<bool>,
}

/// The nodes of the cheapest chain from `from` to `to`. Two that follow each other are neighbours,
/// or see each other with `offshore_km` to every shore between them.
pub(super) fn chain(grid: &Grid, shore: &Shore, rules: &Rules<'_>, from: u32, to: u32) -> Option<Vec<u32>> {
    let n = grid.len();
    let (so_far, parent, done) = (vec![f32::INFINITY; n], vec![NOBODY; n], vec![false; n]);
    Search { grid, shore, rules, so_far, parent, done }.run(from, to)
}

impl Search<'_> {
    fn run(mut self, from: u32, to: u32) -> Option<Vec<u32>> {
        let goal = self.grid.point(to);
        let any_angle = self.rules.cost.is_none();
        let mut queue = BinaryHeap::from([Waiting(0.0, from)]);
        self.so_far[from as usize] = 0.0;
        self.parent[from as usize] = from;
        while let Some(Waiting(_, node)) = queue.pop() {
            if std::mem::replace(&mut self.done[node as usize], true) {
                continue;
            }
            if any_angle {
                self.straighten(node);
            }
            if node == to {
                return Some(self.back(to));
            }
            let at = self.grid.point(node);
            for &next in self.grid.neighbours(node) {
                if self.done[next as usize] || self.rules.shut.contains(&pair(node, next)) {
                    continue;
                }
                let Some(factor) = self.rules.factor(self.grid, next) else { continue };
                let there = self.grid.point(next);
                if !self.rules.open(at, there) {
                    continue;
                }
                let by = if any_angle { self.parent[node as usize] } else { node };
                let cost = self.cost(by, node, there, factor);
                if cost < self.so_far[next as usize] {
                    self.so_far[next as usize] = cost;
                    self.parent[next as usize] = by;
                    queue.push(Waiting(cost + short(there, goal), next));
                }
            }
        }
        None
    }

    /// The cost of a point from `by`, which is seen from it, when the last step is from `before`:
    /// what that step costs more than its length is added.
    fn cost(&self, by: u32, before: u32, there: UnitVec, factor: f64) -> f32 {
        let more = short(self.grid.point(before), there) * single(factor - 1.0);
        self.so_far[by as usize] + short(self.grid.point(by), there) + more
    }

    /// Checks what was taken on trust: that the node is seen from its parent. If not, the best
    /// neighbour becomes its parent.
    fn straighten(&mut self, node: u32) {
        let parent = self.parent[node as usize];
        let at = self.grid.point(node);
        let beside = self.grid.neighbours(node).contains(&parent) && !self.rules.shut.contains(&pair(node, parent));
        if parent == node || beside || self.sees(self.grid.point(parent), at) {
            return;
        }
        let factor = self.rules.factor(self.grid, node).unwrap_or(1.0);
        let mut best = (f32::INFINITY, parent);
        for &other in self.grid.neighbours(node) {
            let usable = self.done[other as usize] && !self.rules.shut.contains(&pair(node, other));
            if usable && self.rules.open(self.grid.point(other), at) {
                let cost = self.cost(other, other, at, factor);
                if cost < best.0 {
                    best = (cost, other);
                }
            }
        }
        (self.so_far[node as usize], self.parent[node as usize]) = best;
    }

    fn sees(&self, a: UnitVec, b: UnitVec) -> bool {
        f64::from(short(a, b)) < LONGEST_LEG_RAD
            && self.rules.open(a, b)
            && self.shore.clear(a, b, self.rules.offshore_km)
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

/// Two nodes in one order.
pub(super) fn pair(a: u32, b: u32) -> (u32, u32) {
    (a.min(b), a.max(b))
}

/// The angle between two points, a little short so that rounding never makes it too long.
fn short(a: UnitVec, b: UnitVec) -> f32 {
    single(super::vector::angle(super::vector::of(a), super::vector::of(b)))
}

#[allow(clippy::cast_possible_truncation, reason = "a metre in ten thousand kilometres is kept")]
fn single(x: f64) -> f32 {
    x as f32
}
