//! A GeoJSON geometry as positions on the sphere, checked.

use super::reader::item;
use super::{Code, Report};
use crate::decimal;
use crate::json::Value;
use crate::sphere::LonLat;

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
        if !value.is_null() {
            shape.add(value, "geometry", seen, report)?;
        }
        Some(shape)
    }

    fn add(&mut self, value: &Value, path: &str, seen: &mut usize, report: &mut Report) -> Option<()> {
        let name = value.get("type").and_then(Value::as_str).unwrap_or_default();
        if !is_geometry_type(name) {
            report.add(Code::UnknownGeometry, &[path, ".type"].concat(), &[name]);
            return None;
        }
        let key = if name == "GeometryCollection" { "geometries" } else { "coordinates" };
        let inner = value.get(key).unwrap_or(&Value::Null);
        let at = [path, ".", key].concat();
        let mut each = |add: fn(&mut Self, &Value, &str, &mut usize, &mut Report) -> Option<()>| {
            let list = list(inner, &at, report)?;
            list.iter().enumerate().try_for_each(|(i, v)| add(self, v, &item(&at, i), seen, report))
        };
        match name {
            "MultiPoint" => each(Self::add_point),
            "MultiLineString" => each(Self::add_line),
            "MultiPolygon" => each(Self::add_polygon),
            "GeometryCollection" => each(Self::add),
            "Point" => self.add_point(inner, &at, seen, report),
            "LineString" => self.add_line(inner, &at, seen, report),
            _ => self.add_polygon(inner, &at, seen, report),
        }
    }

    fn add_point(&mut self, value: &Value, path: &str, seen: &mut usize, report: &mut Report) -> Option<()> {
        count(1, path, seen, report)?;
        self.points.push(position(value, path, report)?);
        Some(())
    }

    fn add_line(&mut self, value: &Value, path: &str, seen: &mut usize, report: &mut Report) -> Option<()> {
        let mut line = positions(value, path, seen, report)?;
        line.dedup();
        enough(line.len(), 2, path, report)?;
        self.lines.push(line);
        Some(())
    }

    fn add_polygon(&mut self, value: &Value, path: &str, seen: &mut usize, report: &mut Report) -> Option<()> {
        let rings = list(value, path, report)?;
        if rings.is_empty() {
            report.add(Code::EmptyRing, path, &[]);
            return None;
        }
        let mut polygon = Vec::with_capacity(rings.len());
        for (i, ring) in rings.iter().enumerate() {
            let path = item(path, i);
            let mut ring = positions(ring, &path, seen, report)?;
            if ring.is_empty() {
                report.add(Code::EmptyRing, &path, &[]);
                return None;
            }
            let closed = ring.first() == ring.last();
            ring.dedup();
            if closed {
                ring.pop();
            }
            enough(ring.len(), 3, &path, report)?;
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
        Some(())
    }
}

fn enough(found: usize, needed: usize, path: &str, report: &mut Report) -> Option<()> {
    if found < needed {
        report.add(Code::TooFewPositions, path, &[&found.to_string(), &needed.to_string()]);
        return None;
    }
    Some(())
}

fn count(more: usize, path: &str, seen: &mut usize, report: &mut Report) -> Option<()> {
    *seen += more;
    if *seen > MAX_POSITIONS {
        report.add(Code::TooManyPositions, path, &[&MAX_POSITIONS.to_string()]);
        return None;
    }
    Some(())
}

fn list<'a>(value: &'a Value, path: &str, report: &mut Report) -> Option<&'a [Value]> {
    let list = value.as_array();
    if list.is_none() {
        report.add(Code::BadCoordinates, path, &[]);
    }
    list
}

/// The positions of a list of `[longitude, latitude]`. `seen` counts the positions of the file so far.
/// `None` when a problem was noted.
pub(crate) fn positions(value: &Value, path: &str, seen: &mut usize, report: &mut Report) -> Option<Vec<LonLat>> {
    let list = list(value, path, report)?;
    count(list.len(), path, seen, report)?;
    let mut out = Vec::with_capacity(list.len());
    for (i, value) in list.iter().enumerate() {
        // The path is spelt out only when there is something to say.
        match plain(value) {
            Some(p) => out.push(p),
            None => out.push(position(value, &item(path, i), report)?),
        }
    }
    Some(out)
}

/// A position without a fault.
fn plain(value: &Value) -> Option<LonLat> {
    let list = value.as_array()?;
    let (lon_deg, lat_deg) = (list.first()?.as_f64()?, list.get(1)?.as_f64()?);
    let fit = (-180.0..=180.0).contains(&lon_deg) && (-90.0..=90.0).contains(&lat_deg);
    (fit && list[2..].iter().all(Value::is_number)).then_some(LonLat { lon_deg, lat_deg })
}

/// A number of the file, in words.
fn number(value: &Value) -> String {
    decimal::write(value.as_f64().unwrap_or(f64::NAN), 6)
}

/// A position, or a problem that says which part of it is at fault.
fn position(value: &Value, path: &str, report: &mut Report) -> Option<LonLat> {
    let found = plain(value);
    if found.is_none() {
        let list = value.as_array().unwrap_or_default();
        let odd = list.iter().position(|v| !v.is_number());
        match (list, odd) {
            (_, Some(i)) => report.add(Code::BadCoordinates, &item(path, i), &[]),
            ([lon, lat, ..], None) => report.add(Code::OutOfRange, path, &[&number(lon), &number(lat)]),
            _ => report.add(Code::BadCoordinates, path, &[]),
        }
    }
    found
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<Shape>, Vec<(Code, String)>) {
        let mut report = Report::new("f");
        let shape = Shape::read(&crate::json::parse(text).unwrap(), &mut 0, &mut report);
        (shape, report.problems.into_iter().map(|p| (p.code, p.property.unwrap_or_default())).collect())
    }

    #[test]
    fn wrong_winding_is_turned_with_a_warning() {
        let (shape, problems) = read(r#"{"type": "Polygon", "coordinates": [[[0, 0], [0, 1], [1, 1], [0, 0]]]}"#);
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
        let (shape, problems) = read(r#"{"type": "LineString", "coordinates": [[0, 0], [1, "2"]]}"#);
        assert_eq!((shape, problems), (None, vec![(Code::BadCoordinates, "geometry.coordinates[1][1]".into())]));
        let (_, problems) = read(r#"{"type": "Polygon", "coordinates": [[0, 0], [1, 2]]}"#);
        assert_eq!(problems[0].1, "geometry.coordinates[0][0]");
    }

    #[test]
    fn collections_hold_some_of_each() {
        let (shape, problems) = read(
            r#"{"type": "GeometryCollection", "geometries": [
            {"type": "Point", "coordinates": [1, 2, 3]}, {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}]}"#,
        );
        let shape = shape.unwrap();
        assert!(problems.is_empty());
        assert_eq!((shape.points.len(), shape.lines.len()), (1, 1));
        let (_, problems) = read(r#"{"type": "GeometryCollection", "geometries": [{"type": "Circle"}]}"#);
        assert_eq!(problems, [(Code::UnknownGeometry, "geometry.geometries[0].type".into())]);
    }
}
