//! Names that follow a line of the map: seas, the Arctic Circle, the edge of the ice.

use super::candidates::{Asked, Wanted, around};
use super::{Look, curve, script};
use crate::cable::ChartSea;
use crate::carto::ARCTIC_CIRCLE_DEG;
use crate::plane::Point;
use crate::scene::style::{Colour, FontId};
use crate::sphere::{Arc, EARTH_RADIUS_KM, LonLat, UnitVec};

/// Steps of the edge of the ice that a label follows.
const FINE_KM: f64 = 40.0;
/// A part of the edge with fewer such steps, across a sound, is not where its label stands.
const LONG: usize = 12;
/// A label follows the edge as it is in the mean over so many pixels both ways.
const SMOOTH_PX: f64 = 36.0;
/// How much longer than its chord the part of the edge may be that a label follows.
const MOST_BEND: f64 = 1.3;

/// A sea's name, in capitals where it is an ocean.
pub(super) fn sea(asked: &Asked<'_>, sea: &ChartSea) -> Wanted {
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

/// What the edge of the ice of a month is: along a part of it near the middle of the screen that bends
/// little, else beside it.
pub(super) fn ice(asked: &Asked<'_>, month: usize) -> Wanted {
    let look = Look { font: FontId::Net, colour: Colour::NetText, halo: Colour::Halo };
    let text = &asked.words.sea_ice[month];
    let width = asked.measure.width_px(look.font, text);
    let (view, screen) = (asked.view, asked.view.viewport().free());
    let middle = screen.centre();
    let mut lines: Vec<(f64, Vec<UnitVec>)> = Vec::new();
    let mut spots: Vec<(f64, UnitVec)> = Vec::new();
    for line in asked.world.around().ice[month].edge.near(*view.clip_cap()) {
        let line = fine(&line);
        if line.len() < LONG {
            continue;
        }
        let step_px = FINE_KM * view.px_per_km(line[line.len() / 2]);
        let line = smooth(&line, SMOOTH_PX / step_px);
        let seen: Vec<Option<Point>> =
            line.iter().map(|p| view.screen_from_sphere(*p).filter(|p| screen.holds(*p))).collect();
        for from in (0..seen.len()).step_by(2) {
            let Some(first) = seen[from] else { continue };
            insert(&mut spots, first.distance(middle), line[from]);
            let Some((to, last)) = reach(&seen[from..], width * 1.06) else { continue };
            let bend = width / first.distance(last);
            if bend < MOST_BEND {
                insert(&mut lines, first.distance(middle) + bend * width * 3.0, line[from..=from + to].to_vec());
            }
        }
    }
    let beside = spots.iter().step_by(3).filter_map(|(_, p)| Some((*p, view.screen_from_sphere(*p)?)));
    let two = |(p, at)| around(p, at, width, look.font.size_px(), 7.0).into_iter().take(2);
    let candidates = beside.flat_map(two).collect();
    let beside = Wanted::Beside { text: script::isolated(text), look, candidates, dim: false };
    let lines = lines.into_iter().map(|(_, line)| line).collect();
    Wanted::Either(Box::new([along(asked, text, look, lines, false), beside]))
}

/// Keeps a list in order of what comes first in each.
fn insert<T>(list: &mut Vec<(f64, T)>, order: f64, one: T) {
    let place = list.partition_point(|(other, _)| *other < order);
    list.insert(place, (order, one));
}

/// The line with its corners taken off: each point is the mean of those up to `reach` before and after it.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "2 to 12")]
fn smooth(line: &[UnitVec], reach: f64) -> Vec<UnitVec> {
    let reach = reach.clamp(2.0, 12.0) as usize;
    let mean = |i: usize| {
        let reach = reach.min(i).min(line.len() - 1 - i);
        let sum = line[i - reach..=i + reach].iter().fold([0.0; 3], |s, p| [s[0] + p.x, s[1] + p.y, s[2] + p.z]);
        UnitVec::normalised(sum[0], sum[1], sum[2]).unwrap_or(line[i])
    };
    (0..line.len()).map(mean).collect()
}

fn along(asked: &Asked<'_>, text: &str, look: Look, lines: Vec<Vec<UnitVec>>, dim: bool) -> Wanted {
    let letters = curve::letters(text, |letter| asked.measure.width_px(look.font, letter));
    Wanted::Along { letters, look, lines, dim }
}

/// How many points on the line is `px` long, and where that is; `None` where it leaves the screen before.
fn reach(points: &[Option<Point>], px: f64) -> Option<(usize, Point)> {
    let mut length = 0.0;
    for (i, w) in points.windows(2).enumerate() {
        let (a, b) = (w[0]?, w[1]?);
        length += a.distance(b);
        if length >= px {
            return Some((i + 1, b));
        }
    }
    None
}

/// The line with no step longer than [`FINE_KM`].
fn fine(line: &[UnitVec]) -> Vec<UnitVec> {
    let mut out = Vec::new();
    for w in line.windows(2) {
        let arc = Arc::new(w[0], w[1]);
        let steps = (arc.length_rad * EARTH_RADIUS_KM / FINE_KM).ceil().max(1.0);
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
        assert_eq!(reach(&line, 25.0), Some((3, Point::new(30.0, 0.0))));
        assert_eq!(reach(&line, 60.0), None);
    }
}
