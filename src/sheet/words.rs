//! The words of a sheet in the reader's language, from what is known of the view.

use super::SheetText;
use super::cite::{Cited, citation};
use super::legend::{Key, Mark};
use crate::cable::Status;
use crate::geodata::CatalogLayer;
use crate::i18n::{Msg, Words};
use crate::scene::{Colour, Sign, StrokeId, World, cable_stroke, quiet_colour};
use crate::sphere::LonLat;

/// What is known of a view besides its map.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The title; the map's own where empty.
    pub title: &'a str,
    /// What stands below it; the map's own where empty.
    pub subtitle: &'a str,
    /// The name of the projection: [`projection`].
    pub projection: Msg,
    /// The middle of the map.
    pub centre: LonLat,
    /// Whom to thank: [`credits`].
    pub credits: &'a [String],
    /// The map's version.
    pub version: &'a str,
    /// The data's version.
    pub data_version: &'a str,
    /// Today, `YYYY-MM-DD`.
    pub date: &'a str,
    /// The link that shows the same view; may be empty.
    pub link: &'a str,
}

/// All the words of a sheet.
#[must_use]
pub fn sheet_text(facts: &Facts<'_>, words: &Words<'_>) -> SheetText {
    let text = |m: Msg| words.text(m).to_owned();
    let or = |given: &str, m: Msg| if given.is_empty() { text(m) } else { given.to_owned() };
    let place = words.position(facts.centre.lon_deg, facts.centre.lat_deg, 1).replace("° ", "°\u{a0}");
    let date = words.date(facts.date);
    let versions = [("date", date.as_str()), ("version", facts.version), ("data", facts.data_version)];
    let (title, subtitle) = (or(facts.title, Msg::AppTitle), or(facts.subtitle, Msg::AppSubtitle));
    // The map's own name stands as the author already.
    let view = if title == text(Msg::AppTitle) { &subtitle } else { &title };
    let cited =
        Cited { title: view, version: facts.version, data_version: facts.data_version, date: facts.date, link: "" };
    SheetText {
        lang: words.catalogue.code().to_owned(),
        desc: text(Msg::AppDescription),
        legend_heading: text(Msg::LegendTitle),
        scale_heading: text(Msg::SheetScale),
        projection: vec![text(facts.projection), words.with(Msg::SheetTrueAt, &[("place", &place)])],
        length: text(Msg::UnitKm),
        notes_heading: text(Msg::SheetNotes),
        notes: [Msg::SheetNoteProposed, Msg::SheetNoteIndicative, Msg::SheetNoteModelled].map(text).into(),
        credits_heading: text(Msg::Attribution),
        // A licence's name stays on one line.
        credits: facts.credits.iter().map(|c| c.replace("CC BY ", "CC\u{a0}BY\u{a0}")).collect(),
        citation_heading: text(Msg::SheetCite),
        citation: citation(&cited, words),
        dated: words.with(Msg::SheetDated, &versions),
        link: facts.link.to_owned(),
        title,
        subtitle,
    }
}

/// The name of the projection of a view, by the view's name in links; between two views where it stands there.
#[must_use]
pub fn projection(view: &str, is_between: bool) -> Msg {
    match view {
        _ if is_between => Msg::ProjectionBetween,
        "globe" => Msg::ProjectionGlobe,
        "mercator" => Msg::ProjectionMercator,
        "world" => Msg::ProjectionWorld,
        _ => Msg::ProjectionPolar,
    }
}

/// The lines of thanks of the layers, each once, in the catalogue's order.
#[must_use]
pub fn credits<'a>(layers: impl IntoIterator<Item = &'a CatalogLayer>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for layer in layers {
        if !layer.attribution.is_empty() && !out.contains(&layer.attribution) {
            out.push(layer.attribution.clone());
        }
    }
    out
}

/// Marks that are not cables, the lowest in the legend last, with the message that names each.
const OTHERS: &[(Mark, Msg)] = &[
    (Mark::Dot(Colour::DotEdge), Msg::LayerLandings),
    (Mark::Dot(Colour::Text), Msg::SheetLandingUnknown),
    (Mark::Sign(Sign::Diamond, Colour::Machine), Msg::LayerSupercomputers),
    (Mark::Sign(Sign::Dot, Colour::Mark), Msg::LayerCities),
    (Mark::Sign(Sign::Narrows, Colour::Mark), Msg::LayerChokepoints),
    (Mark::Sign(Sign::Flag, Colour::Mark), Msg::LayerEvents),
    (Mark::Line(StrokeId::Circle, Colour::Circle), Msg::LayerCircles),
    (Mark::Area(Colour::Ice), Msg::LayerIceCap),
];

/// The word for a status.
#[must_use]
pub fn status_message(status: Status) -> Msg {
    match status {
        Status::InService => Msg::StatusInService,
        Status::UnderConstruction => Msg::StatusUnderConstruction,
        Status::Planned => Msg::StatusPlanned,
        Status::Proposed => Msg::StatusProposed,
        Status::Suspended => Msg::StatusSuspended,
        Status::Cancelled => Msg::StatusCancelled,
        Status::Retired => Msg::StatusRetired,
        Status::Terrestrial => Msg::StatusTerrestrial,
        Status::Illustrative => Msg::StatusIllustrative,
    }
}

/// Everything that the map may show, named: proposed systems one by one, the others by status, points and areas.
#[must_use]
pub fn keys(world: &World, words: &Words<'_>) -> Vec<Key> {
    let status_text = |s: Status| words.text(status_message(s));
    let mut keys: Vec<Key> = Vec::new();
    for system in world.chart().systems.iter().filter(|s| world.rank_of(s) > 2) {
        let Some(line) = world.line_of(&system.id) else { continue };
        let status = system.status;
        let (label, note) = (system.name.get(words.catalogue.code()).to_owned(), status_text(status).to_owned());
        add(&mut keys, Key { mark: Mark::Line(line.stroke, line.colour), label, note });
    }
    for status in Status::ALL {
        let colour = if status == Status::Illustrative { Colour::Extension } else { quiet_colour(status) };
        let mark = Mark::Line(cable_stroke(status), colour);
        add(&mut keys, Key { mark, label: capitalised(status_text(status)), note: String::new() });
    }
    for (mark, name) in OTHERS {
        add(&mut keys, Key { mark: *mark, label: words.text(*name).to_owned(), note: String::new() });
    }
    keys
}

/// Adds a key; one that looks like another shares its line.
fn add(keys: &mut Vec<Key>, key: Key) {
    match keys.iter_mut().find(|k| k.mark == key.mark) {
        Some(same) => same.label = [same.label.as_str(), "\u{a0}· ", &key.label].concat(),
        None => keys.push(key),
    }
}

/// A text with a capital in front, where its script has one.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
