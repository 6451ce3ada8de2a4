//! Lanes: cables that were led the same way through a strait share its vertices, and would be drawn as one
//! line. Each gets a lane of its own beside the others, from near, so that a bundle reads as many.

use super::style::StrokeId;
use super::world::{CableLine, QUIET};
use crate::carto::View;
use crate::plane::Point;
use crate::sphere::UnitVec;

/// Lanes are this far apart.
const LANE_PX: f64 = 2.6;
/// A bundle is at most this wide: straits are narrow.
const BUNDLE_PX: f64 = 26.0;
/// Lanes begin to open at the first zoom and are open at the second.
const OPENS: (f64, f64) = (1.5, 3.0);
/// A line changes lanes over so many pixels.
const EASE_PX: f64 = 16.0;

/// A step of a line, told by its ends whichever way it runs.
struct Step {
    ends: (u64, u64),
    forward: bool,
    system: u32,
    /// The step before with the same hash.
    before: u32,
}

const NONE: u32 = u32::MAX;

/// For each point of each line how many pixels its lane lies to the right of the line, when lanes are open;
/// empty for a line that shares no step with one of another system. Lines over land keep to their corridor.
pub(super) fn lanes(lines: &[CableLine]) -> Vec<Vec<f32>> {
    let mut systems: Vec<&str> = Vec::new();
    let mut steps: Vec<Step> = Vec::new();
    for line in lines.iter().filter(|l| has_lanes(l)) {
        let known = systems.iter().position(|s| *s == line.system);
        let system = known.unwrap_or(systems.len());
        if known.is_none() {
            systems.push(&line.system);
        }
        #[allow(clippy::cast_possible_truncation, reason = "there are hundreds of systems")]
        steps.extend(line.points.windows(2).map(|w| step(w[0], w[1], system as u32)));
    }
    let size = (2 * steps.len()).next_power_of_two().max(1);
    let mut heads = vec![NONE; size];
    for (i, step) in (0..).zip(&mut steps) {
        let head = &mut heads[slot(step.ends, size)];
        step.before = *head;
        *head = i;
    }
    let of_step = |i: usize| lane_px(&steps, heads[slot(steps[i].ends, size)], i);
    let mut next = 0;
    let of_line = |line: &CableLine| {
        let count = if has_lanes(line) { line.points.len().saturating_sub(1) } else { 0 };
        let found: Vec<f32> = (next..next + count).map(of_step).collect();
        next += count;
        if found.iter().all(|px| *px == 0.0) {
            return Vec::new();
        }
        let at = |i: usize| found[i.min(count - 1)];
        (0..=count).map(|i| (at(i.saturating_sub(1)) + at(i)) / 2.0).collect()
    };
    lines.iter().map(of_line).collect()
}

fn has_lanes(line: &CableLine) -> bool {
    line.rank <= QUIET && line.stroke != StrokeId::Terrestrial
}

fn step(a: UnitVec, b: UnitVec, system: u32) -> Step {
    let (a, b) = (key(a), key(b));
    Step { ends: (a.min(b), a.max(b)), forward: a < b, system, before: NONE }
}

/// The point to the nearest 60 m, in 63 bits.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 … 200,000")]
fn key(p: UnitVec) -> u64 {
    let whole = |v: f64| ((v + 1.0) * 1e5).round() as u64;
    whole(p.x) << 42 | whole(p.y) << 21 | whole(p.z)
}

/// The place of a step in a table of `size`, a power of two.
#[allow(clippy::cast_possible_truncation, reason = "32 bits of a hash")]
fn slot(ends: (u64, u64), size: usize) -> usize {
    let mixed = (ends.0 ^ ends.1.rotate_left(29)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> 32) as usize & (size - 1)
}

/// The lane of step `own`: its system's place among all that share it, counted in the direction of the first
/// of them.
#[allow(clippy::cast_possible_truncation, reason = "pixels")]
fn lane_px(steps: &[Step], head: u32, own: usize) -> f32 {
    let mut sharing: Vec<u32> = Vec::new();
    let mut forward = (NONE, true);
    let mut i = head;
    while let Some(step) = steps.get(i as usize) {
        if step.ends == steps[own].ends {
            if !sharing.contains(&step.system) {
                sharing.push(step.system);
            }
            if step.system <= forward.0 {
                forward = (step.system, step.forward);
            }
        }
        i = step.before;
    }
    if sharing.len() < 2 {
        return 0.0;
    }
    let gaps = (sharing.len() - 1) as f64;
    let place = sharing.iter().filter(|s| **s < steps[own].system).count() as f64;
    let turned = if steps[own].forward == forward.1 { 1.0 } else { -1.0 };
    ((place - gaps / 2.0) * LANE_PX.min(BUNDLE_PX / gaps) * turned) as f32
}

/// Moves the projected points of a line into its lanes; says whether it moved any.
pub(super) fn open(view: &View, line: &CableLine, points: &mut [Option<Point>]) -> bool {
    let share = ((view.pose().zoom - OPENS.0) / (OPENS.1 - OPENS.0)).clamp(0.0, 1.0);
    if line.lanes.len() != points.len() || share <= 0.0 {
        return false;
    }
    let mut px: Vec<f64> = line.lanes.iter().map(|lane| f64::from(*lane) * share).collect();
    ease(points, &mut px);
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

/// Lets changes of lane take [`EASE_PX`], and brings the line to its ends in none.
fn ease(points: &[Option<Point>], px: &mut [f64]) {
    let n = px.len();
    let apart = |i: usize| match (points[i], points[i + 1]) {
        (Some(a), Some(b)) => a.distance(b),
        _ => 0.0,
    };
    let mut there = vec![0.0; n];
    for i in 1..n {
        let keep = (-apart(i - 1) / EASE_PX).exp();
        there[i] = px[i] + (there[i - 1] - px[i]) * keep;
    }
    let mut back = 0.0;
    px[n - 1] = 0.0;
    for i in (0..n - 1).rev() {
        let keep = (-apart(i) / EASE_PX).exp();
        back = px[i] + (back - px[i]) * keep;
        px[i] = f64::midpoint(there[i], back);
    }
    px[0] = 0.0;
}

#[cfg(test)]
mod tests {
    use super::super::style::Colour;
    use super::*;
    use crate::carto::{Pose, Viewport};
    use crate::sphere::{Cap, LonLat};

    fn line(system: &str, lons: impl Iterator<Item = u32>) -> CableLine {
        CableLine {
            segment: system.into(),
            system: system.into(),
            ends: ["a".into(), "b".into()],
            points: lons.map(|k| LonLat::new(f64::from(k) / 2.0, 70.0).to_unit()).collect(),
            neighbours: vec![],
            lanes: vec![],
            colour: Colour::Service,
            stroke: StrokeId::InService,
            rank: QUIET,
            cap: Cap::new(UnitVec::NORTH, 1.0),
        }
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
