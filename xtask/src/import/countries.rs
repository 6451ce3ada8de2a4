//! `geodata/labels/countries.geojson`: where the name of a country has room, and the name in the languages that Natural
//! Earth has.

use super::natural::{self, Record, Table};
use super::provenance;
use super::text::{Geometry, collection, feature};
use crate::natural_earth::sha256;
use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value, json};
use shapefile::Polygon;
use std::path::Path;

/// Columns of names with their BCP 47 tags, English first.
const LANGUAGES: &[(&str, &str)] = &[
    ("en", "NAME_EN"),
    ("ja", "NAME_JA"),
    ("ar", "NAME_AR"),
    ("bn", "NAME_BN"),
    ("de", "NAME_DE"),
    ("el", "NAME_EL"),
    ("es", "NAME_ES"),
    ("fa", "NAME_FA"),
    ("fr", "NAME_FR"),
    ("he", "NAME_HE"),
    ("hi", "NAME_HI"),
    ("hu", "NAME_HU"),
    ("id", "NAME_ID"),
    ("it", "NAME_IT"),
    ("ko", "NAME_KO"),
    ("nl", "NAME_NL"),
    ("pl", "NAME_PL"),
    ("pt", "NAME_PT"),
    ("ru", "NAME_RU"),
    ("sv", "NAME_SV"),
    ("tr", "NAME_TR"),
    ("uk", "NAME_UK"),
    ("ur", "NAME_UR"),
    ("vi", "NAME_VI"),
    ("zh-Hans", "NAME_ZH"),
    ("zh-Hant", "NAME_ZHT"),
];

/// Kilometres a pixel of a web map at zoom 0 and the equator, 256 px to a tile.
const KM_PER_PX_AT_0: f64 = 156.543;

/// Writes the labels and adds them to the folder's provenance.
pub(super) fn run(root: &Path) -> Result<()> {
    let table: Table<Polygon> = natural::read(root, "cultural/ne_50m_admin_0_countries")?;
    let mut features = table.rows.iter().map(|(_, record)| label(record)).collect::<Result<Vec<_>>>()?;
    features.sort();
    let text = collection(&features);
    let folder = root.join("geodata/labels");
    std::fs::write(folder.join("countries.geojson"), &text)?;
    println!("geodata/labels/countries.geojson: {} features, {} bytes", features.len(), text.len());
    provenance::add_file(
        &folder,
        json!({
            "file": "countries.geojson",
            "title": "Names of countries and territories, with the places where they are written",
            "producer": "Natural Earth",
            "licence": "public-domain",
            "attribution": "Made with Natural Earth",
            "sha256": sha256(text.as_bytes()),
            "source": table.source,
            "steps": [
                "LABEL_X, LABEL_Y; rank is LABELRANK; max_km_per_px is 156.543 / 2^MIN_LABEL; code is ISO_A2_EH.",
                "Names are NAME_EN and its fellows; zh-Hans is NAME_ZH, zh-Hant NAME_ZHT."
            ],
            "accuracy": "A place inside the country where a name has room.",
            "note": "Natural Earth lists who governs a place; territories and places without an ISO code stand beside states. A name here is no opinion of this project."
        }),
    )
}

fn label(record: &Record) -> Result<String> {
    let id = record.text("ADM0_A3").to_ascii_lowercase();
    let number = |column: &str| record.number(column).as_f64().with_context(|| format!("{id} has no {column}"));
    let mut names = Map::new();
    for (tag, column) in LANGUAGES {
        let name = record.text(column);
        if !name.is_empty() {
            names.insert((*tag).to_owned(), json!(name));
        }
    }
    ensure!(id.len() == 3 && names.contains_key("en"), "a country without code or English name: {id}");
    let mut properties = json!({"kind": "country", "name": names, "rank": record.number("LABELRANK")});
    let scale = KM_PER_PX_AT_0 / number("MIN_LABEL")?.exp2();
    properties["max_km_per_px"] = json!((scale * 10.0).round() / 10.0);
    let code = record.text("ISO_A2_EH");
    properties["code"] = if code.len() == 2 { json!(code) } else { Value::Null };
    let at = Geometry::Point((number("LABEL_X")?, number("LABEL_Y")?));
    feature(&format!("country-{id}"), &properties, &at).with_context(|| format!("{id} has no place"))
}
