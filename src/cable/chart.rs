//! What the map draws of the cables: names, statuses, places and lines, without the facts behind them.
//!
//! The facts, and every problem with them, are read by [`Atlas`](super::Atlas), which takes three times the code. The
//! first map needs none of that; a feature that cannot be drawn is left out here and reported there.

use super::geometry::{point, whole};
use super::{PositionKind, Status, Text};
use crate::geodata::reader::Node;
use crate::geodata::{Feature, Report, features};
use crate::sphere::LonLat;

/// A cable system, as the map knows it.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartSystem {
    /// Its id.
    pub id: String,
    /// Its name in several languages.
    pub name: Text,
    /// Its status. One that is not published is drawn as the least that can be said of it: proposed.
    pub status: Status,
}

/// A segment of a system, as the map draws it.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartSegment {
    /// Its id.
    pub id: String,
    /// The system's id.
    pub system: String,
    /// The nodes at its ends: a landing or a branching unit each.
    pub ends: [String; 2],
    /// Its line.
    pub line: Vec<LonLat>,
}

/// A landing point, as the map draws it.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartLanding {
    /// Its id.
    pub id: String,
    /// Its name in several languages.
    pub name: Text,
    /// Its country, by ISO 3166-1 alpha-2.
    pub country: String,
    /// Where it is.
    pub at: LonLat,
    /// Whether its town is not published.
    pub is_placeholder: bool,
}

/// A sea, as the map names it.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartSea {
    /// Its id.
    pub id: String,
    /// Its name in several languages.
    pub name: Text,
    /// 1 an ocean … 4 a strait or a bay.
    pub rank: u8,
    /// The zoom from which it is named; that of its rank where there is none.
    pub min_zoom: Option<f64>,
    /// Where its name runs: one point, or a line.
    pub line: Vec<LonLat>,
}

/// All that the map draws of the cables.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    /// The systems.
    pub systems: Vec<ChartSystem>,
    /// The segments.
    pub segments: Vec<ChartSegment>,
    /// The landings.
    pub landings: Vec<ChartLanding>,
    /// The seas.
    pub seas: Vec<ChartSea>,
}

impl Chart {
    /// Adds what can be drawn of a GeoJSON file; of two things with the same id the first is kept.
    pub fn add(&mut self, bytes: &[u8]) {
        let report = &mut Report::new("");
        for feature in features(bytes, report) {
            self.add_feature(&feature, report);
        }
    }

    fn add_feature(&mut self, feature: &Feature, report: &mut Report) -> Option<()> {
        let id = feature.id.clone().unwrap_or_default();
        let node = Node { map: &feature.properties, path: String::new() };
        let kind = node.text("kind", report)?;
        if kind == "segment" {
            let [system, from, to] = ["system", "from", "to"].map(|key| node.text(key, report));
            let line = whole(&feature.shape.lines, report).filter(|line| !line.is_empty())?;
            let segment = ChartSegment { id, system: system?, ends: [from?, to?], line };
            return add(&mut self.segments, segment, |s| &s.id);
        }
        let name = Text::read(&node, "name", report)?;
        match kind.as_str() {
            "system" => {
                let status = Status::parse(&word(&node, "status", report)).unwrap_or(Status::Proposed);
                add(&mut self.systems, ChartSystem { id, name, status }, |s| &s.id)
            }
            "landing" => {
                let country = node.text("country", report)?;
                let at = point(&feature.shape, report)?;
                let is_placeholder = word(&node, "position", report) == PositionKind::Placeholder.as_str();
                add(&mut self.landings, ChartLanding { id, name, country, at, is_placeholder }, |l| &l.id)
            }
            "sea" => {
                let shape = &feature.shape;
                let line = if shape.points.is_empty() { whole(&shape.lines, report)? } else { shape.points.clone() };
                // Rounding down is meant: what is between two ranks is of the higher.
                let rank = node.number("rank", 1.0, 4.0, report)?;
                let rank = (1..=4).rev().find(|r| f64::from(*r) <= rank)?;
                let min_zoom = node.get("min_zoom").and_then(|_| node.number("min_zoom", -5.0, 25.0, report));
                self.seas.push(ChartSea { id, name, rank, min_zoom, line });
                Some(())
            }
            _ => None,
        }
    }

    /// The system of an id.
    #[must_use]
    pub fn system(&self, id: &str) -> Option<&ChartSystem> {
        self.systems.iter().find(|s| s.id == id)
    }

    /// The landing of an id.
    #[must_use]
    pub fn landing(&self, id: &str) -> Option<&ChartLanding> {
        self.landings.iter().find(|l| l.id == id)
    }
}

/// Adds a thing unless its id is missing or taken.
fn add<T>(list: &mut Vec<T>, thing: T, id: fn(&T) -> &String) -> Option<()> {
    let wanted = id(&thing);
    if wanted.is_empty() || list.iter().any(|other| id(other) == wanted) {
        return None;
    }
    list.push(thing);
    Some(())
}

/// The value of a fact that is a word; none where it is not known.
fn word(node: &Node<'_>, key: &str, report: &mut Report) -> String {
    node.object(key, report).and_then(|fact| fact.text("value", report)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAYER: &str = r#"{"type":"FeatureCollection","features":[
        {"type":"Feature","id":"a","geometry":null,"properties":{"kind":"system","name":{"en":"A","ja":"ア"},"status":{"value":"in-service"}}},
        {"type":"Feature","id":"a","geometry":null,"properties":{"kind":"system","name":{"en":"Another"},"status":{"value":"retired"}}},
        {"type":"Feature","id":"b","geometry":null,"properties":{"kind":"system","name":{"en":"B"},"status":{"value":"nobody knows"}}},
        {"type":"Feature","id":"c","geometry":null,"properties":{"kind":"system","name":{"ja":"シー"}}},
        {"type":"Feature","id":"a/1","geometry":{"type":"LineString","coordinates":[[0,70],[10,71]]},"properties":{"kind":"segment","system":"a","from":"x-no","to":"y-no"}},
        {"type":"Feature","id":"a/2","geometry":{"type":"Point","coordinates":[0,70]},"properties":{"kind":"segment","system":"a","from":"x-no","to":"y-no"}},
        {"type":"Feature","id":"x-no","geometry":{"type":"Point","coordinates":[0,70]},"properties":{"kind":"landing","name":{"en":"X"},"country":"NO","position":{"value":"placeholder"}}},
        {"type":"Feature","id":"s","geometry":{"type":"Point","coordinates":[0,70]},"properties":{"kind":"sea","name":{"en":"S"},"rank":2.5}},
        {"type":"Feature","id":"?","geometry":{"type":"Point","coordinates":[0,70]},"properties":{"kind":"whale","name":{"en":"W"}}}
    ]}"#;

    #[test]
    fn what_can_be_drawn_is_read_and_the_rest_costs_itself() {
        let mut chart = Chart::default();
        chart.add(LAYER.as_bytes());
        let systems: Vec<_> = chart.systems.iter().map(|s| (s.id.as_str(), s.name.get("ja"), s.status)).collect();
        assert_eq!(systems, [("a", "ア", Status::InService), ("b", "B", Status::Proposed)]);
        assert_eq!(chart.segments.len(), 1);
        assert_eq!(chart.segments[0].ends, ["x-no", "y-no"]);
        assert!(chart.landing("x-no").is_some_and(|l| l.is_placeholder && l.country == "NO"));
        assert_eq!((chart.seas.len(), chart.seas[0].rank), (1, 2));
        for bad in ["", "{", "[]", "{\"type\":\"FeatureCollection\",\"features\":[null,7]}"] {
            chart.add(bad.as_bytes());
        }
        assert_eq!((chart.systems.len(), chart.landings.len()), (2, 1));
    }
}
