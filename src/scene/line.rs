//! Drawing a cable's line: only what the screen shows, with dashes that stay where they are.

use super::cable_line::{CableLine, MAX_STEP_RAD};
use super::display_list::DisplayList;
use super::fan::fan_out;
use super::style::{Colour, StrokeId};
use crate::carto::{PlaneSink, Resample, SphereSink, View};
use crate::plane::{Point, Rect};
use crate::sphere::{Cap, EARTH_RADIUS_KM, UnitVec};

/// A piece of a line that the screen shows: a range of its points, and its distance in pixels from
/// the line's start, so that the dashes do not crawl while the map is dragged.
struct Piece {
    from: usize,
    to: usize,
    start_px: f64,
}

/// Points nearer than this to the last one drawn are left out.
const APART_PX: f64 = 1.5;

/// Steps shorter than this are drawn straight: their arcs bend by less than a tenth of a pixel.
const STRAIGHT_PX: f64 = 24.0;

/// A line's points on the screen: `None` where a point is not on the map.
pub(super) struct Projected {
    pub(super) points: Vec<Option<Point>>,
    /// The steps that the map's own edge parts, though both of their ends are on the map; in order.
    parted: Vec<usize>,
}

impl Projected {
    /// The steps that are drawn, each with its place and the pixels of its ends.
    pub(super) fn steps(&self) -> impl Iterator<Item = (usize, Point, Point)> {
        let pairs = self.points.windows(2).enumerate();
        pairs.filter_map(|(i, w)| Some((i, w[0]?, w[1]?))).filter(|(i, ..)| self.parted.binary_search(i).is_err())
    }
}

/// Draws a cable's line with each of `strokes`, from below to above; apart from its neighbours where
/// they would touch.
pub(super) fn stroke_line(view: &View, line: &CableLine, strokes: &[(StrokeId, Colour, f64)], list: &mut DisplayList) {
    let mut projected = project(view, line);
    let fanned = fan_out(view, line, &mut projected.points);
    for piece in visible_pieces(&projected, view.reach().grown(40.0)) {
        list.path();
        trace(view, line, (&projected, fanned), &piece, list);
        for &(stroke, colour, width) in strokes {
            list.stroke(stroke, colour, width, piece.start_px);
        }
    }
}

/// What is looked at of lines when their dashes need not know how far they have come: the screen and, all round, room for
/// a line to find its lane.
pub(super) fn surroundings(view: &View) -> Cap {
    let cap = view.clip_cap().cap();
    Cap::new(cap.centre, (cap.radius_rad + 4.0 * MAX_STEP_RAD).min(std::f64::consts::PI))
}

/// Adds what the screen shows of a line to the path under way: hundreds of lines are one stroke. `near` are the view's
/// [`surroundings`].
pub(super) fn trace_line(view: &View, line: &CableLine, near: &Cap, list: &mut DisplayList) {
    let mut projected = project_where(view, line, |p| near.holds(p));
    let fanned = fan_out(view, line, &mut projected.points);
    for piece in visible_pieces(&projected, view.reach().grown(40.0)) {
        trace(view, line, (&projected, fanned), &piece, list);
    }
}

/// The pixel half way along a line, where the screen shows it and the line is at least `least_px` long.
pub(super) fn middle_of(view: &View, line: &CableLine, least_px: f64) -> Option<Point> {
    let most_px = line.length_rad * EARTH_RADIUS_KM * view.max_px_per_km(&line.cap) / view.detail();
    if most_px < least_px {
        return None;
    }
    let mut projected = project(view, line);
    fan_out(view, line, &mut projected.points);
    let total: f64 = projected.steps().map(|(_, a, b)| a.distance(b)).sum();
    let mut rest = total / 2.0;
    for (_, a, b) in projected.steps() {
        let step = a.distance(b);
        if rest <= step {
            let t = if step > 0.0 { rest / step } else { 0.0 };
            let at = Point::new(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t);
            return Some(at).filter(|p| total >= least_px && view.viewport().rect().grown(8.0).holds(*p));
        }
        rest -= step;
    }
    None
}

/// Draws a piece of a line through its points on the screen, or, where steps are long and it was not moved
/// away from others, along its arcs.
fn trace(
    view: &View,
    line: &CableLine,
    (projected, fanned): (&Projected, bool),
    piece: &Piece,
    list: &mut DisplayList,
) {
    let (points, at) = (&line.points[piece.from..=piece.to], &projected.points[piece.from..=piece.to]);
    // Where the map ends within a step, the line goes on to its edge.
    let before = piece.from.checked_sub(1).and_then(|out| edge_point(view, points[0], line.points[out]));
    let after = line.points.get(piece.to + 1).and_then(|out| edge_point(view, line.points[piece.to], *out));
    let project = view.projector();
    if fanned || view.px_per_km(points[0]) * MAX_STEP_RAD * EARTH_RADIUS_KM < STRAIGHT_PX {
        draw_straight(before.map(project), at, list);
        after.into_iter().for_each(|p| list.line_to(project(p)));
    } else {
        let mut link = Resample::new(project, list);
        link.line_start();
        before.iter().chain(points).chain(&after).for_each(|p| link.point(*p));
        link.line_end();
    }
}

/// Where the step from `on` the map to a point beyond its edge ends; `None` for one that stays on the map.
fn edge_point(view: &View, on: UnitVec, beyond: UnitVec) -> Option<UnitVec> {
    let edges = view.edges();
    if edges.joins(on, beyond) { None } else { edges.pieces(on, beyond).first()?.last().copied() }
}

/// Draws the points but for those too near to the last one drawn to be seen apart from it: along a coast
/// a line has dozens of them in a pixel.
fn draw_straight(before: Option<Point>, points: &[Option<Point>], list: &mut DisplayList) {
    let Some((Some(first), rest)) = points.split_first() else { return };
    match before {
        Some(before) => {
            list.move_to(before);
            list.line_to(*first);
        }
        None => list.move_to(*first),
    }
    let mut drawn = *first;
    for (i, p) in rest.iter().enumerate() {
        let Some(p) = p else { continue };
        let (dx, dy) = (p.x - drawn.x, p.y - drawn.y);
        if dx * dx + dy * dy >= APART_PX * APART_PX || i + 1 == rest.len() {
            list.line_to(*p);
            drawn = *p;
        }
    }
}

/// The line on the screen.
pub(super) fn project(view: &View, line: &CableLine) -> Projected {
    project_where(view, line, |_| true)
}

/// The line on the screen as if the map ended where `looked_at` says so.
fn project_where(view: &View, line: &CableLine, looked_at: impl Fn(UnitVec) -> bool) -> Projected {
    let (edges, projector) = (view.edges(), view.projector());
    let points = &line.points;
    // A step is too short to leave the map and come back; only the slit can part it.
    let steps = if edges.cuts_through(&line.cap) { points.len().saturating_sub(1) } else { 0 };
    Projected {
        points: points.iter().map(|p| (looked_at(*p) && edges.holds(*p)).then(|| projector(*p))).collect(),
        parted: (0..steps).filter(|i| edges.cuts(&points[*i..i + 2])).collect(),
    }
}

/// The runs of steps that meet `screen`.
fn visible_pieces(line: &Projected, screen: Rect) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut length_px = 0.0;
    for (i, a, b) in line.steps() {
        let step = Rect::new(a.x.min(b.x), a.y.min(b.y), a.x.max(b.x), a.y.max(b.y));
        if step.grown(1.0).overlaps(&screen) {
            match pieces.last_mut() {
                Some(last) if last.to == i => last.to = i + 1,
                _ => pieces.push(Piece { from: i, to: i + 1, start_px: length_px }),
            }
        }
        length_px += a.distance(b);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn projected(points: &[Option<(f64, f64)>], parted: &[usize]) -> Projected {
        let points = points.iter().map(|p| p.map(|(x, y)| Point::new(x, y))).collect();
        Projected { points, parted: parted.to_vec() }
    }

    #[test]
    fn pieces_are_what_the_screen_shows_and_know_how_far_they_are() {
        let line: Vec<_> = [0.0, 100.0, 200.0, 900.0, 900.0, 150.0].iter().map(|x| Some((*x, 50.0))).collect();
        let pieces = visible_pieces(&projected(&line, &[]), Rect::new(120.0, 0.0, 300.0, 100.0));
        let found: Vec<_> = pieces.iter().map(|p| (p.from, p.to, p.start_px)).collect();
        assert_eq!(found, [(1, 3, 100.0), (4, 5, 900.0)]);
    }

    #[test]
    fn a_point_off_the_map_parts_the_line_and_so_does_its_edge() {
        let screen = Rect::new(-10.0, -10.0, 10.0, 10.0);
        let line = [Some((0.0, 0.0)), None, Some((5.0, 0.0)), Some((9.0, 0.0))];
        let runs = |line: &Projected| visible_pieces(line, screen).iter().map(|p| (p.from, p.to)).collect::<Vec<_>>();
        assert_eq!(runs(&projected(&line, &[])), [(2, 3)]);
        let line = [Some((0.0, 0.0)), Some((1.0, 0.0)), Some((-9.0, 0.0)), Some((-8.0, 0.0))];
        assert_eq!(runs(&projected(&line, &[1])), [(0, 1), (2, 3)]);
    }
}
