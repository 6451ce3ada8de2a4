//! Everything there is on the map, gathered from the layers.

use super::read::{Entity, entity};
use super::{BranchingUnit, Country, Landing, Sea, Segment, Source, System, check, route};
use crate::geodata::{Code, Feature, Problem, Report, features, json, reader::Node};
use crate::sphere::LonLat;
use std::vec::IntoIter;

/// All systems, segments, landings, branching units, seas and sources, in the order of the files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Atlas {
    /// Cable systems.
    pub systems: Vec<System>,
    /// Their segments.
    pub segments: Vec<Segment>,
    /// Landings.
    pub landings: Vec<Landing>,
    /// Branching units.
    pub branching_units: Vec<BranchingUnit>,
    /// Named seas.
    pub seas: Vec<Sea>,
    /// Named countries.
    pub countries: Vec<Country>,
    /// Where facts are from.
    pub sources: Vec<Source>,
}

/// Puts `entity` into a list, or notes that its id is taken.
macro_rules! insert {
    ($list:expr, $entity:expr, $report:expr) => {
        if $list.iter().any(|other| other.id == $entity.id) {
            $report.add(Code::DuplicateId, "id", &[&$entity.id]);
        } else {
            $list.push($entity);
        }
    };
}

impl Atlas {
    /// Adds one GeoJSON layer. What cannot be read is left out and reported; a bad feature costs
    /// itself only, a bad optional property that property only.
    pub fn add(&mut self, file: &str, bytes: &[u8]) -> Vec<Problem> {
        let mut reading = Reading::new(file, bytes);
        while reading.some(self, usize::MAX) {}
        reading.problems()
    }

    fn add_feature(&mut self, feature: &Feature, report: &mut Report) {
        report.feature = Some(feature.label.clone());
        match entity(feature, report) {
            Some(Entity::System(e)) => insert!(self.systems, *e, report),
            Some(Entity::Segment(e)) => insert!(self.segments, *e, report),
            Some(Entity::Landing(e)) => {
                if self.branching_units.iter().any(|b| b.id == e.id) {
                    report.add(Code::DuplicateId, "id", &[&e.id]);
                } else {
                    insert!(self.landings, *e, report);
                }
            }
            Some(Entity::BranchingUnit(e)) => {
                if self.landings.iter().any(|l| l.id == e.id) {
                    report.add(Code::DuplicateId, "id", &[&e.id]);
                } else {
                    insert!(self.branching_units, *e, report);
                }
            }
            Some(Entity::Sea(e)) => insert!(self.seas, e, report),
            Some(Entity::Country(e)) => insert!(self.countries, e, report),
            None => {}
        }
    }

    /// Adds the list of sources.
    pub fn add_sources(&mut self, file: &str, bytes: &[u8]) -> Vec<Problem> {
        let mut report = Report::new(file);
        let root = match json::parse(file, bytes) {
            Ok(root) => root,
            Err(problem) => return vec![problem],
        };
        let Some(node) = Node::new(&root, "", &mut report) else { return report.problems };
        node.known(&["$schema", "sources"], &mut report);
        for (i, value) in node.list("sources", &mut report).unwrap_or_default().iter().enumerate() {
            report.feature = Some(["#", &(i + 1).to_string()].concat());
            if let Some(source) = Source::read(value, &mut report) {
                insert!(self.sources, source, report);
            }
        }
        report.problems
    }

    /// What is wrong between the layers: references to what is not there, segments that do not
    /// reach their nodes, ends that no chain of segments joins. Call it when all layers are in.
    #[must_use]
    pub fn check(&self) -> Vec<Problem> {
        check::check(self)
    }

    /// Length in kilometres of the shortest way from `from` to `to` along the drawn segments of one
    /// system; `None` when they do not join the two.
    #[must_use]
    pub fn route_km(&self, system: &str, from: &str, to: &str) -> Option<f64> {
        route::shortest(self, system, from, to).map(|(km, _)| km)
    }

    /// The line of that way, whole.
    #[must_use]
    pub fn route_line(&self, system: &str, from: &str, to: &str) -> Option<Vec<LonLat>> {
        let (_, way) = route::shortest(self, system, from, to)?;
        let mut line: Vec<LonLat> = Vec::new();
        for (segment, reversed) in way {
            let mut part = segment.line.clone();
            if reversed {
                part.reverse();
            }
            // Segments meet within a kilometre; the point that both have is kept once.
            let met = line.last() == part.first();
            line.extend(part.into_iter().skip(usize::from(met)));
        }
        Some(line)
    }

    /// The system of that id.
    #[must_use]
    pub fn system(&self, id: &str) -> Option<&System> {
        self.systems.iter().find(|s| s.id == id)
    }

    /// The segment of that id.
    #[must_use]
    pub fn segment(&self, id: &str) -> Option<&Segment> {
        self.segments.iter().find(|s| s.id == id)
    }

    /// The landing of that id.
    #[must_use]
    pub fn landing(&self, id: &str) -> Option<&Landing> {
        self.landings.iter().find(|l| l.id == id)
    }

    /// The branching unit of that id.
    #[must_use]
    pub fn branching_unit(&self, id: &str) -> Option<&BranchingUnit> {
        self.branching_units.iter().find(|b| b.id == id)
    }

    /// The sea of that id.
    #[must_use]
    pub fn sea(&self, id: &str) -> Option<&Sea> {
        self.seas.iter().find(|s| s.id == id)
    }

    /// The source of that id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|s| s.id == id)
    }

    /// The segments of a system, in the order of the file.
    pub fn segments_of<'a>(&'a self, system: &'a str) -> impl Iterator<Item = &'a Segment> {
        self.segments.iter().filter(move |s| s.system == system)
    }

    /// The landings of a system, each once, in the order in which its segments reach them.
    #[must_use]
    pub fn landings_of(&self, system: &str) -> Vec<&Landing> {
        let mut out: Vec<&Landing> = Vec::new();
        for landing in self.segments_of(system).flat_map(|s| [&s.from, &s.to]).filter_map(|id| self.landing(id)) {
            if !out.iter().any(|l| l.id == landing.id) {
                out.push(landing);
            }
        }
        out
    }

    /// The systems that come ashore at a landing.
    #[must_use]
    pub fn systems_at(&self, landing: &str) -> Vec<&System> {
        let touches = |system: &&System| self.segments_of(&system.id).any(|s| s.from == landing || s.to == landing);
        self.systems.iter().filter(touches).collect()
    }

    /// Where a landing or branching unit is.
    #[must_use]
    pub fn node_at(&self, id: &str) -> Option<LonLat> {
        self.landing(id).map(|l| l.at).or_else(|| self.branching_unit(id).map(|b| b.at))
    }
}

/// A file that is being read into an atlas, some features at a time, so that a page stays alive meanwhile.
#[derive(Debug)]
pub struct Reading {
    features: IntoIter<Feature>,
    report: Report,
}

impl Reading {
    /// Parses a file.
    #[must_use]
    pub fn new(file: &str, bytes: &[u8]) -> Self {
        let mut report = Report::new(file);
        Self { features: features(bytes, &mut report).into_iter(), report }
    }

    /// Adds the next features to the atlas, `count` at the most; says whether there are more.
    pub fn some(&mut self, atlas: &mut Atlas, count: usize) -> bool {
        for feature in self.features.by_ref().take(count) {
            atlas.add_feature(&feature, &mut self.report);
        }
        self.features.len() > 0
    }

    /// What was wrong in the file.
    #[must_use]
    pub fn problems(self) -> Vec<Problem> {
        self.report.problems
    }
}
