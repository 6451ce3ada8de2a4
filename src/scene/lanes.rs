//! Lanes: cables that run side by side through a strait would be drawn as one line. Each gets a lane of its own
//! beside the others, from near, so that a bundle reads as many.

use super::cable_line::{CableLine, QUIET};
use super::style::StrokeId;
use crate::carto::View;
use crate::plane::Point;
use crate::sphere::{EARTH_RADIUS_KM, UnitVec};

/// Lanes are this far apart.
const LANE_PX: f64 = 2.6;
/// A bundle is at most this wide: straits are narrow.
const BUNDLE_PX: f64 = 26.0;
/// Lanes begin to open at the first zoom and are open at the second.
const OPENS: (f64, f64) = (1.5, 3.0);
/// A line changes lanes over so many pixels.
const EASE_PX: f64 = 60.0;
/// Lines nearer than this, and all but parallel, are a bundle.
const NEAR_KM: f64 = 5.0;
const PARALLEL_COS: f64 = 0.9;
/// Nearer than this there is no telling which lies on which side: the order of the files says it.
const TIE_KM: f64 = 0.2;
/// Which way they are counted then: a direction at more than 14° to being across each of the great bundles,
/// from the Channel by Suez, Aden and Malacca to Luzon and Japan, so that lanes do not change sides on the way.
const COUNTED: UnitVec = UnitVec::new_unchecked(0.262, -0.442, 0.858);
/// Cells to a radius of the Earth: 80 km each, more than half of the longest step and [`NEAR_KM`].
const CELLS: f64 = 80.0;

const NONE: u32 = u32::MAX;

/// All points of the lines that have lanes, by cell of space.
struct Web<'a> {
    lines: &'a [CableLine],
    /// For each line the number of its system, and whether it has lanes.
    systems: Vec<(u32, bool)>,
    points: Vec<Entry>,
    /// The last entry of each chain.
    heads: Vec<u32>,
}

/// A point of a line.
#[derive(Clone, Copy)]
struct Entry {
    line: u32,
    at: u32,
    /// The square of how far from it a point may be that lies beside one of its steps, nearer to it than to
    /// their other ends.
    reach2: f64,
    /// The entry before in the same chain.
    before: u32,
}

/// A line of another system beside a point.
struct Beside {
    system: u32,
    /// To the right.
    right_km: f64,
    km: f64,
}

/// For each point of each line how many pixels its lane lies to the right of the line, when lanes are open;
/// empty for a line that runs beside none of another system. Lines over land keep to their corridor.
pub(super) fn lanes(lines: &[CableLine]) -> Vec<Vec<f32>> {
    let web = Web::new(lines);
    let of_line = |i: usize| {
        let line = &lines[i];
        if !web.systems[i].1 {
            return Vec::new();
        }
        let found: Vec<f32> = (0..line.points.len()).map(|k| web.lane_px(i, k)).collect();
        if found.iter().all(|px| *px == 0.0) { Vec::new() } else { found }
    };
    (0..lines.len()).map(of_line).collect()
}

impl<'a> Web<'a> {
    #[allow(clippy::cast_possible_truncation, reason = "a world has fewer than 2³² points")]
    fn new(lines: &'a [CableLine]) -> Self {
        let mut names: Vec<&str> = Vec::new();
        let (mut systems, mut count) = (Vec::with_capacity(lines.len()), 0);
        for line in lines {
            let known = names.iter().position(|s| *s == line.system);
            if known.is_none() {
                names.push(&line.system);
            }
            let has_lanes = line.rank <= QUIET && line.stroke != StrokeId::Terrestrial && line.points.len() > 1;
            systems.push((known.unwrap_or(names.len() - 1) as u32, has_lanes));
            count += line.points.len();
        }
        let heads = vec![NONE; (2 * count).next_power_of_two().max(1)];
        let mut web = Self { lines, systems, points: Vec::new(), heads };
        for i in 0..lines.len() {
            if web.systems[i].1 {
                web.add(i);
            }
        }
        web
    }

    /// Adds the points of a line.
    #[allow(clippy::cast_possible_truncation, reason = "a world has fewer than 2³² points")]
    fn add(&mut self, line: usize) {
        let points = &self.lines[line].points;
        for (at, p) in points.iter().enumerate() {
            let longest =
                length2(*p, points[at.saturating_sub(1)]).max(length2(*p, points[(at + 1).min(points.len() - 1)]));
            let reach = longest.sqrt() / 2.0 + NEAR_KM / EARTH_RADIUS_KM;
            let head = self.slot(cell(*p));
            let entry = Entry { line: line as u32, at: at as u32, reach2: reach * reach, before: self.heads[head] };
            self.heads[head] = self.points.len() as u32;
            self.points.push(entry);
        }
    }

    /// The chain of a cell.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bits of a hash")]
    fn slot(&self, [x, y, z]: [i64; 3]) -> usize {
        let mixed = ((x << 42) ^ (y << 21) ^ z).wrapping_mul(0x1e37_79b9_7f4a_7c15);
        (mixed >> 24) as usize & (self.heads.len() - 1)
    }

    /// The lane of point `k` of line `own`: half of how many more run on its left than on its right.
    #[allow(clippy::cast_possible_truncation, reason = "pixels")]
    fn lane_px(&self, own: usize, k: usize) -> f32 {
        let beside = self.beside(own, k);
        if beside.is_empty() {
            return 0.0;
        }
        let system = self.systems[own].0;
        let turned = self.ahead(own, k).dot(COUNTED) < 0.0;
        let is_left = |b: &Beside| {
            if b.right_km.abs() < TIE_KM { (b.system < system) != turned } else { b.right_km < 0.0 }
        };
        let (all, left) = (beside.len() as f64, beside.iter().filter(|b| is_left(b)).count() as f64);
        ((left - all / 2.0) * LANE_PX.min(BUNDLE_PX / all)) as f32
    }

    /// The direction of a line at one of its points.
    fn ahead(&self, line: usize, k: usize) -> UnitVec {
        let points = &self.lines[line].points;
        step(points[k.saturating_sub(1)], points[(k + 1).min(points.len() - 1)])
    }

    /// The lines of other systems that run beside a point, each system once.
    fn beside(&self, own: usize, k: usize) -> Vec<Beside> {
        let (p, system) = (self.lines[own].points[k], self.systems[own].0);
        let ahead = self.ahead(own, k);
        let right = ahead.cross(p);
        let mut out: Vec<Beside> = Vec::new();
        let [cx, cy, cz] = cell(p);
        for n in 0..27 {
            let mut entry = self.heads[self.slot([cx + n % 3 - 1, cy + n / 3 % 3 - 1, cz + n / 9 - 1])];
            while let Some(found) = self.points.get(entry as usize) {
                entry = found.before;
                let (line, at) = (&self.lines[found.line as usize].points, found.at as usize);
                let other = self.systems[found.line as usize].0;
                if other == system || length2(line[at], p) > found.reach2 {
                    continue;
                }
                for from in [at.checked_sub(1), (at + 1 < line.len()).then_some(at)].into_iter().flatten() {
                    let (a, b) = (line[from], line[from + 1]);
                    if ahead.dot(step(a, b)).abs() >= PARALLEL_COS {
                        keep(&mut out, beside_step(p, right, (a, b), other));
                    }
                }
            }
        }
        out
    }
}

/// Keeps of each system what is nearest, if it is near.
fn keep(list: &mut Vec<Beside>, found: Beside) {
    if found.km > NEAR_KM {
        return;
    }
    match list.iter_mut().find(|b| b.system == found.system) {
        Some(known) if known.km <= found.km => {}
        Some(known) => *known = found,
        None => list.push(found),
    }
}

/// Where a step lies beside `p`, taken along its chord, which is at most 130 m below it.
fn beside_step(p: UnitVec, right: [f64; 3], (a, b): (UnitVec, UnitVec), system: u32) -> Beside {
    let [bx, by, bz] = [b.x - a.x, b.y - a.y, b.z - a.z];
    let t = ((p.x - a.x) * bx + (p.y - a.y) * by + (p.z - a.z) * bz) / length2(a, b).max(1e-18);
    let t = t.clamp(0.0, 1.0);
    let [x, y, z] = [a.x + t * bx - p.x, a.y + t * by - p.y, a.z + t * bz - p.z];
    let right_km = (x * right[0] + y * right[1] + z * right[2]) * EARTH_RADIUS_KM;
    Beside { system, right_km, km: (x * x + y * y + z * z).sqrt() * EARTH_RADIUS_KM }
}

/// The square of the distance through the sphere, in radii.
fn length2(a: UnitVec, b: UnitVec) -> f64 {
    let [x, y, z] = [a.x - b.x, a.y - b.y, a.z - b.z];
    x * x + y * y + z * z
}

/// The direction from one point to another.
fn step(a: UnitVec, b: UnitVec) -> UnitVec {
    UnitVec::normalised(b.x - a.x, b.y - a.y, b.z - a.z).unwrap_or(a)
}

#[allow(clippy::cast_possible_truncation, reason = "−80 … 80")]
fn cell(p: UnitVec) -> [i64; 3] {
    [p.x, p.y, p.z].map(|v| (v * CELLS).floor() as i64)
}

/// Whether lanes are open, if only a little.
pub(super) fn are_open(view: &View) -> bool {
    view.pose().zoom > OPENS.0
}

/// Moves the projected points of a line into its lanes; says whether it moved any.
pub(super) fn open(view: &View, line: &CableLine, points: &mut [Option<Point>]) -> bool {
    let share = ((view.pose().zoom - OPENS.0) / (OPENS.1 - OPENS.0)).clamp(0.0, 1.0);
    if line.lanes.len() != points.len() || share <= 0.0 {
        return false;
    }
    // Only the part that is looked at.
    let Some(first) = points.iter().position(Option::is_some) else { return false };
    let end = points.iter().rposition(Option::is_some).map_or(first, |last| last + 1);
    let is_end = [first == 0, end == points.len()];
    let points = &mut points[first..end];
    let mut px: Vec<f64> = line.lanes[first..end].iter().map(|lane| f64::from(*lane) * share).collect();
    ease(points, &mut px, is_end);
    let before: Vec<Option<Point>> = points.to_vec();
    for (i, at) in points.iter_mut().enumerate() {
        let (Some(here), true) = (*at, px[i].abs() > 0.05) else { continue };
        let from = i.checked_sub(1).and_then(|k| before[k]).unwrap_or(here);
        let to = before.get(i + 1).copied().flatten().unwrap_or(here);
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let length = dx.hypot(dy);
        if length > 0.0 {
            *at = Some(Point::new(here.x - dy / length * px[i], here.y + dx / length * px[i]));
        }
    }
    true
}

/// Lets changes of lane take [`EASE_PX`], and brings the line to its ends in none; `is_end` says of which ends of the points
/// the line itself ends there.
fn ease(points: &[Option<Point>], px: &mut [f64], is_end: [bool; 2]) {
    let n = px.len();
    // What is left of a lane after the step from a point to the next.
    let keep = |i: usize| match (points[i], points[i + 1]) {
        (Some(a), Some(b)) => (-a.distance(b) / EASE_PX).exp(),
        _ => 1.0,
    };
    if is_end[0] {
        px[0] = 0.0;
    }
    if is_end[1] {
        px[n - 1] = 0.0;
    }
    let mut there = vec![0.0; n];
    there[0] = px[0];
    for i in 1..n {
        there[i] = px[i] + (there[i - 1] - px[i]) * keep(i - 1);
    }
    let mut back = px[n - 1];
    for i in (0..n - 1).rev() {
        back = px[i] + (back - px[i]) * keep(i);
        px[i] = f64::midpoint(there[i], back);
    }
    if is_end[0] {
        px[0] = 0.0;
    }
}

#[cfg(test)]
mod tests {
    use super::super::style::Colour;
    use super::*;
    use crate::carto::{Pose, Viewport};
    use crate::scene::cable_line::line_of;
    use crate::sphere::LonLat;

    fn line(system: &str, lons: impl Iterator<Item = u32>) -> CableLine {
        let points: Vec<LonLat> = lons.map(|k| LonLat::new(f64::from(k) / 2.0, 70.0)).collect();
        let ends = ["a".into(), "b".into()];
        CableLine { system: system.into(), ends, rank: QUIET, ..line_of(&points, StrokeId::InService, Colour::Service) }
    }

    fn drawn(lines: &mut [CableLine], zoom: f64) -> Vec<Vec<Point>> {
        let found = lanes(lines);
        lines.iter_mut().zip(found).for_each(|(l, found)| l.lanes = found);
        let pose = Pose { centre: LonLat::new(10.0, 70.0), zoom, turn_deg: 0.0 };
        let view = View::polar(pose, Viewport::plain(1000.0, 600.0));
        let one = |l: &CableLine| {
            let mut points: Vec<_> = l.points.iter().map(|p| view.screen_from_sphere(*p)).collect();
            open(&view, l, &mut points);
            points.into_iter().flatten().collect()
        };
        lines.iter().map(one).collect()
    }

    #[test]
    fn lines_on_one_way_part_whichever_way_they_run_and_meet_at_their_ends() {
        let mut lines = [line("one", 0..41), line("two", (0..41).rev()), line("three", 10..31), line("one", 0..41)];
        let drawn = drawn(&mut lines, 4.0);
        let (a, b, c) = (drawn[0][20], drawn[1][20], drawn[2][10]);
        for (p, q) in [(a, b), (b, c)] {
            assert!((p.distance(q) - LANE_PX).abs() < 0.2, "{}", p.distance(q));
        }
        assert!((a.distance(c) - 2.0 * LANE_PX).abs() < 0.2);
        assert!(drawn[0][0].distance(drawn[1][40]) < 1e-9, "they land at one place");
        assert!(drawn[3][20].distance(a) < 0.01, "a system has one lane");
    }

    #[test]
    fn lanes_are_shut_from_afar_and_a_bundle_keeps_to_its_strait() {
        let mut lines: Vec<CableLine> = (0..30).map(|k| line(&format!("s{k}"), 0..41)).collect();
        let wide = |drawn: &[Vec<Point>]| {
            let ys = drawn.iter().map(|l| l[20]);
            ys.clone().map(|p| p.distance(drawn[0][20])).fold(0.0, f64::max)
        };
        assert!(wide(&drawn(&mut lines, 1.5)) < 1e-9);
        let open = wide(&drawn(&mut lines, 5.0));
        assert!((open - BUNDLE_PX).abs() < 0.5, "{open}");
        assert!(lanes(&[line("one", 0..9), line("one", 0..9), line("two", 9..12)]).iter().all(Vec::is_empty));
    }
}
