//! A chokepoint in words: why it matters, what endangers cables in it, which go through.

use super::Details;
use super::fact::{References, Write, Writer};
use super::relate::{Known, chokepoint_message};
use crate::cable::gazetteer::{Chokepoint, Hazard};
use crate::cable::{Fact, System};
use crate::i18n::{Msg, Words};
use crate::network::chokepoints;

/// The word for what endangers cables.
fn hazard_message(hazard: Hazard) -> Msg {
    match hazard {
        Hazard::SeaIce => Msg::HazardSeaIce,
        Hazard::IceScour => Msg::HazardIceScour,
        Hazard::Anchors => Msg::HazardAnchors,
        Hazard::Fishing => Msg::HazardFishing,
        Hazard::Conflict => Msg::HazardConflict,
        Hazard::Earthquakes => Msg::HazardEarthquakes,
        Hazard::Volcanoes => Msg::HazardVolcanoes,
        Hazard::Currents => Msg::HazardCurrents,
        Hazard::Shallows => Msg::HazardShallows,
        Hazard::Permits => Msg::HazardPermits,
        Hazard::Crowding => Msg::HazardCrowding,
    }
}

/// What endangers cables, as a list in words.
fn hazards(hazards: &[Hazard], words: &Words<'_>) -> String {
    let all: Vec<String> = hazards.iter().map(|h| words.text(hazard_message(*h)).to_owned()).collect();
    words.list(&all)
}

pub(super) fn details(known: Known<'_>, chokepoint: &Chokepoint, references: &mut References) -> Details {
    let words = known.words;
    let mut writer = Writer { words, references };
    let summary_references = writer.references.cite(&chokepoint.sources);
    let numbers: [(Msg, &Option<Fact<f64>>, Write); 4] = [
        (Msg::DetailWidth, &chokepoint.width_km, |w, km| w.km(km)),
        (Msg::DetailSill, &chokepoint.sill_m, |w, m| w.unit(Msg::UnitM, m, 0)),
        (Msg::DetailCablesPublished, &chokepoint.cables, |w, n| w.number(n, 0)),
        (Msg::DetailTraffic, &chokepoint.traffic_percent, |w, percent| w.percent(percent / 100.0)),
    ];
    let mut rows = writer.numbers(&numbers);
    let systems = systems(known, chokepoint);
    let count = words.number(count_of(systems.len()), 0);
    rows.push(writer.own_row(Msg::DetailCablesDrawn, count, Msg::Counted));
    if !chokepoint.hazards.is_empty() {
        let mut row = writer.own_row(Msg::DetailHazards, hazards(&chokepoint.hazards, words), Msg::Counted);
        row.marks.clear();
        row.references.clone_from(&summary_references);
        rows.push(row);
    }
    let is_here = |id: &Option<String>| id.as_deref() == Some(chokepoint.id.as_str());
    Details {
        title: chokepoint.name.get(words.catalogue.code()).to_owned(),
        subtitle: words.text(chokepoint_message(chokepoint.class)).to_owned(),
        summary: chokepoint.summary.get(words.catalogue.code()).to_owned(),
        summary_references,
        rows,
        groups: vec![
            known.group(Msg::DetailCablesThrough, &mut systems.into_iter().map(|s| known.system(s))),
            known.events(&|e| e.cuts.iter().any(|c| is_here(&c.chokepoint))),
        ],
        ..Details::default()
    }
}

/// The systems through it, each once.
fn systems<'a>(known: Known<'a>, chokepoint: &Chokepoint) -> Vec<&'a System> {
    let mut out: Vec<&System> = Vec::new();
    for id in chokepoints::through(known.atlas, chokepoint) {
        let system = known.atlas.segment(&id).and_then(|s| known.atlas.system(&s.system));
        if let Some(system) = system.filter(|s| out.iter().all(|other| other.id != s.id)) {
            out.push(system);
        }
    }
    out
}

#[allow(clippy::cast_precision_loss, reason = "counts of things on a map are small")]
pub(super) fn count_of(count: usize) -> f64 {
    count as f64
}
