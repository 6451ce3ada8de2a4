//! The chokepoints, places, events, measurements and names of seas that ship: valid, sourced, joined
//! to each other, and where the cables are.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what went wrong by stopping there"
)]

#[path = "fixtures/broken_context.rs"]
#[allow(dead_code, reason = "shared with tests/gazetteer.rs")]
mod broken_context;

use arctic_cable_map::cable::gazetteer::{EventClass, PlaceClass};
use arctic_cable_map::cable::{Atlas, Gazetteer, Mark, MarkKind, Text, marks, sea_names};
use arctic_cable_map::geodata::Catalog;
use arctic_cable_map::network::chokepoints::through;
use arctic_cable_map::network::nearest;
use arctic_cable_map::sphere::{Arc, LonLat, UnitVec, contains};
use broken_context::Kind;
use jsonschema::Validator;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

fn geodata() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("geodata")
}

fn bytes(file: &str) -> Vec<u8> {
    std::fs::read(geodata().join(file)).unwrap_or_else(|e| panic!("{file}: {e}"))
}

fn json(file: &str) -> Value {
    serde_json::from_slice(&bytes(file)).unwrap_or_else(|e| panic!("{file}: {e}"))
}

const FEATURES: [&str; 3] = ["context/chokepoints.geojson", "context/places.geojson", "context/events.geojson"];
const MEASUREMENTS: &str = "context/measurements.json";
const SOURCES: &str = "context/sources.json";

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| {
    let (catalog, _) = Catalog::parse("catalog.json", &bytes("catalog.json"));
    let mut atlas = Atlas::default();
    for layer in catalog.layers.iter().filter(|l| l.kind.has_entities()) {
        atlas.add(&layer.file, &bytes(&layer.file));
    }
    for file in ["sources.json", SOURCES] {
        assert_eq!(atlas.add_sources(file, &bytes(file)), [], "an id of one list is not in the other");
    }
    atlas
});

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let mut gazetteer = Gazetteer::default();
    for file in FEATURES {
        assert_eq!(gazetteer.add(file, &bytes(file)), []);
    }
    assert_eq!(gazetteer.add_measurements(MEASUREMENTS, &bytes(MEASUREMENTS)), []);
    gazetteer
});

#[test]
fn everything_named_is_there() {
    let slips: Vec<String> = GAZETTEER.check(&ATLAS).iter().map(ToString::to_string).collect();
    assert!(slips.is_empty(), "{slips:#?}");
}

/// The stories, which name sources too.
fn stories() -> String {
    let folder = std::fs::read_dir(geodata().join("../stories")).unwrap().flatten();
    folder.filter(|e| e.path().is_file()).map(|e| std::fs::read_to_string(e.path()).unwrap()).collect()
}

fn schema(name: &str) -> Validator {
    let schema = json(&format!("schema/{name}.schema.json"));
    jsonschema::meta::validate(&schema).unwrap_or_else(|e| panic!("{name}: {e}"));
    jsonschema::validator_for(&schema).unwrap_or_else(|e| panic!("{name}: {e}"))
}

#[test]
fn the_published_schemas_say_the_same_as_the_reader() {
    let (context, measurements) = (schema("context"), schema("measurements"));
    for file in FEATURES {
        assert!(context.is_valid(&json(file)), "{file}");
    }
    assert!(measurements.is_valid(&json(MEASUREMENTS)));
    assert!(schema("sources").is_valid(&json(SOURCES)));
    assert!(context.is_valid(&broken_context::context()));
    assert!(measurements.is_valid(&broken_context::measurements()));
    for case in broken_context::all() {
        let schema = if case.kind == Kind::Context { &context } else { &measurements };
        assert_eq!(!schema.is_valid(&case.file), case.schema, "{}", case.name);
    }
}

#[test]
fn every_file_has_a_provenance_and_every_source_a_use() {
    let provenance = json("context/provenance.json");
    let listed: BTreeSet<&str> =
        provenance["files"].as_array().unwrap().iter().map(|f| f["file"].as_str().unwrap()).collect();
    let folder = std::fs::read_dir(geodata().join("context")).unwrap().flatten();
    let found: BTreeSet<String> =
        folder.map(|e| e.file_name().to_string_lossy().into_owned()).filter(|n| n != "provenance.json").collect();
    assert_eq!(found.iter().map(String::as_str).collect::<BTreeSet<_>>(), listed);
    for key in ["id", "title", "producer", "licence", "retrieved", "accuracy", "attribution"] {
        assert!(provenance[key].is_string(), "{key}");
    }
    let text: String =
        FEATURES.iter().chain([&MEASUREMENTS]).map(|f| String::from_utf8(bytes(f)).expect("text")).collect();
    let text = text + &stories();
    for source in json(SOURCES)["sources"].as_array().unwrap() {
        let id = source["id"].as_str().unwrap();
        assert!(text.contains(&format!("\"{id}\"")), "{id} is named nowhere");
    }
}

#[test]
fn the_ends_of_comparisons_are_there() {
    const CAPITALS: &str =
        "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK NO IS GB JP";
    let capitals: Vec<&str> = GAZETTEER.places.iter().filter(|p| p.capital).map(|p| p.country.as_str()).collect();
    for country in CAPITALS.split(' ') {
        assert_eq!(capitals.iter().filter(|c| **c == country).count(), 1, "{country}");
    }
    for id in ["fugaku", "lumi", "leonardo", "marenostrum-5"] {
        let place = GAZETTEER.place(id).unwrap();
        assert!(place.class == PlaceClass::Supercomputer && place.role.is_some() && place.operator.is_some(), "{id}");
    }
    assert!(GAZETTEER.measurements_between("london", "tokyo").count() >= 4);
}

#[test]
fn events_are_in_order_and_incidents_can_be_replayed() {
    let dates: Vec<&str> = GAZETTEER.events.iter().map(|e| e.date.as_str()).collect();
    assert!(dates.is_sorted(), "{dates:?}");
    let replayed = GAZETTEER.events.iter().filter(|e| e.class == EventClass::Incident && !e.cuts.is_empty()).count();
    assert!(replayed >= 12, "{replayed}");
    for event in &GAZETTEER.events {
        assert!(event.until.as_ref().is_none_or(|u| u.as_str() > event.date.as_str()), "{}", event.id);
        assert!(event.cuts.iter().all(|c| event.systems.contains(&c.system)), "{}", event.id);
        assert_eq!(event.id[..4], event.date[..4], "{}", event.id);
    }
}

#[test]
fn proposed_routes_pass_the_straits_they_are_said_to_pass() {
    let systems_in = |id: &str| -> BTreeSet<String> {
        let chokepoint = GAZETTEER.chokepoint(id).unwrap_or_else(|| panic!("{id}"));
        let ids = through(&ATLAS, chokepoint);
        ids.iter().map(|s| ATLAS.segment(s).unwrap().system.clone()).collect()
    };
    let holds = |id: &str, system: &str| systems_in(id).contains(system);
    for id in ["bering-strait", "near-strait"] {
        assert!(holds(id, "far-north-fiber") && holds(id, "polar-connect"), "{id}");
    }
    for id in [
        "amundsen-gulf",
        "dolphin-and-union-strait",
        "dease-strait",
        "victoria-strait",
        "peel-sound",
        "barrow-strait",
        "lancaster-sound",
        "davis-strait",
    ] {
        assert!(holds(id, "far-north-fiber") && !holds(id, "polar-connect"), "{id}");
    }
    assert!(holds("fram-strait", "polar-connect") && !holds("fram-strait", "far-north-fiber"));
    for id in [
        "bellot-strait",
        "simpson-strait",
        "prince-of-wales-strait",
        "mclure-strait",
        "kara-gate",
        "long-strait",
        "denmark-strait",
    ] {
        assert!(!holds(id, "far-north-fiber") && !holds(id, "polar-connect"), "{id}");
    }
    assert!(holds("luzon-strait", "extension-southeast-asia") && holds("guam", "extension-pacific"));
}

/// Landings on both sides leave no other way: the Suez land bridge for the cables from Europe to India, a
/// strait for those it is named for.
#[test]
fn systems_in_service_pass_the_straits_between_their_landings() {
    for (id, systems) in [
        ("suez-land-bridge", &["sea-me-we-3", "sea-me-we-4", "sea-me-we-5", "aae-1", "imewe", "flag-fea"][..]),
        ("bab-el-mandeb", &["sea-me-we-3", "sea-me-we-5", "aae-1", "eig", "flag-fea"]),
        ("strait-of-gibraltar", &["sea-me-we-3", "flag-fea", "eig"]),
        ("strait-of-malacca", &["sea-me-we-3", "sea-me-we-4", "sea-me-we-5"]),
        ("luzon-strait", &["apcn-2", "sea-me-we-3"]),
    ] {
        let ids = through(&ATLAS, GAZETTEER.chokepoint(id).unwrap());
        let found: BTreeSet<&str> = ids.iter().map(|s| ATLAS.segment(s).unwrap().system.as_str()).collect();
        for system in systems {
            assert!(found.contains(system), "{system} does not pass {id}: {found:?}");
        }
    }
}

#[test]
fn a_cut_at_a_chokepoint_meets_the_system() {
    for event in &GAZETTEER.events {
        for cut in &event.cuts {
            let Some(id) = &cut.chokepoint else { continue };
            let ids = through(&ATLAS, GAZETTEER.chokepoint(id).unwrap());
            let met = ids.iter().any(|s| ATLAS.segment(s).unwrap().system == cut.system);
            assert!(met, "{}: {} does not pass {id}", event.id, cut.system);
        }
    }
}

#[test]
fn the_nearest_landings_of_a_place_are_worked_out() {
    let nearest = |id: &str| {
        let place = GAZETTEER.places.iter().find(|p| p.id == id).expect("a place");
        nearest::landings(&ATLAS, place.at, 3)
    };
    for place in &GAZETTEER.places {
        let found = nearest(&place.id);
        assert!(found.len() == 3 && found.windows(2).all(|w| w[0].1 <= w[1].1), "{}", place.id);
    }
    // Helsinki has its own landing; Kajaani lies inland, by the Gulf of Bothnia; Kobe by Osaka Bay.
    assert!(nearest("helsinki")[0].1 < 15.0 && nearest("helsinki")[0].0.country == "FI");
    let (lumi, fugaku) = (nearest("lumi"), nearest("fugaku"));
    assert!((50.0..450.0).contains(&lumi[0].1), "{} {}", lumi[0].0.id, lumi[0].1);
    assert!(fugaku[0].0.country == "JP" && fugaku[0].1 < 200.0, "{} {}", fugaku[0].0.id, fugaku[0].1);
}

#[test]
fn extents_do_not_overlap() {
    let rings = |i: usize| -> Vec<Vec<UnitVec>> {
        let polygons = &GAZETTEER.chokepoints[i].extent;
        polygons.iter().flat_map(|p| &p.rings).map(|r| r.iter().map(|p: &LonLat| p.to_unit()).collect()).collect()
    };
    let all: Vec<Vec<Vec<UnitVec>>> = (0..GAZETTEER.chokepoints.len()).map(rings).collect();
    for (i, a) in all.iter().enumerate() {
        for (j, b) in all.iter().enumerate().filter(|(j, _)| *j != i) {
            for ring in a {
                for (k, from) in ring.iter().enumerate() {
                    let arc = Arc::new(*from, ring[(k + 1) % ring.len()]);
                    for step in 0..8 {
                        let p = arc.at(arc.length_rad * f64::from(step) / 8.0);
                        let inside = contains(b.iter().map(Vec::as_slice), p);
                        let name = |i: usize| &GAZETTEER.chokepoints[i].id;
                        assert!(!inside, "{} reaches into {}", name(i), name(j));
                    }
                }
            }
        }
    }
}

#[test]
fn seas_are_named_in_every_language_of_the_page() {
    const LANGUAGES: &str = "bg cs da de el es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv nb is";
    const FILE: &str = "labels/seas-names.json";
    assert!(schema("names").is_valid(&json(FILE)));
    let seas: Vec<&str> = ATLAS.seas.iter().map(|s| s.id.as_str()).collect();
    let mut all = BTreeSet::new();
    for lang in LANGUAGES.split(' ') {
        let (names, problems) = sea_names(FILE, &bytes(FILE), lang);
        assert_eq!(problems, []);
        assert_eq!(names.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), seas, "{lang}");
        let script = match lang {
            "bg" => '\u{400}'..='\u{4ff}',
            "el" => '\u{370}'..='\u{3ff}',
            _ => '\0'..='\u{24f}',
        };
        for (id, name) in &names {
            let fit = |c: char| script.contains(&c) || " -’".contains(c);
            assert!(name.chars().all(fit) && name.trim() == name, "{lang} {id}: {name}");
        }
        let different: BTreeSet<&String> = names.iter().map(|(_, name)| name).collect();
        assert_eq!(different.len(), names.len(), "{lang}: two seas of one name");
        all.insert(names.into_iter().map(|(_, name)| name).collect::<Vec<_>>());
    }
    assert_eq!(all.len(), 25, "two languages with the same names throughout");
}

/// The page reads less of the same files, and finds the same things in the same places.
#[test]
fn what_is_drawn_is_what_is_checked() {
    let read = |file: &str| {
        let (marks, problems) = marks(file, &bytes(file));
        assert_eq!(problems, [], "{file}");
        marks
    };
    let [chokepoints, places, events] = FEATURES.map(read);
    let same = |mark: &Mark, id: &str, name: &Text| mark.id == id && mark.name == *name;
    assert_eq!(chokepoints.len(), GAZETTEER.chokepoints.len());
    for (mark, c) in chokepoints.iter().zip(&GAZETTEER.chokepoints) {
        assert!(same(mark, &c.id, &c.name) && mark.extent == c.extent, "{}", c.id);
        let rings: Vec<Vec<UnitVec>> =
            c.extent.iter().flat_map(|p| &p.rings).map(|r| r.iter().map(|p| p.to_unit()).collect()).collect();
        let at = mark.at.expect("a middle").to_unit();
        assert!(contains(rings.iter().map(Vec::as_slice), at), "{}: its sign stands outside it", c.id);
    }
    assert_eq!(places.len(), GAZETTEER.places.len());
    for (mark, p) in places.iter().zip(&GAZETTEER.places) {
        let is_computer = p.class == PlaceClass::Supercomputer;
        assert!(same(mark, &p.id, &p.name) && mark.at == Some(p.at), "{}", p.id);
        assert_eq!((mark.kind == MarkKind::Supercomputer, mark.rank == 2), (is_computer, p.capital), "{}", p.id);
    }
    assert_eq!(events.len(), GAZETTEER.events.len());
    for (mark, e) in events.iter().zip(&GAZETTEER.events) {
        assert!(same(mark, &e.id, &e.name) && mark.at == e.at && mark.systems == e.systems, "{}", e.id);
        assert_eq!(mark.year, e.date[..4], "{}", e.id);
    }
}
