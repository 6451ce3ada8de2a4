//! Names set letter by letter along a line of the map, as seas are.

use super::script;
use crate::carto::View;
use crate::plane::Point;
use crate::scene::style::FontId;
use crate::sphere::UnitVec;

/// A letter and its width without spacing.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Letter {
    /// One letter, or a letter with its combining marks.
    pub(super) text: String,
    /// Its advance in pixels.
    pub(super) width_px: f64,
}

/// Where a letter sits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Seat {
    /// The letter's middle.
    pub(super) at: Point,
    /// Its clockwise turn.
    pub(super) angle_rad: f64,
}

/// The share of the line that a spread name takes, and its spacing in ems, least and most.
const SHARE: f64 = 0.94;
const SPACING_EM: (f64, f64) = (0.05, 0.9);

/// How many times the line's length a name may take where the line is short: names of oceans and
/// seas run on over the coasts, as on printed maps; those of straits hardly.
fn overrun(font: FontId) -> f64 {
    if font == FontId::Strait { 1.3 } else { 1.9 }
}

/// Splits a text into letters, marks staying with their letter, and measures each. A text whose letters
/// join, or run from right to left, stays whole: it is set straight.
pub(super) fn letters(text: &str, mut width: impl FnMut(&str) -> f64) -> Vec<Letter> {
    let mut out: Vec<Letter> = Vec::new();
    if script::stays_whole(text) {
        let text = script::isolated(text);
        return vec![Letter { width_px: width(&text), text }];
    }
    for c in text.chars() {
        match out.last_mut() {
            Some(last) if is_mark(c) => last.text.push(c),
            _ => out.push(Letter { text: c.to_string(), width_px: 0.0 }),
        }
    }
    for letter in &mut out {
        letter.width_px = width(&letter.text);
    }
    out
}

/// Combining marks of the scripts that our languages use.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{3099}' | '\u{309a}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

/// Seats the letters on the line, spread to fill it and centred, so that they read upright.
/// `None` where the line is off the map, too short for them, or bends more than letters can follow.
pub(super) fn seat(view: &View, letters: &[Letter], font: FontId, line: &[UnitVec]) -> Option<Vec<Seat>> {
    if view.edges().cuts(line) {
        return None;
    }
    let mut points = line.iter().map(|p| view.screen_from_sphere(*p)).collect::<Option<Vec<Point>>>()?;
    if points.last()?.x < points.first()?.x {
        points.reverse();
    }
    let total: f64 = points.windows(2).map(|w| w[0].distance(w[1])).sum();
    let ink: f64 = letters.iter().map(|l| l.width_px).sum();
    #[allow(clippy::cast_precision_loss, reason = "a name has few letters")]
    let gaps = letters.len().saturating_sub(1) as f64;
    let room = (total * SHARE - ink) / gaps.max(1.0);
    let em = font.size_px();
    let least = ink + SPACING_EM.0 * em * gaps;
    if least > total * overrun(font) {
        return None;
    }
    let gap = room.clamp(SPACING_EM.0 * em, SPACING_EM.1 * em);
    let mut at_px = (total - ink - gap * gaps) / 2.0;
    let mut seats = Vec::with_capacity(letters.len());
    for letter in letters {
        seats.push(along(&points, at_px + letter.width_px / 2.0, (letter.width_px / 2.0).max(14.0))?);
        at_px += letter.width_px + gap;
    }
    let bends = seats.windows(2).any(|w| (w[1].angle_rad - w[0].angle_rad).abs() > 0.6);
    (!bends).then_some(seats)
}

/// The point at a distance along the line, with its direction, eased over the corners within `reach_px`.
fn along(points: &[Point], px: f64, reach_px: f64) -> Option<Seat> {
    let here = point_at(points, px)?;
    let (before, after) = (point_at(points, px - reach_px)?, point_at(points, px + reach_px)?);
    Some(Seat { at: here, angle_rad: (after.y - before.y).atan2(after.x - before.x) })
}

/// The point at a distance along the line; beyond its ends, on its first or last step prolonged.
fn point_at(points: &[Point], px: f64) -> Option<Point> {
    let mut rest = px;
    let steps = points.len().checked_sub(1)?;
    for (i, w) in points.windows(2).enumerate() {
        let length = w[0].distance(w[1]);
        if rest <= length || i + 1 == steps {
            let t = if length > 0.0 { rest / length } else { 0.0 };
            return Some(Point::new(w[0].x + (w[1].x - w[0].x) * t, w[0].y + (w[1].y - w[0].y) * t));
        }
        rest -= length;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::carto::{Pose, Viewport};
    use crate::sphere::LonLat;

    fn line(points: &[(f64, f64)]) -> Vec<UnitVec> {
        points.iter().map(|&(lon, lat)| LonLat::new(lon, lat).to_unit()).collect()
    }

    fn view(turn_deg: f64) -> View {
        View::polar(Pose { turn_deg, ..Pose::HOME }, Viewport::plain(1280.0, 800.0))
    }

    #[test]
    fn letters_read_left_to_right_however_the_map_is_turned() {
        let name = letters("Barents Sea", |_| 8.0);
        let sea = line(&[(25.0, 74.0), (38.0, 73.5), (52.0, 74.5)]);
        for turn in [0.0, 90.0, 180.0, -120.0] {
            let view = View::polar(
                Pose { turn_deg: turn, zoom: 2.0, centre: LonLat::new(38.0, 74.0) },
                Viewport::plain(1280.0, 800.0),
            );
            let seats = seat(&view, &name, FontId::Sea, &sea).unwrap();
            assert!(seats.last().unwrap().at.x > seats[0].at.x, "turn {turn}");
            assert!(seats.iter().all(|s| s.angle_rad.abs() <= std::f64::consts::FRAC_PI_2 + 0.3));
        }
    }

    #[test]
    fn a_line_too_short_for_its_name_stays_empty() {
        let name = letters("A very long name for a small strait", |_| 8.0);
        assert!(seat(&view(0.0), &name, FontId::Strait, &line(&[(0.0, 70.0), (1.0, 70.0)])).is_none());
    }

    #[test]
    fn marks_stay_with_their_letter() {
        let name = letters("e\u{301}a", |_| 5.0);
        assert_eq!(name.iter().map(|l| l.text.as_str()).collect::<Vec<_>>(), ["e\u{301}", "a"]);
    }

    #[test]
    fn seats_do_not_overlap() {
        let name = letters("Arctic Ocean", |_| 9.0);
        let seats =
            seat(&view(0.0), &name, FontId::Ocean, &line(&[(-60.0, 84.0), (120.0, 88.0), (90.0, 80.0)])).unwrap();
        assert!(seats.windows(2).all(|w| w[0].at.distance(w[1].at) >= 8.9));
    }
}
