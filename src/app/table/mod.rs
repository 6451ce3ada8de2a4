//! The systems as a table: its lines, their order, and the files that a reader takes away.

mod csv;
mod geojson;
#[cfg(test)]
mod tests;

pub use csv::write_csv;
pub use geojson::write_geojson;

use super::filter::{length_km, status};
use crate::cable::{Atlas, PositionKind, Status, System};
use std::cmp::Ordering;

/// A system, as a line of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How far it has come.
    pub status: Status,
    /// Ready for service: `2026`, `2026-Q4` or a date; empty where that is not published.
    pub ready: String,
    /// Cable length.
    pub length_km: Option<f64>,
    /// Who owns it.
    pub owners: Vec<String>,
    /// Codes of the countries where it lands, in the order in which it reaches them.
    pub countries: Vec<String>,
    /// Names of its landing points.
    pub landings: Vec<String>,
    /// Ids of the sources of what stands in the line.
    pub sources: Vec<String>,
}

/// A column that lines can be in the order of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The name.
    Name,
    /// The status, from what works to what was given up.
    Status,
    /// Ready for service.
    Ready,
    /// Cable length.
    Length,
    /// The first of the owners.
    Owners,
    /// The number of landing points.
    Landings,
}

impl Column {
    /// All columns, from left to right.
    pub const ALL: [Self; 6] = [Self::Name, Self::Status, Self::Ready, Self::Length, Self::Owners, Self::Landings];
}

/// The lines of systems, in the order of their ids; names in `lang`. An id that there is not has no line.
#[must_use]
pub fn lines(atlas: &Atlas, ids: &[String], lang: &str) -> Vec<Line> {
    ids.iter().filter_map(|id| atlas.system(id)).map(|system| line(atlas, system, lang)).collect()
}

fn line(atlas: &Atlas, system: &System, lang: &str) -> Line {
    let (mut countries, mut landings) = (Vec::new(), Vec::new());
    for landing in atlas.landings_of(&system.id) {
        if !countries.contains(&landing.country) {
            countries.push(landing.country.clone());
        }
        // A placeholder stands for a place that nobody has named.
        if landing.position.value() != Some(&PositionKind::Placeholder) {
            landings.push(landing.name.get(lang).to_owned());
        }
    }
    Line {
        id: system.id.clone(),
        name: system.name.get(lang).to_owned(),
        status: status(system),
        ready: system.rfs.as_ref().and_then(|fact| fact.value().cloned()).unwrap_or_default(),
        length_km: length_km(system),
        owners: system.owners.value().cloned().unwrap_or_default(),
        countries,
        landings,
        sources: sources(system),
    }
}

/// Where status, owners, readiness and length are from, each once.
fn sources(system: &System) -> Vec<String> {
    let ready = system.rfs.iter().map(|fact| &fact.shown.sources);
    let length = system.length_km.iter().map(|fact| &fact.shown.sources);
    let all = [&system.status.shown.sources, &system.owners.shown.sources].into_iter().chain(ready).chain(length);
    let mut out: Vec<String> = Vec::new();
    for id in all.flatten() {
        if !out.contains(id) {
            out.push(id.clone());
        }
    }
    out
}

/// Puts lines into the order of a column; what is not known stands last in either direction, equals in the order of
/// their names. `is_before` knows the order of names in the reader's language.
pub fn sort(lines: &mut Vec<Line>, column: Column, descending: bool, is_before: &dyn Fn(&str, &str) -> bool) {
    let by_name = |a: &str, b: &str| match (is_before(a, b), is_before(b, a)) {
        (true, _) => Ordering::Less,
        (_, true) => Ordering::Greater,
        _ => Ordering::Equal,
    };
    let order = |a: &Line, b: &Line| {
        let (missing_a, missing_b) = (is_missing(a, column), is_missing(b, column));
        let known = match column {
            Column::Name => by_name(&a.name, &b.name),
            Column::Status => (a.status as u8).cmp(&(b.status as u8)),
            Column::Ready => a.ready.cmp(&b.ready),
            Column::Length => a.length_km.partial_cmp(&b.length_km).unwrap_or(Ordering::Equal),
            Column::Owners => by_name(&a.owners.join(", "), &b.owners.join(", ")),
            Column::Landings => a.landings.len().cmp(&b.landings.len()),
        };
        let known = if descending { known.reverse() } else { known };
        missing_a.cmp(&missing_b).then(known).then_with(|| by_name(&a.name, &b.name))
    };
    // By insertion: the standard library's sort is several kilobytes of code for each kind of thing.
    let mut sorted: Vec<Line> = Vec::with_capacity(lines.len());
    for line in lines.drain(..) {
        let place = sorted.partition_point(|other| order(other, &line) != Ordering::Greater);
        sorted.insert(place, line);
    }
    *lines = sorted;
}

fn is_missing(line: &Line, column: Column) -> bool {
    match column {
        Column::Name | Column::Status => false,
        Column::Ready => line.ready.is_empty(),
        Column::Length => line.length_km.is_none(),
        Column::Owners => line.owners.is_empty(),
        Column::Landings => line.landings.is_empty(),
    }
}
