//! What the details say of hand-made systems.

use super::*;
use crate::i18n::{Catalogue, PlainFormat};

const CABLES: &str = r#"{"type":"FeatureCollection","features":[
{"type":"Feature","id":"arc","geometry":null,"properties":{"kind":"system","name":{"en":"Arc","ja":"アーク"},
 "status":{"value":"proposed","sources":["a"],"date":"2024","confidence":"A"},
 "summary":{"en":"A test."},"route":{"en":"Here – there"},
 "owners":{"value":["One","Two"],"sources":["b"],"date":"2023-07-03","confidence":"B"},
 "length_km":{"value":14500,"unit":"km","sources":["b"],"date":"2022-11","confidence":"B","claims":[
   {"value":14500,"unit":"km","sources":["b"],"date":"2022-11","confidence":"B"},
   {"value":17000,"unit":"km","sources":["a"],"date":"2022-10","confidence":"A"}]},
 "rfs":{"value":null,"sources":["a"],"date":"2024","confidence":"A","note":{"en":"The date of 2025 has passed."}},
 "ends":[{"from":"here-jp","to":"there-no"}]}},
{"type":"Feature","id":"arc/here-jp--there-no","geometry":{"type":"LineString","coordinates":[[140,40],[140,50]]},
 "properties":{"kind":"segment","system":"arc","from":"here-jp","to":"there-no","role":"trunk",
 "course":{"value":"indicative","sources":[],"date":"2026","confidence":"C","derived":{"en":"Drawn."}}}}]}"#;

const LANDINGS: &str = r#"{"type":"FeatureCollection","features":[
{"type":"Feature","id":"here-jp","geometry":{"type":"Point","coordinates":[140,40]},"properties":{"kind":"landing","name":{"en":"Here","ja":"ここ"},"country":"JP",
 "position":{"value":"town","accuracy_km":5,"sources":["a"],"date":"2024","confidence":"A"}}},
{"type":"Feature","id":"there-no","geometry":{"type":"Point","coordinates":[140,50]},"properties":{"kind":"landing","name":{"en":"There"},"country":"NO",
 "position":{"value":"placeholder","accuracy_km":100,"sources":["a"],"date":"2024","confidence":"C"},"note":{"en":"Nobody has said where."}}}]}"#;

const SOURCES: &str = r#"{"sources":[
{"id":"a","title":"First","publisher":"Paper","date":"2024-05-01","url":"https://example.org/a","kind":"press"},
{"id":"b","title":"Second","publisher":"Gazette","date":null,"url":"https://example.org/b","kind":"trade"}]}"#;

fn atlas() -> Atlas {
    let mut atlas = Atlas::default();
    let mut problems = atlas.add("cables.geojson", CABLES.as_bytes());
    problems.extend(atlas.add("landings.geojson", LANDINGS.as_bytes()));
    problems.extend(atlas.add_sources("sources.json", SOURCES.as_bytes()));
    assert!(problems.is_empty(), "{problems:?}");
    atlas
}

fn of(kind: SelKind, id: &str) -> Option<Details> {
    let catalogue = Catalogue::english();
    details(&atlas(), &Selection::new(kind, id), &Words::new(&catalogue, &PlainFormat))
}

#[test]
fn system_says_status_range_and_sources() {
    let d = of(SelKind::Cable, "arc").unwrap();
    assert_eq!(d.marks.iter().map(|m| m.text.as_str()).collect::<Vec<_>>(), ["proposed", "route indicative"]);
    let length = &d.rows[0];
    assert_eq!(
        (length.value.as_str(), length.marks[0].as_str()),
        ("14,500 km", "published between 14,500 km and 17,000 km")
    );
    assert_eq!(length.claims.len(), 2);
    assert_eq!(d.rows[1].value, "no firm date");
    assert_eq!(d.rows[1].notes, ["The date of 2025 has passed."]);
    assert_eq!(d.sources.iter().map(|s| s.title.as_str()).collect::<Vec<_>>(), ["Second", "First"]);
    assert_eq!(length.references, [1]);
    assert_eq!(d.sources[0].detail, "Gazette, undated");
}

#[test]
fn round_trip_is_two_lengths_over_the_speed_of_light() {
    let d = of(SelKind::Cable, "arc").unwrap();
    let trip = &d.trips[0];
    // 10° of meridian about 45° N: 1,111.3 km; with 5 % slack 1,166.8 km; ×2 ×1.4682 / c = 11.4 ms.
    assert_eq!((trip.ends.as_str(), trip.value.as_str()), ("Here – There", "11 ms"));
    assert!(trip.route.contains("1,111 km") && trip.formula.contains("1,167 km × 1.4682"), "{trip:?}");
}

#[test]
fn landing_says_what_its_position_is_worth() {
    let d = of(SelKind::Landing, "there-no").unwrap();
    assert_eq!(d.summary, "Nobody has said where.");
    assert!(d.rows[0].value.starts_with("50° N") && d.rows[0].marks[0].contains("100 km"));
    assert_eq!(d.related[0].selection, Selection::new(SelKind::Cable, "arc"));
}

#[test]
fn what_the_map_does_not_hold_has_no_details() {
    assert!(of(SelKind::Cable, "none").is_none() && of(SelKind::Event, "arc").is_none());
}
