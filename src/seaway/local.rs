//! A way over a few kilometres: A* over a square grid in the plane of the place, where each step is
//! held against the shore itself.

use super::shore::Shore;
use super::vector::{V3, add, dot, normalised, of, scale, sub, unit};
use crate::sphere::{Cap, EARTH_RADIUS_KM, UnitVec};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Widths of the grid in kilometres, tried one after another.
const STEPS_KM: [f64; 3] = [0.8, 0.3, 0.12];
const MOVES: [(i32, i32); 8] = [(1, 0), (0, 1), (-1, 0), (0, -1), (1, 1), (-1, 1), (-1, -1), (1, -1)];

/// The points between `from` and `to`, both in water and not more than some 20 km apart, such that
/// no arc from one to the next meets a shore. All are rounded by `round`.
pub(super) fn way(
    shore: &Shore,
    from: UnitVec,
    to: UnitVec,
    round: impl Fn(UnitVec) -> UnitVec,
) -> Option<Vec<UnitVec>> {
    if !shore.crosses(from, to) {
        return Some(Vec::new());
    }
    STEPS_KM.iter().find_map(|step_km| Local::new(shore, from, to, *step_km).run(&round))
}

/// The square grid: its origin is the start.
struct Local<'a> {
    shore: &'a Shore,
    from: UnitVec,
    to: UnitVec,
    east: V3,
    north: V3,
    step: f64,
    /// The goal in steps.
    goal: (f64, f64),
    /// Half its width in steps.
    reach: i32,
}

impl<'a> Local<'a> {
    #[allow(clippy::cast_possible_truncation, reason = "a few hundred steps")]
    fn new(shore: &'a Shore, from: UnitVec, to: UnitVec, step_km: f64) -> Self {
        let (e, n) = Cap::new(from, 0.1).frame();
        let (east, north) = (of(e), of(n));
        let step = step_km / EARTH_RADIUS_KM;
        let d = sub(of(to), of(from));
        let goal = (dot(d, east) / step, dot(d, north) / step);
        let reach = (goal.0.hypot(goal.1) + 8.0 / step_km).ceil().min(250.0) as i32;
        Self { shore, from, to, east, north, step, goal, reach }
    }

    fn point(&self, x: i32, y: i32) -> UnitVec {
        if (x, y) == (0, 0) {
            return self.from;
        }
        let off = add(scale(self.east, f64::from(x) * self.step), scale(self.north, f64::from(y) * self.step));
        unit(normalised(add(of(self.from), off)))
    }

    fn index(&self, x: i32, y: i32) -> Option<usize> {
        let side = 2 * self.reach + 1;
        let within = x.abs() <= self.reach && y.abs() <= self.reach;
        within.then(|| usize::try_from((y + self.reach) * side + x + self.reach).ok()).flatten()
    }

    #[allow(clippy::cast_possible_truncation, reason = "thousandths of a few hundred steps")]
    fn left(&self, x: i32, y: i32) -> i64 {
        ((f64::from(x) - self.goal.0).hypot(f64::from(y) - self.goal.1) * 1000.0) as i64
    }

    fn run(&self, round: &impl Fn(UnitVec) -> UnitVec) -> Option<Vec<UnitVec>> {
        let side = usize::try_from(2 * self.reach + 1).ok()?;
        let mut so_far = vec![i64::MAX; side * side];
        let mut parent = vec![(0_i32, 0_i32); side * side];
        let mut queue = BinaryHeap::from([(Reverse(self.left(0, 0)), 0, (0, 0))]);
        so_far[self.index(0, 0)?] = 0;
        while let Some((_, cost, (x, y))) = queue.pop() {
            if cost > so_far[self.index(x, y)?] {
                continue;
            }
            let here = if (x, y) == (0, 0) { self.from } else { round(self.point(x, y)) };
            if self.left(x, y) < 2500 && !self.shore.crosses(here, self.to) {
                return self.back(&parent, (x, y), round);
            }
            for (dx, dy) in MOVES {
                let (nx, ny) = (x + dx, y + dy);
                let Some(i) = self.index(nx, ny) else { continue };
                let next = cost + if dx * dy == 0 { 1000 } else { 1414 };
                if next < so_far[i] && !self.shore.crosses(here, round(self.point(nx, ny))) {
                    so_far[i] = next;
                    parent[i] = (x, y);
                    queue.push((Reverse(next + self.left(nx, ny)), next, (nx, ny)));
                }
            }
        }
        None
    }

    fn back(
        &self,
        parent: &[(i32, i32)],
        end: (i32, i32),
        round: &impl Fn(UnitVec) -> UnitVec,
    ) -> Option<Vec<UnitVec>> {
        let mut out = Vec::new();
        let mut at = end;
        while at != (0, 0) {
            out.push(round(self.point(at.0, at.1)));
            at = parent[self.index(at.0, at.1)?];
        }
        out.reverse();
        Some(out)
    }
}
