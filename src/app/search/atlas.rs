//! What of the data can be found, and where it is.

use super::{Entry, Kind};
use crate::cable::{Atlas, Gazetteer, System, Text};
use crate::i18n::Words;
use crate::sphere::{LonLat, UnitVec};

/// Everything that has a name, in the order in which equals are listed: what the map is about stands first.
#[must_use]
pub fn entries(atlas: &Atlas, gazetteer: &Gazetteer, words: &Words<'_>) -> Vec<Entry> {
    let lang = words.catalogue.code();
    let mut out: Vec<Entry> = Vec::new();
    let mut add = |kind, id: &str, name: &Text, also: Vec<String>| {
        out.push(Entry { kind, id: id.to_owned(), names: names(name, lang), also });
    };
    // The files of a catalogue are drawn on top of each other: the last is the foremost.
    for s in atlas.systems.iter().rev() {
        add(Kind::Cable, &s.id, &s.name, owners(s));
    }
    for l in atlas.landings.iter().rev() {
        add(Kind::Landing, &l.id, &l.name, vec![words.country(&l.country)]);
    }
    for p in &gazetteer.places {
        add(Kind::Place, &p.id, &p.name, vec![words.country(&p.country)]);
    }
    for c in &gazetteer.chokepoints {
        add(Kind::Chokepoint, &c.id, &c.name, Vec::new());
    }
    for e in gazetteer.events.iter().rev() {
        add(Kind::Event, &e.id, &e.name, vec![e.date.clone()]);
    }
    for c in &atlas.countries {
        if let Some(code) = &c.code {
            let own = words.country(code);
            let mut all: Vec<String> = names(&c.name, lang).into_iter().filter(|n| *n != own).collect();
            all.insert(0, own);
            out.push(Entry { kind: Kind::Country, id: code.clone(), names: all, also: vec![code.clone()] });
        }
    }
    out
}

/// Every name once, the one of `lang` first.
fn names(text: &Text, lang: &str) -> Vec<String> {
    let mut out = vec![text.get(lang).to_owned()];
    for (_, name) in text.iter() {
        if !out.iter().any(|known| known == name) {
            out.push(name.to_owned());
        }
    }
    out
}

fn owners(system: &System) -> Vec<String> {
    system.owners.value().cloned().unwrap_or_default()
}

/// Where a ring is put to show a thing: a cable at each of its landings, an area at its middle; nowhere for what has no
/// place.
#[must_use]
pub fn marks_of(atlas: &Atlas, gazetteer: &Gazetteer, kind: Kind, id: &str) -> Vec<LonLat> {
    match kind {
        Kind::Cable => atlas.landings_of(id).into_iter().map(|l| l.at).collect(),
        _ => place_of(atlas, gazetteer, kind, id).into_iter().collect(),
    }
}

/// Where a thing is, if it is at one place.
#[must_use]
pub fn place_of(atlas: &Atlas, gazetteer: &Gazetteer, kind: Kind, id: &str) -> Option<LonLat> {
    match kind {
        Kind::Cable => None,
        Kind::Landing => atlas.landing(id).map(|l| l.at),
        Kind::Country => atlas.countries.iter().find(|c| c.code.as_deref() == Some(id)).map(|c| c.at),
        Kind::Place => gazetteer.place(id).map(|p| p.at),
        Kind::Chokepoint => {
            let extent = gazetteer.chokepoint(id)?.extent.iter();
            middle(extent.filter_map(|p| p.rings.first()).flatten().copied())
        }
        Kind::Event => {
            let event = gazetteer.event(id)?;
            event.at.or_else(|| event.places.iter().find_map(|p| gazetteer.place(p)).map(|p| p.at))
        }
    }
}

/// The middle of positions that are near each other.
fn middle(points: impl Iterator<Item = LonLat>) -> Option<LonLat> {
    let [x, y, z] = points.map(LonLat::to_unit).fold([0.0; 3], |[x, y, z], p| [x + p.x, y + p.y, z + p.z]);
    UnitVec::normalised(x, y, z).map(UnitVec::to_lonlat)
}
