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

const CONTEXT: &str = r#"{"type":"FeatureCollection","features":[
{"type":"Feature","id":"gate","geometry":{"type":"Polygon","coordinates":[[[139,44],[141,44],[141,46],[139,46],[139,44]]]},
 "properties":{"kind":"chokepoint","name":{"en":"Gate","ja":"門"},"class":"strait","summary":{"en":"Narrow."},"hazards":["anchors","sea-ice"],
 "width_km":{"value":82,"unit":"km","sources":["a"],"date":"2024","confidence":"C","claims":[
  {"value":82,"unit":"km","sources":["a"],"date":"2024","confidence":"C"},{"value":85,"unit":"km","sources":["b"],"date":"2023","confidence":"C"}]},
 "sources":["b"]}},
{"type":"Feature","id":"town","geometry":{"type":"Point","coordinates":[140,41]},"properties":{"kind":"place","class":"city","capital":true,
 "name":{"en":"Town"},"country":"JP","position":{"value":"town","accuracy_km":5,"sources":["a"],"date":"2024","confidence":"A"},"sources":[]}},
{"type":"Feature","id":"machine","geometry":{"type":"Point","coordinates":[140,52]},"properties":{"kind":"place","class":"supercomputer",
 "name":{"en":"Machine"},"country":"NO","position":{"value":"site","accuracy_km":2,"sources":["a"],"date":"2024","confidence":"A"},
 "linpack_pflops":{"value":442.01,"unit":"PFLOPS","sources":["b"],"date":"2024-06","confidence":"A"},"sources":[]}},
{"type":"Feature","id":"2024-fault","geometry":null,"properties":{"kind":"event","name":{"en":"Fault"},"date":"2024-01-02","until":"2024-03",
 "class":"incident","summary":{"en":"It broke."},"confidence":"B","systems":["arc"],"places":["town"],
 "cuts":[{"system":"arc","segment":"arc/here-jp--there-no","chokepoint":null,"note":{"en":"Off the cape."}},
 {"system":"arc","segment":null,"chokepoint":"gate"},{"system":"arc","segment":null,"chokepoint":null}],"sources":["b"]}}]}"#;

const TRIPS: &str = r#"{"measurements":[
{"id":"slow","from":"town","to":"machine","class":"measured","rtt_ms":{"value":250,"unit":"ms","sources":["a"],"date":"2026-07","confidence":"A"},"method":{"en":"By packets."}},
{"id":"fast","from":"machine","to":"town","class":"expected","rtt_ms":{"value":150,"unit":"ms","sources":["b"],"date":"2022","confidence":"B"},"method":{"en":"By a plan."}}]}"#;

fn gazetteer() -> Gazetteer {
    let mut gazetteer = Gazetteer::default();
    assert_eq!(gazetteer.add("context.geojson", CONTEXT.as_bytes()), []);
    assert_eq!(gazetteer.add_measurements("measurements.json", TRIPS.as_bytes()), []);
    gazetteer
}

fn of(kind: SelKind, id: &str) -> Option<Details> {
    let catalogue = Catalogue::english();
    details(&atlas(), &gazetteer(), &Selection::new(kind, id), &Words::new(&catalogue, &PlainFormat))
}

/// The neighbours of one sort, as selections.
fn group(d: &Details, label: &str) -> Vec<String> {
    let group = d.groups.iter().find(|g| g.label == label);
    group.map(|g| g.items.iter().map(|i| i.selection.to_string()).collect()).unwrap_or_default()
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
    assert_eq!(group(&d, "Cables landing here"), ["cable:arc"]);
    assert_eq!(group(&d, "Onward connections"), ["segment:arc/here-jp--there-no"]);
    assert_eq!(group(&d, "Nearest landing points"), ["landing:here-jp"]);
    assert_eq!(group(&d, "Country"), ["country:NO"]);
}

#[test]
fn a_cable_leads_to_all_that_is_about_it() {
    let d = of(SelKind::Cable, "arc").unwrap();
    assert_eq!(group(&d, "Landing points"), ["landing:here-jp", "landing:there-no"]);
    assert_eq!(group(&d, "Segments"), ["segment:arc/here-jp--there-no"]);
    assert_eq!(group(&d, "Chokepoints on the way"), ["chokepoint:gate"]);
    assert_eq!(group(&d, "Countries"), ["country:JP", "country:NO"]);
    assert_eq!(group(&d, "Events"), ["event:2024-fault"]);
    assert!(d.groups.iter().all(|g| !g.items.is_empty()), "no empty heading");
}

#[test]
fn a_segment_says_where_it_runs_and_how_long_it_is_drawn() {
    let d = of(SelKind::Segment, "arc/here-jp--there-no").unwrap();
    assert_eq!((d.title.as_str(), d.subtitle.as_str()), ("Here – There", "Arc · Segment of a cable"));
    assert_eq!(d.marks.iter().map(|m| m.text.as_str()).collect::<Vec<_>>(), ["proposed", "main line"]);
    assert_eq!((d.rows[0].value.as_str(), d.rows[0].marks[0].as_str()), ("1,111 km", "our own derivation"));
    assert_eq!(group(&d, "From and to"), ["landing:here-jp", "landing:there-no"]);
    assert_eq!(group(&d, "Chokepoints on the way"), ["chokepoint:gate"]);
    assert_eq!(group(&d, "Events"), ["event:2024-fault"]);
}

#[test]
fn a_chokepoint_says_what_endangers_cables_and_which_pass() {
    let d = of(SelKind::Chokepoint, "gate").unwrap();
    assert_eq!((d.title.as_str(), d.subtitle.as_str()), ("Gate", "Strait"));
    assert_eq!(d.rows[0].marks, ["published between 82 km and 85 km"]);
    let hazards = d.rows.iter().find(|r| r.label == "What endangers cables here").unwrap();
    assert_eq!((hazards.value.as_str(), hazards.references.as_slice()), ("anchors, sea ice", &[1][..]));
    assert_eq!(group(&d, "Cables through here"), ["cable:arc"]);
    assert_eq!(group(&d, "Events"), ["event:2024-fault"]);
    assert_eq!(d.sources.iter().map(|s| s.title.as_str()).collect::<Vec<_>>(), ["Second", "First"]);
}

#[test]
fn a_place_lists_published_round_trips_the_shortest_first_with_their_sources() {
    let d = of(SelKind::Place, "town").unwrap();
    assert_eq!(d.subtitle, "Capital · Japan");
    let trips: Vec<_> = d.trips.iter().map(|t| (t.ends.as_str(), t.value.as_str(), t.route.as_str())).collect();
    assert_eq!(
        trips,
        [
            ("Town – Machine", "150 ms", "expected of a planned cable, 2022"),
            ("Town – Machine", "250 ms", "measured, July 2026")
        ]
    );
    assert!(d.trips.iter().all(|t| !t.references.is_empty()));
    assert_eq!(group(&d, "Nearest landing points"), ["landing:here-jp", "landing:there-no"]);
    let machine = of(SelKind::Place, "machine").unwrap();
    assert_eq!(machine.rows[0].value, "442 PFLOPS");
}

#[test]
fn an_event_says_when_and_what_failed() {
    let d = of(SelKind::Event, "2024-fault").unwrap();
    assert_eq!(d.subtitle, "2 January 2024 to March 2024");
    assert_eq!(group(&d, "What failed"), ["segment:arc/here-jp--there-no", "chokepoint:gate", "cable:arc"]);
    let failed = d.groups.iter().find(|g| g.label == "What failed").unwrap();
    let said: Vec<&str> = failed.items.iter().map(|i| i.detail.as_str()).collect();
    assert_eq!(said, ["Here – There · Off the cape.", "Gate", "the whole cable"]);
    assert_eq!(
        (group(&d, "Cables"), group(&d, "Places")),
        (vec!["cable:arc".to_owned()], vec!["place:town".to_owned()])
    );
    assert_eq!(d.rows[1].marks, ["One good trade source"]);
}

#[test]
fn a_country_counts_its_landings_and_cables() {
    let d = of(SelKind::Country, "JP").unwrap();
    assert_eq!(d.rows.iter().map(|r| r.value.as_str()).collect::<Vec<_>>(), ["1", "1"]);
    assert_eq!(group(&d, "Cables"), ["cable:arc"]);
    assert_eq!(
        (group(&d, "Landing points"), group(&d, "Places")),
        (vec!["landing:here-jp".to_owned()], vec!["place:town".to_owned()])
    );
    assert!(of(SelKind::Country, "XX").is_none() && of(SelKind::Country, "jp").is_none());
}

#[test]
fn what_the_map_does_not_hold_has_no_details() {
    assert!(of(SelKind::Cable, "none").is_none() && of(SelKind::Event, "arc").is_none());
}
