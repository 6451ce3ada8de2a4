//! Landing points and branching units in words.

use super::fact::{References, Writer};
use super::relate::Known;
use super::{Details, Group, Mark, Related, Row};
use crate::cable::{BranchingUnit, Fact, Landing, PositionKind};
use crate::i18n::Msg;
use crate::sphere::LonLat;

/// How many of the nearest landings are listed.
const NEAREST: usize = 3;

pub(super) fn landing(known: Known<'_>, landing: &Landing, references: &mut References) -> Details {
    let words = known.words;
    let lang = words.catalogue.code();
    let mut writer = Writer { words, references };
    let placeholder = landing.position.value() == Some(&PositionKind::Placeholder);
    let mark = placeholder.then(|| Mark {
        text: words.text(Msg::NotPublished).to_owned(),
        note: words.text(Msg::PositionPlaceholder).to_owned(),
    });
    Details {
        title: landing.name.get(lang).to_owned(),
        subtitle: [words.text(Msg::KindLanding), " · ", &words.country(&landing.country)].concat(),
        marks: mark.into_iter().collect(),
        summary: landing.note.as_ref().map(|n| n.get(lang).to_owned()).unwrap_or_default(),
        rows: vec![position(&mut writer, &landing.position, landing.at, landing.accuracy_km, meaning)],
        groups: vec![
            systems(known, Msg::DetailCablesHere, &landing.id),
            onward(known, &landing.id),
            known.nearest(landing.at, &landing.id, NEAREST),
            known.country(&landing.country),
        ],
        ..Details::default()
    }
}

pub(super) fn branching_unit(known: Known<'_>, unit: &BranchingUnit, references: &mut References) -> Details {
    let words = known.words;
    let lang = words.catalogue.code();
    let mut writer = Writer { words, references };
    Details {
        title: unit.name.get(lang).to_owned(),
        subtitle: words.text(Msg::KindBranchingUnit).to_owned(),
        summary: unit.note.as_ref().map(|n| n.get(lang).to_owned()).unwrap_or_default(),
        rows: vec![position(&mut writer, &unit.position, unit.at, unit.accuracy_km, meaning)],
        groups: vec![systems(known, Msg::ListCables, &unit.id), onward(known, &unit.id)],
        ..Details::default()
    }
}

fn systems(known: Known<'_>, label: Msg, node: &str) -> Group {
    known.group(label, &mut known.atlas.systems_at(node).into_iter().map(|s| known.system(s)))
}

/// The segments that begin or end at a landing or branching unit, each by the node at its other end.
fn onward(known: Known<'_>, node: &str) -> Group {
    let lang = known.words.catalogue.code();
    let here = known.atlas.segments.iter().filter(|s| s.from == node || s.to == node);
    let line = |s: &crate::cable::Segment| {
        let other = known.node(if s.from == node { &s.to } else { &s.from })?;
        let system = known.atlas.system(&s.system).map_or("", |s| s.name.get(lang));
        Some(Related { name: other.name, detail: system.to_owned(), ..known.segment(s) })
    };
    known.group(Msg::DetailOnward, &mut here.filter_map(line))
}

/// What the position of a landing stands for.
fn meaning(kind: &PositionKind) -> Option<Msg> {
    match kind {
        PositionKind::Town => Some(Msg::PositionTown),
        PositionKind::Station => Some(Msg::PositionStation),
        PositionKind::Approximate | PositionKind::Placeholder => None,
    }
}

pub(super) fn position<T>(
    writer: &mut Writer<'_, '_>,
    fact: &Fact<T>,
    at: LonLat,
    accuracy_km: f64,
    meaning: fn(&T) -> Option<Msg>,
) -> Row {
    let words = writer.words;
    let place = words.position(at.lon_deg, at.lat_deg, 2);
    let mut row = writer.row(Msg::DetailPosition, fact, Msg::NotPublished, &|_, _| place.clone());
    row.marks.extend(fact.value().and_then(meaning).map(|m| words.text(m).to_owned()));
    if accuracy_km > 0.0 {
        row.marks.push(words.with(Msg::PositionApproximate, &[("distance", &words.km(accuracy_km))]));
    }
    row
}
