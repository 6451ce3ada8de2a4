//! Drawing a cable's line: only what the screen shows, with dashes that stay where they are.

use super::display_list::DisplayList;
use super::fan::fan_out;
use super::style::{Colour, StrokeId};
use super::world::{CableLine, MAX_STEP_RAD};
use crate::carto::{PlaneSink, Resample, SphereSink, View};
use crate::plane::{Point, Rect};
use crate::sphere::{EARTH_RADIUS_KM, UnitVec};

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

/// Draws a cable's line with each of `strokes`, from below to above; apart from its neighbours where
/// they would touch.
pub(super) fn stroke_line(view: &View, line: &CableLine, strokes: &[(StrokeId, Colour, f64)], list: &mut DisplayList) {
    let mut projected = project(view, &line.points);
    let fanned = fan_out(view, line, &mut projected);
    for piece in visible_pieces(&projected, view.viewport().rect().grown(40.0)) {
        list.path();
        trace(view, line, (&projected, fanned), &piece, list);
        for &(stroke, colour, width) in strokes {
            list.stroke(stroke, colour, width, piece.start_px);
        }
    }
}

/// Adds what the screen shows of a line to the path under way: hundreds of lines are one stroke.
pub(super) fn trace_line(view: &View, line: &CableLine, list: &mut DisplayList) {
    let mut projected = project(view, &line.points);
    let fanned = fan_out(view, line, &mut projected);
    for piece in visible_pieces(&projected, view.viewport().rect().grown(40.0)) {
        trace(view, line, (&projected, fanned), &piece, list);
    }
}

/// The pixel half way along a line, where the screen shows it and the line is at least `least_px` long.
pub(super) fn middle_of(view: &View, line: &CableLine, least_px: f64) -> Option<Point> {
    let mut points = project(view, &line.points);
    fan_out(view, line, &mut points);
    let points: Vec<Point> = points.into_iter().collect::<Option<_>>()?;
    let total: f64 = points.windows(2).map(|w| w[0].distance(w[1])).sum();
    let mut rest = total / 2.0;
    for w in points.windows(2) {
        let step = w[0].distance(w[1]);
        if rest <= step {
            let t = if step > 0.0 { rest / step } else { 0.0 };
            let at = Point::new(w[0].x + (w[1].x - w[0].x) * t, w[0].y + (w[1].y - w[0].y) * t);
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
    (projected, fanned): (&[Option<Point>], bool),
    piece: &Piece,
    list: &mut DisplayList,
) {
    let (points, at) = (&line.points[piece.from..=piece.to], &projected[piece.from..=piece.to]);
    if fanned || view.px_per_km(points[0]) * MAX_STEP_RAD * EARTH_RADIUS_KM < STRAIGHT_PX {
        draw_straight(at, list);
    } else {
        let mut link = Resample::new(view.projector(), list);
        link.line_start();
        points.iter().for_each(|p| link.point(*p));
        link.line_end();
    }
}

/// Draws the points but for those too near to the last one drawn to be seen apart from it: along a coast
/// a line has dozens of them in a pixel.
fn draw_straight(points: &[Option<Point>], list: &mut DisplayList) {
    let Some((Some(first), rest)) = points.split_first() else { return };
    list.move_to(*first);
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

/// The pixels of the points; `None` where a point is not on the map.
pub(super) fn project(view: &View, points: &[UnitVec]) -> Vec<Option<Point>> {
    let (domain, projector) = (view.domain(), view.projector());
    points.iter().map(|p| domain.holds(*p).then(|| projector(*p))).collect()
}

/// The runs of steps that meet `screen`.
fn visible_pieces(points: &[Option<Point>], screen: Rect) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut length_px = 0.0;
    for (i, pair) in points.windows(2).enumerate() {
        let (Some(a), Some(b)) = (pair[0], pair[1]) else { continue };
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

    #[test]
    fn pieces_are_what_the_screen_shows_and_know_how_far_they_are() {
        let line: Vec<_> =
            [0.0, 100.0, 200.0, 900.0, 900.0, 150.0].iter().map(|x| Some(Point::new(*x, 50.0))).collect();
        let pieces = visible_pieces(&line, Rect::new(120.0, 0.0, 300.0, 100.0));
        let found: Vec<_> = pieces.iter().map(|p| (p.from, p.to, p.start_px)).collect();
        assert_eq!(found, [(1, 3, 100.0), (4, 5, 900.0)]);
    }

    #[test]
    fn a_point_off_the_map_parts_the_line() {
        let line = [Some(Point::new(0.0, 0.0)), None, Some(Point::new(5.0, 0.0)), Some(Point::new(9.0, 0.0))];
        let pieces = visible_pieces(&line, Rect::new(-10.0, -10.0, 10.0, 10.0));
        assert_eq!(pieces.iter().map(|p| (p.from, p.to)).collect::<Vec<_>>(), [(2, 3)]);
    }
}
