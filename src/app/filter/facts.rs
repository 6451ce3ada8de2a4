//! What filters know of each system: its choices of every facet.

use super::{Choice, Facet, Facets, Passages, Row};
use crate::app::search::words;
use crate::cable::{Atlas, Gazetteer, Status, System};

/// A span of numbers, one choice of a facet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// What stands for it in a link.
    pub code: &'static str,
    /// The least that belongs to it; none for "up to".
    pub from: Option<f64>,
    /// What no longer belongs to it; none for "from … on".
    pub below: Option<f64>,
}

const fn band(code: &'static str, from: Option<f64>, below: Option<f64>) -> Band {
    Band { code, from, below }
}

/// What is not published.
const NONE: &str = "none";

/// Years in which systems were, or are to be, ready for service.
pub const YEARS: [Band; 5] = [
    band("-1999", None, Some(2000.0)),
    band("2000-2009", Some(2000.0), Some(2010.0)),
    band("2010-2019", Some(2010.0), Some(2020.0)),
    band("2020-2029", Some(2020.0), Some(2030.0)),
    band("2030-", Some(2030.0), None),
];

/// Cable lengths in kilometres.
pub const LENGTHS: [Band; 5] = [
    band("-500", None, Some(500.0)),
    band("500-2000", Some(500.0), Some(2000.0)),
    band("2000-5000", Some(2000.0), Some(5000.0)),
    band("5000-10000", Some(5000.0), Some(10_000.0)),
    band("10000-", Some(10_000.0), None),
];

impl Facets {
    /// What can be chosen of these systems. `passages` says which chokepoints each passes.
    #[must_use]
    pub fn new(atlas: &Atlas, gazetteer: &Gazetteer, passages: &Passages) -> Self {
        let mut out = Self::default();
        for status in Status::ALL {
            out.choice(Facet::Status, status.as_str(), "");
        }
        for (facet, bands) in [(Facet::Year, YEARS), (Facet::Length, LENGTHS)] {
            bands.iter().for_each(|b| _ = out.choice(facet, b.code, ""));
            out.choice(facet, NONE, "");
        }
        for chokepoint in &gazetteer.chokepoints {
            out.choice(Facet::Through, &chokepoint.id, "");
        }
        for system in &atlas.systems {
            let row = out.row(atlas, system, passages);
            out.rows.push(row);
        }
        out
    }

    fn row(&mut self, atlas: &Atlas, system: &System, passages: &Passages) -> Row {
        let mut has: [Vec<usize>; Facet::ALL.len()] = Default::default();
        let mut add = |all: &mut Self, facet: Facet, code: &str, name: &str| {
            let choice = all.choice(facet, code, name);
            let has = &mut has[facet as usize];
            if !has.contains(&choice) {
                has.push(choice);
            }
        };
        let status = status(system);
        add(self, Facet::Status, status.as_str(), "");
        add(self, Facet::Year, code_in(&YEARS, year(system).map(f64::from)), "");
        add(self, Facet::Length, code_in(&LENGTHS, length_km(system)), "");
        for name in system.owners.value().into_iter().flatten() {
            let name = owner(name);
            let code = words(name, usize::MAX).join("-");
            if !code.is_empty() {
                add(self, Facet::Owner, &code, name);
            }
        }
        for landing in atlas.landings_of(&system.id) {
            add(self, Facet::Country, &landing.country, "");
        }
        for chokepoint in passages.of(&system.id) {
            add(self, Facet::Through, chokepoint, "");
        }
        let (since, until) = stands(system);
        Row { id: system.id.clone(), has, since, until }
    }

    /// The place of a choice, which is added where it is new.
    fn choice(&mut self, facet: Facet, code: &str, name: &str) -> usize {
        let choices = &mut self.choices[facet as usize];
        choices.iter().position(|c| c.code == code).unwrap_or_else(|| {
            choices.push(Choice { code: code.to_owned(), name: name.to_owned() });
            choices.len() - 1
        })
    }
}

/// One without a published status is proposed, as on the map.
pub(in crate::app) fn status(system: &System) -> Status {
    system.status.value().copied().unwrap_or(Status::Proposed)
}

/// The owner without what the data adds to the name in parentheses: a share, a former name.
fn owner(name: &str) -> &str {
    name.split_once(" (").map_or(name, |(name, _)| name).trim_end_matches(')').trim()
}

/// The year of readiness for service, from `2026`, `2026-Q4` or a date.
fn year(system: &System) -> Option<i32> {
    system.rfs.as_ref()?.value().and_then(|date| year_of(date))
}

/// Its cable length.
pub(in crate::app) fn length_km(system: &System) -> Option<f64> {
    system.length_km.as_ref()?.value().copied()
}

fn year_of(date: &str) -> Option<i32> {
    date.get(..4)?.parse().ok()
}

/// The year that a code names, if it is one year alone: four digits, which a number writes back as they are.
pub(super) fn year_alone(code: &str) -> Option<i32> {
    let digits = code.len() == 4 && !code.starts_with('0') && code.bytes().all(|b| b.is_ascii_digit());
    if digits { code.parse().ok() } else { None }
}

fn code_in(bands: &[Band], value: Option<f64>) -> &'static str {
    let fits = |v: f64, b: &&Band| b.from.is_none_or(|from| v >= from) && b.below.is_none_or(|below| v < below);
    value.and_then(|v| bands.iter().find(|b| fits(v, b))).map_or(NONE, |b| b.code)
}

/// The first year at the end of which a system stands, and the first at the end of which it no longer does. What works
/// and has no published date stands from the year in which its source says that it works; what is to come without a
/// date, what was given up, and what nobody proposes stand in none. What is retired is gone by the year in which its
/// source says so.
#[must_use]
pub fn stands(system: &System) -> (i32, i32) {
    const NEVER: (i32, i32) = (i32::MAX, i32::MAX);
    let (ready, said) = (year(system), year_of(&system.status.shown.date));
    match status(system) {
        Status::InService | Status::Terrestrial => ready.or(said).map_or(NEVER, |since| (since, i32::MAX)),
        Status::UnderConstruction | Status::Planned | Status::Proposed => {
            ready.map_or(NEVER, |since| (since, i32::MAX))
        }
        Status::Retired => ready.zip(said).unwrap_or(NEVER),
        Status::Suspended | Status::Cancelled | Status::Illustrative => NEVER,
    }
}
