//! The features of a GeoJSON file, one by one, so that a bad one costs itself only.

use super::shape::is_geometry_type;
use super::{Code, Report, Shape, json, reader};
use crate::json::{Map, Value};

/// One GeoJSON feature whose geometry has been checked; its properties have not.
#[derive(Clone, Debug)]
pub struct Feature {
    /// The feature's id as text.
    pub id: Option<String>,
    /// How messages name it: the id, or `#n` counted from 1.
    pub label: String,
    /// Where it is; empty for a null geometry.
    pub shape: Shape,
    /// What the file says about it.
    pub properties: Map,
}

impl Feature {
    /// The feature's id, which must be there and must be one. `None` when a problem was noted.
    pub(crate) fn required_id(&self, report: &mut Report) -> Option<String> {
        match &self.id {
            Some(id) => reader::is_id(id, "id", report).then(|| id.clone()),
            None => {
                report.add(Code::MissingProperty, "id", &[]);
                None
            }
        }
    }
}

/// The features of a GeoJSON text: of a collection, of one feature, or of a bare geometry.
/// What could not be read is noted in `report`.
pub fn features(bytes: &[u8], report: &mut Report) -> Vec<Feature> {
    let root = match json::parse(&report.file, bytes) {
        Ok(root) => root,
        Err(problem) => {
            report.problems.push(problem);
            return Vec::new();
        }
    };
    let kind = root.get("type").and_then(Value::as_str).unwrap_or_default().to_owned();
    let mut seen = 0;
    match (kind.as_str(), root) {
        ("FeatureCollection", mut root) => match root.take("features") {
            Some(Value::Array(items)) => {
                let mut out = Vec::with_capacity(items.len());
                for (i, value) in items.into_iter().enumerate() {
                    out.extend(read(value, i, &mut seen, report));
                    if seen > super::MAX_POSITIONS {
                        break;
                    }
                }
                report.feature = None;
                out
            }
            other => {
                let found = json::type_name(&other.unwrap_or(Value::Null));
                report.add(Code::WrongType, "features", &["[…]", found]);
                Vec::new()
            }
        },
        ("Feature", root) => {
            let feature = read(root, 0, &mut seen, report);
            report.feature = None;
            feature.into_iter().collect()
        }
        (name, root) if is_geometry_type(name) => Shape::read(&root, &mut seen, report)
            .map(|shape| Feature { id: None, label: "#1".to_owned(), shape, properties: Map::new() })
            .into_iter()
            .collect(),
        (name, root) => {
            let found = if name.is_empty() { json::type_name(&root) } else { name };
            report.add(Code::NotGeoJson, "", &[found]);
            Vec::new()
        }
    }
}

fn read(mut value: Value, index: usize, seen: &mut usize, report: &mut Report) -> Option<Feature> {
    let id = match value.get("id") {
        Some(Value::String(id)) => Some(id.clone()),
        // A whole number; one with a fraction is nobody's id, and writing it out would cost 10 kB of tables.
        other => other.and_then(Value::as_i64).map(|id| id.to_string()),
    };
    let label = id.clone().unwrap_or_else(|| ["#", &(index + 1).to_string()].concat());
    report.feature = Some(label.clone());
    if value.get("type").and_then(Value::as_str) != Some("Feature") {
        report.add(Code::NotAFeature, "", &[]);
        return None;
    }
    let Some(geometry) = value.get("geometry") else {
        report.add(Code::MissingProperty, "geometry", &[]);
        return None;
    };
    let shape = Shape::read(geometry, seen, report)?;
    let properties = match value.take("properties") {
        Some(Value::Object(map)) => map,
        None | Some(Value::Null) => Map::new(),
        Some(other) => {
            report.add(Code::WrongType, "properties", &["{…}", json::type_name(&other)]);
            return None;
        }
    };
    Some(Feature { id, label, shape, properties })
}
