//! Cutting lines and polygons to one window.
//!
//! The inside of a polygon is on the left of its rings and the inside of the window on the left of its edge. So where
//! a ring leaves the window, the boundary of their intersection follows the edge anticlockwise to the next place
//! where a ring comes in:
//!
//! ```text
//!        leaves   .-~~~-.          the edge, followed from `leaves`
//!     ─────────→ / ░░░░░ \         to the next `enters`, ends the piece
//!               ↑  inside │
//!     ←───────── \ ░░░░░ /
//!        enters   '-...-'
//! ```
//!
//! This is the rule of Weiler and Atherton (1977, doi 10.1145/563858.563896) with a convex window. The sphere slit
//! open along a meridian is such a window too: what leaves it on one side of the slit comes in on the other, and its
//! edge runs up one side, round the Pole, and down the other.

use super::window::Window;
use crate::sphere::UnitVec;
use std::f64::consts::{PI, TAU};

/// A piece of a ring inside the window, with the stations where it enters and leaves.
#[derive(Default)]
struct Piece {
    points: Vec<UnitVec>,
    enters: f64,
    leaves: f64,
}

/// The pieces of a line inside a window.
pub(super) fn cut_line(window: &Window, line: &[UnitVec], out: &mut Vec<Vec<UnitVec>>) {
    let mut piece: Vec<UnitVec> = line.first().copied().filter(|p| window.holds(*p)).into_iter().collect();
    let mut inside = !piece.is_empty();
    for pair in line.windows(2) {
        for event in window.events(pair[0], pair[1]).into_iter().flatten() {
            inside = event.enters;
            piece.push(event.at);
            if !inside {
                out.push(std::mem::take(&mut piece));
            }
        }
        if inside {
            piece.push(pair[1]);
        }
    }
    if inside {
        out.push(piece);
    }
}

/// Cuts a ring into the pieces inside; says whether it lies inside whole.
fn cut_ring(window: &Window, ring: &[UnitVec], pieces: &mut Vec<Piece>) -> bool {
    let starts_inside = window.holds(ring[0]);
    let mut inside = starts_inside;
    let first = pieces.len();
    // What comes before the first event belongs to the last piece.
    let mut head = if inside { vec![ring[0]] } else { vec![] };
    let mut piece: Option<Piece> = None;
    for (i, &a) in ring.iter().enumerate() {
        let b = ring[(i + 1) % ring.len()];
        for event in window.events(a, b).into_iter().flatten() {
            inside = event.enters;
            if inside {
                piece = Some(Piece { points: vec![event.at], enters: event.station, leaves: event.station });
            } else {
                let mut done =
                    piece.take().unwrap_or_else(|| Piece { points: std::mem::take(&mut head), ..Piece::default() });
                done.points.push(event.at);
                done.leaves = event.station;
                pieces.push(done);
            }
        }
        if inside && i + 1 < ring.len() {
            match &mut piece {
                Some(p) => p.points.push(b),
                None => head.push(b),
            }
        }
    }
    match (piece, pieces.len() > first) {
        // The ring ends inside: its last piece goes on with its first, which began inside.
        (Some(mut last), true) if starts_inside => {
            let start = &mut pieces[first];
            last.points.append(&mut start.points);
            start.points = last.points;
            start.enters = last.enters;
            false
        }
        (_, false) => starts_inside,
        _ => false,
    }
}

/// What of a polygon lies inside a window; `holds` says which points the polygon holds.
pub(super) fn cut_polygon(
    window: &Window,
    rings: Vec<Vec<UnitVec>>,
    holds: &dyn Fn(&[Vec<UnitVec>], UnitVec) -> bool,
) -> Vec<Vec<UnitVec>> {
    let mut pieces = Vec::new();
    let whole: Vec<bool> = rings.iter().map(|ring| cut_ring(window, ring, &mut pieces)).collect();
    let holds = |p| holds(&rings, p);
    let mut out: Vec<Vec<UnitVec>> = Vec::with_capacity(rings.len() + pieces.len() + 1);
    // Where no ring meets the edge, all of it is inside or none.
    if pieces.is_empty() && holds(window.edge(1.0)) {
        let start = window.start();
        let mut ring = vec![window.edge(start)];
        window.follow(start, TAU, &mut ring);
        out.push(ring);
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
                    window.follow(leaves, way(window, leaves, gap, &holds), &mut ring);
                    ring.extend_from_slice(&piece.points);
                    leaves = piece.leaves;
                }
                _ => {
                    window.follow(leaves, way(window, leaves, home, &holds), &mut ring);
                    break;
                }
            }
        }
        out.push(ring);
    }
    out.extend(rings.into_iter().zip(whole).filter(|(_, whole)| *whole).map(|(ring, _)| ring));
    out
}

/// The way along the edge from `from` over `span`: anticlockwise, unless that leads more than half
/// round outside the polygon. So it does where a ring crosses itself at the edge, as simplified
/// rings may: then the short way back is meant.
fn way(window: &Window, from: f64, span: f64, holds: &dyn Fn(UnitVec) -> bool) -> f64 {
    let far = span > PI;
    if far && !holds(window.edge(from + span / 2.0)) { span - TAU } else { span }
}
