//! Landing points and branching units in words.

use super::fact::{References, Writer};
use super::{Details, Mark, Related, Row};
use crate::app::{SelKind, Selection};
use crate::cable::{Atlas, BranchingUnit, Fact, Landing, PositionKind, System};
use crate::i18n::{Msg, Words};
use crate::sphere::LonLat;

pub(super) fn landing(atlas: &Atlas, landing: &Landing, words: &Words<'_>, references: &mut References) -> Details {
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
        rows: vec![position(&mut writer, &landing.position, landing.at, landing.accuracy_km)],
        related_label: words.text(Msg::DetailCablesHere).to_owned(),
        related: atlas.systems_at(&landing.id).into_iter().map(|s| related(s, words)).collect(),
        ..Details::default()
    }
}

pub(super) fn branching_unit(
    atlas: &Atlas,
    unit: &BranchingUnit,
    words: &Words<'_>,
    references: &mut References,
) -> Details {
    let mut writer = Writer { words, references };
    Details {
        title: unit.name.get(words.catalogue.code()).to_owned(),
        subtitle: words.text(Msg::KindBranchingUnit).to_owned(),
        rows: vec![position(&mut writer, &unit.position, unit.at, unit.accuracy_km)],
        related_label: words.text(Msg::ListCables).to_owned(),
        related: atlas.systems_at(&unit.id).into_iter().map(|s| related(s, words)).collect(),
        ..Details::default()
    }
}

fn related(system: &System, words: &Words<'_>) -> Related {
    let status = system.status.value().map(|s| words.text(crate::sheet::status_message(*s)).to_owned());
    Related {
        selection: Selection::new(SelKind::Cable, system.id.as_str()),
        name: system.name.get(words.catalogue.code()).to_owned(),
        detail: status.unwrap_or_default(),
    }
}

fn position(writer: &mut Writer<'_, '_>, fact: &Fact<PositionKind>, at: LonLat, accuracy_km: f64) -> Row {
    let words = writer.words;
    let place = words.position(at.lon_deg, at.lat_deg, 2);
    let mut row = writer.row(Msg::DetailPosition, fact, Msg::NotPublished, &|_, _| place.clone());
    let kind = match fact.value() {
        Some(PositionKind::Town) => Some(Msg::PositionTown),
        Some(PositionKind::Station) => Some(Msg::PositionStation),
        Some(PositionKind::Approximate | PositionKind::Placeholder) | None => None,
    };
    row.marks.extend(kind.map(|m| words.text(m).to_owned()));
    if accuracy_km > 0.0 {
        row.marks.push(words.with(Msg::PositionApproximate, &[("distance", &words.km(accuracy_km))]));
    }
    row
}
