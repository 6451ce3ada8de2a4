//! What is wrong between the layers.

use super::{Atlas, Claim, Fact, Segment, System};
use crate::decimal;
use crate::geodata::{Code, Problem, Report};
use crate::sphere::{LonLat, measure};

/// How far a segment may end from its node.
const END_KM: f64 = 1.0;

pub(super) fn check(atlas: &Atlas) -> Vec<Problem> {
    let mut check = Check::new(atlas);
    for system in &atlas.systems {
        check.of(&system.file, &system.id);
        check.system(system);
    }
    for segment in &atlas.segments {
        check.of(&segment.file, &segment.id);
        check.segment(segment);
    }
    for landing in &atlas.landings {
        check.of(&landing.file, &landing.id);
        check.fact("position", &landing.position);
        if !atlas.segments.iter().any(|s| s.from == landing.id || s.to == landing.id) {
            check.report.add(Code::LandingUnused, "", &[]);
        }
    }
    for unit in &atlas.branching_units {
        check.of(&unit.file, &unit.id);
        check.fact("position", &unit.position);
    }
    check.report.problems
}

/// The layers, and what was found wrong with them so far.
pub(super) struct Check<'a> {
    pub(super) atlas: &'a Atlas,
    pub(super) report: Report,
}

impl<'a> Check<'a> {
    pub(super) fn new(atlas: &'a Atlas) -> Self {
        Self { atlas, report: Report::new("") }
    }

    /// Problems found from here on are of this feature.
    pub(super) fn of(&mut self, file: &str, feature: &str) {
        file.clone_into(&mut self.report.file);
        self.report.feature = Some(feature.to_owned());
    }

    fn system(&mut self, s: &System) {
        self.fact("status", &s.status);
        self.fact("owners", &s.owners);
        self.fact_if("supplier", s.supplier.as_ref());
        self.fact_if("length_km", s.length_km.as_ref());
        self.fact_if("rfs", s.rfs.as_ref());
        self.fact_if("fibre_pairs", s.fibre_pairs.as_ref());
        self.fact_if("capacity_tbps", s.capacity_tbps.as_ref());
        self.fact_if("cost", s.cost.as_ref());
        self.fact_if("rtt_claim_ms", s.rtt_claim_ms.as_ref());
        self.sources("", &s.sources);
        let drawn = self.atlas.segments_of(&s.id).next().is_some();
        if !drawn {
            self.report.add(Code::NoSegments, "", &[]);
        }
        for (i, (from, to)) in s.ends.iter().enumerate() {
            let at = ["ends[", &i.to_string(), "]"].concat();
            let known =
                self.node(&[&at, ".from"].concat(), from).is_some() & self.node(&[&at, ".to"].concat(), to).is_some();
            if known && drawn && self.atlas.route_km(&s.id, from, to).is_none() {
                self.report.add(Code::NoRoute, &at, &[from, to]);
            }
        }
    }

    fn segment(&mut self, s: &Segment) {
        self.fact("course", &s.course);
        self.sources("", &s.sources);
        if self.atlas.system(&s.system).is_none() {
            self.report.add(Code::UnknownSystem, "system", &[&s.system]);
        }
        for (property, id, end) in [("from", &s.from, s.line.first()), ("to", &s.to, s.line.last())] {
            let (Some(node), Some(&end)) = (self.node(property, id), end) else { continue };
            let km = measure::distance_km(node, end);
            if km > END_KM {
                let km = decimal::write(km, 1);
                self.report.add(Code::EndNotAtNode, property, &[&km, id, &decimal::write(END_KM, 1)]);
            }
        }
    }

    fn node(&mut self, property: &str, id: &str) -> Option<LonLat> {
        let found = self.atlas.node_at(id);
        if found.is_none() {
            self.report.add(Code::UnknownNode, property, &[id]);
        }
        found
    }

    pub(super) fn fact_if<T>(&mut self, property: &str, fact: Option<&Fact<T>>) {
        if let Some(fact) = fact {
            self.fact(property, fact);
        }
    }

    pub(super) fn fact<T>(&mut self, property: &str, fact: &Fact<T>) {
        self.claim(property, &fact.shown);
        for (i, claim) in fact.claims.iter().enumerate() {
            self.claim(&[property, ".claims[", &i.to_string(), "]"].concat(), claim);
        }
    }

    fn claim<T>(&mut self, path: &str, claim: &Claim<T>) {
        self.sources(path, &claim.sources);
    }

    pub(super) fn sources(&mut self, path: &str, sources: &[String]) {
        for (i, id) in sources.iter().enumerate() {
            if self.atlas.source(id).is_none() {
                let dot = if path.is_empty() { "" } else { "." };
                self.report.add(Code::UnknownSource, &[path, dot, "sources[", &i.to_string(), "]"].concat(), &[id]);
            }
        }
    }
}
