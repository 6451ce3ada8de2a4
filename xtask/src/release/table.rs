//! The data as tables: every feature, and every fact about it with its source, date and confidence.

use anyhow::{Context, Result};
use serde_json::Value;

/// Heads of `features.csv`.
pub(super) const FEATURES: [&str; 8] = ["file", "id", "kind", "name_en", "name_ja", "country", "lon", "lat"];
/// Heads of `facts.csv`.
pub(super) const FACTS: [&str; 8] = ["file", "id", "property", "value", "sources", "date", "confidence", "note_en"];

/// The rows of a table, heads first.
pub(super) type Rows = Vec<Vec<String>>;

/// Adds the features of a GeoJSON file, and their facts.
pub(super) fn add(file: &str, text: &str, features: &mut Rows, facts: &mut Rows) -> Result<()> {
    let json: Value = serde_json::from_str(text).with_context(|| format!("{file} is no JSON"))?;
    for feature in json["features"].as_array().into_iter().flatten() {
        let about = &feature["properties"];
        let id = plain(&feature["id"]);
        let point =
            if feature["geometry"]["type"] == "Point" { &feature["geometry"]["coordinates"] } else { &Value::Null };
        let row = [&about["kind"], &about["name"]["en"], &about["name"]["ja"], &about["country"], &point[0], &point[1]];
        let row = [file.to_owned(), id.clone()].into_iter().chain(row.map(plain));
        features.push(row.collect());
        for (property, fact) in about.as_object().into_iter().flatten() {
            // Where sources differ, a property is a list of facts.
            let several = fact.as_array().map_or(std::slice::from_ref(fact), Vec::as_slice);
            for fact in several.iter().filter(|fact| fact.get("sources").is_some()) {
                let cells = ["value", "sources", "date", "confidence"].map(|key| plain(&fact[key]));
                let row = [file.to_owned(), id.clone(), property.clone()].into_iter().chain(cells);
                facts.push(row.chain([plain(&fact["note"]["en"])]).collect());
            }
        }
    }
    Ok(())
}

/// A value as a cell: texts as they are, lists with semicolons, objects as JSON.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join("; "),
        other => other.to_string(),
    }
}

/// The rows as CSV (RFC 4180).
pub(super) fn csv(rows: &Rows) -> Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).context("CSV")?;
    }
    writer.into_inner().context("CSV")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_become_rows_and_cells_are_quoted() {
        let text = r#"{"features": [{"id": "a", "geometry": {"type": "Point", "coordinates": [1.5, 70]}, "properties": {
            "kind": "landing", "name": {"en": "A, \"B\""}, "length_km": [
                {"value": 100, "sources": ["x", "y"], "date": "2025", "confidence": "A"},
                {"value": 120, "sources": ["z"], "date": "2024", "confidence": "C", "note": {"en": "old"}}]}}]}"#;
        let (mut features, mut facts) = (vec![], vec![]);
        add("a.geojson", text, &mut features, &mut facts).unwrap();
        assert_eq!(features, [["a.geojson", "a", "landing", "A, \"B\"", "", "", "1.5", "70"]]);
        assert_eq!(facts[0], ["a.geojson", "a", "length_km", "100", "x; y", "2025", "A", ""]);
        assert_eq!(facts[1][3..], ["120", "z", "2024", "C", "old"]);
        let csv = String::from_utf8(csv(&features).unwrap()).unwrap();
        assert_eq!(csv, "a.geojson,a,landing,\"A, \"\"B\"\"\",,,1.5,70\r\n");
    }
}
