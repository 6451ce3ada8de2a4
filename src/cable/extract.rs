//! What a map shows, taken out of its files as it stands there: a collection of features, or a table.

use crate::geodata::{Problem, json as checked};
use crate::json::{Value, write};

/// The columns of the table between id and place: properties.
const COLUMNS: [&str; 18] = [
    "kind",
    "class",
    "name",
    "status",
    "system",
    "from",
    "to",
    "country",
    "date",
    "length_km",
    "rfs",
    "owners",
    "supplier",
    "fibre_pairs",
    "capacity_tbps",
    "position",
    "route",
    "sources",
];

/// Features of several files, each as its file has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extract {
    features: Vec<Value>,
}

impl Extract {
    /// Adds all features of a GeoJSON file.
    ///
    /// # Errors
    /// What is wrong where the file is no JSON.
    pub fn add(&mut self, file: &str, bytes: &[u8]) -> Result<(), Problem> {
        let mut root = checked::parse(file, bytes)?;
        if let Some(Value::Array(features)) = root.take("features") {
            self.features.extend(features);
        }
        Ok(())
    }

    /// Keeps the cables, of them `only` those systems where it says which, with the nodes that they reach; landings where
    /// `landings` says so; and of everything else what `keeps` says of its kind and class.
    pub fn keep(&mut self, only: Option<&[String]>, landings: bool, keeps: &dyn Fn(&str, &str) -> bool) {
        let is_wanted = |id: &str| only.is_none_or(|only| only.iter().any(|known| known == id));
        let ends = |f: &Value| ["from", "to"].map(|key| text(f, key).to_owned());
        let lines = self.features.iter().filter(|f| text(f, "kind") == "segment" && is_wanted(text(f, "system")));
        let mut nodes: Vec<String> = if only.is_some() { lines.flat_map(ends).collect() } else { Vec::new() };
        nodes.sort();
        let is_reached = |id: &str| only.is_none() || nodes.binary_search_by(|n| n.as_str().cmp(id)).is_ok();
        self.features.retain(|f| match text(f, "kind") {
            "system" => is_wanted(id(f)),
            "segment" => is_wanted(text(f, "system")),
            "branching-unit" => is_reached(id(f)),
            "landing" => landings && is_reached(id(f)),
            kind => keeps(kind, text(f, "class")),
        });
    }

    /// How many features of a kind there are.
    #[must_use]
    pub fn count(&self, kind: &str) -> usize {
        self.features.iter().filter(|f| text(f, "kind") == kind).count()
    }

    /// All of it as a collection (RFC 7946), with members of its own that say what it is: names and texts.
    #[must_use]
    pub fn geojson(&self, about: &[(&str, &str)]) -> String {
        let mut out = String::from("{\"type\":\"FeatureCollection\"");
        for (name, said) in about {
            out += &[",", &write(&Value::String((*name).to_owned())), ":", &write(&Value::String((*said).to_owned()))]
                .concat();
        }
        out.push_str(",\"features\":[\n");
        for (i, feature) in self.features.iter().enumerate() {
            out.push_str(if i > 0 { ",\n" } else { "" });
            out.push_str(&write(feature));
        }
        out.push_str("\n]}\n");
        out
    }

    /// A table with a line for each feature (RFC 4180), in a language where a value is written in several: what it is, its
    /// name, the values of its facts, and longitude and latitude of points.
    #[must_use]
    pub fn csv(&self, lang: &str) -> String {
        let head: Vec<&str> = ["id"].into_iter().chain(COLUMNS).chain(["lon", "lat"]).collect();
        let mut out = head.join(",") + "\r\n";
        for feature in &self.features {
            let mut row = vec![cell(id(feature))];
            let property = |key: &str| feature.get("properties").and_then(|p| p.get(key));
            row.extend(COLUMNS.iter().map(|key| cell(&property(key).map_or_else(String::new, |v| plain(v, lang)))));
            let place = feature.get("geometry").filter(|g| g.get("type").and_then(Value::as_str) == Some("Point"));
            let place = place.and_then(|g| g.get("coordinates")).and_then(Value::as_array).unwrap_or_default();
            row.extend((0..2).map(|i| place.get(i).map_or_else(String::new, write)));
            out += &(row.join(",") + "\r\n");
        }
        out
    }
}

fn id(feature: &Value) -> &str {
    feature.get("id").and_then(Value::as_str).unwrap_or_default()
}

/// A property that is a text.
fn text<'a>(feature: &'a Value, key: &str) -> &'a str {
    feature.get("properties").and_then(|p| p.get(key)).and_then(Value::as_str).unwrap_or_default()
}

/// A value in one cell: of a fact its value, of texts the one in that language or in English, lists with semicolons.
fn plain(value: &Value, lang: &str) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(|v| plain(v, lang)).collect::<Vec<_>>().join("; "),
        Value::Object(map) => {
            let inner = map.get("value").or_else(|| map.get(lang)).or_else(|| map.get("en"));
            inner.map_or_else(String::new, |v| plain(v, lang))
        }
        other => write(other),
    }
}

/// A cell, quoted where it must be.
fn cell(text: &str) -> String {
    if text.contains(['"', ',', '\n', '\r']) {
        ["\"", &text.replace('"', "\"\""), "\""].concat()
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"{"type":"FeatureCollection","features":[
        {"type":"Feature","id":"a","properties":{"kind":"system","name":{"en":"A, \"b\"","ja":"あ"},"status":{"value":"proposed"},"length_km":{"value":15000}},"geometry":null},
        {"type":"Feature","id":"b","properties":{"kind":"system","name":{"en":"B"}},"geometry":null},
        {"type":"Feature","id":"a/1","properties":{"kind":"segment","system":"a","from":"x","to":"bu"},"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}},
        {"type":"Feature","id":"b/1","properties":{"kind":"segment","system":"b","from":"x","to":"y"},"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}},
        {"type":"Feature","id":"x","properties":{"kind":"landing","country":"JP"},"geometry":{"type":"Point","coordinates":[141.603,42.637]}},
        {"type":"Feature","id":"y","properties":{"kind":"landing","country":"IE"},"geometry":{"type":"Point","coordinates":[-9,53]}},
        {"type":"Feature","id":"bu","properties":{"kind":"branching-unit"},"geometry":{"type":"Point","coordinates":[0,0]}},
        {"type":"Feature","id":"f","properties":{"kind":"place","class":"supercomputer","owners":["p","q"]},"geometry":null},
        {"type":"Feature","id":"c","properties":{"kind":"place","class":"city"},"geometry":null}]}"#;

    fn kept(only: Option<&[String]>, landings: bool) -> Extract {
        let mut extract = Extract::default();
        extract.add("f", FILE.as_bytes()).unwrap();
        extract.keep(only, landings, &|kind, class| kind == "place" && class == "city");
        extract
    }

    #[test]
    fn what_is_switched_off_is_left_out() {
        let all = kept(None, true);
        let counts = ["system", "segment", "landing", "branching-unit", "place"].map(|kind| all.count(kind));
        assert_eq!(counts, [2, 2, 2, 1, 1]);
        assert_eq!(kept(None, false).count("landing"), 0);
        let one = kept(Some(&["b".to_owned()]), true);
        let counts = ["system", "segment", "landing", "branching-unit"].map(|kind| one.count(kind));
        assert_eq!(counts, [1, 1, 2, 0], "with the nodes that it reaches");
        assert!(Extract::default().add("f", b"{").is_err());
    }

    #[test]
    fn both_forms_say_the_same() {
        let all = kept(None, true);
        let json = crate::json::parse(&all.geojson(&[("attribution", "\"us\"")])).unwrap();
        assert_eq!(json.get("features").and_then(Value::as_array).map(<[Value]>::len), Some(8));
        assert_eq!(json.get("attribution").and_then(Value::as_str), Some("\"us\""));
        let csv = all.csv("ja");
        assert_eq!(csv.matches("\r\n").count(), 9);
        assert!(csv.contains("\r\na,system,,あ,proposed,") && csv.contains(",141.603,42.637\r\n"), "{csv}");
        assert!(all.csv("en").contains("a,system,,\"A, \"\"b\"\"\",proposed,,,,,,15000,"));
    }
}
