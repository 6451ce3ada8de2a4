//! A country in words: its landings and the cables that reach them.

use super::Details;
use super::chokepoint::count_of;
use super::fact::{References, Writer};
use super::relate::Known;
use crate::cable::{Landing, System};
use crate::i18n::Msg;

/// The country of a code of two letters, where the data has it: by a landing, a place or a name on the map.
pub(super) fn details(known: Known<'_>, code: &str) -> Option<Details> {
    let words = known.words;
    let landings: Vec<&Landing> = known.atlas.landings.iter().filter(|l| l.country == code).collect();
    let places: Vec<_> = known.gazetteer.places.iter().filter(|p| p.country == code).collect();
    let named = known.atlas.countries.iter().any(|c| c.code.as_deref() == Some(code));
    if landings.is_empty() && places.is_empty() && !named {
        return None;
    }
    let systems = systems(known, &landings);
    let mut references = References::default();
    let mut writer = Writer { words, references: &mut references };
    let rows = vec![
        writer.own_row(Msg::DetailLandings, words.number(count_of(landings.len()), 0), Msg::Counted),
        writer.own_row(Msg::ListCables, words.number(count_of(systems.len()), 0), Msg::Counted),
    ];
    Some(Details {
        title: words.country(code),
        subtitle: words.text(Msg::KindCountry).to_owned(),
        rows,
        groups: vec![
            known.group(Msg::ListCables, &mut systems.into_iter().map(|s| known.system(s))),
            known.group(
                Msg::DetailLandings,
                &mut landings.into_iter().map(|l| {
                    let mut line = known.landing(l);
                    if line.detail == words.country(code) {
                        line.detail.clear();
                    }
                    line
                }),
            ),
            known.group(Msg::DetailPlaces, &mut places.into_iter().map(|p| known.place(p))),
        ],
        ..Details::default()
    })
}

/// The systems with a segment that ends at one of the landings.
fn systems<'a>(known: Known<'a>, landings: &[&Landing]) -> Vec<&'a System> {
    let is_here = |id: &str| landings.iter().any(|l| l.id == id);
    let mut ids: Vec<&str> = Vec::new();
    for segment in known.atlas.segments.iter().filter(|s| is_here(&s.from) || is_here(&s.to)) {
        if !ids.contains(&segment.system.as_str()) {
            ids.push(&segment.system);
        }
    }
    known.atlas.systems.iter().filter(|s| ids.contains(&s.id.as_str())).collect()
}
