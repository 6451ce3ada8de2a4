//! What the map tells beside the cables: chokepoints, places, events, round trips and the seas' names.

use super::rfc7946;
use anyhow::{Context, Result};
use arctic_cable_map::cable::gazetteer::{Chokepoint, Place};
use arctic_cable_map::cable::{Atlas, Gazetteer, sea_names};
use arctic_cable_map::geodata::Problem;
use arctic_cable_map::network::{chokepoints, nearest};
use std::path::Path;

const FEATURES: [&str; 3] = ["context/chokepoints.geojson", "context/places.geojson", "context/events.geojson"];
const MEASUREMENTS: &str = "context/measurements.json";
const SOURCES: &str = "context/sources.json";
const SEA_NAMES: &str = "labels/seas-names.json";

/// What was found.
pub(crate) struct Checked {
    /// What there is, in some lines.
    pub(crate) told: String,
    /// One sentence for each rule that is broken.
    pub(crate) faults: Vec<String>,
    /// The cables, with the sources of the context too.
    pub(crate) atlas: Atlas,
    /// Chokepoints, places, events, round trips.
    pub(crate) gazetteer: Gazetteer,
}

/// Reads and checks it all.
pub(crate) fn check(geodata: &Path, atlas: Atlas) -> Result<Checked> {
    of(&|file| std::fs::read(geodata.join(file)).with_context(|| format!("geodata/{file} cannot be read")), atlas)
}

fn of(read: &dyn Fn(&str) -> Result<Vec<u8>>, mut atlas: Atlas) -> Result<Checked> {
    let mut gazetteer = Gazetteer::default();
    let mut faults = Vec::new();
    let mut problems: Vec<Problem> = atlas.add_sources(SOURCES, &read(SOURCES)?);
    for file in FEATURES {
        let bytes = read(file)?;
        faults.extend(rfc7946::faults(file, &bytes));
        problems.extend(gazetteer.add(file, &bytes));
    }
    problems.extend(gazetteer.add_measurements(MEASUREMENTS, &read(MEASUREMENTS)?));
    problems.extend(gazetteer.check(&atlas));
    let (names, found) = sea_names(SEA_NAMES, &read(SEA_NAMES)?, "fi");
    problems.extend(found);
    for (id, _) in names.iter().filter(|(id, _)| atlas.seas.iter().all(|l| l.id != *id)) {
        faults.push(format!("{SEA_NAMES}: no sea has the id “{id}”"));
    }
    faults.extend(problems.iter().map(ToString::to_string));
    let worked_out = worked_out(&atlas, &gazetteer);
    let (straits, places, events) = (gazetteer.chokepoints.len(), gazetteer.places.len(), gazetteer.events.len());
    let trips = gazetteer.measurements.len();
    let counts = format!("context: {straits} chokepoints, {places} places, {events} events, {trips} round trips");
    Ok(Checked { told: format!("{counts}\n{worked_out}"), faults, atlas, gazetteer })
}

/// What is worked out and not typed: segments through each chokepoint, the landing nearest to each place.
fn worked_out(atlas: &Atlas, gazetteer: &Gazetteer) -> String {
    let through = |c: &Chokepoint| format!("{} {}", c.id, chokepoints::through(atlas, c).len());
    let straits: Vec<String> = gazetteer.chokepoints.iter().map(through).collect();
    let near = |p: &Place| {
        let nearest = nearest::landings(atlas, p.at, 1).pop();
        nearest.map(|(landing, km)| format!("{} {} {km:.0} km", p.id, landing.id))
    };
    let places: Vec<String> = gazetteer.places.iter().filter_map(near).collect();
    format!("segments through: {}\nnearest landings: {}", straits.join(", "), places.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMPTY: &str = "{\"type\": \"FeatureCollection\", \"features\": []}";

    fn faults(change: (&str, &str)) -> Vec<String> {
        let read = |file: &str| {
            let text = match file {
                _ if file == change.0 => change.1,
                MEASUREMENTS => "{\"measurements\": []}",
                SOURCES => "{\"sources\": []}",
                SEA_NAMES => "{}",
                _ => EMPTY,
            };
            Ok(text.as_bytes().to_vec())
        };
        of(&read, Atlas::default()).unwrap().faults
    }

    #[test]
    fn each_file_is_read() {
        assert_eq!(faults(("", "")), Vec::<String>::new());
        for file in FEATURES.into_iter().chain([MEASUREMENTS, SOURCES, SEA_NAMES]) {
            let found = faults((file, "["));
            assert!(found.iter().any(|f| f.starts_with(file)), "{file}: {found:?}");
        }
    }

    #[test]
    fn what_refers_to_nothing_is_told() {
        let trip = r#"{"measurements": [{"id": "t", "from": "tokyo", "to": "oslo", "class": "expected",
            "rtt_ms": {"value": 150, "unit": "ms", "sources": ["s"], "date": "2026", "confidence": "B"}, "method": {"en": "M."}}]}"#;
        let found = faults((MEASUREMENTS, trip));
        for what in ["tokyo", "oslo", "“s”"] {
            assert!(found.iter().any(|f| f.contains(what)), "{what}: {found:?}");
        }
        let found = faults((SEA_NAMES, r#"{"sea-of-nowhere": {"fi": "Meri"}}"#));
        assert_eq!(found, ["labels/seas-names.json: no sea has the id “sea-of-nowhere”"]);
    }
}
