//! Which labels there are, the most important first, and the places each would take.

use super::curve::Letter;
use super::measure::Measure;
use super::{Look, along, points};
use crate::cable::{ChartSystem, MarkKind};
use crate::carto::View;
use crate::plane::{Point, Rect};
use crate::scene::cable_line::{CableLine, QUIET};
use crate::scene::display_list::Align;
use crate::scene::layer::{Words, shows};
use crate::scene::line::project;
use crate::scene::lit::Lit;
use crate::scene::pick::Picked;
use crate::scene::style::{Colour, FontId};
use crate::scene::world::World;
use crate::sphere::UnitVec;

/// What labels are asked for.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) world: &'a World,
    pub(super) view: &'a View,
    pub(super) selected: Option<&'a Picked>,
    pub(super) switched: &'a [String],
    pub(super) lit: &'a Lit<'a>,
    pub(super) words: &'a Words,
    pub(super) measure: &'a dyn Measure,
}

impl Asked<'_> {
    /// Whether a layer is on.
    pub(super) fn shows(&self, layer: &str) -> bool {
        shows(layer, self.switched)
    }
}

/// A place that a label could take: where its text is anchored, and the box that it fills.
pub(super) struct Candidate {
    pub(super) anchor: UnitVec,
    pub(super) offset: Point,
    pub(super) align: Align,
    pub(super) fills: Rect,
}

/// A label that looks for its place: beside a point, along the first line that has room, or, where the one
/// finds none, the other.
pub(super) enum Wanted {
    Beside { text: String, look: Look, candidates: Vec<Candidate>, dim: bool },
    Along { letters: Vec<Letter>, look: Look, lines: Vec<Vec<UnitVec>>, dim: bool },
    Either(Box<[Self; 2]>),
}

/// Every label of the view, in the order in which they may take their places: what is selected, the routes
/// that the map is about and their landings, then seas, computers, countries, and what is left.
pub(super) fn wanted(asked: &Asked<'_>) -> Vec<Wanted> {
    let landings = points::landings(asked);
    let of = |standing: u8| landings.iter().filter(move |l| l.standing == standing).map(|l| points::landing(asked, l));
    let seas = |from: u8, to: u8| {
        let named = move |rank: u8| asked.world.chart().seas.iter().filter(move |s| s.rank == rank);
        (from..=to).flat_map(named).map(|s| along::sea(asked, s))
    };
    let mut out: Vec<Wanted> = points::chosen(asked).into_iter().collect();
    out.extend(of(0));
    out.extend(cables(asked));
    for (month, layer) in ["sea-ice-march", "sea-ice-september"].into_iter().enumerate() {
        out.extend(asked.shows(layer).then(|| along::ice(asked, month)));
    }
    out.extend(of(1));
    out.extend(seas(0, 2));
    points::marks(asked, MarkKind::Supercomputer, &landings, &mut out);
    out.extend(seas(3, 4));
    points::marks(asked, MarkKind::Chokepoint, &landings, &mut out);
    points::marks(asked, MarkKind::Event, &landings, &mut out);
    points::countries(asked, &mut out);
    points::marks(asked, MarkKind::City, &landings, &mut out);
    out.extend(of(2));
    out.extend(asked.shows("circles").then(|| along::circle(asked)));
    out
}

/// Right, left, below, above, then the corners: the order that readers expect of point labels
/// (Imhof 1975, *The American Cartographer* 2, 128–144).
pub(super) fn around(anchor: UnitVec, at: Point, width: f64, size: f64, gap: f64) -> Vec<Candidate> {
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

pub(super) fn candidate(
    anchor: UnitVec,
    at: Point,
    offset: Point,
    align: Align,
    (width, size): (f64, f64),
) -> Candidate {
    let (x, y) = (at.x + offset.x, at.y + offset.y);
    let left = match align {
        Align::Start => x,
        Align::Middle => x - width / 2.0,
        Align::End => x - width,
    };
    let fills = Rect::new(left, y - size * 0.62, left + width, y + size * 0.62);
    Candidate { anchor, offset, align, fills }
}

/// The name of the selected system, and of each proposed or illustrative one, beside its line.
fn cables(asked: &Asked<'_>) -> Vec<Wanted> {
    let Asked { world, view, lit, words, measure, .. } = *asked;
    let screen = view.viewport().free();
    let chosen = |s: &ChartSystem| matches!(asked.selected, Some(Picked::Cable(id)) if *id == s.id);
    let systems = || world.chart().systems.iter();
    let others = systems().filter(|s| world.rank_of(s) > QUIET && !chosen(s));
    systems()
        .filter(|s| chosen(s))
        .chain(others)
        .filter_map(|system| {
            let mut lines: Vec<&CableLine> = world.lines().filter(|l| l.system == system.id).collect();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn right_of_the_point_is_tried_first() {
        let around = around(UnitVec::NORTH, Point::new(100.0, 100.0), 50.0, 12.0, 9.0);
        assert!(around[0].fills.x0 > 100.0 && around[1].fills.x1 < 100.0 && around.len() == 8);
    }
}
