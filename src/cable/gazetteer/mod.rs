//! What surrounds the cables: chokepoints, places, events and measured round trips.

mod check;
mod entity;
mod read;

pub use entity::{
    Chokepoint, ChokepointClass, Cut, Event, EventClass, Hazard, Measurement, MeasurementClass, Place, PlaceClass, Spot,
};

use super::Atlas;
use crate::geodata::reader::Node;
use crate::geodata::{Code, Problem, Report, features, json};
use read::Item;

/// All chokepoints, places, events and measurements, in the order of the files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gazetteer {
    /// Places that many cables have to pass.
    pub chokepoints: Vec<Chokepoint>,
    /// Cities and supercomputers.
    pub places: Vec<Place>,
    /// What happened.
    pub events: Vec<Event>,
    /// Published round trips.
    pub measurements: Vec<Measurement>,
}

/// Puts `item` into a list, or notes that its id is taken.
macro_rules! insert {
    ($list:expr, $item:expr, $report:expr) => {
        if $list.iter().any(|other| other.id == $item.id) {
            $report.add(Code::DuplicateId, "id", &[&$item.id]);
        } else {
            $list.push($item);
        }
    };
}

impl Gazetteer {
    /// Adds one GeoJSON file of chokepoints, places and events. What cannot be read is left out and
    /// reported; a bad feature costs itself only, a bad optional property that property only.
    pub fn add(&mut self, file: &str, bytes: &[u8]) -> Vec<Problem> {
        let mut report = Report::new(file);
        for feature in features(bytes, &mut report) {
            report.feature = Some(feature.label.clone());
            match read::item(&feature, &mut report) {
                Some(Item::Chokepoint(item)) => insert!(self.chokepoints, *item, report),
                Some(Item::Place(item)) => insert!(self.places, *item, report),
                Some(Item::Event(item)) => insert!(self.events, *item, report),
                None => {}
            }
        }
        report.problems
    }

    /// Adds a list of measurements.
    pub fn add_measurements(&mut self, file: &str, bytes: &[u8]) -> Vec<Problem> {
        let mut report = Report::new(file);
        let root = match json::parse(file, bytes) {
            Ok(root) => root,
            Err(problem) => return vec![problem],
        };
        let Some(node) = Node::new(&root, "", &mut report) else { return report.problems };
        node.known(&["$schema", "measurements"], &mut report);
        for (i, value) in node.list("measurements", &mut report).unwrap_or_default().iter().enumerate() {
            report.feature = Some(["#", &(i + 1).to_string()].concat());
            if let Some(item) = read::measurement(value, &mut report) {
                insert!(self.measurements, item, report);
            }
        }
        report.problems
    }

    /// What is wrong between these files and the layers of cables: references to what is not there.
    /// Call it when everything is in; `atlas` holds the sources too.
    #[must_use]
    pub fn check(&self, atlas: &Atlas) -> Vec<Problem> {
        check::check(self, atlas)
    }

    /// The chokepoint of that id.
    #[must_use]
    pub fn chokepoint(&self, id: &str) -> Option<&Chokepoint> {
        self.chokepoints.iter().find(|c| c.id == id)
    }

    /// The place of that id.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<&Place> {
        self.places.iter().find(|p| p.id == id)
    }

    /// The event of that id.
    #[must_use]
    pub fn event(&self, id: &str) -> Option<&Event> {
        self.events.iter().find(|e| e.id == id)
    }

    /// The measurements between two places, whichever of them is named first.
    pub fn measurements_between<'a>(&'a self, a: &'a str, b: &'a str) -> impl Iterator<Item = &'a Measurement> {
        self.measurements.iter().filter(move |m| (m.from == a && m.to == b) || (m.from == b && m.to == a))
    }
}
