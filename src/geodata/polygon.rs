//! Polygons on the sphere, read from GeoJSON.

use super::{Code, Problem, Report, features, stitch};
use crate::sphere::LonLat;

/// An area of the sphere, uncut: no ring repeats its first position, the inside is on the left of
/// every ring, and a ring may hold a pole or cross the antimeridian.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Polygon {
    /// The exterior, which encloses most, and then the holes.
    pub rings: Vec<Vec<LonLat>>,
}

/// The polygons of a GeoJSON file. Parts that the file cuts at the antimeridian, or closes along a
/// pole, are stitched together again, across features too. Other geometries are reported.
#[must_use]
pub fn polygons_from_geojson(file: &str, bytes: &[u8]) -> (Vec<Polygon>, Vec<Problem>) {
    let mut report = Report::new(file);
    let mut flat = Vec::new();
    for feature in features(bytes, &mut report) {
        report.feature = Some(feature.label);
        let other = match (feature.shape.points.is_empty(), feature.shape.lines.is_empty()) {
            (false, _) => Some("Point"),
            (_, false) => Some("LineString"),
            _ if feature.shape.polygons.is_empty() => Some("null"),
            _ => None,
        };
        if let Some(found) = other {
            report.add(Code::WrongGeometry, "geometry", &[found, "Polygon or MultiPolygon"]);
        }
        flat.extend(feature.shape.polygons);
    }
    (stitch::stitch(flat), report.problems)
}
