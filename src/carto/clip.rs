//! Clipping to a spherical cap, on the sphere, before anything is projected.
//!
//! A cap's edge is a small circle of any radius: the horizon of a globe, the rim of a polar map,
//! or the circle round what the screen shows. The inside of a polygon is on the left of its rings
//! and the inside of the cap on the left of its edge. So where a ring leaves the cap, the boundary
//! of their intersection follows the edge anticlockwise to the next place where a ring comes in:
//!
//! ```text
//!        leaves   .-~~~-.          the edge, followed from `leaves`
//!     ─────────→ / ░░░░░ \         to the next `enters`, ends the piece
//!               ↑  inside │
//!     ←───────── \ ░░░░░ /
//!        enters   '-...-'
//! ```
//!
//! This is the rule of Weiler and Atherton (1977, doi 10.1145/563858.563896) with a convex window.

use super::stream::SphereSink;
use crate::sphere::{Arc, Cap, UnitVec, contains};
use std::f64::consts::TAU;

/// Step along the edge of the cap in radians of its own angle; its chords stray from a circle of
/// 3,000 px by less than half a pixel.
const EDGE_STEP_RAD: f64 = TAU / 180.0;

/// A piece of a ring inside the cap, with the angles on the edge where it enters and leaves.
#[derive(Default)]
struct Piece {
    points: Vec<UnitVec>,
    enters: f64,
    leaves: f64,
}

/// Sends on what lies inside a cap: lines in pieces, polygons closed along the cap's edge.
pub struct ClipCap<'a, S> {
    cap: Cap,
    sink: &'a mut S,
    polygon: bool,
    ring: Vec<UnitVec>,
    /// Rings of the polygon under way: wholly inside, and those that are not.
    whole: Vec<Vec<UnitVec>>,
    others: Vec<Vec<UnitVec>>,
    pieces: Vec<Piece>,
    /// Whether the polygon under way holds a point, where the caller knows that better than its rings tell.
    known: Option<&'a dyn Fn(UnitVec) -> bool>,
}

impl<'a, S: SphereSink> ClipCap<'a, S> {
    /// A link that keeps what lies inside `cap`.
    pub fn new(cap: Cap, sink: &'a mut S) -> Self {
        Self { cap, sink, polygon: false, ring: vec![], whole: vec![], others: vec![], pieces: vec![], known: None }
    }

    /// A link for polygons of which `holds` says what they hold: so rings may be left out, or be short of
    /// vertices, wherever they do not meet `cap`.
    pub fn of_known(cap: Cap, sink: &'a mut S, holds: &'a dyn Fn(UnitVec) -> bool) -> Self {
        Self { known: Some(holds), ..Self::new(cap, sink) }
    }

    /// Sends `line` on in the pieces that lie inside.
    fn open_line(&mut self, line: &[UnitVec]) {
        let mut inside = line.first().is_some_and(|p| self.cap.holds(*p));
        if inside {
            self.sink.line_start();
            self.sink.point(line[0]);
        }
        for pair in line.windows(2) {
            for crossing in crossings(&self.cap, pair[0], pair[1]) {
                inside = !inside;
                if inside {
                    self.sink.line_start();
                }
                self.sink.point(crossing);
                if !inside {
                    self.sink.line_end();
                }
            }
            if inside {
                self.sink.point(pair[1]);
            }
        }
        if inside {
            self.sink.line_end();
        }
    }

    /// Cuts a ring into the pieces inside; keeps it aside whole when it does not meet the edge.
    fn closed_ring(&mut self, ring: Vec<UnitVec>) {
        let mut inside = self.cap.holds(ring[0]);
        let starts_inside = inside;
        let first = self.pieces.len();
        // What comes before the first crossing belongs to the last piece.
        let mut head = if inside { vec![ring[0]] } else { vec![] };
        let mut piece: Option<Piece> = None;
        for (i, &a) in ring.iter().enumerate() {
            let b = ring[(i + 1) % ring.len()];
            for crossing in crossings(&self.cap, a, b) {
                inside = !inside;
                let angle = self.cap.angle_of(crossing).rem_euclid(TAU);
                if inside {
                    piece = Some(Piece { points: vec![crossing], enters: angle, leaves: angle });
                } else {
                    let mut done =
                        piece.take().unwrap_or_else(|| Piece { points: std::mem::take(&mut head), ..Piece::default() });
                    done.points.push(crossing);
                    done.leaves = angle;
                    self.pieces.push(done);
                }
            }
            if inside && i + 1 < ring.len() {
                match &mut piece {
                    Some(p) => p.points.push(b),
                    None => head.push(b),
                }
            }
        }
        match (piece, self.pieces.len() > first) {
            // The ring ends inside: its last piece goes on with its first, which began inside.
            (Some(mut last), true) if starts_inside => {
                let start = &mut self.pieces[first];
                last.points.append(&mut start.points);
                start.points = last.points;
                start.enters = last.enters;
            }
            (_, false) if starts_inside => return self.whole.push(ring),
            _ => {}
        }
        self.others.push(ring);
    }

    /// Joins the pieces of all rings along the edge and sends the polygon on.
    fn finish_polygon(&mut self) {
        let mut pieces = std::mem::take(&mut self.pieces);
        let whole = std::mem::take(&mut self.whole);
        let others = std::mem::take(&mut self.others);
        let known = self.known;
        let holds = |p| match known {
            Some(holds) => holds(p),
            None => contains(whole.iter().chain(&others).map(Vec::as_slice), p),
        };
        let mut out: Vec<Vec<UnitVec>> = Vec::with_capacity(whole.len() + pieces.len() + 1);
        // Where no ring meets the edge, all of it is inside or none.
        if pieces.is_empty() && holds(self.cap.edge(1.0)) {
            out.push(std::iter::once(self.cap.edge(0.0)).chain(self.edge(0.0, TAU)).collect());
        }
        while let Some(start) = pieces.pop() {
            let mut ring = start.points;
            let mut leaves = start.leaves;
            loop {
                let home = (start.enters - leaves).rem_euclid(TAU);
                let next = (0..pieces.len())
                    .map(|i| ((pieces[i].enters - leaves).rem_euclid(TAU), i))
                    .min_by(|a, b| a.0.total_cmp(&b.0));
                match next {
                    Some((gap, i)) if gap < home => {
                        let piece = pieces.swap_remove(i);
                        ring.extend(self.edge(leaves, self.way(leaves, gap, holds)));
                        ring.extend_from_slice(&piece.points);
                        leaves = piece.leaves;
                    }
                    _ => {
                        ring.extend(self.edge(leaves, self.way(leaves, home, holds)));
                        break;
                    }
                }
            }
            out.push(ring);
        }
        out.extend(whole);
        if out.is_empty() {
            return;
        }
        self.sink.polygon_start();
        for ring in out {
            self.sink.line_start();
            ring.into_iter().for_each(|p| self.sink.point(p));
            self.sink.line_end();
        }
        self.sink.polygon_end();
    }

    /// The way along the edge from `from` over `span`: anticlockwise, unless that leads more than half
    /// round outside the polygon. So it does where a ring crosses itself at the edge, as simplified
    /// rings may: then the short way back is meant.
    fn way(&self, from: f64, span: f64, holds: impl Fn(UnitVec) -> bool) -> f64 {
        let far = span > std::f64::consts::PI;
        if far && !holds(self.cap.edge(from + span / 2.0)) { span - TAU } else { span }
    }

    /// Points strictly between the angles `from` and `from + span` on the edge.
    fn edge(&self, from: f64, span: f64) -> impl Iterator<Item = UnitVec> + use<S> {
        let cap = self.cap;
        (1..)
            .map(|k| f64::from(k) * EDGE_STEP_RAD)
            .take_while(move |step| *step < span.abs() - 1e-9)
            .map(move |step| cap.edge(from + step * span.signum()))
    }
}

/// Where the arc from `a` to `b` crosses the edge of the cap, in order.
///
/// Whether an end is inside is asked of [`Cap::holds`] alone, so that the count of crossings of an
/// arc always agrees with its ends: a crossing that rounding hides is put at the nearer end, and one
/// too many is dropped.
fn crossings(cap: &Cap, a: UnitVec, b: UnitVec) -> impl Iterator<Item = UnitVec> + use<> {
    let (da, db) = (cap.centre.dot(a) - cap.cos_radius, cap.centre.dot(b) - cap.cos_radius);
    let changes = (da > 0.0) != (db > 0.0);
    let mut found = [None, None];
    // The dot product changes by at most the arc's length, so most short arcs need no more.
    let reach = 1.6 * ((a.x - b.x).abs() + (a.y - b.y).abs() + (a.z - b.z).abs());
    if changes || (da.abs() < reach && db.abs() < reach) {
        let arc = Arc::new(a, b);
        let mut t = arc.crossings(cap.centre, cap.cos_radius);
        let (first, second) = (t.next(), t.next());
        found = match (changes, first, second) {
            (true, Some(t), None) => [Some(arc.at(t)), None],
            (true, Some(t), Some(u)) => [Some(arc.at(if da.abs() < db.abs() { u } else { t })), None],
            (true, None, _) => [Some(if da.abs() < db.abs() { a } else { b }), None],
            (false, Some(t), Some(u)) => [Some(arc.at(t)), Some(arc.at(u))],
            (false, ..) => [None, None],
        };
    }
    found.into_iter().flatten()
}

impl<S: SphereSink> SphereSink for ClipCap<'_, S> {
    fn line_start(&mut self) {
        self.ring.clear();
    }

    fn point(&mut self, p: UnitVec) {
        self.ring.push(p);
    }

    fn line_end(&mut self) {
        let ring = std::mem::take(&mut self.ring);
        if !self.polygon {
            self.open_line(&ring);
        } else if ring.len() >= 3 {
            self.closed_ring(ring);
        }
    }

    fn polygon_start(&mut self) {
        self.polygon = true;
    }

    fn polygon_end(&mut self) {
        self.finish_polygon();
        self.polygon = false;
    }
}

#[cfg(test)]
#[path = "clip_tests.rs"]
mod tests;
