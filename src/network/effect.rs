//! What a cut does: before and after, for pairs of places and by country.

use super::order::sorted;
use super::search::costs_from;
use super::standing::parted;
use super::trouble::why;
use super::{Assumptions, Network, NodeKind, Scenario, Trouble};

/// A round trip that grows by less than this, in milliseconds, is not slower: it is within what the model knows.
pub const SLOWER_MS: f64 = 0.5;

/// The places to which each country’s round trips are compared: where networks of the world meet.
pub const HUBS: &[&str] = &["london", "frankfurt", "ashburn", "los-angeles", "singapore", "tokyo"];

/// The pairs that are looked at unless others are asked for.
pub const PAIRS: &[(&str, &str)] = &[
    ("helsinki", "tokyo"),
    ("london", "tokyo"),
    ("frankfurt", "tokyo"),
    ("lumi", "fugaku"),
    ("marenostrum-5", "fugaku"),
    ("marseille", "singapore"),
    ("frankfurt", "mumbai"),
    ("london", "new-york"),
    ("paris", "cape-town"),
    ("stockholm", "tallinn"),
    ("helsinki", "berlin"),
    ("oslo", "reykjavik"),
    ("reykjavik", "nuuk"),
    ("tokyo", "los-angeles"),
    ("tokyo", "singapore"),
    ("tokyo", "sydney"),
    ("hong-kong", "taipei"),
];

/// What becomes of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// As before.
    Unaffected,
    /// Still joined, by a longer way.
    Slower,
    /// Joined no more.
    Isolated,
    /// Not joined before either.
    Apart,
}

/// What becomes of a round trip.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Milliseconds before; `None` without a way.
    pub before_ms: Option<f64>,
    /// Milliseconds after.
    pub after_ms: Option<f64>,
}

impl Change {
    fn of(before_ms: f64, after_ms: f64) -> Self {
        let finite = |ms: f64| Some(ms).filter(|ms| ms.is_finite());
        Self { before_ms: finite(before_ms), after_ms: finite(after_ms) }
    }

    /// What it comes to.
    #[must_use]
    pub fn fate(&self) -> Fate {
        match (self.before_ms, self.after_ms) {
            (None, _) => Fate::Apart,
            (Some(_), None) => Fate::Isolated,
            (Some(before), Some(after)) if after - before > SLOWER_MS => Fate::Slower,
            _ => Fate::Unaffected,
        }
    }
}

/// What becomes of a pair of ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The ends.
    pub ends: [usize; 2],
    /// The round trip.
    pub change: Change,
    /// Where it is isolated: why, and what would help.
    pub trouble: Option<Trouble>,
}

/// What becomes of a country’s landings, towards the hubs in other countries.
#[derive(Clone, Debug, PartialEq)]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Landings that reached a hub before.
    pub landings: usize,
    /// Of these, the ones that reach none now.
    pub isolated: usize,
    /// Of the rest, the ones that reach some hub later than before, or not any more.
    pub slower: usize,
    /// The most milliseconds by which one of them reaches a hub later.
    pub added_ms: f64,
}

impl Country {
    /// What it comes to: isolated are those without any landing that reaches a hub abroad.
    #[must_use]
    pub fn fate(&self) -> Fate {
        match self {
            Self { isolated, landings, .. } if isolated == landings => Fate::Isolated,
            Self { isolated: 0, slower: 0, .. } => Fate::Unaffected,
            _ => Fate::Slower,
        }
    }
}

/// What a change of scenario does.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// The pairs asked for, in order.
    pub pairs: Vec<Pair>,
    /// The countries with landings that reached a hub before, those hit hardest first.
    pub countries: Vec<Country>,
    /// Landings that are no longer joined to most of what they were joined to.
    pub cut_off: Vec<usize>,
}

/// What changes between two scenarios, as without and with cuts: for pairs of nodes, and by country.
///
/// # Errors
/// A scenario that names what is not there.
pub fn effect(
    network: &Network,
    [before, after]: [&Scenario; 2],
    assumptions: &Assumptions,
    pairs: &[[usize; 2]],
    hubs: &[usize],
) -> Result<Effect, Trouble> {
    let costs = assumptions.costs(network);
    let standing = [before.standing(network)?, after.standing(network)?];
    let from = |node: usize| [0, 1].map(|i| costs_from(network, &standing[i], &costs, node));
    let ends_ms = 2.0 * assumptions.end_ms;
    let pair = |ends: &[usize; 2]| {
        let [old, new] = from(ends[0]).map(|costs| costs[ends[1]] + ends_ms);
        let change = Change::of(old, new);
        let is_cut = change.fate() == Fate::Isolated;
        Pair { ends: *ends, change, trouble: is_cut.then(|| why(network, after, *ends)) }
    };
    let hubs: Vec<(&str, [Vec<f64>; 2])> =
        hubs.iter().map(|h| (network.nodes[*h].country.as_str(), from(*h))).collect();
    let mut countries: Vec<Country> = Vec::new();
    for (node, known) in network.nodes.iter().enumerate().filter(|(_, n)| n.kind == NodeKind::Landing) {
        let abroad = hubs.iter().filter(|(country, _)| *country != known.country);
        let changes: Vec<Change> = abroad.map(|(_, [old, new])| Change::of(old[node], new[node])).collect();
        count(&mut countries, &known.country, &changes);
    }
    let countries = sorted(countries, &|a, b| rank(a) > rank(b) || (rank(a) >= rank(b) && a.country < b.country));
    let [old, new] = [0, 1].map(|i| standing[i].parts(network));
    Ok(Effect { pairs: pairs.iter().map(pair).collect(), countries, cut_off: parted(network, &old, &new) })
}

/// Puts a landing to its country’s account.
fn count(countries: &mut Vec<Country>, country: &str, changes: &[Change]) {
    let is = |fate: Fate| changes.iter().any(|c| c.fate() == fate);
    if changes.iter().all(|c| c.fate() == Fate::Apart) {
        return;
    }
    let at = countries.iter().position(|c| c.country == country).unwrap_or_else(|| {
        countries.push(Country { country: country.to_owned(), landings: 0, isolated: 0, slower: 0, added_ms: 0.0 });
        countries.len() - 1
    });
    let entry = &mut countries[at];
    entry.landings += 1;
    let reaches = changes.iter().any(|c| c.after_ms.is_some());
    if !reaches {
        entry.isolated += 1;
    } else if is(Fate::Slower) || is(Fate::Isolated) {
        entry.slower += 1;
    }
    let added = changes.iter().filter_map(|c| Some(c.after_ms? - c.before_ms?));
    entry.added_ms = added.fold(entry.added_ms, f64::max);
}

/// How hard a country is hit: isolated before partly isolated before slower.
fn rank(c: &Country) -> f64 {
    let share = c.isolated as f64 / c.landings as f64;
    if c.isolated == c.landings { 2e6 } else { share * 1e6 + c.added_ms }
}
