//! Routes in words over the real data: each sea has an area that holds its name, and every cable can be described.

#![allow(clippy::expect_used, clippy::panic, reason = "a test says what went wrong by stopping there")]

use arctic_cable_map::app::describe::{describe, way};
use arctic_cable_map::app::details::details;
use arctic_cable_map::app::framing::{frame, outline};
use arctic_cable_map::app::{AppState, SelKind, Selection};
use arctic_cable_map::cable::{Atlas, Gazetteer, SeaArea, sea_areas};
use arctic_cable_map::geodata::Catalog;
use arctic_cable_map::i18n::{Catalogue, PlainFormat, Words};
use arctic_cable_map::sphere::LonLat;
use std::path::Path;

fn bytes(file: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("geodata").join(file)).expect(file)
}

fn all() -> (Atlas, Gazetteer, Vec<SeaArea>) {
    let (mut atlas, mut gazetteer) = (Atlas::default(), Gazetteer::default());
    let (catalog, problems) = Catalog::parse("catalog.json", &bytes("catalog.json"));
    let mut problems = problems;
    for layer in &catalog.layers {
        if layer.kind.has_entities() || layer.style == "country" {
            problems.extend(atlas.add(&layer.file, &bytes(&layer.file)));
        } else if layer.file.starts_with("context/") {
            problems.extend(gazetteer.add(&layer.file, &bytes(&layer.file)));
        }
    }
    problems.extend(gazetteer.add_measurements("context/measurements.json", &bytes("context/measurements.json")));
    let (areas, more) = sea_areas("labels/sea-areas.geojson", &bytes("labels/sea-areas.geojson"));
    problems.extend(more);
    assert_eq!(problems, []);
    (atlas, gazetteer, areas)
}

fn sea_at(areas: &[SeaArea], lon: f64, lat: f64) -> Option<&str> {
    areas.iter().find(|a| a.holds(LonLat::new(lon, lat))).map(|a| a.id.as_str())
}

#[test]
fn every_sea_has_an_area_and_most_of_its_name_is_in_it() {
    let (atlas, _, areas) = all();
    assert_eq!(areas.len(), atlas.seas.len());
    for sea in &atlas.seas {
        let area = areas.iter().find(|a| a.id == sea.id).unwrap_or_else(|| panic!("{} has no area", sea.id));
        let inside = sea.line.iter().filter(|p| area.holds(**p)).count();
        assert!(inside * 2 >= sea.line.len(), "{}: {inside} of {} points", sea.id, sea.line.len());
    }
}

#[test]
fn well_known_places_are_in_their_seas() {
    let (_, _, areas) = all();
    for (lon, lat, sea) in [
        (0.0, 90.0, "arctic-ocean"),
        (-169.0, 65.9, "bering-strait"),
        (179.9, 58.0, "bering-sea"),
        (-179.0, 55.0, "bering-sea"),
        (3.0, 56.5, "north-sea"),
        (2.0, 68.0, "norwegian-sea"),
        (40.0, 74.0, "barents-sea"),
        (20.0, 59.0, "baltic-sea"),
        (24.0, 59.9, "baltic-sea"),
        (-145.0, 71.5, "beaufort-sea"),
        (-170.0, 69.0, "chukchi-sea"),
        (170.0, 45.0, "north-pacific-ocean"),
        (-140.0, 30.0, "north-pacific-ocean"),
        (-40.0, 40.0, "north-atlantic-ocean"),
        (135.0, 39.0, "sea-of-japan"),
        (150.0, 54.0, "sea-of-okhotsk"),
        (18.0, 35.0, "mediterranean-sea"),
        (38.5, 20.0, "red-sea"),
        (115.0, 13.0, "south-china-sea"),
        (135.0, 20.0, "philippine-sea"),
        (125.0, 28.5, "east-china-sea"),
        (-64.0, 73.0, "baffin-bay"),
        (-55.0, 57.0, "labrador-sea"),
    ] {
        assert_eq!(sea_at(&areas, lon, lat), Some(sea), "{lon} {lat}");
    }
    for (lon, lat) in [(-20.0, -20.0), (80.0, -30.0), (-100.0, -40.0)] {
        assert_eq!(sea_at(&areas, lon, lat), None, "{lon} {lat}: the seas of the south have no names here");
    }
}

#[test]
fn every_cable_and_segment_is_described_and_the_routes_as_they_are_known_to_run() {
    let (atlas, gazetteer, areas) = all();
    let catalogue = Catalogue::english();
    let words = Words::new(&catalogue, &PlainFormat);
    let said = |kind: SelKind, id: &str| {
        let way = way(&atlas, &Selection::new(kind, id)).unwrap_or_else(|| panic!("{id} has no way"));
        describe(&way, &atlas, &gazetteer, &areas, &words)
    };
    for system in &atlas.systems {
        assert!(said(SelKind::Cable, &system.id).len() >= 3, "{}", system.id);
    }
    for segment in &atlas.segments {
        assert!(said(SelKind::Segment, &segment.id).len() >= 2, "{}", segment.id);
    }
    let polar = said(SelKind::Cable, "polar-connect");
    assert!(
        polar[0].starts_with("The line of Polar Connect leads north from Narvik (Norway) as far as 89° N"),
        "{polar:?}"
    );
    let in_order = |text: &str, names: &[&str]| {
        let places: Vec<usize> =
            names.iter().map(|n| text.find(n).unwrap_or_else(|| panic!("no {n} in {text}"))).collect();
        assert!(places.is_sorted(), "{names:?} in {text}");
    };
    in_order(
        &polar[1],
        &["Norwegian Sea", "Arctic Ocean", "Chukchi Sea", "Bering Strait", "Bering Sea", "North Pacific"],
    );
    let north = said(SelKind::Cable, "far-north-fiber");
    in_order(
        &north[1],
        &[
            "North Pacific",
            "Bering Sea",
            "Bering Strait",
            "Chukchi Sea",
            "Beaufort Sea",
            "Northwest Passage",
            "Baffin Bay",
            "Davis Strait",
            "Labrador Sea",
            "North Atlantic",
        ],
    );
    let lion = said(SelKind::Cable, "c-lion1");
    assert!(lion[0].contains("leads south") && lion[1] == "Seas on the way, in order: Baltic Sea.", "{lion:?}");
    let southern = said(SelKind::Cable, "sea-me-we-3");
    in_order(&southern[1], &["Mediterranean Sea", "Red Sea", "Arabian Sea", "South China Sea"]);
    assert!(southern[0].contains("south from") && southern[0].contains(", then north to"), "{southern:?}");
}

#[test]
fn everything_that_can_be_selected_has_details_that_lead_to_what_has() {
    let (atlas, gazetteer, _) = all();
    let catalogue = Catalogue::english();
    let words = Words::new(&catalogue, &PlainFormat);
    let ids =
        |kind: SelKind, all: Vec<&str>| all.into_iter().map(move |id| Selection::new(kind, id)).collect::<Vec<_>>();
    let mut things = ids(SelKind::Cable, atlas.systems.iter().map(|s| s.id.as_str()).collect());
    things.extend(ids(SelKind::Landing, atlas.landings.iter().map(|l| l.id.as_str()).step_by(5).collect()));
    things.extend(ids(SelKind::Segment, atlas.segments.iter().map(|s| s.id.as_str()).step_by(20).collect()));
    things.extend(ids(SelKind::Place, gazetteer.places.iter().map(|p| p.id.as_str()).collect()));
    things.extend(ids(SelKind::Chokepoint, gazetteer.chokepoints.iter().map(|c| c.id.as_str()).collect()));
    things.extend(ids(SelKind::Event, gazetteer.events.iter().map(|e| e.id.as_str()).collect()));
    things.extend(ids(SelKind::Country, ["NO", "JP", "GL", "FI"].to_vec()));
    let state = AppState::default();
    for thing in &things {
        let details = details(&atlas, &gazetteer, thing, &words).unwrap_or_else(|| panic!("{thing} has no details"));
        assert!(!details.title.is_empty(), "{thing}");
        let placed = thing.kind == SelKind::Event || frame(&atlas, &gazetteer, thing, &state).is_some();
        assert!(placed, "{thing} has no place");
        if matches!(thing.kind, SelKind::Segment | SelKind::Chokepoint | SelKind::Country) {
            assert!(!outline(&atlas, &gazetteer, thing).is_empty(), "{thing} is not shown");
        }
        for row in &details.rows {
            let is_own = row.confidence.is_empty();
            let is_sourced = !row.references.is_empty() || !row.marks.is_empty() || !row.notes.is_empty();
            assert!(is_own || is_sourced, "{thing}: {} has neither source nor mark", row.label);
        }
    }
}
