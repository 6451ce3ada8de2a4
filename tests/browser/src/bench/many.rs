//! The worst case: the world's cable systems, as many as there are, made of the ones that the map has.

use crate::places;
use serde_json::{Value, json};
use std::f64::consts::{PI, TAU};

/// How many systems there are then, all data sets together.
pub(super) const SYSTEMS: usize = 700;

/// The data sets of cables; copies are made of the first.
const SETS: [&str; 5] = ["existing", "overland", "arctic", "extensions", "routes"];

/// A JSON file of the built site.
pub(super) fn read(file: &str) -> Value {
    let path = places::site().join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn features(set: &str) -> Vec<Value> {
    let mut file = read(&format!("geodata/{set}/cables.geojson"));
    let Value::Array(features) = file["features"].take() else { panic!("{set}: no features") };
    features
}

fn is_system(feature: &Value) -> bool {
    feature["properties"]["kind"] == "system"
}

/// The existing systems and so many copies that there are [`SYSTEMS`] in all. A copy comes ashore where its model does
/// and runs up to a degree beside it in between; the same each time.
pub(super) fn cables() -> String {
    let models = features(SETS[0]);
    let there: usize = SETS.iter().map(|set| features(set).iter().filter(|f| is_system(f)).count()).sum();
    let ids: Vec<&Value> = models.iter().filter(|f| is_system(f)).map(|f| &f["id"]).collect();
    assert!(!ids.is_empty(), "no system to copy");
    let mut all = models.clone();
    for copy in 0..SYSTEMS.saturating_sub(there) {
        let id = ids[copy % ids.len()].as_str().unwrap_or_default();
        let of_it = |f: &&Value| f["id"] == id || f["properties"]["system"] == id;
        all.extend(models.iter().filter(of_it).map(|f| copied(f, id, copy)));
    }
    json!({ "type": "FeatureCollection", "features": all }).to_string()
}

fn copied(feature: &Value, system: &str, copy: usize) -> Value {
    let mut feature = feature.clone();
    let name = format!("{system}-copy-{copy}");
    let id = feature["id"].as_str().unwrap_or_default().replacen(system, &name, 1);
    feature["id"] = json!(id);
    if is_system(&feature) {
        feature["properties"]["name"] = json!({ "en": name });
    } else {
        feature["properties"]["system"] = json!(name);
        shift(&mut feature["geometry"], copy);
    }
    feature
}

/// Moves the lines of a geometry aside, most in their middle and not at all at their ends.
fn shift(geometry: &mut Value, copy: usize) {
    let is_one = geometry["type"] == "LineString";
    let coordinates = &mut geometry["coordinates"];
    if is_one {
        shift_line(coordinates, copy);
    } else {
        coordinates.as_array_mut().into_iter().flatten().for_each(|line| shift_line(line, copy));
    }
}

#[allow(clippy::cast_precision_loss, reason = "a few hundred copies and vertices")]
fn shift_line(line: &mut Value, copy: usize) {
    let Some(points) = line.as_array_mut() else { return };
    // The golden ratio spreads the copies' directions and distances evenly.
    let share = (copy as f64 * 0.618_034).fract();
    let (by_deg, direction) = (0.2 + 0.8 * share, TAU * share);
    let last = points.len().saturating_sub(1) as f64;
    for (i, point) in points.iter_mut().enumerate() {
        let (Some(lon), Some(lat)) = (point[0].as_f64(), point[1].as_f64()) else { continue };
        let bulge = by_deg * (PI * i as f64 / last).sin();
        let north = (lat + bulge * direction.sin()).clamp(-89.0, 89.0);
        let east = lon + bulge * direction.cos() / lat.to_radians().cos().max(0.1);
        let round = |v: f64| (v * 1e4).round() / 1e4;
        *point = json!([round(east.clamp(-180.0, 180.0)), round(north)]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_keeps_its_ends_and_bulges_between() {
        let mut line = json!([[0.0, 60.0], [10.0, 60.0], [20.0, 60.0]]);
        shift_line(&mut line, 3);
        assert_eq!((&line[0], &line[2]), (&json!([0.0, 60.0]), &json!([20.0, 60.0])));
        let (lon, lat) = (line[1][0].as_f64().expect("lon"), line[1][1].as_f64().expect("lat"));
        assert!(((lon - 10.0) / 2.0).hypot(lat - 60.0) > 0.15, "{lon} {lat}");
    }
}
