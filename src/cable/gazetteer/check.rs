//! What is wrong between chokepoints, places, events, measurements and the layers of cables.

use super::super::Atlas;
use super::super::check::Check;
use super::{Chokepoint, Cut, Event, Gazetteer, Measurement, Place};
use crate::geodata::{Code, Problem};

pub(super) fn check(gazetteer: &Gazetteer, atlas: &Atlas) -> Vec<Problem> {
    let mut check = Check::new(atlas);
    for item in &gazetteer.chokepoints {
        chokepoint(&mut check, item);
    }
    for item in &gazetteer.places {
        place(&mut check, item);
    }
    for item in &gazetteer.events {
        event(&mut check, gazetteer, item);
    }
    for item in &gazetteer.measurements {
        measurement(&mut check, gazetteer, item);
    }
    check.report.problems
}

fn chokepoint(check: &mut Check<'_>, c: &Chokepoint) {
    check.of(&c.file, &c.id);
    check.fact_if("width_km", c.width_km.as_ref());
    check.fact_if("sill_m", c.sill_m.as_ref());
    check.fact_if("cables", c.cables.as_ref());
    check.fact_if("traffic_percent", c.traffic_percent.as_ref());
    check.sources("", &c.sources);
}

fn place(check: &mut Check<'_>, p: &Place) {
    check.of(&p.file, &p.id);
    check.fact("position", &p.position);
    check.fact_if("operator", p.operator.as_ref());
    check.fact_if("linpack_pflops", p.linpack_pflops.as_ref());
    check.fact_if("peak_pflops", p.peak_pflops.as_ref());
    check.sources("", &p.sources);
}

fn event(check: &mut Check<'_>, gazetteer: &Gazetteer, e: &Event) {
    check.of(&e.file, &e.id);
    check.sources("", &e.sources);
    for (i, id) in e.systems.iter().enumerate() {
        system(check, &["systems[", &i.to_string(), "]"].concat(), id);
    }
    for (i, id) in e.places.iter().enumerate() {
        let at = ["places[", &i.to_string(), "]"].concat();
        known(check, gazetteer.place(id).is_some(), &at, id, "the places");
    }
    for (i, item) in e.cuts.iter().enumerate() {
        cut(check, gazetteer, &["cuts[", &i.to_string(), "]"].concat(), item);
    }
}

fn cut(check: &mut Check<'_>, gazetteer: &Gazetteer, at: &str, cut: &Cut) {
    system(check, &[at, ".system"].concat(), &cut.system);
    if let Some(id) = &cut.segment {
        let found = check.atlas.segment(id).is_some_and(|s| s.system == cut.system);
        known(check, found, &[at, ".segment"].concat(), id, "the segments of this system");
    }
    if let Some(id) = &cut.chokepoint {
        let found = gazetteer.chokepoint(id).is_some();
        known(check, found, &[at, ".chokepoint"].concat(), id, "the chokepoints");
    }
}

fn measurement(check: &mut Check<'_>, gazetteer: &Gazetteer, m: &Measurement) {
    check.of(&m.file, &m.id);
    check.fact("rtt_ms", &m.rtt_ms);
    for (at, id) in [("from", &m.from), ("to", &m.to)] {
        known(check, gazetteer.place(id).is_some(), at, id, "the places");
    }
}

fn system(check: &mut Check<'_>, at: &str, id: &str) {
    if check.atlas.system(id).is_none() {
        check.report.add(Code::UnknownSystem, at, &[id]);
    }
}

fn known(check: &mut Check<'_>, found: bool, at: &str, id: &str, all: &str) {
    if !found {
        check.report.add(Code::UnknownValue, at, &[id, all]);
    }
}
