//! A way with its figures: lengths, round trip, chokepoints, countries.

use super::latency::{SPEED_OF_LIGHT_KM_PER_S, round_trip_ms};
use super::search::Path;
use super::{Assumptions, EdgeKind, Network, NodeKind};
use crate::sphere::measure;

/// A way from one end to the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// Nodes from end to end.
    pub nodes: Vec<usize>,
    /// Edges between them, one fewer.
    pub edges: Vec<usize>,
    /// Kilometres of the lines as drawn, backhaul included.
    pub route_km: f64,
    /// Kilometres of cable by the assumptions, backhaul included.
    pub cable_km: f64,
    /// Of these at sea.
    pub sea_km: f64,
    /// Of these backhaul, of which nothing is published.
    pub backhaul_km: f64,
    /// Of these of a length that is published.
    pub published_km: f64,
    /// Modelled round trip in milliseconds.
    pub rtt_ms: f64,
    /// The systems, each once, in order.
    pub cables: Vec<usize>,
    /// The chokepoints passed, each once, in order.
    pub chokepoints: Vec<usize>,
    /// The countries whose shores it uses, each once, in order. Waters that it only crosses are not counted.
    pub countries: Vec<String>,
}

impl Way {
    /// The figures of a path.
    #[must_use]
    pub fn new(network: &Network, path: Path, assumptions: &Assumptions) -> Self {
        let edges = || path.edges.iter().map(|e| &network.edges[*e]);
        let cable = |keep: &dyn Fn(&super::Edge) -> bool| -> f64 {
            edges().filter(|e| keep(e)).map(|e| e.cable_km(assumptions)).sum()
        };
        let countries = path.nodes.iter().map(|n| &network.nodes[*n]);
        let countries = countries.filter(|n| n.kind != NodeKind::BranchingUnit && !n.country.is_empty());
        Self {
            route_km: edges().map(|e| e.drawn_km).sum(),
            cable_km: cable(&|_| true),
            sea_km: cable(&|e| e.kind == EdgeKind::Sea),
            backhaul_km: cable(&|e| e.kind == EdgeKind::Backhaul),
            published_km: cable(&|e| e.published_km.is_some()),
            rtt_ms: path.cost + 2.0 * assumptions.end_ms,
            cables: each_once(edges().filter_map(|e| e.cable)),
            chokepoints: each_once(edges().flat_map(|e| e.chokepoints.iter().copied())),
            countries: each_once(countries.map(|n| n.country.clone())),
            nodes: path.nodes,
            edges: path.edges,
        }
    }

    /// The number of segments and lines over land.
    #[must_use]
    pub fn hops(&self, network: &Network) -> usize {
        self.edges.iter().filter(|e| network.edges[**e].kind != EdgeKind::Backhaul).count()
    }
}

fn each_once<T: PartialEq>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut out = Vec::new();
    for item in all {
        if !out.contains(&item) {
            out.push(item);
        }
    }
    out
}

/// What no way can be shorter than.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limit {
    /// Kilometres along the geodesic between the ends.
    pub great_circle_km: f64,
    /// Milliseconds there and back in fibre of the group index assumed.
    pub fibre_ms: f64,
    /// Milliseconds there and back at the speed of light in vacuum.
    pub vacuum_ms: f64,
}

impl Limit {
    /// The limit between two nodes.
    #[must_use]
    pub fn between(network: &Network, [from, to]: [usize; 2], assumptions: &Assumptions) -> Self {
        let great_circle_km = measure::distance_km(network.nodes[from].at, network.nodes[to].at);
        Self {
            great_circle_km,
            fibre_ms: round_trip_ms(great_circle_km, assumptions.group_index),
            vacuum_ms: 2.0 * great_circle_km / SPEED_OF_LIGHT_KM_PER_S * 1000.0,
        }
    }
}
