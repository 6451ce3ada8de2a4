//! What a planned cable would change: round trips between places, with it and without.

use super::Plan;
use crate::cable::Gazetteer;
use crate::network::effect::PAIRS;
use crate::network::{Assumptions, Edge, EdgeKind, Network, Node, NodeKind, Scenario, search};
use crate::sphere::{LonLat, measure};

/// A landing this near to an end of the planned cable is that end.
const SAME_KM: f64 = 2.0;
/// An end of the planned cable is joined to landings and places as near as this, …
const NEAR_KM: f64 = 100.0;
/// … and of landings to so many.
const JOINED: usize = 3;
/// A place stands for an end of the planned cable if it is as near as this.
const CITY_KM: f64 = 500.0;

/// The network with the planned cable.
pub struct Joined {
    /// All nodes and edges of the network as it is, in the same places, and the cable's after them.
    pub network: Network,
    /// The nodes at its ends.
    pub ends: [usize; 2],
}

/// A pair of places with and without the planned cable.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The nodes.
    pub ends: [usize; 2],
    /// Milliseconds there and back as it stands; `None` where there is no way.
    pub before_ms: Option<f64>,
    /// The same with the cable.
    pub after_ms: Option<f64>,
}

impl Change {
    /// Whether anybody would notice: a tenth of a millisecond.
    #[must_use]
    pub fn is_any(&self) -> bool {
        match (self.before_ms, self.after_ms) {
            (Some(before), Some(after)) => before - after >= 0.05,
            (before, after) => before.is_some() != after.is_some(),
        }
    }
}

/// Joins a planned cable to a network: at landings that it ends at, else by backhaul to those near its ends; places near them
/// are joined to it too.
#[must_use]
pub fn joined(network: &Network, plan: &Plan, line: &[LonLat], gazetteer: &Gazetteer) -> Option<Joined> {
    let mut out = network.clone();
    let (first, last) = (*line.first()?, *line.last()?);
    let ends = [first, last].map(|at| end(&mut out, at));
    let count = out.edges.len();
    out.add_planned("plan", ends, line, gazetteer);
    let edge = out.edges.get_mut(count)?;
    edge.published_km = Some(edge.drawn_km * (1.0 + plan.slack()));
    Some(Joined { network: out, ends })
}

/// The node of an end of the cable.
fn end(network: &mut Network, at: LonLat) -> usize {
    let near = network.landings_near(at);
    if let Some((landing, _)) = near.first().filter(|(_, km)| *km < SAME_KM) {
        return *landing;
    }
    let node = network.add_node(Node { id: String::new(), kind: NodeKind::Landing, country: String::new(), at });
    let places = (0..network.nodes.len()).filter(|n| network.nodes[*n].kind == NodeKind::Place);
    let places: Vec<(usize, f64)> = places.map(|n| (n, measure::distance_km(at, network.nodes[n].at))).collect();
    let near = near.into_iter().filter(|(_, km)| *km <= NEAR_KM).take(JOINED);
    for (other, km) in near.chain(places.into_iter().filter(|(_, km)| *km <= NEAR_KM)) {
        network.add_edge(Edge {
            id: String::new(),
            ends: [node, other],
            kind: EdgeKind::Backhaul,
            cable: None,
            drawn_km: km,
            published_km: None,
            chokepoints: Vec::new(),
            crosses: crate::network::Corridors::NONE,
        });
    }
    node
}

/// The pairs that are looked at: the one that is wished or that of the places nearest to the ends, then the usual ones.
#[must_use]
pub fn pairs(network: &Network, plan: &Plan, line: &[LonLat]) -> Vec<[usize; 2]> {
    let nearest = |at: &LonLat| {
        let places = network.nodes.iter().enumerate().filter(|(_, n)| n.kind == NodeKind::Place);
        let far = places.map(|(i, n)| (i, measure::distance_km(*at, n.at))).filter(|(_, km)| *km <= CITY_KM);
        far.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(i, _)| i)
    };
    let wished = plan.pair.as_ref().and_then(|[a, b]| network.ends(a, b).ok());
    let by_ends = || Some([nearest(line.first()?)?, nearest(line.last()?)?]).filter(|[a, b]| a != b);
    let mut out: Vec<[usize; 2]> = wished.or_else(by_ends).into_iter().collect();
    for pair in PAIRS.iter().filter_map(|(a, b)| network.ends(a, b).ok()) {
        if !out.iter().any(|[a, b]| pair == [*a, *b] || pair == [*b, *a]) {
            out.push(pair);
        }
    }
    out
}

/// Each pair with the cable and without, in their order.
#[must_use]
pub fn changes(
    network: &Network,
    joined: &Joined,
    pairs: &[[usize; 2]],
    scenario: &Scenario,
    assumptions: &Assumptions,
) -> Vec<Change> {
    let costs = |network: &Network| Some((scenario.standing(network).ok()?, assumptions.costs(network)));
    let (Some(now), Some(then)) = (costs(network), costs(&joined.network)) else { return Vec::new() };
    let one = |&[from, to]: &[usize; 2]| {
        let end_ms = 2.0 * assumptions.end_ms;
        let before = search::shortest(network, &now.0, &now.1, from, to);
        let after = search::shortest(&joined.network, &then.0, &then.1, from, to);
        Change {
            ends: [from, to],
            before_ms: before.map(|p| p.cost + end_ms),
            after_ms: after.map(|p| p.cost + end_ms),
        }
    };
    pairs.iter().map(one).collect()
}
