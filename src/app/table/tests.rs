//! Tables of made-up systems.

use super::*;
use crate::geodata::{Report, features};

const CABLES: &str = r#"{"type":"FeatureCollection","features":[
{"type":"Feature","id":"arc","geometry":null,"properties":{"kind":"system","name":{"en":"Arc \"One\", north","ja":"アーク"},
 "status":{"value":"planned","sources":["a"],"date":"2024","confidence":"A"},"summary":{"en":"A test."},"route":{"en":"Here – there"},
 "owners":{"value":["One, Ltd","Zwei\\Drei"],"sources":["b","a"],"date":"2023-07-03","confidence":"B"},
 "length_km":{"value":14500.55,"unit":"km","sources":["b"],"date":"2022-11","confidence":"B"},
 "rfs":{"value":"2028-Q2","sources":["c"],"date":"2024","confidence":"A"}}},
{"type":"Feature","id":"bare","geometry":null,"properties":{"kind":"system","name":{"en":"Bare"},
 "status":{"value":"cancelled","sources":["a"],"date":"2024","confidence":"A"},"summary":{"en":"A test."},"route":{"en":"Nowhere"},
 "owners":{"value":null,"sources":["a"],"date":"2024","confidence":"A","note":{"en":"Not published."}}}},
{"type":"Feature","id":"arc/here-jp--there-us","geometry":{"type":"MultiLineString","coordinates":[[[170,60],[180,60.3783]],[[-180,60.3783],[-170,60]]]},
 "properties":{"kind":"segment","system":"arc","from":"here-jp","to":"there-us","role":"trunk",
 "course":{"value":"indicative","sources":[],"date":"2026","confidence":"C","derived":{"en":"Drawn."}}}}]}"#;

const LANDINGS: &str = r#"{"type":"FeatureCollection","features":[
{"type":"Feature","id":"here-jp","geometry":{"type":"Point","coordinates":[170,60]},"properties":{"kind":"landing","name":{"en":"Here","ja":"ここ"},"country":"JP",
 "position":{"value":"town","accuracy_km":5,"sources":["a"],"date":"2024","confidence":"A"}}},
{"type":"Feature","id":"there-us","geometry":{"type":"Point","coordinates":[-170,60]},"properties":{"kind":"landing","name":{"en":"Somewhere"},"country":"US",
 "position":{"value":"placeholder","accuracy_km":100,"sources":["a"],"date":"2024","confidence":"C"},"note":{"en":"Nobody has said where."}}}]}"#;

fn atlas() -> Atlas {
    let mut atlas = Atlas::default();
    let mut problems = atlas.add("cables.geojson", CABLES.as_bytes());
    problems.extend(atlas.add("landings.geojson", LANDINGS.as_bytes()));
    assert!(problems.is_empty(), "{problems:?}");
    atlas
}

fn ids() -> Vec<String> {
    ["arc", "bare", "none"].map(str::to_owned).to_vec()
}

#[test]
fn lines_say_what_is_known() {
    let lines = lines(&atlas(), &ids(), "ja");
    assert_eq!(lines.len(), 2);
    let arc = &lines[0];
    assert_eq!((arc.name.as_str(), arc.ready.as_str(), arc.length_km), ("アーク", "2028-Q2", Some(14500.55)));
    assert_eq!((arc.countries.join(" "), arc.landings.join(" ")), ("JP US".into(), "ここ".into()));
    assert_eq!(arc.sources, ["a", "b", "c"]);
    assert_eq!((lines[1].status, lines[1].length_km, lines[1].owners.len()), (Status::Cancelled, None, 0));
}

#[test]
fn csv_is_as_rfc_4180_has_it() {
    let csv = write_csv(&lines(&atlas(), &ids(), "en"));
    let want = "id,name,status,ready_for_service,length_km,owners,countries,landing_points,sources\r\n\
        arc,\"Arc \"\"One\"\", north\",planned,2028-Q2,14500.6,\"One, Ltd; Zwei\\Drei\",JP; US,Here,a; b; c\r\n\
        bare,Bare,cancelled,,,,,,a\r\n";
    assert_eq!(csv, want);
    assert_eq!(write_csv(&[]).lines().count(), 1);
}

#[test]
fn geojson_is_read_back_as_it_is_meant() {
    let text = write_geojson(&atlas(), &ids());
    let mut report = Report::new("out.geojson");
    let read = features(text.as_bytes(), &mut report);
    assert!(report.problems.is_empty(), "{:?}\n{text}", report.problems);
    let ids: Vec<&str> = read.iter().map(|f| f.label.as_str()).collect();
    assert_eq!(ids, ["arc", "bare", "here-jp", "there-us"]);
    // Cut where the file has it cut.
    assert_eq!(read[0].shape.lines.len(), 2);
    assert!(
        text.contains("[180,60.3783]],[[-180,60.3783]") && text.contains(r#""name":"Arc \"One\", north""#),
        "{text}"
    );
    assert!(text.contains(r#""owners":["One, Ltd","Zwei\\Drei"]"#) && text.contains(r#""course":"indicative""#));
    assert!(text.contains(r#""ready_for_service":null,"length_km":null"#) && text.contains(r#""geometry":null"#));
    let empty = write_geojson(&atlas(), &[]);
    assert_eq!(features(empty.as_bytes(), &mut report).len(), 0);
    assert!(report.problems.is_empty());
}

/// The ids of five lines in an order.
fn order(column: Column, descending: bool) -> String {
    let line = |id: &str, status, ready: &str, length_km, owner: &str, landings: usize| Line {
        id: id.into(),
        name: id.to_uppercase(),
        status,
        ready: ready.into(),
        length_km,
        owners: if owner.is_empty() { vec![] } else { vec![owner.into()] },
        countries: vec![],
        landings: vec!["x".into(); landings],
        sources: vec![],
    };
    let mut all = vec![
        line("b", Status::Planned, "2028-Q2", Some(200.0), "Zain", 2),
        line("a", Status::InService, "2001", None, "", 0),
        line("d", Status::Retired, "", Some(9.0), "BT", 12),
        line("c", Status::InService, "2001-05", Some(1000.0), "AT&T", 2),
        line("e", Status::Planned, "2028", Some(200.0), "BT", 3),
    ];
    sort(&mut all, column, descending, &|a, b| a < b);
    all.iter().map(|l| l.id.as_str()).collect()
}

#[test]
fn lines_stand_in_order_and_what_is_unknown_last() {
    for (column, up, down) in [
        (Column::Name, "abcde", "edcba"),
        (Column::Status, "acbed", "dbeac"),
        (Column::Ready, "acebd", "becad"),
        (Column::Length, "dbeca", "cbeda"),
        (Column::Owners, "cdeba", "bdeca"),
        (Column::Landings, "bceda", "debca"),
    ] {
        assert_eq!((order(column, false).as_str(), order(column, true).as_str()), (up, down), "{column:?}");
    }
}
