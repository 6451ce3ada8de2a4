//! What there is to say of a selected thing, in the reader's language: plain data that panels show.

mod chokepoint;
mod country;
mod event;
mod fact;
mod place;
mod point;
mod relate;
mod segment;
mod system;

use super::{SelKind, Selection};
use crate::cable::{Atlas, Gazetteer};
use crate::i18n::Words;
use fact::References;
use relate::Known;

pub use crate::sheet::status_message;
pub use event::when;
pub use relate::{chokepoint_message, event_message, place_message};

/// A short mark beside a title or a value, with what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The word or two.
    pub text: String,
    /// The explanation.
    pub note: String,
}

/// A published value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimLine {
    /// The value with its unit.
    pub value: String,
    /// When it was said.
    pub date: String,
    /// Numbers of its sources.
    pub references: Vec<usize>,
    /// A, B or C, in words.
    pub confidence: String,
    /// What a reader must know with it.
    pub note: Option<String>,
}

/// A fact: its label, the value that is shown, and all that is behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub label: String,
    /// The value with its unit.
    pub value: String,
    /// What qualifies the value: "published between …", "our own derivation".
    pub marks: Vec<String>,
    /// Numbers of its sources.
    pub references: Vec<usize>,
    /// When it was said.
    pub date: String,
    /// A, B or C, in words.
    pub confidence: String,
    /// What a reader must know with it, and how it was derived.
    pub notes: Vec<String>,
    /// All published values, where there are several.
    pub claims: Vec<ClaimLine>,
}

/// A round trip between two ends, modelled or published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trip {
    /// "Minamiboso – Galway".
    pub ends: String,
    /// "144 ms".
    pub value: String,
    /// "drawn route 13,979 km".
    pub route: String,
    /// "2 × 14,678 km × 1.4682 ÷ c".
    pub formula: String,
    /// Numbers of its sources, where it is published.
    pub references: Vec<usize>,
}

/// A thing that belongs to the selected one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// What selecting it selects.
    pub selection: Selection,
    /// Its name.
    pub name: String,
    /// What qualifies it.
    pub detail: String,
}

/// Things that belong to the selected one in the same way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they are to it.
    pub label: String,
    /// They, in order.
    pub items: Vec<Related>,
}

/// A source as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceLine {
    /// Its number in this list.
    pub number: usize,
    /// Its title.
    pub title: String,
    /// Publisher and date.
    pub detail: String,
    /// Where it is.
    pub url: String,
}

/// All there is to say of a thing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details {
    /// Its name.
    pub title: String,
    /// Its kind or its route, in a line.
    pub subtitle: String,
    /// Status and what qualifies everything.
    pub marks: Vec<Mark>,
    /// A sentence or two.
    pub summary: String,
    /// Numbers of the summary’s sources.
    pub summary_references: Vec<usize>,
    /// Its facts.
    pub rows: Vec<Row>,
    /// Heading of the round trips.
    pub trips_label: String,
    /// Round trips.
    pub trips: Vec<Trip>,
    /// How the round trips are modelled.
    pub trip_note: String,
    /// Its neighbours.
    pub groups: Vec<Group>,
    /// The sources of all facts.
    pub sources: Vec<SourceLine>,
}

/// What there is to say of the selected thing; `None` where the data does not hold it.
#[must_use]
pub fn details(atlas: &Atlas, gazetteer: &Gazetteer, selection: &Selection, words: &Words<'_>) -> Option<Details> {
    let mut references = References::default();
    let known = Known { atlas, gazetteer, words };
    let id = selection.id.as_str();
    let mut details = match selection.kind {
        SelKind::Cable => system::details(known, atlas.system(id)?, &mut references),
        SelKind::Segment => segment::details(known, atlas.segment(id)?, &mut references),
        SelKind::Landing => match atlas.landing(id) {
            Some(landing) => point::landing(known, landing, &mut references),
            None => point::branching_unit(known, atlas.branching_unit(id)?, &mut references),
        },
        SelKind::Place => place::details(known, gazetteer.place(id)?, &mut references),
        SelKind::Chokepoint => chokepoint::details(known, gazetteer.chokepoint(id)?, &mut references),
        SelKind::Event => event::details(known, gazetteer.event(id)?, &mut references),
        SelKind::Country => country::details(known, id)?,
    };
    details.groups.retain(|group| !group.items.is_empty());
    details.sources = references.lines(atlas, words);
    Some(details)
}

#[cfg(test)]
mod tests;
