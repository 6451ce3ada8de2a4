//! What there is to say of a selected thing, in the reader's language: plain data that panels show.

mod fact;
mod point;
mod system;

use super::{SelKind, Selection};
use crate::cable::Atlas;
use crate::i18n::Words;
use fact::References;

pub use crate::sheet::status_message;

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

/// A modelled round trip between two ends.
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
    /// Its facts.
    pub rows: Vec<Row>,
    /// Modelled round trips.
    pub trips: Vec<Trip>,
    /// How the round trips are modelled.
    pub trip_note: String,
    /// Heading of what belongs to it.
    pub related_label: String,
    /// What belongs to it.
    pub related: Vec<Related>,
    /// The sources of all facts.
    pub sources: Vec<SourceLine>,
}

/// What there is to say of the selected thing; `None` where the map does not hold it.
#[must_use]
pub fn details(atlas: &Atlas, selection: &Selection, words: &Words<'_>) -> Option<Details> {
    let mut references = References::default();
    let id = selection.id.as_str();
    let mut details = match selection.kind {
        SelKind::Cable => system::details(atlas, atlas.system(id)?, words, &mut references),
        SelKind::Landing => match atlas.landing(id) {
            Some(landing) => point::landing(atlas, landing, words, &mut references),
            None => point::branching_unit(atlas, atlas.branching_unit(id)?, words, &mut references),
        },
        SelKind::Place | SelKind::Chokepoint | SelKind::Event | SelKind::Segment => return None,
    };
    details.sources = references.lines(atlas, words);
    Some(details)
}

#[cfg(test)]
mod tests;
