//! Chokepoints, places, events and measurements: broken files are named, references are checked,
//! and cables are found in the straits they pass.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what went wrong by stopping there"
)]

#[path = "fixtures/broken.rs"]
#[allow(dead_code, reason = "shared with tests/data.rs and tests/geodata.rs")]
mod broken;
#[path = "fixtures/broken_context.rs"]
#[allow(dead_code, reason = "shared with tests/context.rs")]
mod broken_context;

use arctic_cable_map::cable::{Atlas, Gazetteer};
use arctic_cable_map::geodata::{Code, Level, Problem};
use arctic_cable_map::network::chokepoints::through;
use broken_context::Kind;
use proptest::prelude::*;
use serde_json::{Value, json};

const FILE: &str = "context.geojson";

fn problems(kind: Kind, bytes: &[u8]) -> Vec<Problem> {
    match kind {
        Kind::Context => Gazetteer::default().add(FILE, bytes),
        Kind::Measurements => Gazetteer::default().add_measurements(FILE, bytes),
    }
}

#[test]
fn good_files_have_no_problem() {
    assert_eq!(problems(Kind::Context, broken_context::context().to_string().as_bytes()), []);
    assert_eq!(problems(Kind::Measurements, broken_context::measurements().to_string().as_bytes()), []);
}

#[test]
fn every_fault_is_named_by_code_file_feature_and_property() {
    let all = broken_context::all();
    assert!(all.len() >= 40);
    for case in all {
        let found = problems(case.kind, case.file.to_string().as_bytes());
        let said: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert_eq!(found.len(), 1, "{}: {said:#?}", case.name);
        let problem = &found[0];
        assert_eq!(
            (problem.code, problem.file.as_str(), problem.feature.as_deref(), problem.property.as_deref()),
            (case.code, FILE, case.feature, case.property),
            "{}",
            case.name
        );
        let kept = matches!(case.code, Code::RingWinding | Code::UnknownProperty);
        assert_eq!(problem.level == Level::Warning, kept, "{}", case.name);
    }
}

#[test]
fn a_bad_part_costs_itself_only() {
    let mut root = broken_context::context();
    root["features"][0]["properties"]["hazards"] = json!(["pirates", "anchors"]);
    root["features"][0]["properties"]["width_km"]["unit"] = json!("mi");
    root["features"][1]["geometry"] = Value::Null;
    let mut gazetteer = Gazetteer::default();
    assert_eq!(gazetteer.add(FILE, root.to_string().as_bytes()).len(), 3);
    let strait = gazetteer.chokepoint("strait").unwrap();
    assert_eq!((strait.hazards.len(), strait.width_km.is_none(), strait.sill_m.is_some()), (1, true, true));
    assert_eq!((gazetteer.places.len(), gazetteer.events.len()), (1, 1));
}

#[test]
fn measurements_are_found_from_either_end() {
    let mut gazetteer = Gazetteer::default();
    gazetteer.add_measurements(FILE, broken_context::measurements().to_string().as_bytes());
    let between = |a, b| gazetteer.measurements_between(a, b).map(|m| m.id.as_str()).collect::<Vec<_>>();
    assert_eq!(between("town", "machine"), ["ping", "offer"]);
    assert_eq!(between("machine", "town"), ["ping", "offer"]);
    assert!(between("town", "town").is_empty());
}

/// The good cable layer, and the good context changed.
fn checked(change: impl FnOnce(&mut Value, &mut Value)) -> Vec<Problem> {
    let mut atlas = Atlas::default();
    assert_eq!(atlas.add("layer.geojson", broken::atlas().to_string().as_bytes()), []);
    assert_eq!(atlas.add_sources("sources.json", broken::sources().to_string().as_bytes()), []);
    let (mut context, mut measurements) = (broken_context::context(), broken_context::measurements());
    change(&mut context, &mut measurements);
    let mut gazetteer = Gazetteer::default();
    assert_eq!(gazetteer.add(FILE, context.to_string().as_bytes()), []);
    assert_eq!(gazetteer.add_measurements("measurements.json", measurements.to_string().as_bytes()), []);
    gazetteer.check(&atlas)
}

#[test]
fn references_to_what_is_not_there_are_named() {
    assert_eq!(checked(|_, _| ()), []);
    let one = |change: fn(&mut Value, &mut Value), code, file: &str, feature: &str, property: &str| {
        let found = checked(change);
        assert_eq!(found.len(), 1, "{found:#?}");
        let p = &found[0];
        let got = (p.code, p.file.as_str(), p.feature.as_deref(), p.property.as_deref());
        assert_eq!(got, (code, file, Some(feature), Some(property)));
    };
    one(
        |c, _| c["features"][0]["properties"]["sources"] = json!(["nobody"]),
        Code::UnknownSource,
        FILE,
        "strait",
        "sources[0]",
    );
    one(
        |c, _| c["features"][0]["properties"]["width_km"]["claims"][0]["sources"] = json!(["nobody"]),
        Code::UnknownSource,
        FILE,
        "strait",
        "width_km.claims[0].sources[0]",
    );
    one(
        |c, _| c["features"][2]["properties"]["operator"]["sources"] = json!(["nobody"]),
        Code::UnknownSource,
        FILE,
        "machine",
        "operator.sources[0]",
    );
    let event = "2026-fault";
    one(
        |c, _| c["features"][3]["properties"]["sources"] = json!(["nobody"]),
        Code::UnknownSource,
        FILE,
        event,
        "sources[0]",
    );
    one(
        |c, _| c["features"][3]["properties"]["systems"] = json!(["other"]),
        Code::UnknownSystem,
        FILE,
        event,
        "systems[0]",
    );
    one(
        |c, _| c["features"][3]["properties"]["places"] = json!(["city"]),
        Code::UnknownValue,
        FILE,
        event,
        "places[0]",
    );
    let cut = |c: &mut Value, member: &str, id: &str| c["features"][3]["properties"]["cuts"][1][member] = json!(id);
    let found = checked(|c, _| cut(c, "system", "other"));
    assert_eq!((found.len(), found[0].code), (1, Code::UnknownSystem));
    let found = checked(|c, _| cut(c, "chokepoint", "canal"));
    assert_eq!(
        found[0].to_string(),
        "context.geojson, feature 2026-fault, property cuts[1].chokepoint: “canal” is not one of: the chokepoints."
    );
    let found = checked(|c, _| cut(c, "segment", "sys/elsewhere"));
    assert_eq!((found.len(), found[0].property.as_deref()), (1, Some("cuts[1].segment")));
    one(|_, m| m["measurements"][0]["from"] = json!("city"), Code::UnknownValue, "measurements.json", "ping", "from");
}

#[test]
fn segments_through_a_chokepoint_are_computed() {
    let mut atlas = Atlas::default();
    atlas.add("layer.geojson", broken::atlas().to_string().as_bytes());
    let at = |rings: Value| {
        let mut root = broken_context::context();
        root["features"][0]["geometry"] = json!({"type": "MultiPolygon", "coordinates": rings});
        let mut gazetteer = Gazetteer::default();
        assert_eq!(gazetteer.add(FILE, root.to_string().as_bytes()), []);
        through(&atlas, &gazetteer.chokepoints[0])
    };
    let segment = vec!["sys/a-no--b-jp".to_owned()];
    // The line runs 20° E 70° N – 100° E 80° N – 180° 75° N – 170° W 65° N.
    assert_eq!(at(json!([[[[99, 79], [101, 79], [101, 81], [99, 81], [99, 79]]]])), segment);
    assert!(at(json!([[[[99, 70], [101, 70], [101, 72], [99, 72], [99, 70]]]])).is_empty());
    // Cut at 180°, as RFC 7946 wants: the two halves are one area.
    let halves = json!([
        [[[179, 74], [180, 74], [180, 76], [179, 76], [179, 74]]],
        [[[-180, 74], [-179, 74], [-179, 76], [-180, 76], [-180, 74]]]
    ]);
    assert_eq!(at(halves), segment);
    // A landing inside is enough.
    assert_eq!(
        at(json!([[[[-170.5, 64.5], [-169.5, 64.5], [-169.5, 65.5], [-170.5, 65.5], [-170.5, 64.5]]]])),
        segment
    );
}

proptest! {
    #[test]
    fn arbitrary_bytes_do_not_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for kind in [Kind::Context, Kind::Measurements] {
            problems(kind, &bytes);
        }
    }

    #[test]
    fn files_with_a_changed_byte_do_not_panic(at in any::<prop::sample::Index>(), byte in any::<u8>(), which in 0..2_usize) {
        let good = [broken_context::context(), broken_context::measurements()];
        let mut bytes = good[which].to_string().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        for kind in [Kind::Context, Kind::Measurements] {
            problems(kind, &bytes);
            problems(kind, &bytes[..at]);
        }
    }
}
