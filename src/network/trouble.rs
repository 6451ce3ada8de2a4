//! What is wrong with a question, and what would work instead.

use super::{Corridor, Cut, Network, Scenario, Standing};
use crate::cable::Status;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    /// No landing or place is called so; nodes whose ids are like it.
    UnknownEnd {
        /// What was asked for.
        asked: String,
        /// Nodes with ids like it, at most three.
        near: Vec<usize>,
    },
    /// No system is called so.
    UnknownCable(String),
    /// Nothing is called so that could be cut.
    UnknownCut(Cut),
    /// Both ends are the same.
    SameEnd(usize),
    /// A position that no landing is within 500 km of; the nearest, with kilometres.
    Inland(Vec<(usize, f64)>),
    /// The scenario leaves no segment standing.
    NothingStands(Vec<Remedy>),
    /// The scenario leaves no segment standing at this end.
    NotReached(usize, Vec<Remedy>),
    /// Segments stand at both ends, but do not join them.
    Apart(Vec<Remedy>),
}

/// A change of the scenario after which there is a way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Mend this cut.
    Mend(Cut),
    /// Mend all cuts; any one of them is not enough.
    MendAll,
    /// Allow this corridor.
    Open(Corridor),
    /// Count systems of this status.
    Allow(Status),
    /// Take no year.
    AnyYear,
    /// Go back to what is in service, whole.
    StartOver,
}

/// Why no way leads from one node to another, and what would make one.
#[must_use]
pub(super) fn why(network: &Network, scenario: &Scenario, [from, to]: [usize; 2]) -> Trouble {
    let remedies = remedies(network, scenario, [from, to]);
    let Ok(standing) = scenario.standing(network) else { return Trouble::NothingStands(remedies) };
    if !standing.has_any(network) {
        return Trouble::NothingStands(remedies);
    }
    let reached = |end: usize| {
        standing.nodes[end]
            && standing.entries(network, end).iter().any(|n| standing.segments_at(network, *n).next().is_some())
    };
    match [from, to].into_iter().find(|end| !reached(*end)) {
        Some(end) => Trouble::NotReached(end, remedies),
        None => Trouble::Apart(remedies),
    }
}

/// The changes, each alone, after which a way leads from one node to the other; several only where one is not enough.
fn remedies(network: &Network, scenario: &Scenario, ends: [usize; 2]) -> Vec<Remedy> {
    let changed = |remedy: &Remedy| {
        let mut other = scenario.clone();
        match remedy {
            Remedy::Mend(cut) => other.cuts.retain(|c| c != cut),
            Remedy::MendAll => other.cuts.clear(),
            Remedy::Open(corridor) => other.closed = other.closed.without(*corridor),
            Remedy::Allow(status) => other.statuses.push(*status),
            Remedy::AnyYear => other.year = None,
            Remedy::StartOver => other = Scenario::default(),
        }
        other.standing(network).is_ok_and(|s| joined(network, &s, ends))
    };
    let mut single: Vec<Remedy> = scenario.cuts.iter().cloned().map(Remedy::Mend).collect();
    single.extend(scenario.closed.iter().map(Remedy::Open));
    single.extend(scenario.year.map(|_| Remedy::AnyYear));
    let told =
        |s: &&Status| !matches!(s, Status::Suspended | Status::Cancelled | Status::Retired | Status::Illustrative);
    let more = Status::ALL.iter().filter(told).filter(|s| !scenario.statuses.contains(s));
    single.extend(more.map(|s| Remedy::Allow(*s)));
    single.retain(&changed);
    if single.is_empty() {
        single.extend([Remedy::MendAll, Remedy::StartOver].into_iter().find(&changed));
    }
    single
}

/// Whether a way leads from one node to the other.
fn joined(network: &Network, standing: &Standing, [from, to]: [usize; 2]) -> bool {
    let parts = standing.parts(network);
    let of = |end: usize| -> Vec<usize> {
        let entries = standing.entries(network, end);
        entries.into_iter().map(|n| parts[n]).filter(|p| *p != super::standing::NO_PART).collect()
    };
    let there = of(to);
    of(from).iter().any(|p| there.contains(p))
}
