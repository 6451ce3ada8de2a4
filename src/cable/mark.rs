//! What the map draws of chokepoints, places and events: name, position and weight, and nothing else of
//! the files that [`super::gazetteer`] reads and checks in full.

use super::Text;
use crate::geodata::reader::Node;
use crate::geodata::{Code, Feature, Polygon, Problem, Report, features};
use crate::json::Value;
use crate::sphere::{LonLat, UnitVec};

/// What a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// A supercomputer.
    Supercomputer,
    /// A city, or a place where networks meet.
    City,
    /// A place that many cables have to pass.
    Chokepoint,
    /// Something that happened.
    Event,
    /// A country, by its name.
    Country,
}

/// A point of the map that is no landing.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// `fugaku`, `bering-strait`.
    pub id: String,
    /// What it stands for.
    pub kind: MarkKind,
    /// Its name.
    pub name: Text,
    /// Where it is: of a chokepoint the middle; some events have no place.
    pub at: Option<LonLat>,
    /// 1 the most important … 10: capitals before other cities.
    pub rank: u8,
    /// Of a country the coarsest scale at which its name has room, in kilometres a pixel.
    pub max_km_per_px: Option<f64>,
    /// Of a country its code by ISO 3166-1 alpha-2, where it has one, else empty.
    pub code: String,
    /// Of an event the year it began in, else empty.
    pub year: String,
    /// Of an event the systems it is about.
    pub systems: Vec<String>,
    /// Of a chokepoint the area, in parts as the file has it: cut at the antimeridian.
    pub extent: Vec<Polygon>,
}

const KINDS: &[(&str, MarkKind)] = &[
    ("place", MarkKind::City),
    ("chokepoint", MarkKind::Chokepoint),
    ("event", MarkKind::Event),
    ("country", MarkKind::Country),
];

/// The marks of a GeoJSON file. Reported is only what keeps one from being drawn; `data check` knows the rest.
#[must_use]
pub fn marks(file: &str, bytes: &[u8]) -> (Vec<Mark>, Vec<Problem>) {
    let mut report = Report::new(file);
    let mut out: Vec<Mark> = Vec::new();
    for feature in features(bytes, &mut report) {
        report.feature = Some(feature.label.clone());
        let Some(mark) = mark(feature, &mut report) else { continue };
        if out.iter().any(|other| other.id == mark.id && other.kind == mark.kind) {
            report.add(Code::DuplicateId, "id", &[&mark.id]);
        } else {
            out.push(mark);
        }
    }
    (out, report.problems)
}

fn mark(feature: Feature, report: &mut Report) -> Option<Mark> {
    let id = feature.required_id(report)?;
    let node = Node { map: &feature.properties, path: String::new() };
    let kind = node.one_of("kind", KINDS, Code::UnknownKind, report)?;
    let name = Text::read(&node, "name", report)?;
    let is = |key: &str, value: &str| node.get(key).and_then(Value::as_str) == Some(value);
    let is_capital = node.get("capital").is_some_and(|v| *v == Value::Bool(true));
    let (kind, rank) = match kind {
        MarkKind::City if is("class", "supercomputer") => (MarkKind::Supercomputer, 1),
        MarkKind::City if is_capital => (kind, 2),
        MarkKind::City => (kind, 3),
        MarkKind::Country => {
            let rank = node.number("rank", 1.0, 10.0, report)?;
            (kind, (1..=10).rev().find(|r| f64::from(*r) <= rank)?)
        }
        _ => (kind, 1),
    };
    let max_km_per_px = node.get("max_km_per_px").and_then(|_| node.number("max_km_per_px", 0.0, 1000.0, report));
    let (mut year, mut systems) = (String::new(), Vec::new());
    if kind == MarkKind::Event {
        year = node.date("date", report)?.chars().take(4).collect();
        systems = node.texts("systems", report).unwrap_or_default();
    }
    let extent: Vec<Polygon> = feature.shape.polygons.into_iter().map(|rings| Polygon { rings }).collect();
    let at = if kind == MarkKind::Chokepoint { middle(&extent) } else { feature.shape.points.first().copied() };
    if at.is_none() && kind != MarkKind::Event {
        let wanted = if kind == MarkKind::Chokepoint { "Polygon or MultiPolygon" } else { "Point" };
        report.add(Code::WrongGeometry, "geometry", &["null", wanted]);
        return None;
    }
    let code = node.get("code").and_then(Value::as_str).unwrap_or_default().to_owned();
    Some(Mark { id, kind, name, at, rank, max_km_per_px, code, year, systems, extent })
}

/// The middle of an area, by the sum over its edges of the normal of each times its length, which by Stokes’ theorem is twice
/// the integral of the direction over what the rings enclose. `None` where there is no area.
fn middle(extent: &[Polygon]) -> Option<LonLat> {
    let mut sum = [0.0; 3];
    for ring in extent.iter().flat_map(|p| &p.rings) {
        for (i, a) in ring.iter().enumerate() {
            let (a, b) = (a.to_unit(), ring[(i + 1) % ring.len()].to_unit());
            let normal = a.cross(b);
            let sine = (normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]).sqrt();
            if sine > 0.0 {
                (0..3).for_each(|k| sum[k] += normal[k] * a.angle_to(b) / sine);
            }
        }
    }
    UnitVec::normalised(sum[0], sum[1], sum[2]).map(UnitVec::to_lonlat)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_cannot_be_drawn_is_reported() {
        let text = br#"{"type": "FeatureCollection", "features": [
            {"type": "Feature", "id": "a", "properties": {"kind": "place", "class": "supercomputer", "name": {"en": "A"}, "odd": 1},
             "geometry": {"type": "Point", "coordinates": [10, 60]}},
            {"type": "Feature", "id": "b", "properties": {"kind": "place", "name": {"en": "B"}, "capital": true},
             "geometry": {"type": "Point", "coordinates": [11, 61]}},
            {"type": "Feature", "id": "c", "properties": {"kind": "chokepoint", "name": {"en": "C"}}, "geometry":
             {"type": "MultiPolygon", "coordinates": [[[[179, 65], [180, 65], [180, 67], [179, 67], [179, 65]]],
              [[[-180, 65], [-179, 65], [-179, 67], [-180, 67], [-180, 65]]]]}},
            {"type": "Feature", "id": "d", "properties": {"kind": "event", "name": {"en": "D"}, "date": "2024-11-17",
             "systems": ["s"]}, "geometry": null},
            {"type": "Feature", "id": "e", "properties": {"kind": "place", "name": {"en": "E"}}, "geometry": null},
            {"type": "Feature", "id": "f", "properties": {"kind": "place", "name": {"ja": "F"}},
             "geometry": {"type": "Point", "coordinates": [12, 62]}},
            {"type": "Feature", "id": "a", "properties": {"kind": "place", "class": "supercomputer", "name": {"en": "A"}},
             "geometry": {"type": "Point", "coordinates": [10, 60]}}]}"#;
        let (marks, problems) = marks("f", text);
        let found: Vec<_> = marks.iter().map(|m| (m.id.as_str(), m.kind, m.rank, m.year.as_str())).collect();
        assert_eq!(
            found,
            [
                ("a", MarkKind::Supercomputer, 1, ""),
                ("b", MarkKind::City, 2, ""),
                ("c", MarkKind::Chokepoint, 1, ""),
                ("d", MarkKind::Event, 1, "2024")
            ]
        );
        assert_eq!(marks[2].extent.len(), 2, "as the file has it");
        let c = marks[2].at.expect("a middle");
        assert!(c.lon_deg.abs() > 179.9 && (c.lat_deg - 66.0).abs() < 0.1, "{c:?}");
        assert_eq!((marks[3].at, marks[3].systems.as_slice()), (None, &["s".to_owned()][..]));
        let said: Vec<_> = problems.iter().map(|p| (p.code, p.feature.as_deref().unwrap_or_default())).collect();
        assert_eq!(said, [(Code::WrongGeometry, "e"), (Code::MissingProperty, "f"), (Code::DuplicateId, "a")]);
    }
}
