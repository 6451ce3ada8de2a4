//! Fanning out: lines of different systems that share a strait are drawn a little apart, so that a
//! bundle reads as many.

use super::cable_line::{CableLine, QUIET};
use super::lanes;
use crate::carto::View;
use crate::plane::Point;
use crate::sphere::{Arc, EARTH_RADIUS_KM, UnitVec};

/// Lines nearer than this to each other may have to be drawn apart.
const NEAR_KM: f64 = 120.0;
/// Nearer than this they meet, and there is no telling which lies on which side.
const MEET_KM: f64 = 2.0;
/// Drawn lines keep at least this far apart.
const GAP_PX: f64 = 4.6;
/// A line is brought back to its node over so many pixels.
const TAPER_PX: f64 = 30.0;

/// The nearest other line, seen from a point of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Neighbour {
    /// A point a little away from it.
    away: UnitVec,
    /// How far it is.
    km: f64,
}

/// For each point of each line, the nearest line of another system of the same rank. Lines that are
/// there for comparison stay where they are: they are thin, and the bundle itself is what they say.
pub(super) fn neighbours(lines: &[CableLine]) -> Vec<Vec<Option<Neighbour>>> {
    let near_cos = ((NEAR_KM * 1.5) / EARTH_RADIUS_KM).cos();
    let of_point = |line: &CableLine, p: UnitVec| {
        let others = lines.iter().filter(|o| o.system != line.system && o.rank == line.rank);
        let steps = others.flat_map(|o| o.points.windows(2)).filter(|w| w[0].dot(p) > near_cos);
        let nearest = steps.map(|w| Arc::new(w[0], w[1]).nearest(p)).map(|q| (q.angle_to(p) * EARTH_RADIUS_KM, q));
        let (km, q) = nearest.min_by(|a, b| a.0.total_cmp(&b.0)).filter(|(km, _)| *km > MEET_KM && *km < NEAR_KM)?;
        let away = UnitVec::normalised(2.0 * p.x - q.x, 2.0 * p.y - q.y, 2.0 * p.z - q.z)?;
        Some(Neighbour { away, km })
    };
    let of_line = |line: &CableLine| line.points.iter().map(|p| of_point(line, *p)).collect();
    lines.iter().map(|line| if line.rank > QUIET { of_line(line) } else { Vec::new() }).collect()
}

/// Moves the projected points of a line away from its neighbour where the two would touch, or into its lane;
/// says whether it moved any.
pub(super) fn fan_out(view: &View, line: &CableLine, points: &mut [Option<Point>]) -> bool {
    if line.neighbours.is_empty() {
        return lanes::open(view, line, points);
    }
    let mut moved = false;
    let project = view.projector();
    let ends = [points.first().copied().flatten(), points.last().copied().flatten()];
    for ((at, p), neighbour) in points.iter_mut().zip(&line.points).zip(&line.neighbours) {
        let (Some(here), Some(n)) = (*at, neighbour) else { continue };
        let lacks_px = GAP_PX - n.km * view.px_per_km(*p);
        if lacks_px <= 0.0 {
            continue;
        }
        let there = project(n.away);
        let (dx, dy) = (there.x - here.x, there.y - here.y);
        let length = dx.hypot(dy);
        let to_end = ends.iter().flatten().map(|e| e.distance(here)).fold(f64::INFINITY, f64::min);
        // Beyond the map's edge, it is drawn on the other side of the map.
        if length > 3.0 * GAP_PX {
            continue;
        }
        let by = lacks_px / 2.0 * (to_end / TAPER_PX).min(1.0) / length;
        if by.is_finite() {
            *at = Some(Point::new(here.x + dx * by, here.y + dy * by));
            moved = true;
        }
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::super::style::{Colour, StrokeId};
    use super::*;
    use crate::carto::{Pose, Viewport};
    use crate::scene::cable_line::line_of;
    use crate::sphere::LonLat;

    fn line(system: &str, lat: f64) -> CableLine {
        let points: Vec<LonLat> = (0..30).map(|k| LonLat::new(f64::from(k), lat)).collect();
        CableLine { system: system.into(), ..line_of(&points, StrokeId::Proposed, Colour::RouteFirst) }
    }

    #[test]
    fn parallel_lines_keep_apart_in_the_middle_and_meet_their_ends() {
        let mut lines = [line("one", 70.0), line("two", 70.2)];
        let found = neighbours(&lines);
        lines.iter_mut().zip(found).for_each(|(l, n)| l.neighbours = n);
        let view = View::polar(Pose::HOME, Viewport::plain(1000.0, 600.0));
        let drawn = |l: &CableLine| {
            let mut points: Vec<_> = l.points.iter().map(|p| view.screen_from_sphere(*p)).collect();
            fan_out(&view, l, &mut points);
            points.into_iter().flatten().collect::<Vec<_>>()
        };
        let (a, b) = (drawn(&lines[0]), drawn(&lines[1]));
        assert!(a[15].distance(b[15]) > GAP_PX - 0.2, "{}", a[15].distance(b[15]));
        assert_eq!(Some(a[0]), view.screen_from_sphere(lines[0].points[0]));
    }

    #[test]
    fn a_line_alone_stays_where_it_is() {
        assert!(neighbours(&[line("one", 70.0), line("one", 70.2)]).iter().flatten().all(Option::is_none));
    }
}
