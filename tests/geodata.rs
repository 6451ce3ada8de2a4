//! The reader on broken files: every fault is named, nothing else is lost, nothing panics.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what went wrong by stopping there"
)]

#[path = "fixtures/broken.rs"]
#[allow(dead_code, reason = "shared with tests/data.rs")]
mod broken;

use arctic_cable_map::cable::Atlas;
use arctic_cable_map::geodata::{Catalog, Code, Level, Problem, packed, polygons_from_geojson};
use broken::Kind;
use proptest::prelude::*;
use serde_json::{Value, json};

const FILE: &str = "layer.geojson";

fn problems(kind: Kind, bytes: &[u8]) -> Vec<Problem> {
    match kind {
        Kind::Atlas => Atlas::default().add(FILE, bytes),
        Kind::Sources => Atlas::default().add_sources(FILE, bytes),
        Kind::Catalog => Catalog::parse(FILE, bytes).1,
        Kind::Polygons => polygons_from_geojson(FILE, bytes).1,
    }
}

#[test]
fn good_files_have_no_problem() {
    for (kind, good) in [
        (Kind::Atlas, broken::atlas()),
        (Kind::Sources, broken::sources()),
        (Kind::Catalog, broken::catalog()),
        (Kind::Polygons, broken::polygons()),
    ] {
        assert_eq!(problems(kind, good.to_string().as_bytes()), [], "{kind:?}");
    }
}

#[test]
fn every_fault_is_named_by_code_file_feature_and_property() {
    for case in broken::all() {
        let found = problems(case.kind, &case.bytes);
        let said: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert_eq!(found.len(), 1, "{}: {said:#?}", case.name);
        let problem = &found[0];
        assert_eq!(
            (problem.code, problem.file.as_str(), problem.feature.as_deref(), problem.property.as_deref()),
            (case.code, FILE, case.feature, case.property),
            "{}",
            case.name
        );
        // An object is written so; any other brace is a place that was not filled in.
        assert!(!said[0].replace("{…}", "").contains('{') || case.name.contains("brace"), "{}: {}", case.name, said[0]);
    }
}

#[test]
fn a_bad_feature_costs_itself_only() {
    let mut root = broken::atlas();
    root["features"][2]["geometry"]["coordinates"] = json!([999, 0]);
    let mut atlas = Atlas::default();
    assert_eq!(atlas.add(FILE, root.to_string().as_bytes()).len(), 1);
    assert_eq!((atlas.systems.len(), atlas.segments.len(), atlas.landings.len(), atlas.seas.len()), (1, 1, 1, 1));
}

#[test]
fn a_bad_optional_fact_costs_itself_only() {
    let mut root = broken::atlas();
    root["features"][0]["properties"]["length_km"]["unit"] = json!("miles");
    let mut atlas = Atlas::default();
    assert_eq!(atlas.add(FILE, root.to_string().as_bytes()).len(), 1);
    assert!(atlas.systems[0].length_km.is_none() && atlas.systems[0].cost.is_some());
}

#[test]
fn parts_cut_at_the_antimeridian_are_one_line() {
    let mut atlas = Atlas::default();
    atlas.add(FILE, broken::atlas().to_string().as_bytes());
    assert_eq!(atlas.segments[0].line.len(), 4);
    let km = atlas.route_km("sys", "b-jp", "a-no");
    assert_eq!(km, Some(atlas.segments[0].drawn_km));
    assert!(km.is_some_and(|km| (4000.0..8000.0).contains(&km)));
    assert_eq!(atlas.route_km("sys", "a-no", "bu-x"), None);
}

#[test]
fn a_segment_says_how_it_was_led() {
    let mut atlas = Atlas::default();
    atlas.add(FILE, broken::atlas().to_string().as_bytes());
    let s = &atlas.segments[0];
    assert_eq!((s.overland, s.avoid.as_slice()), (false, &["bering-strait".to_owned()][..]));
    assert_eq!(s.via.iter().map(|p| (p.lon_deg, p.lat_deg)).collect::<Vec<_>>(), [(100.0, 80.0)]);
    assert_eq!(s.length_km.as_ref().and_then(|f| f.value()), Some(&6000.0));
    let (catalog, _) = Catalog::parse(FILE, broken::catalog().to_string().as_bytes());
    assert_eq!(catalog.layers.iter().map(|l| l.later).collect::<Vec<_>>(), [false, true]);
}

fn with_sources(mut root: Value, change: impl FnOnce(&mut Value)) -> Vec<Problem> {
    change(&mut root);
    let mut atlas = Atlas::default();
    assert_eq!(atlas.add(FILE, root.to_string().as_bytes()), []);
    assert_eq!(atlas.add_sources("sources.json", broken::sources().to_string().as_bytes()), []);
    atlas.check()
}

#[test]
fn what_is_wrong_between_layers_is_named() {
    let one = |change: fn(&mut Value), code, feature: &str, property: &str| {
        let found = with_sources(broken::atlas(), change);
        let hit = found.iter().any(|p| {
            (p.code, p.file.as_str(), p.feature.as_deref(), p.property.as_deref())
                == (code, FILE, Some(feature), Some(property))
        });
        assert!(hit, "{code:?}: {found:#?}");
    };
    assert_eq!(with_sources(broken::atlas(), |_| ()), []);
    one(
        |r| r["features"][0]["properties"]["cost"]["sources"] = json!(["nobody"]),
        Code::UnknownSource,
        "sys",
        "cost.sources[0]",
    );
    one(
        |r| r["features"][0]["properties"]["length_km"]["claims"][1]["sources"] = json!(["s", "nobody"]),
        Code::UnknownSource,
        "sys",
        "length_km.claims[1].sources[1]",
    );
    one(|r| r["features"][1]["properties"]["system"] = json!("other"), Code::UnknownSystem, "sys/a-no--b-jp", "system");
    one(|r| r["features"][1]["properties"]["from"] = json!("z-no"), Code::UnknownNode, "sys/a-no--b-jp", "from");
    one(
        |r| r["features"][2]["geometry"]["coordinates"] = json!([20.1, 70]),
        Code::EndNotAtNode,
        "sys/a-no--b-jp",
        "from",
    );
    one(|r| r["features"][0]["properties"]["ends"][0]["to"] = json!("bu-x"), Code::NoRoute, "sys", "ends[0]");
    one(|r| r["features"][0]["properties"]["ends"][0]["to"] = json!("z-no"), Code::UnknownNode, "sys", "ends[0].to");
}

#[test]
fn control_and_bidirectional_characters_stay_text() {
    let name = "a\u{202E}b\u{0007}c\u{200F}";
    let mut root = broken::atlas();
    root["features"][0]["properties"]["name"]["en"] = json!(name);
    let mut atlas = Atlas::default();
    assert_eq!(atlas.add(FILE, root.to_string().as_bytes()), []);
    assert_eq!(atlas.systems[0].name.get("fi"), name);
}

#[test]
fn syntax_errors_say_line_and_column() {
    let found = problems(Kind::Atlas, b"{\n  \"type\": oops\n}");
    assert_eq!(found[0].to_string(), "layer.geojson: The file is not JSON: the fault is at line 2, column 11.");
}

#[test]
fn every_code_that_costs_data_is_an_error() {
    for case in broken::all() {
        let kept = matches!(case.code, Code::UnclosedRing | Code::RingWinding | Code::UnknownProperty);
        assert_eq!(case.code.level() == Level::Warning, kept, "{}", case.name);
    }
}

/// A JSON value of any shape.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::hash_map("[a-z]{1,6}", inner, 0..4).prop_map(|m| Value::Object(m.into_iter().collect())),
        ]
    })
}

/// Puts `with` in the place of the `nth` value of a tree.
fn replace(value: &mut Value, nth: &mut usize, with: &Value) {
    if *nth == 0 {
        *value = with.clone();
    }
    *nth = nth.wrapping_sub(1);
    match value {
        Value::Array(list) => list.iter_mut().for_each(|v| replace(v, nth, with)),
        Value::Object(map) => map.values_mut().for_each(|v| replace(v, nth, with)),
        _ => {}
    }
}

fn read_all(bytes: &[u8]) {
    for kind in [Kind::Atlas, Kind::Sources, Kind::Catalog, Kind::Polygons] {
        for problem in problems(kind, bytes) {
            assert!(!problem.to_string().is_empty());
        }
    }
    let mut atlas = Atlas::default();
    atlas.add(FILE, bytes);
    assert!(atlas.check().iter().all(|p| p.feature.is_some()));
}

proptest! {
    #[test]
    fn arbitrary_bytes_do_not_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        read_all(&bytes);
        let _ = packed::decode(FILE, &bytes);
    }

    #[test]
    fn files_with_a_changed_byte_do_not_panic(at in any::<prop::sample::Index>(), byte in any::<u8>(), which in 0..4_usize) {
        let good = [broken::atlas(), broken::sources(), broken::catalog(), broken::polygons()];
        let mut bytes = good[which].to_string().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        read_all(&bytes);
        read_all(&bytes[..at]);
    }

    #[test]
    fn files_with_a_changed_value_do_not_panic(nth in 0..260_usize, with in any_json(), which in 0..4_usize) {
        let mut good = [broken::atlas(), broken::sources(), broken::catalog(), broken::polygons()];
        replace(&mut good[which], &mut { nth }, &with);
        read_all(good[which].to_string().as_bytes());
    }

    #[test]
    fn rings_of_any_positions_stitch_without_panic(
        rings in prop::collection::vec(prop::collection::vec((-18..=18_i32, -9..=9_i32), 0..12), 0..5)
    ) {
        let polygons: Vec<Value> = rings.iter().map(|r| json!([r.iter().map(|(x, y)| [x * 10, y * 10]).collect::<Vec<_>>()])).collect();
        let (got, _) = polygons_from_geojson(FILE, json!({"type": "MultiPolygon", "coordinates": polygons}).to_string().as_bytes());
        for ring in got.iter().flat_map(|p| &p.rings) {
            prop_assert!(ring.len() >= 3);
        }
        let bytes = packed::encode(&got, 0.01);
        prop_assert!(packed::decode(FILE, &bytes).is_ok());
    }

    #[test]
    fn packed_bytes_that_changed_do_not_panic(at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<prop::sample::Index>()) {
        let (polygons, _) = polygons_from_geojson(FILE, broken::polygons().to_string().as_bytes());
        let mut bytes = packed::encode(&polygons, 0.01);
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let limit = 64 * bytes.len();
        for bytes in [&bytes[..], &bytes[..cut.index(bytes.len())]] {
            if let Ok(got) = packed::decode(FILE, bytes) {
                prop_assert!(got.iter().flat_map(|p| &p.rings).map(Vec::len).sum::<usize>() <= limit);
            }
        }
    }
}
