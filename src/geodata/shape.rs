//! A GeoJSON geometry as positions on the sphere, checked.

use super::reader::item;
use super::{Code, Report};
use crate::sphere::LonLat;
use geojson::{Geometry, GeometryValue, Position};
use serde::Deserialize;
use serde_json::Value;

/// The most positions that are read from one file.
pub const MAX_POSITIONS: usize = 500_000;

/// What a geometry holds; a collection may hold some of each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shape {
    /// Single positions.
    pub points: Vec<LonLat>,
    /// Lines of two positions or more, as the file has them: cut at the antimeridian.
    pub lines: Vec<Vec<LonLat>>,
    /// Rings of each polygon, the exterior first, without the repeated last position; exteriors
    /// anticlockwise and holes clockwise in the plane of longitude and latitude.
    pub polygons: Vec<Vec<Vec<LonLat>>>,
}

impl Shape {
    /// The shape of a GeoJSON geometry. `seen` counts the positions of the file so far.
    /// `None` when a problem was noted that costs the geometry.
    pub fn read(value: &Value, seen: &mut usize, report: &mut Report) -> Option<Self> {
        let mut shape = Self::default();
        if value.is_null() {
            return Some(shape);
        }
        known_type(value, "geometry", report)?;
        let Ok(geometry) = Geometry::deserialize(value) else {
            report.add(Code::BadCoordinates, &fault(value), &[]);
            return None;
        };
        shape.add(&geometry.value, "geometry", seen, report).then_some(shape)
    }

    fn add(&mut self, value: &GeometryValue, path: &str, seen: &mut usize, report: &mut Report) -> bool {
        let at = [path, ".coordinates"].concat();
        match value {
            GeometryValue::Point { coordinates } => {
                self.add_points(std::slice::from_ref(coordinates), &at, seen, report)
            }
            GeometryValue::MultiPoint { coordinates } => self.add_points(coordinates, &at, seen, report),
            GeometryValue::LineString { coordinates } => self.add_line(coordinates, &at, seen, report),
            GeometryValue::MultiLineString { coordinates } => {
                coordinates.iter().enumerate().all(|(i, line)| self.add_line(line, &item(&at, i), seen, report))
            }
            GeometryValue::Polygon { coordinates } => self.add_polygon(coordinates, &at, seen, report),
            GeometryValue::MultiPolygon { coordinates } => {
                coordinates.iter().enumerate().all(|(i, p)| self.add_polygon(p, &item(&at, i), seen, report))
            }
            GeometryValue::GeometryCollection { geometries } => {
                let at = [path, ".geometries"].concat();
                geometries.iter().enumerate().all(|(i, g)| self.add(&g.value, &item(&at, i), seen, report))
            }
        }
    }

    fn add_points(&mut self, list: &[Position], path: &str, seen: &mut usize, report: &mut Report) -> bool {
        let Some(points) = positions(list, path, seen, report) else { return false };
        self.points.extend(points);
        true
    }

    fn add_line(&mut self, list: &[Position], path: &str, seen: &mut usize, report: &mut Report) -> bool {
        let Some(mut line) = positions(list, path, seen, report) else { return false };
        line.dedup();
        if enough(line.len(), 2, path, report) {
            self.lines.push(line);
            return true;
        }
        false
    }

    fn add_polygon(&mut self, rings: &[Vec<Position>], path: &str, seen: &mut usize, report: &mut Report) -> bool {
        if rings.is_empty() {
            report.add(Code::EmptyRing, path, &[]);
            return false;
        }
        let mut polygon = Vec::with_capacity(rings.len());
        for (i, list) in rings.iter().enumerate() {
            let path = item(path, i);
            let Some(mut ring) = positions(list, &path, seen, report) else { return false };
            if ring.is_empty() {
                report.add(Code::EmptyRing, &path, &[]);
                return false;
            }
            let closed = ring.first() == ring.last();
            ring.dedup();
            if closed {
                ring.pop();
            }
            if !enough(ring.len(), 3, &path, report) {
                return false;
            }
            if !closed {
                report.add(Code::UnclosedRing, &path, &[]);
            }
            let area = planar_area(&ring);
            if (i == 0 && area < 0.0) || (i > 0 && area > 0.0) {
                report.add(Code::RingWinding, &path, &[]);
                ring.reverse();
            }
            polygon.push(ring);
        }
        self.polygons.push(polygon);
        true
    }
}

fn enough(found: usize, needed: usize, path: &str, report: &mut Report) -> bool {
    if found < needed {
        report.add(Code::TooFewPositions, path, &[&found.to_string(), &needed.to_string()]);
    }
    found >= needed
}

fn positions(list: &[Position], path: &str, seen: &mut usize, report: &mut Report) -> Option<Vec<LonLat>> {
    *seen += list.len();
    if *seen > MAX_POSITIONS {
        report.add(Code::TooManyPositions, path, &[&MAX_POSITIONS.to_string()]);
        return None;
    }
    let mut out = Vec::with_capacity(list.len());
    for (i, position) in list.iter().enumerate() {
        let &[lon_deg, lat_deg, ..] = position.as_slice() else {
            report.add(Code::BadCoordinates, &item(path, i), &[]);
            return None;
        };
        if !((-180.0..=180.0).contains(&lon_deg) && (-90.0..=90.0).contains(&lat_deg)) {
            report.add(Code::OutOfRange, &item(path, i), &[&lon_deg.to_string(), &lat_deg.to_string()]);
            return None;
        }
        out.push(LonLat { lon_deg, lat_deg });
    }
    Some(out)
}

/// Twice the signed area of a ring in the plane of longitude and latitude, anticlockwise positive.
/// Zero, meaning unknown, for a ring that goes round the globe without a cut.
fn planar_area(ring: &[LonLat]) -> f64 {
    let (mut area, mut lon) = (0.0, 0.0);
    for (i, a) in ring.iter().enumerate() {
        let b = ring[(i + 1) % ring.len()];
        let mut step = b.lon_deg - a.lon_deg;
        if step.abs() > 180.0 && step.abs() < 360.0 {
            step -= step.signum() * 360.0;
        }
        area -= step * (a.lat_deg + b.lat_deg);
        lon += step;
    }
    if lon.abs() > 180.0 { 0.0 } else { area }
}

const TYPES: [&str; 7] =
    ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection"];

/// Whether `name` is a geometry type of GeoJSON.
#[must_use]
pub(super) fn is_geometry_type(name: &str) -> bool {
    TYPES.contains(&name)
}

/// Notes a geometry type that does not exist, here or in a collection's members.
fn known_type(value: &Value, path: &str, report: &mut Report) -> Option<()> {
    let name = value.get("type").and_then(Value::as_str).unwrap_or_default();
    if !is_geometry_type(name) {
        report.add(Code::UnknownGeometry, &[path, ".type"].concat(), &[name]);
        return None;
    }
    let members = value.get("geometries").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let at = [path, ".geometries"].concat();
    members.iter().enumerate().try_for_each(|(i, g)| known_type(g, &item(&at, i), report))
}

/// The path of the first thing that cannot be part of the coordinates.
fn fault(geometry: &Value) -> String {
    let depth = match geometry.get("type").and_then(Value::as_str).unwrap_or_default() {
        "Point" => 1,
        "MultiPoint" | "LineString" => 2,
        "MultiLineString" | "Polygon" => 3,
        "MultiPolygon" => 4,
        _ => return "geometry.geometries".to_owned(),
    };
    let path = "geometry.coordinates".to_owned();
    geometry.get("coordinates").map_or(path.clone(), |c| find_fault(c, depth, path.clone()).unwrap_or(path))
}

fn find_fault(value: &Value, depth: usize, path: String) -> Option<String> {
    match value {
        Value::Array(items) if depth > 1 => {
            items.iter().enumerate().find_map(|(i, v)| find_fault(v, depth - 1, item(&path, i)))
        }
        Value::Array(items) if depth == 1 && items.len() >= 2 => {
            items.iter().position(|v| !v.is_number()).map(|i| item(&path, i))
        }
        _ => Some(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(value: &Value) -> (Option<Shape>, Vec<(Code, String)>) {
        let mut report = Report::new("f");
        let shape = Shape::read(value, &mut 0, &mut report);
        (shape, report.problems.into_iter().map(|p| (p.code, p.property.unwrap_or_default())).collect())
    }

    #[test]
    fn wrong_winding_is_turned_with_a_warning() {
        let (shape, problems) = read(&json!({"type": "Polygon", "coordinates": [[[0, 0], [0, 1], [1, 1], [0, 0]]]}));
        assert_eq!(problems, [(Code::RingWinding, "geometry.coordinates[0]".into())]);
        assert!(planar_area(&shape.unwrap().polygons[0][0]) > 0.0);
    }

    #[test]
    fn antarctica_closed_along_the_pole_has_an_area() {
        let ring: Vec<LonLat> = [(-180.0, -90.0), (180.0, -90.0), (180.0, -80.0), (0.0, -70.0), (-180.0, -80.0)]
            .map(|(lon_deg, lat_deg)| LonLat { lon_deg, lat_deg })
            .into();
        assert!(planar_area(&ring) > 0.0);
    }

    #[test]
    fn a_fault_is_named_by_its_place() {
        let (shape, problems) = read(&json!({"type": "LineString", "coordinates": [[0, 0], [1, "2"]]}));
        assert_eq!((shape, problems), (None, vec![(Code::BadCoordinates, "geometry.coordinates[1][1]".into())]));
        let (_, problems) = read(&json!({"type": "Polygon", "coordinates": [[0, 0], [1, 2]]}));
        assert_eq!(problems[0].1, "geometry.coordinates[0][0]");
    }

    #[test]
    fn collections_hold_some_of_each() {
        let (shape, problems) = read(&json!({"type": "GeometryCollection", "geometries": [
            {"type": "Point", "coordinates": [1, 2, 3]}, {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}]}));
        let shape = shape.unwrap();
        assert!(problems.is_empty());
        assert_eq!((shape.points.len(), shape.lines.len()), (1, 1));
        let (_, problems) = read(&json!({"type": "GeometryCollection", "geometries": [{"type": "Circle"}]}));
        assert_eq!(problems, [(Code::UnknownGeometry, "geometry.geometries[0].type".into())]);
    }
}
