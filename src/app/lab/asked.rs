//! A question, as the keys of the state hold it.

use super::via::read_via;
use crate::app::{Carried, year};
use crate::cable::Status;
use crate::cable::gazetteer::Event;
use crate::network::effect::{HUBS, PAIRS};
use crate::network::incident::incident;
use crate::network::{Assumptions, Cut, Network, Scenario, Trouble};

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// One end as the link names it; empty for none.
    pub from: String,
    /// The other end.
    pub to: String,
    /// What is taken to stand, with the cuts.
    pub scenario: Scenario,
    /// What the model assumes.
    pub assumptions: Assumptions,
    /// Words of the link that mean nothing here.
    pub strange: Vec<String>,
}

impl Asked {
    /// Reads the question. Cuts and words that are not known are left out and told in [`Asked::strange`].
    ///
    /// With a year, a system that is cut by name and once stood is taken to have stood then, though the year in which it began
    /// be unknown: incidents tell that it did.
    #[must_use]
    pub fn read(carried: &Carried, network: &Network) -> Self {
        let year = year::read(carried.get("year")).map(i32::from);
        let (mut scenario, assumptions, mut strange) = read_via(carried.get("via"), year);
        let whole = Scenario::default().standing(network).ok();
        for text in carried.get("cut").split(',').map(str::trim).filter(|t| !t.is_empty()) {
            let known = |cut: &Cut| whole.clone().is_some_and(|mut s| s.cut(network, cut).is_ok());
            match Cut::parse(text).filter(known) {
                Some(cut) if scenario.cuts.contains(&cut) => {}
                Some(cut) => scenario.cuts.push(cut),
                None => strange.push(text.to_owned()),
            }
        }
        if year.is_some() {
            scenario.with = once_stood(network, &scenario.cuts);
        }
        Self { from: carried.get("from").to_owned(), to: carried.get("to").to_owned(), scenario, assumptions, strange }
    }

    /// Whether both ends are named.
    #[must_use]
    pub fn has_ends(&self) -> bool {
        !self.from.is_empty() && !self.to.is_empty()
    }

    /// The two ends.
    ///
    /// # Errors
    /// An end that is not known, or the same twice.
    pub fn ends(&self, network: &Network) -> Result<[usize; 2], Trouble> {
        network.ends(&self.from, &self.to)
    }

    /// The incident whose year and cuts these are.
    #[must_use]
    pub fn incident<'e>(&self, network: &Network, events: &'e [Event]) -> Option<&'e Event> {
        let is = |e: &&Event| {
            incident(network, e).is_some_and(|s| s.cuts == self.scenario.cuts && s.year == self.scenario.year)
        };
        events.iter().filter(|_| !self.scenario.cuts.is_empty()).find(is)
    }
}

/// The systems of cables and segments that are cut and are told to be, or to have been, in service.
fn once_stood(network: &Network, cuts: &[Cut]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for cut in cuts {
        let cable = match cut {
            Cut::Cable(id) => network.cable(id),
            Cut::Segment(id) => network.edge(id).and_then(|e| network.edges[e].cable),
            Cut::Chokepoint(_) | Cut::Landing(_) => None,
        };
        let stood = |c: &usize| matches!(network.cables[*c].status, Some(Status::InService | Status::Retired));
        if let Some(id) = cable.filter(stood).map(|c| network.cables[c].id.clone())
            && !out.contains(&id)
        {
            out.push(id);
        }
    }
    out
}

/// The key `cut` for some cuts.
#[must_use]
pub fn cut_text(cuts: &[Cut]) -> String {
    cuts.iter().map(Cut::to_link).collect::<Vec<_>>().join(",")
}

/// The pairs of places that are always looked at, those that the network has.
#[must_use]
pub fn usual_pairs(network: &Network) -> Vec<[usize; 2]> {
    PAIRS.iter().filter_map(|(a, b)| network.ends(a, b).ok()).collect()
}

/// The places to which each country’s round trips are compared.
#[must_use]
pub fn usual_hubs(network: &Network) -> Vec<usize> {
    HUBS.iter().filter_map(|id| network.end(id).ok()).collect()
}
