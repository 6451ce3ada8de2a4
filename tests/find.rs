//! Search, filters and table over all that the map holds.

#![allow(clippy::panic, clippy::expect_used, reason = "a test says what went wrong by stopping there")]

use arctic_cable_map::app::Carried;
use arctic_cable_map::app::filter::{Facet, Facets, Filter, Passages};
use arctic_cable_map::app::search::{Hit, Index, Kind, entries, marks_of};
use arctic_cable_map::app::table::{lines, write_csv, write_geojson};
use arctic_cable_map::cable::{Atlas, Gazetteer, Status};
use arctic_cable_map::geodata::{Catalog, LayerKind};
use arctic_cable_map::i18n::{Catalogue, PlainFormat, Words};
use arctic_cable_map::network::chokepoints::through;
use std::path::Path;

fn bytes(file: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("geodata").join(file);
    std::fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// All facts, as the desk reads them.
fn all() -> (Atlas, Gazetteer) {
    let (mut atlas, mut gazetteer) = (Atlas::default(), Gazetteer::default());
    let (catalog, _) = Catalog::parse("catalog.json", &bytes("catalog.json"));
    for layer in &catalog.layers {
        if layer.kind.has_entities() || layer.style == "country" {
            atlas.add(&layer.file, &bytes(&layer.file));
        } else if layer.kind == LayerKind::Points {
            gazetteer.add(&layer.file, &bytes(&layer.file));
        }
    }
    assert!(atlas.systems.len() > 200 && atlas.countries.len() > 200 && gazetteer.events.len() > 50);
    (atlas, gazetteer)
}

fn index(atlas: &Atlas, gazetteer: &Gazetteer) -> Index {
    let english = Catalogue::english();
    Index::new(entries(atlas, gazetteer, &Words::new(&english, &PlainFormat)))
}

#[test]
fn everything_is_found_by_each_of_its_names() {
    let (atlas, gazetteer) = all();
    let index = index(&atlas, &gazetteer);
    let mut lost = Vec::new();
    let mut look = |kind: Kind, id: &str, name: &str| {
        let found = index.find(name, 12);
        let hits = found.iter().filter(|g| g.kind == kind).flat_map(|g| &g.hits);
        if !hits.clone().any(|h| h.id == id) {
            lost.push(format!("{kind:?} {id} by {name:?}: {:?}", hits.map(|h| &h.id).collect::<Vec<_>>()));
        }
        assert!(kind == Kind::Event || !marks_of(&atlas, &gazetteer, kind, id).is_empty(), "{kind:?} {id} is nowhere");
    };
    for system in &atlas.systems {
        system.name.iter().for_each(|(_, name)| look(Kind::Cable, &system.id, name));
    }
    for landing in &atlas.landings {
        landing.name.iter().for_each(|(_, name)| look(Kind::Landing, &landing.id, name));
    }
    for country in &atlas.countries {
        if let Some(code) = &country.code {
            country.name.iter().for_each(|(_, name)| look(Kind::Country, code, name));
        }
    }
    for place in &gazetteer.places {
        place.name.iter().for_each(|(_, name)| look(Kind::Place, &place.id, name));
    }
    for chokepoint in &gazetteer.chokepoints {
        chokepoint.name.iter().for_each(|(_, name)| look(Kind::Chokepoint, &chokepoint.id, name));
    }
    for event in &gazetteer.events {
        event.name.iter().for_each(|(_, name)| look(Kind::Event, &event.id, name));
    }
    assert!(lost.is_empty(), "{} are lost:\n{}", lost.len(), lost.join("\n"));
}

#[test]
fn what_people_type_finds_what_they_mean() {
    let (atlas, gazetteer) = all();
    let index = index(&atlas, &gazetteer);
    let first = |text: &str| -> Option<Hit> { index.find(text, 5).first().and_then(|g| g.hits.first().cloned()) };
    for (text, want) in [
        ("far north fibre", "far-north-fiber"),
        ("farnorth", "far-north-fiber"),
        ("polar conect", "polar-connect"),
        ("tomakmai", "tomakomai-jp"),
        ("苫小牧", "tomakomai-jp"),
        ("ベーリング海峡", "bering-strait"),
        ("berring strait", "bering-strait"),
        ("fugaku", "fugaku"),
        ("quintilion", "quintillion"),
        ("Norwegen", "NO"),
        ("ノルウェー", "NO"),
        ("япония", "JP"),
        ("Ελλάδα", "GR"),
        ("memorandum submarine cable", "2023-07-03-submarine-cable-memorandum"),
    ] {
        assert_eq!(first(text).map(|h| h.id).as_deref(), Some(want), "{text}");
    }
}

#[test]
fn any_text_is_answered_with_a_few_hits_of_each_kind() {
    let (atlas, gazetteer) = all();
    let index = index(&atlas, &gazetteer);
    let long = "Far North Fiber ".repeat(7000);
    for (text, is_found) in [
        ("a", true),
        ("tomakmai", true),
        ("sea me we 3 submarine cable to the far", false),
        ("日本", true),
        (&long, true),
        ("zzzzzzzzzz", false),
        ("🛰️ 👩‍🔬", false),
        ("שלום", false),
    ] {
        let found = index.find(text, 5);
        let shown: String = text.chars().take(40).collect();
        assert_eq!(!found.is_empty(), is_found, "{shown}");
        assert!(found.iter().all(|group| (1..=5).contains(&group.hits.len())), "{shown}");
    }
}

fn facets(atlas: &Atlas, gazetteer: &Gazetteer) -> Facets {
    let mut passages = Passages::new(atlas);
    gazetteer.chokepoints.iter().for_each(|c| passages.add(c));
    Facets::new(atlas, gazetteer, &passages)
}

#[test]
fn filters_count_what_is_there() {
    let (atlas, gazetteer) = all();
    let facets = facets(&atlas, &gazetteer);
    let counts = facets.counts(&Filter::default());
    for (i, status) in Status::ALL.into_iter().enumerate() {
        let there = atlas.systems.iter().filter(|s| s.status.value() == Some(&status)).count();
        assert_eq!(counts[Facet::Status as usize][i], there, "{status:?}");
    }
    for facet in [Facet::Status, Facet::Year, Facet::Length] {
        assert_eq!(counts[facet as usize].iter().sum::<usize>(), atlas.systems.len(), "each system has one {facet:?}");
    }
    // No name of an owner is torn, and each choice has a code that a link can hold.
    for choice in facets.choices(Facet::Owner) {
        assert!(!choice.name.contains(['(', ')']) && !choice.code.contains([',', ' ']), "{choice:?}");
    }
}

#[test]
fn chokepoints_are_passed_by_the_systems_of_their_segments() {
    let (atlas, gazetteer) = all();
    let mut passages = Passages::new(&atlas);
    for chokepoint in &gazetteer.chokepoints {
        passages.add(chokepoint);
        let segments = through(&atlas, chokepoint);
        for system in &atlas.systems {
            let by_segments = segments.iter().any(|s| atlas.segment(s).is_some_and(|s| s.system == system.id));
            let found = passages.of(&system.id).any(|c| c == chokepoint.id);
            assert_eq!(found, by_segments, "{} through {}", system.id, chokepoint.id);
        }
    }
}

#[test]
fn table_csv_and_geojson_hold_the_same_systems() {
    let (atlas, gazetteer) = all();
    let facets = facets(&atlas, &gazetteer);
    for (link, least) in [("", 200), ("in-service", 80), ("proposed,planned", 5)] {
        let mut carried = Carried::default();
        carried.set("status", link);
        let ids = facets.matching(&facets.read(&carried).0);
        let lines = lines(&atlas, &ids, "en");
        let csv = write_csv(&lines);
        let geojson: serde_json::Value = serde_json::from_str(&write_geojson(&atlas, &ids)).expect("JSON");
        let features = geojson["features"].as_array().expect("features");
        let systems = features.iter().filter(|f| f["properties"]["kind"] == "system").count();
        assert!(ids.len() >= least);
        assert_eq!((lines.len(), csv.lines().count() - 1, systems), (ids.len(), ids.len(), ids.len()), "{link}");
        // No position lies outside the world, and no leg crosses the antimeridian (RFC 7946, 3.1.9).
        for part in features
            .iter()
            .filter_map(|f| f["geometry"]["coordinates"].as_array())
            .flatten()
            .filter_map(|p| p.as_array())
        {
            let lons: Vec<f64> = part.iter().filter_map(|p| p[0].as_f64()).collect();
            assert!(lons.windows(2).all(|w| (w[0] - w[1]).abs() <= 180.0), "{part:?}");
        }
    }
}
