//! An event in words: when, what, which cables and places, and what failed.

use super::fact::{References, Writer};
use super::relate::{Known, event_message};
use super::{Details, Mark, Related};
use crate::app::{SelKind, Selection};
use crate::cable::Confidence;
use crate::cable::gazetteer::{Cut, Event};
use crate::i18n::{Msg, Words};

/// When it was: a date, or from one to another.
#[must_use]
pub fn when(event: &Event, words: &Words<'_>) -> String {
    let from = words.date(&event.date);
    match &event.until {
        Some(until) => words.with(Msg::Period, &[("from", &from), ("until", &words.date(until))]),
        None => from,
    }
}

pub(super) fn details(known: Known<'_>, event: &Event, references: &mut References) -> Details {
    let words = known.words;
    let lang = words.catalogue.code();
    let mut writer = Writer { words, references };
    let summary_references = writer.references.cite(&event.sources);
    let mut date = writer.own_row(Msg::DetailDate, when(event, words), Msg::Counted);
    date.marks.clear();
    date.references.clone_from(&summary_references);
    date.confidence = words.with(Msg::Confidence, &[("grade", event.confidence.as_str())]);
    let mut certainty = writer.own_row(Msg::DetailCertainty, date.confidence.clone(), Msg::Counted);
    certainty.marks = vec![words.text(grade_message(event.confidence)).to_owned()];
    let mut rows = vec![date, certainty];
    rows.extend(event.at.map(|at| {
        let mut row = writer.own_row(Msg::DetailPosition, words.position(at.lon_deg, at.lat_deg, 2), Msg::Counted);
        row.marks.clear();
        row
    }));
    let mut systems = event.systems.iter().filter_map(|id| known.atlas.system(id)).map(|s| known.system(s));
    let mut places = event.places.iter().filter_map(|id| known.gazetteer.place(id)).map(|p| known.place(p));
    Details {
        title: event.name.get(lang).to_owned(),
        subtitle: when(event, words),
        marks: vec![Mark { text: words.text(event_message(event.class)).to_owned(), note: String::new() }],
        summary: event.summary.get(lang).to_owned(),
        summary_references,
        rows,
        groups: vec![
            known.group(Msg::DetailFailed, &mut event.cuts.iter().filter_map(|c| cut(known, c))),
            known.group(Msg::ListCables, &mut systems),
            known.group(Msg::DetailPlaces, &mut places),
        ],
        ..Details::default()
    }
}

fn grade_message(grade: Confidence) -> Msg {
    match grade {
        Confidence::A => Msg::ConfidenceA,
        Confidence::B => Msg::ConfidenceB,
        Confidence::C => Msg::ConfidenceC,
    }
}

/// What failed of a cable: a segment, what passes a chokepoint, or the whole.
fn cut(known: Known<'_>, cut: &Cut) -> Option<Related> {
    let words = known.words;
    let lang = words.catalogue.code();
    let system = known.atlas.system(&cut.system)?;
    let segment = cut.segment.as_deref().and_then(|id| known.atlas.segment(id));
    let chokepoint = cut.chokepoint.as_deref().and_then(|id| known.gazetteer.chokepoint(id));
    let (selection, where_) = match (segment, chokepoint) {
        (Some(s), _) => (Selection::new(SelKind::Segment, s.id.as_str()), super::segment::title(known, s)),
        (None, Some(c)) => (Selection::new(SelKind::Chokepoint, c.id.as_str()), c.name.get(lang).to_owned()),
        (None, None) => (Selection::new(SelKind::Cable, system.id.as_str()), words.text(Msg::WholeCable).to_owned()),
    };
    let note = cut.note.as_ref().map(|n| n.get(lang)).filter(|n| !n.is_empty());
    let detail = note.map_or_else(|| where_.clone(), |note| [&where_, " · ", note].concat());
    Some(Related { selection, name: system.name.get(lang).to_owned(), detail })
}
