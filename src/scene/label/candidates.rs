//! Which labels there are, the most important first, and the places each would take.

use super::Look;
use super::curve::{self, Letter};
use super::measure::Measure;
use crate::cable::{ChartLanding, ChartSea, ChartSystem};
use crate::carto::{ARCTIC_CIRCLE_DEG, View};
use crate::plane::{Point, Rect};
use crate::scene::display_list::Align;
use crate::scene::layer::Words;
use crate::scene::line::project;
use crate::scene::lit::Lit;
use crate::scene::pick::Picked;
use crate::scene::style::{Colour, FontId};
use crate::scene::world::{CableLine, QUIET, Spot, World};
use crate::sphere::{LonLat, UnitVec};

/// A place that a label could take: where its text is anchored, and the box that it fills.
pub(super) struct Candidate {
    pub(super) anchor: UnitVec,
    pub(super) offset: Point,
    pub(super) align: Align,
    pub(super) fills: Rect,
}

/// A label that looks for its place.
pub(super) enum Wanted {
    Beside { text: String, look: Look, candidates: Vec<Candidate>, dim: bool },
    Along { letters: Vec<Letter>, look: Look, line: Vec<UnitVec>, dim: bool },
}

/// Every label of the view, in the order in which they may take their places.
pub(super) fn wanted(
    world: &World,
    view: &View,
    selected: Option<&Picked>,
    words: &Words,
    measure: &dyn Measure,
) -> Vec<Wanted> {
    let mut out = landings(world, view, selected, words, measure);
    out.extend(cables(world, view, selected, words, measure));
    for rank in 0..=4 {
        let seas = world.chart().seas.iter().filter(|s| s.rank == rank);
        out.extend(seas.map(|s| sea(s, words, selected.is_some(), measure)));
    }
    out.push(circle(words, measure));
    out
}

fn landings(
    world: &World,
    view: &View,
    selected: Option<&Picked>,
    words: &Words,
    measure: &dyn Measure,
) -> Vec<Wanted> {
    let look = Look { font: FontId::Place, colour: Colour::Text, halo: Colour::Halo };
    let (lit, zoom, screen) = (Lit::new(world, selected), view.pose().zoom, view.viewport().rect());
    // Of what is selected first, then what the map is about, then the rest.
    let standing = |l: &ChartLanding, s: Spot| match (lit.landing(&l.id), s.is_quiet()) {
        (true, false) => 0,
        (true, true) => 1,
        (false, false) => 2,
        (false, true) => 3,
    };
    let wanted = |(l, s): &(&ChartLanding, &Spot)| s.shows_at(zoom) || (selected.is_some() && lit.landing(&l.id));
    let all = world.chart().landings.iter().zip(world.spots()).filter(wanted);
    let all: Vec<_> = all.map(|(l, s)| (standing(l, *s), l, s)).collect();
    let sorted = (0..=3).flat_map(|wanted| all.iter().filter(move |(standing, ..)| *standing == wanted));
    sorted
        .filter_map(|&(_, landing, spot)| {
            let (is_lit, anchor) = (lit.landing(&landing.id), spot.at);
            let at = view.screen_from_sphere(anchor).filter(|p| screen.holds(*p))?;
            let text = landing.name.get(&words.lang).to_owned();
            let width = measure.width_px(look.font, &text);
            Some(Wanted::Beside {
                candidates: around(anchor, at, width, look.font.size_px(), 9.0),
                text,
                look,
                dim: !is_lit,
            })
        })
        .collect()
}

/// Right, left, below, above, then the corners: the order that readers expect of point labels
/// (Imhof 1975, *The American Cartographer* 2, 128–144).
fn around(anchor: UnitVec, at: Point, width: f64, size: f64, gap: f64) -> Vec<Candidate> {
    let rise = gap + size * 0.55;
    let corner = gap * 0.75;
    let places = [
        (gap, 0.0, Align::Start),
        (-gap, 0.0, Align::End),
        (0.0, rise, Align::Middle),
        (0.0, -rise, Align::Middle),
        (corner, -rise * 0.8, Align::Start),
        (corner, rise * 0.8, Align::Start),
        (-corner, -rise * 0.8, Align::End),
        (-corner, rise * 0.8, Align::End),
    ];
    places.into_iter().map(|(dx, dy, align)| candidate(anchor, at, Point::new(dx, dy), align, (width, size))).collect()
}

fn candidate(anchor: UnitVec, at: Point, offset: Point, align: Align, (width, size): (f64, f64)) -> Candidate {
    let (x, y) = (at.x + offset.x, at.y + offset.y);
    let left = match align {
        Align::Start => x,
        Align::Middle => x - width / 2.0,
        Align::End => x - width,
    };
    let fills = Rect::new(left, y - size * 0.62, left + width, y + size * 0.62);
    Candidate { anchor, offset, align, fills }
}

/// The name of each proposed or illustrative system, and of the selected one, beside its line.
fn cables(world: &World, view: &View, selected: Option<&Picked>, words: &Words, measure: &dyn Measure) -> Vec<Wanted> {
    let (screen, lit) = (view.viewport().free(), Lit::new(world, selected));
    let chosen = |s: &ChartSystem| matches!(selected, Some(Picked::Cable(id)) if *id == s.id);
    let systems = world.chart().systems.iter().filter(|s| world.rank_of(s) > QUIET || chosen(s));
    systems
        .filter_map(|system| {
            let mut lines: Vec<&CableLine> = world.lines().iter().filter(|l| l.system == system.id).collect();
            // The longest segment is where the name is looked for first.
            let longest = (0..lines.len()).max_by_key(|i| lines[*i].points.len()).unwrap_or(0);
            if !lines.is_empty() {
                lines.swap(0, longest);
            }
            let look = Look { font: FontId::Cable, colour: lines.first()?.colour, halo: Colour::Halo };
            let text = system.name.get(&words.lang).to_owned();
            let size = (measure.width_px(look.font, &text), look.font.size_px());
            let candidates = lines.iter().flat_map(|l| beside_line(view, l, screen, size)).collect();
            Some(Wanted::Beside { text, look, candidates, dim: !lit.system(&system.id) })
        })
        .collect()
}

/// Places above, below, right and left of points spread over the part of the line on the screen.
fn beside_line(view: &View, line: &CableLine, screen: Rect, (width, size): (f64, f64)) -> Vec<Candidate> {
    let points = project(view, line).points;
    let seen: Vec<(usize, Point)> =
        points.iter().enumerate().filter_map(|(i, p)| Some((i, (*p)?))).filter(|(_, p)| screen.holds(*p)).collect();
    let mut out = Vec::new();
    for share in [50, 38, 62, 26, 74, 14, 86] {
        let Some(&(i, at)) = seen.get(seen.len() * share / 100) else { continue };
        let anchor = line.points[i];
        for (dx, dy, align) in [
            (0.0, -14.0, Align::Middle),
            (0.0, 14.0, Align::Middle),
            (13.0, 0.0, Align::Start),
            (-13.0, 0.0, Align::End),
        ] {
            out.push(candidate(anchor, at, Point::new(dx, dy), align, (width, size)));
        }
    }
    out
}

fn sea(sea: &ChartSea, words: &Words, dim: bool, measure: &dyn Measure) -> Wanted {
    let font = match sea.rank {
        0 | 1 => FontId::Ocean,
        2 => FontId::Sea,
        _ => FontId::Strait,
    };
    let name = sea.name.get(&words.lang);
    let text = if sea.rank <= 1 { (words.upper)(&words.lang, name) } else { name.to_owned() };
    let letters = curve::letters(&text, |letter| measure.width_px(font, letter));
    let look = Look { font, colour: Colour::SeaText, halo: Colour::Sea };
    Wanted::Along { letters, look, line: refine(&sea.line), dim }
}

fn circle(words: &Words, measure: &dyn Measure) -> Wanted {
    let font = FontId::Net;
    let letters = curve::letters(&words.arctic_circle, |letter| measure.width_px(font, letter));
    let look = Look { font, colour: Colour::NetText, halo: Colour::Halo };
    let line = (0..=24).map(|k| LonLat::new(62.0 + 1.1 * f64::from(k), ARCTIC_CIRCLE_DEG - 1.3).to_unit()).collect();
    Wanted::Along { letters, look, line, dim: false }
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
    fn right_of_the_point_is_tried_first() {
        let around = around(UnitVec::NORTH, Point::new(100.0, 100.0), 50.0, 12.0, 9.0);
        assert!(around[0].fills.x0 > 100.0 && around[1].fills.x1 < 100.0 && around.len() == 8);
    }
}
