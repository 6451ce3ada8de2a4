//! Small atlases for the tests of the rules.

use arctic_cable_map::cable::Atlas;
use arctic_cable_map::geodata::Catalog;
use serde_json::{Value, json};

fn fact(value: Value) -> Value {
    json!({"value": value, "sources": ["s"], "date": "2026", "confidence": "A"})
}

fn system(id: &str, status: &str, km: f64, unsourced: bool) -> Value {
    let mut length = json!({"value": km, "unit": "km", "sources": ["s"], "date": "2026", "confidence": "C"});
    if unsourced {
        length["sources"] = json!([]);
        length["unsourced"] = json!(true);
    }
    json!({"type": "Feature", "id": id, "geometry": null, "properties": {"kind": "system", "name": {"en": id},
        "status": fact(json!(status)), "summary": {"en": "S."}, "route": {"en": "R"}, "owners": fact(json!(["O"])), "length_km": length}})
}

fn segment(system: &str, (from, from_lat): (&str, f64), (to, to_lat): (&str, f64)) -> Value {
    json!({"type": "Feature", "id": format!("{system}/{from}--{to}"), "properties": {"kind": "segment", "system": system,
        "from": from, "to": to, "role": "trunk", "course": {"value": "indicative", "sources": ["s"], "date": "2026", "confidence": "B"}},
        "geometry": {"type": "LineString", "coordinates": [[10, from_lat], [10, to_lat]]}})
}

fn landing(id: &str, lat: f64) -> Value {
    json!({"type": "Feature", "id": id, "geometry": {"type": "Point", "coordinates": [10, lat]}, "properties": {"kind": "landing",
        "name": {"en": id}, "country": "NO",
        "position": {"value": "town", "sources": ["s"], "date": "2026", "confidence": "B", "accuracy_km": 1}}})
}

fn read(features: &[Value]) -> Atlas {
    let mut atlas = Atlas::default();
    let layer = json!({"type": "FeatureCollection", "features": features}).to_string();
    assert_eq!(atlas.add("t.geojson", layer.as_bytes()), []);
    let sources = br#"{"sources": [{"id": "s", "title": "T", "publisher": "P", "url": "https://example.org/", "kind": "trade"}]}"#;
    assert_eq!(atlas.add_sources("sources.json", sources), []);
    atlas
}

/// A system in service, a–b, and a retired one, b–c, whose length is odd and has no source.
pub(crate) fn atlas() -> Atlas {
    read(&[
        system("new", "in-service", 120.0, false),
        segment("new", ("a-no", 70.0), ("b-no", 71.0)),
        system("old", "retired", 500.0, true),
        segment("old", ("b-no", 71.0), ("c-no", 72.0)),
        landing("a-no", 70.0),
        landing("b-no", 71.0),
        landing("c-no", 72.0),
    ])
}

/// Two systems in service that share no node: a–b and c–d.
pub(crate) fn atlas_apart() -> Atlas {
    read(&[
        system("one", "in-service", 120.0, false),
        segment("one", ("a-no", 70.0), ("b-no", 71.0)),
        system("two", "in-service", 120.0, false),
        segment("two", ("c-no", 72.0), ("d-no", 73.0)),
        landing("a-no", 70.0),
        landing("b-no", 71.0),
        landing("c-no", 72.0),
        landing("d-no", 73.0),
    ])
}

/// A catalogue of one layer.
pub(crate) fn catalog() -> Catalog {
    let text = br#"{"layers": [{"id": "t", "file": "t.geojson", "kind": "cables", "style": "cable", "attribution": "A", "licence": "CC-BY-4.0"}]}"#;
    Catalog::parse("catalog.json", text).0
}
