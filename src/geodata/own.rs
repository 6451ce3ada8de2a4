//! A reader's own GeoJSON: what is drawn of a file, what it says of each of its things, and which of them is at a place.

use super::{Feature, Problem, Report, features};
use crate::json::{Map, Value, write};
use crate::sphere::{Arc, LonLat, UnitVec};

/// Members that name a thing, the first that is there.
const NAMES: [&str; 6] = ["name", "Name", "NAME", "title", "label", "id"];
/// The most that is said of a thing, and the most letters of a value: a panel is no database.
const MOST_FACTS: usize = 40;
const MOST_LETTERS: usize = 300;

/// A file that a reader opened.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnLayer {
    /// Its name.
    pub file: String,
    /// What can be shown of it, in its order.
    pub things: Vec<Thing>,
}

/// A feature of such a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Thing {
    /// What the file calls it, else its id or number.
    pub name: String,
    /// What else the file says of it, each property as it stands there.
    pub facts: Vec<(String, String)>,
    /// Its single positions.
    pub points: Vec<LonLat>,
    /// Its lines, and the rings of its areas, closed.
    pub lines: Vec<Vec<LonLat>>,
}

impl Thing {
    /// All positions.
    #[must_use]
    pub fn positions(&self) -> Vec<LonLat> {
        self.points.iter().chain(self.lines.iter().flatten()).copied().collect()
    }

    /// The angle in radians from `p` to its nearest part.
    fn distance_rad(&self, p: UnitVec) -> f64 {
        let points = self.points.iter().map(|at| at.to_unit().angle_to(p));
        let steps = self.lines.iter().flat_map(|line| line.windows(2));
        let steps = steps.map(|w| Arc::new(w[0].to_unit(), w[1].to_unit()).distance_rad(p));
        points.chain(steps).fold(f64::INFINITY, f64::min)
    }
}

/// Reads a GeoJSON text; what could not be read is among the problems.
#[must_use]
pub fn read(file: &str, bytes: &[u8]) -> (OwnLayer, Vec<Problem>) {
    let mut report = Report::new(file);
    let things = features(bytes, &mut report).into_iter().filter_map(thing).collect();
    (OwnLayer { file: file.to_owned(), things }, report.problems)
}

/// The nearest thing within an angle of a place: the numbers of its layer and of itself.
#[must_use]
pub fn nearest(layers: &[OwnLayer], at: UnitVec, within_rad: f64) -> Option<(usize, usize)> {
    let all = layers.iter().enumerate().flat_map(|(l, layer)| layer.things.iter().enumerate().map(move |t| (l, t)));
    let near = all.map(|(l, (t, thing))| (thing.distance_rad(at), (l, t))).filter(|(rad, _)| *rad <= within_rad);
    near.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, found)| found)
}

/// A feature that is somewhere.
fn thing(Feature { label, shape, properties, .. }: Feature) -> Option<Thing> {
    let mut lines = shape.lines;
    for mut ring in shape.polygons.into_iter().flatten() {
        ring.extend(ring.first().copied());
        lines.push(ring);
    }
    let named = NAMES.iter().find_map(|key| Some((*key, said(properties.get(key)?)?)));
    let (key, name) = named.unwrap_or(("", label));
    let thing = Thing { name, facts: facts(&properties, key), points: shape.points, lines };
    (!thing.points.is_empty() || !thing.lines.is_empty()).then_some(thing)
}

fn facts(properties: &Map, named: &str) -> Vec<(String, String)> {
    let others = properties.iter().filter(|(key, _)| *key != named);
    others.filter_map(|(key, value)| Some((key.to_owned(), said(value)?))).take(MOST_FACTS).collect()
}

/// A value as text: what is nested as JSON, a name in several languages in the first; nothing where there is none.
fn said(value: &Value) -> Option<String> {
    let text = match value {
        Value::Null => return None,
        Value::String(text) => text.trim().to_owned(),
        Value::Object(map) => match map.iter().next() {
            Some((lang, Value::String(text))) if lang.len() == 2 => text.clone(),
            _ => write(value),
        },
        other => write(other),
    };
    let short = text.char_indices().nth(MOST_LETTERS).map_or(text.as_str(), |(end, _)| &text[..end]);
    let short = if short.len() < text.len() { [short, "…"].concat() } else { text };
    (!short.is_empty()).then_some(short)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"{"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"name": {"en": "Way", "ja": "道"}, "km": 1200.5, "open": true, "of": ["a"], "no": null},
         "geometry": {"type": "LineString", "coordinates": [[0, 70], [10, 70]]}},
        {"type": "Feature", "id": "hut", "properties": {"title": " "},
         "geometry": {"type": "Point", "coordinates": [20, 70]}},
        {"type": "Feature", "properties": null,
         "geometry": {"type": "Polygon", "coordinates": [[[30, 70], [31, 70], [31, 71], [30, 70]]]}},
        {"type": "Feature", "properties": {}, "geometry": null},
        {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [200, 70]}}]}"#;

    #[test]
    fn a_file_is_read_thing_by_thing() {
        let (layer, problems) = read("mine.geojson", FILE.as_bytes());
        let names: Vec<&str> = layer.things.iter().map(|t| t.name.as_str()).collect();
        assert_eq!(names, ["Way", "hut", "#3"]);
        let facts: Vec<(&str, &str)> =
            layer.things[0].facts.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        assert_eq!(facts, [("km", "1200.5"), ("open", "true"), ("of", "[\"a\"]")]);
        assert_eq!(layer.things[2].lines[0].len(), 4, "rings are closed");
        let places: Vec<(Option<&str>, &str)> =
            problems.iter().map(|p| (p.feature.as_deref(), p.code.as_str())).collect();
        assert_eq!(places, [(Some("#5"), "out-of-range")]);
    }

    #[test]
    fn what_is_no_geojson_has_no_things_and_a_problem() {
        for text in ["", "<html>", "[1, 2]", "{\"type\": \"Topology\"}", "{\"type\": \"FeatureCollection\""] {
            let (layer, problems) = read("odd.json", text.as_bytes());
            assert!(layer.things.is_empty() && problems.len() == 1, "{text}: {problems:?}");
        }
    }

    #[test]
    fn long_values_are_cut_between_letters() {
        let long = "å".repeat(400);
        let file = format!(
            r#"{{"type": "Feature", "properties": {{"note": "{long}"}}, "geometry": {{"type": "Point", "coordinates": [0, 0]}}}}"#
        );
        let (layer, _) = read("long.json", file.as_bytes());
        assert_eq!(layer.things[0].facts[0].1, format!("{}…", "å".repeat(300)));
    }

    #[test]
    fn the_nearest_thing_is_found_within_reach() {
        let (layer, _) = read("mine.geojson", FILE.as_bytes());
        let at =
            |lon, lat| nearest(std::slice::from_ref(&layer), LonLat::new(lon, lat).to_unit(), 0.5_f64.to_radians());
        assert_eq!(
            (at(5.0, 70.2), at(20.1, 70.1), at(30.2, 70.1), at(15.0, 60.0)),
            (Some((0, 0)), Some((0, 1)), Some((0, 2)), None)
        );
    }
}
