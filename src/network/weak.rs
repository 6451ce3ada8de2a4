//! Single points of failure of all that stands, the most serious first.

use super::order::sorted;
use super::single::{Singles, singles};
use super::standing::{NO_PART, parted};
use super::{Corridors, Cut, EdgeKind, Network, Scenario, Standing, Trouble};
use crate::cable::Status;

/// Something whose loss alone takes landings from the rest of the world.
#[derive(Clone, Debug, PartialEq)]
pub struct Weakness {
    /// What fails.
    pub cut: Cut,
    /// Countries of which every landing is taken from what it was joined to, or fails.
    pub countries: Vec<String>,
    /// Landings that are taken from most of what they were joined to; one that fails itself is not counted.
    pub landings: Vec<usize>,
    /// Pairs, by their place in the list asked about, between which no way is left.
    pub pairs: Vec<usize>,
    /// Whether a whole corridor is lost: everything over that wall passes here.
    pub corridors: Corridors,
}

/// The single points of failure.
#[derive(Clone, Debug, PartialEq)]
pub struct Weak {
    /// Bridges, articulation points, chokepoints and systems at sea whose loss cuts anything off: by the pairs, then the
    /// countries, then the landings that they cost.
    pub list: Vec<Weakness>,
    /// Segments whose loss parts two landings.
    pub bridges: Vec<usize>,
    /// Landings and branching units whose loss parts two others.
    pub articulations: Vec<usize>,
}

/// What each failure on its own cuts off. A chokepoint is a group that shares its risk: everything in it fails together.
///
/// # Errors
/// A scenario that names what is not there, or leaves nothing standing.
pub fn weak(network: &Network, scenario: &Scenario, pairs: &[[usize; 2]]) -> Result<Weak, Trouble> {
    let mut weighing = Weighing::begin(network, scenario, pairs)?;
    while weighing.some(network, pairs, usize::MAX)? {}
    Ok(weighing.finish())
}

/// Single points of failure, some at a time, for who must not be kept waiting.
#[derive(Debug)]
pub struct Weighing {
    standing: Standing,
    single: Singles,
    cuts: std::vec::IntoIter<Cut>,
    before: State,
    list: Vec<Weakness>,
}

impl Weighing {
    /// Begins with all that may fail.
    ///
    /// # Errors
    /// Those of [`weak`].
    pub fn begin(network: &Network, scenario: &Scenario, pairs: &[[usize; 2]]) -> Result<Self, Trouble> {
        let standing = scenario.standing(network)?;
        if !standing.has_any(network) {
            return Err(super::trouble::why(network, scenario, pairs.first().copied().unwrap_or_default()));
        }
        let single = singles(network, &standing);
        let mut cuts: Vec<Cut> = Vec::new();
        cuts.extend(network.chokepoints.iter().cloned().map(Cut::Chokepoint));
        // A “system” over land stands for many lines between many towns, which nothing fells at one blow.
        let at_sea = network.cables.iter().filter(|c| c.status != Some(Status::Terrestrial));
        cuts.extend(at_sea.map(|c| Cut::Cable(c.id.clone())));
        cuts.extend(single.articulations.iter().map(|n| Cut::Landing(network.nodes[*n].id.clone())));
        cuts.extend(single.bridges.iter().map(|e| Cut::Segment(network.edges[*e].id.clone())));
        let before = State::of(network, &standing, pairs);
        Ok(Self { standing, single, cuts: cuts.into_iter(), before, list: Vec::new() })
    }

    /// Weighs so many more; says whether there is more to weigh. Network and pairs are those of the beginning.
    ///
    /// # Errors
    /// None with that network.
    pub fn some(&mut self, network: &Network, pairs: &[[usize; 2]], count: usize) -> Result<bool, Trouble> {
        for cut in self.cuts.by_ref().take(count) {
            let mut after = self.standing.clone();
            after.cut(network, &cut)?;
            if after == self.standing {
                continue;
            }
            let found = self.before.lost(&State::of(network, &after, pairs), network, &after, pairs, cut);
            if !found.landings.is_empty() || !found.pairs.is_empty() || found.corridors != Corridors::NONE {
                self.list.push(found);
            }
        }
        Ok(!self.cuts.as_slice().is_empty())
    }

    /// The list, the most serious first.
    #[must_use]
    pub fn finish(self) -> Weak {
        let weight = |w: &Weakness| (w.pairs.len(), w.countries.len(), w.landings.len());
        let list = sorted(self.list, &|a, b| weight(a) > weight(b));
        Weak { list, bridges: self.single.bridges, articulations: self.single.articulations }
    }
}

/// What is joined to what.
#[derive(Debug)]
struct State {
    parts: Vec<usize>,
    pairs: Vec<bool>,
    corridors: Corridors,
}

impl State {
    fn of(network: &Network, standing: &Standing, pairs: &[[usize; 2]]) -> Self {
        let parts = standing.parts(network);
        let of = |end: usize| standing.entries(network, end).into_iter().map(|n| parts[n]);
        let joined = |[a, b]: &[usize; 2]| of(*a).any(|p| p != NO_PART && of(*b).any(|q| p == q));
        let stands = network.edges.iter().zip(&standing.edges).filter(|(e, s)| **s && e.kind != EdgeKind::Backhaul);
        let corridors = stands.fold(Corridors::NONE, |all, (e, _)| e.crosses.iter().fold(all, Corridors::with));
        Self { pairs: pairs.iter().map(joined).collect(), parts, corridors }
    }

    fn lost(&self, after: &Self, network: &Network, standing: &Standing, pairs: &[[usize; 2]], cut: Cut) -> Weakness {
        let lost = parted(network, &self.parts, &after.parts);
        let country = |n: usize| &network.nodes[n].country;
        let joined = (0..network.nodes.len()).filter(|n| self.parts[*n] != NO_PART);
        let left: Vec<&String> = joined.filter(|n| !lost.contains(n)).map(country).collect();
        let countries: Vec<String> = lost.iter().map(|n| country(*n)).filter(|c| !left.contains(c)).cloned().collect();
        let mut countries = sorted(countries, &|a, b| a < b);
        countries.dedup();
        // An end that fails itself says nothing of the way.
        let is_whole =
            |ends: &[usize; 2]| ends.iter().all(|e| !standing.entries(network, *e).is_empty() && standing.nodes[*e]);
        let parted = |i: &usize| self.pairs[*i] && !after.pairs[*i] && is_whole(&pairs[*i]);
        let pairs = (0..self.pairs.len()).filter(parted).collect();
        let landings: Vec<usize> = lost.into_iter().filter(|n| standing.nodes[*n]).collect();
        let corridors = self
            .corridors
            .iter()
            .fold(Corridors::NONE, |all, c| if after.corridors.has(c) { all } else { all.with(c) });
        Weakness { cut, countries, landings, pairs, corridors }
    }
}
