//! What the search finds: its signs and words, and the way there.

use super::FindContext;
use crate::app::details::status_message;
use crate::app::flight::{between, framing};
use crate::app::search::{Group, Hit, Index, Kind, entries, marks_of};
use crate::app::{Action, SelKind, Selection};
use crate::beside::{link, page};
use crate::cable::Status;
use crate::i18n::Msg;
use crate::scene::{SWITCHES, cable_stroke, quiet_colour};
use crate::sphere::LonLat;
use crate::web::build::text;
use crate::web::motion;
use crate::web::sign::{ring, swatch};
use leptos::prelude::*;
use std::cell::RefCell;

/// So many are listed of a kind.
const MOST: usize = 5;
/// How long a flight takes.
const FLIGHT_MS: f64 = 900.0;

thread_local! {
    /// The names, read when something is first typed.
    static INDEX: RefCell<Option<Index>> = const { RefCell::new(None) };
}

/// Forgets the names: there are more, or others.
pub(super) fn forget() {
    INDEX.take();
}

/// What is meant by a text; nothing while the files are being read.
pub(super) fn groups_of(cx: FindContext, text: &str) -> Vec<Group> {
    if text.is_empty() || !cx.loaded.get_untracked() {
        return Vec::new();
    }
    let read = || {
        let all = |a: &_| cx.gazetteer.with_untracked(|g| untrack(|| cx.words(|w| entries(a, g, w))));
        Index::new(cx.atlas.with_untracked(all))
    };
    INDEX.with_borrow_mut(|index| index.get_or_insert_with(read).find(text, MOST))
}

/// The title of a kind.
pub(super) fn title(cx: FindContext, kind: Kind) -> String {
    cx.t(match kind {
        Kind::Cable => Msg::ListCables,
        Kind::Landing => Msg::ListLandings,
        Kind::Country => Msg::FindCountries,
        Kind::Place => Msg::LayerPlaces,
        Kind::Chokepoint => Msg::LayerChokepoints,
        Kind::Event => Msg::LayerEvents,
    })
}

fn status(cx: FindContext, id: &str) -> Status {
    let of = |a: &crate::cable::Atlas| a.system(id).and_then(|s| s.status.value().copied());
    cx.atlas.with_untracked(of).unwrap_or(Status::Proposed)
}

/// The sign of a hit, as the map draws it.
pub(super) fn sign(cx: FindContext, hit: &Hit) -> AnyView {
    match hit.kind {
        Kind::Cable => {
            let status = status(cx, &hit.id);
            swatch(cable_stroke(status), quiet_colour(status))
        }
        Kind::Landing => ring(),
        Kind::Country => text(""),
        Kind::Place => layer_sign("supercomputers"),
        Kind::Chokepoint => layer_sign("chokepoints"),
        Kind::Event => layer_sign("events"),
    }
}

fn layer_sign(id: &str) -> AnyView {
    SWITCHES.iter().find(|l| l.id == id).map_or_else(|| text(""), |l| crate::web::sign::sign(l.key))
}

/// What qualifies a hit: a status, a country, a date.
pub(super) fn detail(cx: FindContext, hit: &Hit) -> String {
    let country = |code: Option<String>| code.map_or_else(String::new, |code| cx.words(|w| w.country(&code)));
    let id = hit.id.as_str();
    match hit.kind {
        Kind::Cable => cx.t(status_message(status(cx, id))),
        Kind::Landing => country(cx.atlas.with_untracked(|a| a.landing(id).map(|l| l.country.clone()))),
        Kind::Place => country(cx.gazetteer.with_untracked(|g| g.place(id).map(|p| p.country.clone()))),
        Kind::Event => {
            let date = cx.gazetteer.with_untracked(|g| g.event(id).map(|e| e.date.clone()));
            date.map_or_else(String::new, |date| cx.words(|w| w.date(&date)))
        }
        Kind::Country | Kind::Chokepoint => String::new(),
    }
}

/// Selects a hit and flies there. A layer that it is on is switched on; a country is flown to only.
pub(super) fn accept(cx: FindContext, hit: &Hit) {
    let kind = match hit.kind {
        Kind::Cable => Some((SelKind::Cable, None)),
        Kind::Landing => Some((SelKind::Landing, None)),
        Kind::Place => Some((SelKind::Place, None)),
        Kind::Chokepoint => Some((SelKind::Chokepoint, Some("chokepoints"))),
        Kind::Event => Some((SelKind::Event, Some("events"))),
        Kind::Country => None,
    };
    if let Some((kind, layer)) = kind {
        let mut actions = vec![Action::Select(Selection::new(kind, hit.id.as_str()))];
        let by_default = |id: &str| SWITCHES.iter().any(|l| l.id == id && l.default_on);
        let is_off = |id: &&str| cx.state.with_untracked(|s| !s.layers.shows(id, by_default(id)));
        let switch = |id: &str| Action::ToggleLayer { id: id.to_owned(), by_default: by_default(id) };
        actions.extend(layer.filter(is_off).map(switch));
        cx.dispatch_all(actions);
    }
    let points = cx.atlas.with_untracked(|a| {
        cx.gazetteer.with_untracked(|g| match hit.kind {
            Kind::Cable => a.segments_of(&hit.id).flat_map(|s| s.line.iter().copied()).collect(),
            kind => marks_of(a, g, kind, &hit.id),
        })
    });
    // The room is measured when what is selected has its panel.
    fly(&points);
}

/// Flies to where the map shows those points, if there are any.
pub(super) fn fly(points: &[LonLat]) {
    let now = link::state().at;
    if let Some(to) = framing(points, page::room() * 0.85, now) {
        motion::run(FLIGHT_MS, move |t| link::go_to(between(now, to, t)));
    }
}
