//! What differs between two versions of the data, feature by feature.

use super::dataset::Files;
use crate::natural_earth::sha256;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// What a thing is and what it is called: `cable segment` and its id. Features of bare geometry have their file as kind.
type Key = (String, String);

/// A feature, a source, a layer of the catalogue, or a file of another sort.
#[derive(Clone, Debug, PartialEq)]
struct Item {
    name: Option<String>,
    /// Whether it is one of many that nobody looks for by name.
    bulk: bool,
    properties: Map<String, Value>,
}

/// Differences, as they stand in `changes.json`.
pub(super) fn changes(old: &Files, new: &Files) -> Value {
    let (old, new) = (items(old), items(new));
    let keys: BTreeSet<&Key> = old.keys().chain(new.keys()).collect();
    let (mut added, mut changed, mut removed) = (Vec::new(), Vec::new(), Vec::new());
    let mut bulk: BTreeMap<&str, [u32; 3]> = BTreeMap::new();
    for key in keys {
        let (before, after) = (old.get(key), new.get(key));
        let Some(item) = after.or(before) else { continue };
        let properties = match (before, after) {
            (Some(before), Some(after)) => differing(&before.properties, &after.properties),
            _ => Vec::new(),
        };
        let (what, list) = match (before, after) {
            (None, _) => (0, &mut added),
            (_, None) => (2, &mut removed),
            _ if properties.is_empty() => continue,
            _ => (1, &mut changed),
        };
        if item.bulk {
            bulk.entry(&key.0).or_default()[what] += 1;
            continue;
        }
        let mut entry = json!({"kind": key.0, "id": key.1});
        if let Some(name) = &item.name {
            entry["name"] = json!(name);
        }
        if !properties.is_empty() {
            entry["properties"] = json!(properties);
        }
        list.push(entry);
    }
    let bulk: Vec<Value> = bulk
        .into_iter()
        .map(|(file, [added, changed, removed])| json!({"file": file, "added": added, "changed": changed, "removed": removed}))
        .collect();
    json!({"added": added, "changed": changed, "removed": removed, "bulk": bulk})
}

/// The names of what is not the same.
fn differing(a: &Map<String, Value>, b: &Map<String, Value>) -> Vec<String> {
    let keys: BTreeSet<&String> = a.keys().chain(b.keys()).collect();
    keys.into_iter().filter(|key| a.get(*key) != b.get(*key)).cloned().collect()
}

fn items(files: &Files) -> BTreeMap<Key, Item> {
    let mut out = BTreeMap::new();
    for (path, bytes) in files {
        let json: Option<Value> = serde_json::from_slice(bytes).ok();
        let list = |key: &str| json.as_ref().and_then(|root| root[key].as_array()).map(Vec::as_slice);
        if let Some(features) = list("features") {
            features.iter().enumerate().for_each(|(i, value)| insert(&mut out, feature(path, i, value)));
        } else if let (true, Some(sources)) = (path == "sources.json", list("sources")) {
            sources.iter().enumerate().for_each(|(i, value)| insert(&mut out, entry("source", i, value)));
        } else if let (true, Some(layers)) = (path == "catalog.json", list("layers")) {
            layers.iter().enumerate().for_each(|(i, value)| insert(&mut out, entry("layer", i, value)));
        } else {
            let properties = json.and_then(|root| root.as_object().cloned());
            let content = || Map::from_iter([("content".to_owned(), json!(sha256(bytes)))]);
            let properties = properties.unwrap_or_else(content);
            insert(&mut out, (("file".to_owned(), path.clone()), Item { name: None, bulk: false, properties }));
        }
    }
    out
}

/// Puts an item under its key, or under the next free one: broken data may repeat ids.
fn insert(all: &mut BTreeMap<Key, Item>, (mut key, item): (Key, Item)) {
    while all.contains_key(&key) {
        key.1.push('\'');
    }
    all.insert(key, item);
}

fn feature(path: &str, index: usize, value: &Value) -> (Key, Item) {
    let mut properties = value["properties"].as_object().cloned().unwrap_or_default();
    let kind = properties.get("kind").and_then(Value::as_str).map(str::to_owned);
    let name = name(&properties);
    properties.insert("geometry".to_owned(), value["geometry"].clone());
    let bulk = kind.is_none();
    if !bulk {
        properties.insert("file".to_owned(), json!(path));
    }
    let id = value["id"].as_str().map_or_else(|| format!("#{}", index + 1), str::to_owned);
    ((kind.unwrap_or_else(|| path.to_owned()), id), Item { name, bulk, properties })
}

fn entry(kind: &str, index: usize, value: &Value) -> (Key, Item) {
    let properties = value.as_object().cloned().unwrap_or_default();
    let id = value["id"].as_str().map_or_else(|| format!("#{}", index + 1), str::to_owned);
    let name = value["title"].as_str().map(str::to_owned);
    ((kind.to_owned(), id), Item { name, bulk: false, properties })
}

/// The English name, or the name that is the same in all languages.
fn name(properties: &Map<String, Value>) -> Option<String> {
    let name = properties.get("name")?;
    name["en"].as_str().or(name.as_str()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(list: &[(&str, Value)]) -> Files {
        list.iter().map(|(path, value)| ((*path).to_owned(), value.to_string().into_bytes())).collect()
    }

    fn cable(id: &str, km: u32, at: f64) -> Value {
        json!({"type": "Feature", "id": id, "properties": {"kind": "segment", "name": {"en": id.to_uppercase()}, "km": km},
               "geometry": {"type": "Point", "coordinates": [at, 0]}})
    }

    fn old() -> Files {
        files(&[
            (
                "routes/cables.geojson",
                json!({"features": [cable("a", 1, 0.0), cable("b", 2, 0.0), cable("c", 3, 0.0)]}),
            ),
            ("basemap/land.geojson", json!({"features": [{"id": "l", "properties": {}, "geometry": null}]})),
            ("sources.json", json!({"sources": [{"id": "s", "title": "S", "date": "2024"}]})),
            ("seabed/north.tif", json!("bytes")),
        ])
    }

    #[test]
    fn nothing_differs_from_itself() {
        assert_eq!(changes(&old(), &old()), json!({"added": [], "changed": [], "removed": [], "bulk": []}));
    }

    #[test]
    fn each_difference_is_named() {
        let new = files(&[
            (
                "routes/cables.geojson",
                json!({"features": [cable("c", 4, 1.0), cable("a", 1, 0.0), cable("d", 2, 0.0)]}),
            ),
            ("basemap/land.geojson", json!({"features": [{"id": "l", "properties": {}, "geometry": {}}, {"id": "m"}]})),
            ("sources.json", json!({"sources": [{"id": "s", "title": "S", "date": "2025"}]})),
            ("seabed/north.tif", json!("other bytes")),
            ("notes.json", json!({"a": 1})),
        ]);
        let wanted = json!({
            "added": [{"kind": "file", "id": "notes.json"}, {"kind": "segment", "id": "d", "name": "D"}],
            "changed": [
                {"kind": "file", "id": "seabed/north.tif", "properties": ["content"]},
                {"kind": "segment", "id": "c", "name": "C", "properties": ["geometry", "km"]},
                {"kind": "source", "id": "s", "name": "S", "properties": ["date"]}
            ],
            "removed": [{"kind": "segment", "id": "b", "name": "B"}],
            "bulk": [{"file": "basemap/land.geojson", "added": 1, "changed": 1, "removed": 0}]
        });
        assert_eq!(changes(&old(), &new), wanted);
    }

    #[test]
    fn a_feature_that_moves_to_another_file_is_the_same_one() {
        let mut new = old();
        let moved = new.remove("routes/cables.geojson").unwrap();
        new.insert("existing/cables.geojson".into(), moved);
        let found = changes(&old(), &new);
        assert_eq!(found["changed"].as_array().map(Vec::len), Some(3));
        assert_eq!(found["changed"][0]["properties"], json!(["file"]));
        assert_eq!((&found["added"], &found["removed"]), (&json!([]), &json!([])));
    }

    #[test]
    fn broken_files_and_repeated_ids_are_still_compared() {
        let mut broken = old();
        broken.insert("routes/cables.geojson".into(), b"{\"features\": [".to_vec());
        broken.insert("x.geojson".into(), json!({"features": [{"id": "l"}, {"id": "l"}, 3]}).to_string().into_bytes());
        let found = changes(&old(), &broken);
        assert_eq!(found["removed"].as_array().map(Vec::len), Some(3));
        assert_eq!(found["bulk"], json!([{"file": "x.geojson", "added": 3, "changed": 0, "removed": 0}]));
    }
}
