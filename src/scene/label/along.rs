//! Names that follow a line of the map: seas, the Arctic Circle, the edge of the ice.

use super::candidates::{Asked, Wanted};
use super::{Look, curve};
use crate::cable::Sea;
use crate::carto::ARCTIC_CIRCLE_DEG;
use crate::plane::Point;
use crate::scene::style::{Colour, FontId};
use crate::sphere::{Arc, EARTH_RADIUS_KM, LonLat, UnitVec};

/// A sea's name, in capitals where it is an ocean.
pub(super) fn sea(asked: &Asked<'_>, sea: &Sea) -> Wanted {
    let font = match sea.rank {
        0 | 1 => FontId::Ocean,
        2 => FontId::Sea,
        _ => FontId::Strait,
    };
    let words = asked.words;
    let name = sea.name.get(&words.lang);
    let text = if sea.rank <= 1 { (words.upper)(&words.lang, name) } else { name.to_owned() };
    let look = Look { font, colour: Colour::SeaText, halo: Colour::Sea };
    along(asked, &text, look, vec![refine(&sea.line)], asked.lit.dims())
}

/// What the Arctic Circle is.
pub(super) fn circle(asked: &Asked<'_>) -> Wanted {
    let look = Look { font: FontId::Net, colour: Colour::NetText, halo: Colour::Halo };
    let line = (0..=24).map(|k| LonLat::new(62.0 + 1.1 * f64::from(k), ARCTIC_CIRCLE_DEG - 1.3).to_unit()).collect();
    along(asked, &asked.words.arctic_circle, look, vec![line], false)
}

/// What the edge of the ice of a month is, on the part of it that is nearest to the middle of the screen
/// and smooth enough.
pub(super) fn ice(asked: &Asked<'_>, month: usize) -> Option<Wanted> {
    let look = Look { font: FontId::Net, colour: Colour::NetText, halo: Colour::Sea };
    let text = &asked.words.sea_ice[month];
    let needs_px = asked.measure.width_px(look.font, text) * 1.2;
    let (screen, clip) = (asked.view.viewport().free(), asked.view.clip_cap());
    let mut found: Vec<(f64, Vec<UnitVec>)> = Vec::new();
    for line in asked.world.around().ice[month].edge.near(clip) {
        let line = fine(line);
        let seen: Vec<Option<Point>> =
            line.iter().map(|p| asked.view.screen_from_sphere(*p).filter(|p| screen.holds(*p))).collect();
        for from in (0..seen.len()).step_by(3) {
            let Some((to, middle)) = reach(&seen[from..], needs_px) else { continue };
            let far = middle.distance(screen.centre());
            let place = found.partition_point(|(other, _)| *other < far);
            found.insert(place, (far, line[from..=from + to].to_vec()));
        }
    }
    let lines: Vec<Vec<UnitVec>> = found.into_iter().map(|(_, line)| line).collect();
    (!lines.is_empty()).then(|| along(asked, text, look, lines, false))
}

fn along(asked: &Asked<'_>, text: &str, look: Look, lines: Vec<Vec<UnitVec>>, dim: bool) -> Wanted {
    let letters = curve::letters(text, |letter| asked.measure.width_px(look.font, letter));
    Wanted::Along { letters, look, lines, dim }
}

/// How many points on the line is `px` long, and where its middle is; `None` where it leaves the screen
/// before.
fn reach(points: &[Option<Point>], px: f64) -> Option<(usize, Point)> {
    let mut length = 0.0;
    for (i, w) in points.windows(2).enumerate() {
        length += w[0]?.distance(w[1]?);
        if length >= px {
            return Some((i + 1, points[i.div_ceil(2)]?));
        }
    }
    None
}

/// The line with no step longer than 40 km.
fn fine(line: &[UnitVec]) -> Vec<UnitVec> {
    let mut out = Vec::new();
    for w in line.windows(2) {
        let arc = Arc::new(w[0], w[1]);
        let steps = (arc.length_rad * EARTH_RADIUS_KM / 40.0).ceil().max(1.0);
        let mut k = 0.0;
        while k < steps {
            out.push(arc.at(arc.length_rad * k / steps));
            k += 1.0;
        }
    }
    out.extend(line.last().copied());
    out
}

/// The hand-set points of a sea's line, joined by a Catmull–Rom curve so that letters do not jolt.
fn refine(line: &[LonLat]) -> Vec<UnitVec> {
    const STEPS: u32 = 8;
    let points: Vec<UnitVec> = line.iter().map(|p| p.to_unit()).collect();
    let at = |i: usize| points[i.min(points.len() - 1)];
    let mut out = Vec::with_capacity(points.len() * STEPS as usize);
    for i in 0..points.len().saturating_sub(1) {
        let (p, q, r, s) = (at(i.saturating_sub(1)), at(i), at(i + 1), at(i + 2));
        for k in 0..STEPS {
            let t = f64::from(k) / f64::from(STEPS);
            let w = [
                ((2.0 - t) * t - 1.0) * t / 2.0,
                ((3.0 * t - 5.0) * t * t + 2.0) / 2.0,
                ((4.0 - 3.0 * t) * t + 1.0) * t / 2.0,
                (t - 1.0) * t * t / 2.0,
            ];
            let mix = |f: fn(&UnitVec) -> f64| w[0] * f(&p) + w[1] * f(&q) + w[2] * f(&r) + w[3] * f(&s);
            out.extend(UnitVec::normalised(mix(|v| v.x), mix(|v| v.y), mix(|v| v.z)));
        }
    }
    out.extend(points.last().copied());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refine_passes_through_its_points() {
        let line = [LonLat::new(0.0, 70.0), LonLat::new(20.0, 72.0), LonLat::new(40.0, 70.0)];
        let fine = refine(&line);
        assert_eq!(fine.len(), 17);
        for p in line {
            assert!(fine.iter().any(|q| q.angle_to(p.to_unit()) < 1e-9));
        }
        assert!(refine(&[]).is_empty());
    }

    #[test]
    fn a_label_reaches_only_as_far_as_the_line_is_seen() {
        let line: Vec<Option<Point>> = (0..9).map(|k| (k < 6).then(|| Point::new(10.0 * f64::from(k), 0.0))).collect();
        assert_eq!(reach(&line, 25.0), Some((3, Point::new(10.0, 0.0))));
        assert_eq!(reach(&line, 60.0), None);
    }
}
