//! What is described: a segment, or a cable from one end to the other.

use super::Track;
use crate::app::{SelKind, Selection};
use crate::cable::{Atlas, System};
use crate::i18n::{Msg, Words};
use crate::sphere::measure::distance_km;

/// A way to be described.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// The id of the cable or segment.
    pub id: String,
    /// Whether it is a segment.
    pub is_segment: bool,
    /// The node at which it begins.
    pub from: String,
    /// The node at which it ends.
    pub to: String,
    /// Its line.
    pub track: Track,
    /// Codes of the countries where a cable comes ashore; none of a segment, whose ends say it.
    pub countries: Vec<String>,
    /// The published length, in kilometres.
    pub published_km: Option<f64>,
}

/// The way of a selected segment, or of a selected cable between the ends that it is modelled for, else between those
/// of its landings that are farthest apart.
#[must_use]
pub fn way(atlas: &Atlas, selection: &Selection) -> Option<Way> {
    match selection.kind {
        SelKind::Segment => {
            let segment = atlas.segment(&selection.id)?;
            Some(Way {
                id: segment.id.clone(),
                is_segment: true,
                from: segment.from.clone(),
                to: segment.to.clone(),
                track: Track::new(segment.line.clone()),
                countries: Vec::new(),
                published_km: segment.length_km.as_ref().and_then(|f| f.value()).copied(),
            })
        }
        SelKind::Cable => {
            let system = atlas.system(&selection.id)?;
            let (from, to, line) = ends(atlas, system)?;
            Some(Way {
                id: system.id.clone(),
                is_segment: false,
                from,
                to,
                track: Track::new(line),
                countries: atlas.landings_of(&system.id).into_iter().map(|l| l.country.clone()).collect(),
                published_km: system.length_km.as_ref().and_then(|f| f.value()).copied(),
            })
        }
        _ => None,
    }
}

/// The ends of a cable's main way, and its line.
fn ends(atlas: &Atlas, system: &System) -> Option<(String, String, Vec<crate::sphere::LonLat>)> {
    let route = |from: &str, to: &str| {
        let line = atlas.route_line(&system.id, from, to)?;
        Some((from.to_owned(), to.to_owned(), line))
    };
    if let Some(found) = system.ends.iter().find_map(|(from, to)| route(from, to)) {
        return Some(found);
    }
    let landings = atlas.landings_of(&system.id);
    let mut pairs = Vec::new();
    for (i, a) in landings.iter().enumerate() {
        for b in &landings[i + 1..] {
            pairs.push((distance_km(a.at, b.at), a, b));
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0));
    // Parts of a system may be apart.
    pairs.into_iter().take(40).find_map(|(_, a, b)| route(&a.id, &b.id))
}

/// The name of the cable; of a segment its own, or its cable's.
pub(super) fn title(way: &Way, atlas: &Atlas, words: &Words<'_>) -> String {
    let lang = words.catalogue.code();
    let segment = atlas.segment(&way.id).filter(|_| way.is_segment);
    let own = segment.and_then(|s| s.name.as_ref());
    let system = || atlas.system(segment.map_or(way.id.as_str(), |s| &s.system)).map(|s| &s.name);
    own.or_else(system).map_or(way.id.as_str(), |name| name.get(lang)).to_owned()
}

/// The name of a landing or branching unit.
pub(super) fn name(atlas: &Atlas, id: &str, words: &Words<'_>) -> String {
    let lang = words.catalogue.code();
    let landing = atlas.landing(id).map(|l| &l.name);
    landing.or_else(|| atlas.branching_unit(id).map(|b| &b.name)).map_or(id, |n| n.get(lang)).to_owned()
}

/// The name with the country, which a branching unit has not.
pub(super) fn name_in_country(atlas: &Atlas, id: &str, words: &Words<'_>) -> String {
    let name = name(atlas, id, words);
    match atlas.landing(id) {
        Some(landing) => words.with(Msg::NameIn, &[("name", &name), ("country", &words.country(&landing.country))]),
        None => name,
    }
}

impl Way {
    /// The name of the node at which it begins.
    #[must_use]
    pub fn from_name(&self, atlas: &Atlas, words: &Words<'_>) -> String {
        name(atlas, &self.from, words)
    }

    /// The names of its ends.
    #[must_use]
    pub fn ends(&self, atlas: &Atlas, words: &Words<'_>) -> String {
        words.with(Msg::Ends, &[("from", &name(atlas, &self.from, words)), ("to", &name(atlas, &self.to, words))])
    }
}
