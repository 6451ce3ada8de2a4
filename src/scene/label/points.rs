//! Labels beside points: landings, places, chokepoints, events, and the names of countries.

use super::candidates::{Asked, Wanted, around, candidate};
use super::{Look, script};
use crate::cable::{ChartLanding, MarkKind};
use crate::plane::{Point, Rect};
use crate::scene::around::Point as Mark;
use crate::scene::display_list::Align;
use crate::scene::style::{Colour, FontId};
use crate::scene::world::Spot;
use crate::sphere::{LonLat, UnitVec};

/// A country's name stands where the map is this many times finer than the scale at which it has room: the
/// names are not what this map is about.
const FINER: f64 = 4.5;
/// An event's name follows its year from this zoom on.
const NAMED_ZOOM: f64 = 4.0;

/// A landing nearer than this that has a city's name says it for both.
const SAME_PX: f64 = 60.0;

/// A landing whose name may be wanted: 0 the selection is about it, 1 the map is, 2 it is there for
/// comparison.
pub(super) struct Named<'a> {
    pub(super) standing: u8,
    landing: &'a ChartLanding,
    spot: &'a Spot,
    pub(super) at: Point,
}

/// The landings on the screen.
pub(super) fn landings<'a>(asked: &Asked<'a>) -> Vec<Named<'a>> {
    let (zoom, screen) = (asked.view.pose().zoom, asked.view.viewport().rect());
    let named = |(landing, spot): (&'a ChartLanding, &'a Spot)| {
        let standing = match (asked.lit.brings_out_landing(&landing.id), spot.is_quiet()) {
            (true, _) => 0,
            (false, false) => 1,
            (false, true) => 2,
        };
        let shows = standing == 0 || spot.shows_at(zoom);
        let at = asked.view.screen_from_sphere(spot.at).filter(|p| shows && screen.holds(*p))?;
        Some(Named { standing, landing, spot, at })
    };
    if !asked.shows("landings") {
        return Vec::new();
    }
    asked.world.chart().landings.iter().zip(asked.world.spots()).filter_map(named).collect()
}

/// The name of a landing.
pub(super) fn landing(asked: &Asked<'_>, of: &Named<'_>) -> Wanted {
    let look = Look { font: FontId::Place, colour: Colour::Text, halo: Colour::Halo };
    let dim = !asked.lit.landing(&of.landing.id);
    beside(asked, of.landing.name.get(&asked.words.lang), look, (of.spot.at, of.at), 9.0, dim)
}

fn beside(asked: &Asked<'_>, text: &str, look: Look, (anchor, at): (UnitVec, Point), gap: f64, dim: bool) -> Wanted {
    let text = script::isolated(text);
    let width = asked.measure.width_px(look.font, &text);
    Wanted::Beside { candidates: around(anchor, at, width, look.font.size_px(), gap), text, look, dim }
}

/// The name of the selected mark.
pub(super) fn chosen(asked: &Asked<'_>) -> Option<Wanted> {
    let point = asked.world.around().picked(asked.selected)?;
    let (anchor, at) = seen(asked, point)?;
    Some(beside(asked, &title(asked, point, true), look(point.mark.kind, true), (anchor, at), 14.0, false))
}

/// The names of all marks of a kind, the most important first; of cities not those that a landing beside them
/// has.
pub(super) fn marks(asked: &Asked<'_>, kind: MarkKind, landings: &[Named<'_>], out: &mut Vec<Wanted>) {
    let zoom = asked.view.pose().zoom;
    let chosen = asked.world.around().picked(asked.selected);
    for rank in 1..=3 {
        let of_kind = asked.world.around().points.iter().filter(|p| p.mark.kind == kind && p.mark.rank == rank);
        for point in of_kind.filter(|p| asked.shows(p.layer()) && p.shows_at(zoom)) {
            if chosen.is_some_and(|c| std::ptr::eq(c, point)) {
                continue;
            }
            let Some(place) = seen(asked, point) else { continue };
            let lang = asked.words.lang.as_str();
            let is_same = |l: &Named<'_>| l.landing.name.get(lang) == point.mark.name.get(lang);
            if kind == MarkKind::City && landings.iter().any(|l| l.at.distance(place.1) < SAME_PX && is_same(l)) {
                continue;
            }
            let gap = if kind == MarkKind::City { 6.0 } else { 9.0 };
            let text = title(asked, point, zoom >= NAMED_ZOOM);
            out.push(beside(asked, &text, look(kind, false), place, gap, asked.lit.dims()));
        }
    }
}

fn look(kind: MarkKind, chosen: bool) -> Look {
    let font = if chosen || kind == MarkKind::Supercomputer { FontId::Place } else { FontId::City };
    let colour = match kind {
        _ if chosen => Colour::Text,
        MarkKind::Supercomputer => Colour::Machine,
        _ => Colour::Mark,
    };
    Look { font, colour, halo: Colour::Halo }
}

/// The mark's name; of an event its year, with the name if it is to be named.
fn title(asked: &Asked<'_>, point: &Mark, named: bool) -> String {
    let name = point.mark.name.get(&asked.words.lang);
    match (point.mark.kind, named) {
        (MarkKind::Event, true) => [point.mark.year.as_str(), " ", &script::isolated(name)].concat(),
        (MarkKind::Event, false) => point.mark.year.clone(),
        _ => name.to_owned(),
    }
}

/// Where a mark is, if the screen shows it.
fn seen(asked: &Asked<'_>, point: &Mark) -> Option<(UnitVec, Point)> {
    let anchor = point.at?;
    let at = asked.view.screen_from_sphere(anchor).filter(|p| asked.view.viewport().rect().holds(*p))?;
    Some((anchor, at))
}

/// The room that a mark itself takes, if it is drawn.
pub(super) fn taken(asked: &Asked<'_>, point: &Mark) -> Option<Rect> {
    let chosen = asked.world.around().picked(asked.selected).is_some_and(|c| std::ptr::eq(c, point));
    let drawn = chosen || (asked.shows(point.layer()) && point.shows_at(asked.view.pose().zoom));
    let (_, at) = seen(asked, point).filter(|_| drawn)?;
    let side = match point.mark.kind {
        _ if chosen => 24.0,
        MarkKind::City => 5.0,
        _ => 12.0,
    };
    Some(Rect::about(at, side, side))
}

/// The names of countries, about the middle of each.
pub(super) fn countries(asked: &Asked<'_>, out: &mut Vec<Wanted>) {
    if !asked.shows("countries") {
        return;
    }
    let look = Look { font: FontId::Country, colour: Colour::LandText, halo: Colour::Land };
    let size = look.font.size_px();
    for rank in 1..=10 {
        for country in asked.world.around().countries.iter().filter(|c| c.rank == rank) {
            let Some(anchor) = country.at.map(LonLat::to_unit) else { continue };
            let at = asked.view.screen_from_sphere(anchor).filter(|p| asked.view.viewport().rect().holds(*p));
            let has_room = |most: f64| asked.view.px_per_km(anchor) * most >= FINER;
            let Some(at) = at.filter(|_| country.max_km_per_px.is_none_or(has_room)) else { continue };
            let text = script::isolated(country.name.get(&asked.words.lang));
            let width = asked.measure.width_px(look.font, &text);
            let shifts = [0.0, -1.4, 1.4, -2.8, 2.8].map(|ems| Point::new(0.0, ems * size));
            let candidates = shifts.map(|by| candidate(anchor, at, by, Align::Middle, (width, size))).into();
            out.push(Wanted::Beside { text, look, candidates, dim: asked.lit.dims() });
        }
    }
}
