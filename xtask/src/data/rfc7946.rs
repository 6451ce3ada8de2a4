//! What RFC 7946 asks of a file beyond what our reader asks.
//!
//! Butler, Daly, Doyle, Gillies, Hagen, Schaub: The GeoJSON Format, RFC 7946, IETF 2016.

use serde_json::Value;

/// Members that say what an object is, and so may not stand in another (section 7.1).
const DEFINING: [&str; 5] = ["coordinates", "geometries", "geometry", "properties", "features"];

/// One sentence for each rule that a file breaks.
pub(crate) fn faults(file: &str, bytes: &[u8]) -> Vec<String> {
    let mut check = Check { file, faults: Vec::new() };
    match serde_json::from_slice::<Value>(bytes) {
        Ok(root) => check.collection(&root),
        Err(error) => check.note("", &format!("no JSON text in UTF-8 without a byte order mark: {error}")),
    }
    check.faults
}

struct Check<'a> {
    file: &'a str,
    faults: Vec<String>,
}

impl Check<'_> {
    fn note(&mut self, feature: &str, what: &str) {
        let at = if feature.is_empty() { String::new() } else { format!(", feature {feature}") };
        self.faults.push(format!("{}{at}: RFC 7946: {what}", self.file));
    }

    fn collection(&mut self, root: &Value) {
        if root["type"] != "FeatureCollection" {
            self.note("", "a layer is one FeatureCollection");
        }
        if root.get("crs").is_some() {
            self.note("", "there is one coordinate system, WGS 84, and no “crs” (section 4)");
        }
        self.foreign("", root, "features");
        for feature in root["features"].as_array().into_iter().flatten() {
            self.feature(feature);
        }
    }

    fn feature(&mut self, feature: &Value) {
        let id = feature["id"].as_str().map_or_else(|| feature["id"].to_string(), str::to_owned);
        if feature["type"] != "Feature" || feature.get("geometry").is_none() || feature.get("properties").is_none() {
            self.note(&id, "a Feature has “geometry” and “properties”, be they null (section 3.2)");
        }
        if DEFINING.iter().any(|m| !matches!(*m, "geometry" | "properties") && feature.get(m).is_some()) {
            self.note(&id, "a member that defines another type (section 7.1)");
        }
        if !feature["geometry"].is_null() {
            self.geometry(&id, &feature["geometry"]);
        }
    }

    fn foreign(&mut self, id: &str, object: &Value, own: &str) {
        if DEFINING.iter().any(|m| *m != own && object.get(m).is_some()) {
            self.note(id, "a member that defines another type (section 7.1)");
        }
    }

    fn geometry(&mut self, id: &str, geometry: &Value) {
        self.foreign(id, geometry, "coordinates");
        let coordinates = &geometry["coordinates"];
        let each = |v: &Value| v.as_array().cloned().unwrap_or_default();
        match geometry["type"].as_str().unwrap_or_default() {
            "Point" => self.positions(id, std::slice::from_ref(coordinates)),
            "MultiPoint" => self.positions(id, &each(coordinates)),
            "LineString" => self.line(id, coordinates),
            "MultiLineString" => each(coordinates).iter().for_each(|line| self.line(id, line)),
            "Polygon" => self.polygon(id, coordinates),
            "MultiPolygon" => each(coordinates).iter().for_each(|polygon| self.polygon(id, polygon)),
            other => self.note(id, &format!("“{other}” is no geometry that the map's layers use")),
        }
    }

    fn positions(&mut self, id: &str, positions: &[Value]) {
        for position in positions {
            let fit = lon_lat(position).is_some_and(|[lon, lat]| lon.abs() <= 180.0 && lat.abs() <= 90.0);
            if !fit {
                self.note(id, &format!("{position} is no longitude and latitude (section 3.1.1)"));
            }
        }
    }

    fn line(&mut self, id: &str, line: &Value) {
        let positions = line.as_array().map_or(&[][..], Vec::as_slice);
        self.positions(id, positions);
        if positions.len() < 2 {
            self.note(id, "a line has two positions or more (section 3.1.4)");
        }
        self.uncut(id, positions);
    }

    fn polygon(&mut self, id: &str, polygon: &Value) {
        for (i, ring) in polygon.as_array().into_iter().flatten().enumerate() {
            let positions = ring.as_array().map_or(&[][..], Vec::as_slice);
            self.positions(id, positions);
            if positions.len() < 4 || positions.first() != positions.last() {
                self.note(id, "a ring has four positions or more and ends where it begins (section 3.1.6)");
            }
            self.uncut(id, positions);
            let area = twice_area(positions);
            if (i == 0 && area < 0.0) || (i > 0 && area > 0.0) {
                self.note(id, "an exterior ring runs counter-clockwise, a hole clockwise (section 3.1.6)");
            }
        }
    }

    /// A step of more than half the world is a line that should have been cut at the antimeridian.
    fn uncut(&mut self, id: &str, positions: &[Value]) {
        let crosses = |pair: &[Value]| match (lon_lat(&pair[0]), lon_lat(&pair[1])) {
            (Some([a, lat_a]), Some([b, lat_b])) => (a - b).abs() > 180.0 && lat_a.abs().max(lat_b.abs()) < 90.0,
            _ => false,
        };
        if positions.windows(2).any(crosses) {
            self.note(id, "what passes 180° is cut there (section 3.1.9)");
        }
    }
}

fn lon_lat(position: &Value) -> Option<[f64; 2]> {
    let list = position.as_array()?;
    Some([list.first()?.as_f64()?, list.get(1)?.as_f64()?])
}

/// Twice the area of a ring in the plane, positive when it runs counter-clockwise.
fn twice_area(ring: &[Value]) -> f64 {
    let points: Vec<[f64; 2]> = ring.iter().filter_map(lon_lat).collect();
    points.windows(2).map(|w| w[0][0] * w[1][1] - w[1][0] * w[0][1]).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn of(geometry: &Value) -> Vec<String> {
        let layer = json!({"type": "FeatureCollection", "features": [{"type": "Feature", "id": "x", "properties": {}, "geometry": geometry}]});
        faults("f.geojson", layer.to_string().as_bytes())
    }

    #[test]
    fn good_geometry_has_no_fault() {
        for good in [
            json!(null),
            json!({"type": "Point", "coordinates": [180, -90]}),
            json!({"type": "LineString", "coordinates": [[170, 60], [180, 61]]}),
            json!({"type": "MultiLineString", "coordinates": [[[170, 60], [180, 61]], [[-180, 61], [-170, 60]]]}),
            json!({"type": "Polygon", "coordinates": [[[0, 0], [9, 0], [9, 9], [0, 0]], [[5, 2], [6, 3], [6, 2], [5, 2]]]}),
        ] {
            assert_eq!(of(&good), Vec::<String>::new());
        }
    }

    #[test]
    fn each_rule_is_named_by_its_section() {
        for (bad, section) in [
            (json!({"type": "Point", "coordinates": [181, 0]}), "3.1.1"),
            (json!({"type": "LineString", "coordinates": [[0, 0]]}), "3.1.4"),
            (json!({"type": "LineString", "coordinates": [[179, 0], [-179, 0]]}), "3.1.9"),
            (json!({"type": "Polygon", "coordinates": [[[0, 0], [9, 9], [9, 0], [0, 0]]]}), "3.1.6"),
            (json!({"type": "Polygon", "coordinates": [[[0, 0], [9, 0], [9, 9]]]}), "3.1.6"),
            (json!({"type": "Point", "coordinates": [1, 2], "properties": {}}), "7.1"),
        ] {
            let found = of(&bad);
            assert!(found.len() == 1 && found[0].contains(&format!("(section {section})")), "{bad}: {found:?}");
        }
        let crs = br#"{"type": "FeatureCollection", "crs": {}, "features": []}"#;
        assert!(faults("f.geojson", crs)[0].contains("(section 4)"));
        assert_eq!(faults("f.geojson", b"\xEF\xBB\xBF{}").len(), 1);
    }
}
