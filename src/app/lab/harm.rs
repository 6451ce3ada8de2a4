//! What cuts do, in words: before and after, for the pair asked about, for the usual pairs, and by country.

use super::asked::{Asked, usual_hubs, usual_pairs};
use super::name::Known;
use super::trouble::sentence;
use crate::app::search::{Kind, place_of};
use crate::i18n::Msg;
use crate::network::effect::{Effect, Fate, effect};
use crate::network::{Cut, Trouble};
use crate::sphere::LonLat;

/// How many landings are named one by one.
const NAMED: usize = 12;

/// A row: a pair or a country.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What it is about.
    pub name: String,
    /// What becomes of it.
    pub fate: Fate,
    /// Before and after, in words; of a country empty.
    pub times: [String; 2],
    /// What there is to say: by how much, why, of how many.
    pub detail: String,
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Harm {
    /// How many pairs are isolated, slower, unaffected.
    pub verdict: String,
    /// The pairs; the one asked about first.
    pub pairs: Vec<Change>,
    /// The countries that are hit, the hardest first.
    pub countries: Vec<Change>,
    /// By which way countries are measured, and how many are not hit.
    pub countries_note: String,
    /// The landings that are cut off; empty where none is.
    pub cut_off: String,
}

/// What a fate is called.
#[must_use]
pub fn fate_message(fate: Fate) -> Msg {
    match fate {
        Fate::Unaffected => Msg::LabUnaffected,
        Fate::Slower => Msg::LabSlower,
        Fate::Isolated => Msg::LabIsolated,
        Fate::Apart => Msg::LabApart,
    }
}

impl Harm {
    /// What the cuts of the question do.
    ///
    /// # Errors
    /// What is wrong with the question.
    pub fn answer(known: Known<'_>, asked: &Asked) -> Result<Self, Trouble> {
        let network = known.network;
        let own = asked.ends(network).ok();
        let usual = usual_pairs(network).into_iter().filter(|p| own.is_none_or(|own| own != *p));
        let pairs: Vec<[usize; 2]> = own.into_iter().chain(usual).collect();
        let before = asked.scenario.cut(Vec::new());
        let found = effect(network, [&before, &asked.scenario], &asked.assumptions, &pairs, &usual_hubs(network))?;
        let hit = found.countries.iter().filter(|c| c.fate() != Fate::Unaffected).count();
        let rest = (found.countries.len() - hit).to_string();
        let cut_off = known.nodes(&found.cut_off, NAMED);
        Ok(Self {
            verdict: verdict(known, &found),
            pairs: found.pairs.iter().map(|p| pair(known, p)).collect(),
            countries: found.countries.iter().take(hit).map(|c| country(known, c)).collect(),
            countries_note: known.words.with(Msg::LabCountriesNote, &[("count", &rest)]),
            cut_off: if found.cut_off.is_empty() {
                String::new()
            } else {
                known.words.with(Msg::LabCutOff, &[("list", &cut_off)])
            },
        })
    }
}

fn verdict(known: Known<'_>, found: &Effect) -> String {
    let count = |fate: Fate| found.pairs.iter().filter(|p| p.change.fate() == fate).count().to_string();
    known.words.with(
        Msg::LabVerdict,
        &[
            ("count", &found.pairs.len().to_string()),
            ("isolated", &count(Fate::Isolated)),
            ("slower", &count(Fate::Slower)),
            ("unaffected", &count(Fate::Unaffected)),
        ],
    )
}

fn pair(known: Known<'_>, pair: &crate::network::effect::Pair) -> Change {
    let words = known.words;
    let time = |ms: Option<f64>| ms.map_or_else(|| words.text(Msg::LabNone).to_owned(), |ms| words.ms(ms));
    let fate = pair.change.fate();
    let detail = match (fate, pair.change.before_ms, pair.change.after_ms) {
        (Fate::Slower, Some(before), Some(after)) => ["+", &words.ms(after - before)].concat(),
        _ => pair.trouble.as_ref().map_or_else(String::new, |t| sentence(known, t)),
    };
    Change {
        name: known.pair(pair.ends),
        fate,
        times: [time(pair.change.before_ms), time(pair.change.after_ms)],
        detail,
    }
}

fn country(known: Known<'_>, hit: &crate::network::effect::Country) -> Change {
    let words = known.words;
    let detail = words.with(
        Msg::LabLandingsHit,
        &[
            ("isolated", &hit.isolated.to_string()),
            ("landings", &hit.landings.to_string()),
            ("slower", &hit.slower.to_string()),
            ("added", &words.ms(hit.added_ms)),
        ],
    );
    Change { name: words.country(&hit.country), fate: hit.fate(), times: [String::new(), String::new()], detail }
}

/// Where crosses stand for a cut: in the middle of each segment, at a landing, in a chokepoint.
#[must_use]
pub fn crosses(known: Known<'_>, cut: &Cut) -> Vec<LonLat> {
    let middle = |line: &[LonLat]| line.get(line.len() / 2).copied();
    match cut {
        Cut::Cable(id) => known.atlas.segments_of(id).filter_map(|s| middle(&s.line)).collect(),
        Cut::Segment(id) => known.atlas.segment(id).and_then(|s| middle(&s.line)).into_iter().collect(),
        Cut::Landing(id) => known.atlas.node_at(id).into_iter().collect(),
        Cut::Chokepoint(id) => place_of(known.atlas, known.gazetteer, Kind::Chokepoint, id).into_iter().collect(),
    }
}
