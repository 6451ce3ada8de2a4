//! GeoJSON as the files of `geodata/` have it: a feature a line, four decimals, rings as RFC 7946 wants them.

use serde_json::Value;
use std::fmt::Write as _;

/// Positions are kept to this many parts of a degree: 11 m.
const PARTS: f64 = 10_000.0;

/// Longitude and latitude in degrees.
pub(super) type Position = (f64, f64);

/// Rings of polygons, without their repeated end, exteriors first; lines; or a position.
pub(super) enum Geometry {
    Point(Position),
    Lines(Vec<Vec<Position>>),
    Polygons(Vec<Vec<Vec<Position>>>),
}

/// A collection of features, a line each.
pub(super) fn collection(features: &[String]) -> String {
    format!("{{\"type\":\"FeatureCollection\",\"features\":[\n{}\n]}}\n", features.join(",\n"))
}

/// A feature; `None` where rounding leaves nothing of its geometry.
pub(super) fn feature(id: &str, properties: &Value, geometry: &Geometry) -> Option<String> {
    let (kind, coordinates) = match geometry {
        Geometry::Point(p) => ("Point", position(round(*p))),
        Geometry::Lines(lines) => one_or_many("LineString", "MultiLineString", lines.iter().filter_map(|l| line(l)))?,
        Geometry::Polygons(polygons) => {
            one_or_many("Polygon", "MultiPolygon", polygons.iter().filter_map(|rings| polygon(rings)))?
        }
    };
    Some(format!(
        "{{\"type\":\"Feature\",\"id\":\"{id}\",\"properties\":{properties},\"geometry\":{{\"type\":\"{kind}\",\"coordinates\":{coordinates}}}}}"
    ))
}

fn one_or_many(
    one: &'static str,
    many: &'static str,
    parts: impl Iterator<Item = String>,
) -> Option<(&'static str, String)> {
    let mut parts: Vec<String> = parts.collect();
    match parts.len() {
        0 => None,
        1 => Some((one, parts.remove(0))),
        _ => Some((many, format!("[{}]", parts.join(",")))),
    }
}

fn line(positions: &[Position]) -> Option<String> {
    let rounded = rounded(positions);
    (rounded.len() > 1).then(|| list(&rounded))
}

fn polygon(rings: &[Vec<Position>]) -> Option<String> {
    let mut out = Vec::new();
    for (i, ring) in rings.iter().enumerate() {
        let mut ring = rounded(ring);
        while ring.len() > 1 && ring.first() == ring.last() {
            ring.pop();
        }
        let area = planar_area(&ring);
        if ring.len() < 3 || area == 0.0 {
            if i == 0 {
                return None;
            }
            continue;
        }
        if (area > 0.0) != (i == 0) {
            ring.reverse();
        }
        ring.push(ring[0]);
        out.push(list(&ring));
    }
    (!out.is_empty()).then(|| format!("[{}]", out.join(",")))
}

/// Twice the area in square degrees; positive where the ring runs anticlockwise.
pub(super) fn planar_area(ring: &[Position]) -> f64 {
    (0..ring.len()).map(|i| (ring[i], ring[(i + 1) % ring.len()])).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum()
}

fn rounded(positions: &[Position]) -> Vec<Position> {
    let mut out: Vec<Position> = positions.iter().map(|p| round(*p)).collect();
    out.dedup();
    out
}

fn round((lon, lat): Position) -> Position {
    let round = |degrees: f64| (degrees * PARTS).round() / PARTS + 0.0;
    (round(lon), round(lat))
}

fn list(positions: &[Position]) -> String {
    let mut out = String::from("[");
    for (i, p) in positions.iter().enumerate() {
        let _ = write!(out, "{}{}", if i == 0 { "" } else { "," }, position(*p));
    }
    out.push(']');
    out
}

fn position((lon, lat): Position) -> String {
    format!("[{lon},{lat}]")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn rings_are_turned_closed_and_rounded() {
        let clockwise = vec![(0.0, 0.0), (0.0, 1.000_04), (1.0, 1.0), (1.000_01, 1.0)];
        let hole = vec![(0.2, 0.5), (0.4, 0.7), (0.2, 0.7)];
        let sliver = vec![(0.0, 0.0), (0.000_01, 0.0), (0.0, 0.000_01)];
        let geometry = Geometry::Polygons(vec![vec![clockwise, hole, sliver.clone()], vec![sliver]]);
        let text = feature("x", &json!({"a": 1}), &geometry).unwrap();
        assert_eq!(
            text,
            "{\"type\":\"Feature\",\"id\":\"x\",\"properties\":{\"a\":1},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":\
             [[[1,1],[0,1],[0,0],[1,1]],[[0.2,0.7],[0.4,0.7],[0.2,0.5],[0.2,0.7]]]}}"
        );
    }
}
