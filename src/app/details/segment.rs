//! A segment of a cable in words.

use super::fact::{References, Writer};
use super::relate::Known;
use super::{Details, Mark};
use crate::cable::{Course, Role, Segment, System};
use crate::i18n::Msg;
use crate::network::chokepoints;

/// Its own name, or its ends.
pub(super) fn title(known: Known<'_>, segment: &Segment) -> String {
    let lang = known.words.catalogue.code();
    if let Some(name) = &segment.name {
        return name.get(lang).to_owned();
    }
    let name = |id: &str| {
        let landing = known.atlas.landing(id).map(|l| &l.name);
        landing.or_else(|| known.atlas.branching_unit(id).map(|b| &b.name)).map_or(id, |name| name.get(lang)).to_owned()
    };
    known.words.with(Msg::Ends, &[("from", &name(&segment.from)), ("to", &name(&segment.to))])
}

pub(super) fn details(known: Known<'_>, segment: &Segment, references: &mut References) -> Details {
    let words = known.words;
    let system = known.atlas.system(&segment.system);
    let role = words.text(if segment.role == Role::Trunk { Msg::RoleTrunk } else { Msg::RoleSpur });
    let mut writer = Writer { words, references };
    let mut rows = Vec::new();
    if let Some(fact) = &segment.length_km {
        rows.push(writer.number_row(Msg::DetailCableLength, fact, &|_, km| words.km(km)));
    }
    let course = |_: &_, course: &Course| {
        words.text(if *course == Course::Surveyed { Msg::MarkSurveyed } else { Msg::MarkIndicative }).to_owned()
    };
    rows.push(writer.own_row(Msg::DetailDrawnLength, words.km(segment.drawn_km), Msg::MarkDerived));
    rows.push(writer.row(Msg::DetailCourse, &segment.course, Msg::NotPublished, &course));
    let reason = segment.reason.as_ref().map(|r| r.get(words.catalogue.code()).to_owned());
    let summary_references = writer.references.cite(&segment.sources);
    let through = chokepoints::along(known.gazetteer, &segment.line);
    let name = |s: &System| s.name.get(words.catalogue.code()).to_owned();
    Details {
        title: title(known, segment),
        subtitle: [system.map(name).unwrap_or_default().as_str(), " · ", words.text(Msg::KindSegment)].concat(),
        marks: marks(known, system, role),
        summary: reason.unwrap_or_default(),
        summary_references,
        rows,
        groups: vec![
            known.group(Msg::DetailCable, &mut system.map(|s| known.system(s)).into_iter()),
            known.group(Msg::DetailEnds, &mut [&segment.from, &segment.to].iter().filter_map(|n| known.node(n))),
            onward(known, segment),
            known.group(Msg::DetailChokepoints, &mut through.into_iter().map(|c| known.chokepoint(c))),
            known.events(&|e| e.cuts.iter().any(|c| c.segment.as_ref() == Some(&segment.id))),
        ],
        ..Details::default()
    }
}

fn marks(known: Known<'_>, system: Option<&System>, role: &str) -> Vec<Mark> {
    let status = system.and_then(|s| s.status.value()).map(|s| known.words.text(super::status_message(*s)));
    let mark = |text: &str| Mark { text: text.to_owned(), note: String::new() };
    status.into_iter().chain([role]).map(mark).collect()
}

/// The segments that begin where this one ends.
fn onward(known: Known<'_>, segment: &Segment) -> super::Group {
    let ends = [&segment.from, &segment.to];
    let touches = |s: &&Segment| s.id != segment.id && (ends.contains(&&s.from) || ends.contains(&&s.to));
    let own = known.atlas.segments.iter().filter(touches);
    let line = |s: &Segment| {
        let mut line = known.segment(s);
        if s.system != segment.system
            && let Some(system) = known.atlas.system(&s.system)
        {
            line.detail = system.name.get(known.words.catalogue.code()).to_owned();
        }
        line
    };
    known.group(Msg::DetailOnward, &mut own.map(line))
}
