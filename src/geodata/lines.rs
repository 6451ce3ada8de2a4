//! Lines on the sphere, read from GeoJSON.

use super::{Code, Problem, Report, features};
use crate::sphere::LonLat;

/// The lines of a GeoJSON file, as it has them: cut at the antimeridian. Other geometries are reported.
#[must_use]
pub fn lines_from_geojson(file: &str, bytes: &[u8]) -> (Vec<Vec<LonLat>>, Vec<Problem>) {
    let mut report = Report::new(file);
    let mut lines = Vec::new();
    for feature in features(bytes, &mut report) {
        report.feature = Some(feature.label);
        let other = match (feature.shape.points.is_empty(), feature.shape.polygons.is_empty()) {
            (false, _) => Some("Point"),
            (_, false) => Some("Polygon"),
            _ if feature.shape.lines.is_empty() => Some("null"),
            _ => None,
        };
        if let Some(found) = other {
            report.add(Code::WrongGeometry, "geometry", &[found, "LineString or MultiLineString"]);
        }
        lines.extend(feature.shape.lines);
    }
    (lines, report.problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_taken_and_the_rest_is_named() {
        let text = br#"{"type": "FeatureCollection", "features": [
            {"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": [[1, 2], [3, 4]]}},
            {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [1, 2]}},
            {"type": "Feature", "properties": {}, "geometry": {"type": "MultiLineString",
             "coordinates": [[[1, 2], [3, 4]], [[5, 6], [7, 8], [9, 10]]]}}]}"#;
        let (lines, problems) = lines_from_geojson("f", text);
        assert_eq!(lines.iter().map(Vec::len).collect::<Vec<_>>(), [2, 2, 3]);
        let codes: Vec<_> = problems.iter().map(|p| (p.code, p.feature.as_deref())).collect();
        assert_eq!(codes, [(Code::WrongGeometry, Some("#2"))]);
    }
}
