//! A world with one cable of each status, side by side, and no land.

use arctic_cable_map::cable::{Chart, Status};
use arctic_cable_map::scene::World;
use serde_json::{Value, json};

/// The cables: those that this map is about above, those that are there for comparison below.
pub(crate) fn world() -> World {
    let mut chart = Chart::default();
    let loud = features(&[Status::Proposed, Status::Illustrative], 75.5);
    chart.add(&loud);
    let mut world = World::default();
    world.set_chart(chart);
    let quiet: Vec<Status> = Status::ALL.into_iter().filter(|s| s.as_str() != "proposed").collect();
    world.add_layer(&features(&quiet, 73.5));
    world.make_lines();
    world
}

fn features(statuses: &[Status], top_deg: f64) -> Vec<u8> {
    let fact = |value: Value| json!({"value": value, "sources": ["s"], "date": "2026", "confidence": "A"});
    let mut features = vec![];
    for (k, status) in statuses.iter().enumerate() {
        let id = format!("{}-{top_deg:.0}", status.as_str());
        let lat = top_deg - 0.9 * f64::from(u32::try_from(k).expect("a few"));
        features.push(json!({"type": "Feature", "id": id, "geometry": null, "properties": {
            "kind": "system", "name": {"en": status.as_str()}, "summary": {"en": "."}, "route": {"en": "."},
            "status": fact(status.as_str().into()), "owners": fact(json!(["."]))}}));
        features.push(json!({"type": "Feature", "id": format!("{id}/a--b"),
            "geometry": {"type": "LineString", "coordinates": [[-14, lat], [-5, lat], [5, lat], [14, lat]]},
            "properties": {"kind": "segment", "system": id, "from": "a", "to": "b", "role": "trunk",
                "course": fact("indicative".into())}}));
    }
    json!({"type": "FeatureCollection", "features": features}).to_string().into_bytes()
}
