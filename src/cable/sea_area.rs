//! How far seas reach: coarse areas by which a route in words says what it passes.

use crate::geodata::{Problem, Report, features, stitch};
use crate::sphere::{LonLat, UnitVec, contains};

/// The area of a sea, coarse, and on land where that saves vertices.
#[derive(Clone, Debug, PartialEq)]
pub struct SeaArea {
    /// The id of the sea's name.
    pub id: String,
    /// Its edges, great circles, with the inside at the left.
    pub rings: Vec<Vec<UnitVec>>,
    /// A cap that holds it: its middle and the cosine of its angle.
    cap: (UnitVec, f64),
}

impl SeaArea {
    /// Whether a position is in it.
    #[must_use]
    pub fn holds(&self, at: LonLat) -> bool {
        let at = at.to_unit();
        at.dot(self.cap.0) >= self.cap.1 && contains(self.rings.iter().map(Vec::as_slice), at)
    }
}

/// The areas of a file, small ones before those that they lie in; each feature is named after the sea.
#[must_use]
pub fn sea_areas(file: &str, bytes: &[u8]) -> (Vec<SeaArea>, Vec<Problem>) {
    let mut report = Report::new(file);
    let mut areas = Vec::new();
    for feature in features(bytes, &mut report) {
        let polygons = stitch::stitch(feature.shape.polygons);
        let rings = polygons.iter().flat_map(|p| &p.rings).map(|ring| ring.iter().map(|p| p.to_unit()).collect());
        let rings: Vec<Vec<UnitVec>> = rings.collect();
        if let (Some(id), Some(cap)) = (feature.id, cap(&rings)) {
            areas.push(SeaArea { id, rings, cap });
        }
    }
    (areas, report.problems)
}

fn cap(rings: &[Vec<UnitVec>]) -> Option<(UnitVec, f64)> {
    let all = || rings.iter().flatten();
    let (x, y, z) = all().fold((0.0, 0.0, 0.0), |(x, y, z), p| (x + p.x, y + p.y, z + p.z));
    let middle = UnitVec::normalised(x, y, z)?;
    // Edges bulge beyond their ends, by less than a degree for the areas there are.
    let reach = all().map(|p| p.angle_to(middle)).fold(0.0, f64::max) + 0.02;
    Some((middle, reach.min(std::f64::consts::PI).cos()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_area_across_the_antimeridian_is_whole() {
        let file = r#"{"type":"FeatureCollection","features":[{"type":"Feature","id":"s","properties":{},"geometry":
            {"type":"MultiPolygon","coordinates":[[[[170,60],[180,60],[180,70],[170,70],[170,60]]],
            [[[-180,60],[-170,60],[-170,70],[-180,70],[-180,60]]]]}}]}"#;
        let (areas, problems) = sea_areas("areas.geojson", file.as_bytes());
        assert_eq!((areas.len(), problems), (1, Vec::new()));
        for (lon, lat, is_in) in [(180.0, 65.0, true), (-172.0, 66.0, true), (169.0, 65.0, false), (0.0, 65.0, false)] {
            assert_eq!(areas[0].holds(LonLat::new(lon, lat)), is_in, "{lon} {lat}");
        }
    }
}
