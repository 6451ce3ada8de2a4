//! The shortest way, also by one corridor only.
//!
//! Dijkstra 1959 (doi 10.1007/BF01386390). For a corridor each node stands twice, on this side of the wall and beyond it,
//! and an edge over the wall leads from one side to the other; the way sought ends beyond.

use super::{Corridor, Corridors, Network, NodeKind, Standing};
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// A way as nodes and the edges between them.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// Nodes from end to end.
    pub nodes: Vec<usize>,
    /// Edges, one fewer.
    pub edges: Vec<usize>,
    /// Sum of the costs.
    pub cost: f64,
}

/// Where a search stands; the least cost is the greatest, as the heap wants it.
#[derive(PartialEq)]
struct Front {
    cost: f64,
    state: usize,
}

impl Eq for Front {}

impl Ord for Front {
    fn cmp(&self, other: &Self) -> Ordering {
        other.cost.total_cmp(&self.cost).then_with(|| other.state.cmp(&self.state))
    }
}

impl PartialOrd for Front {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Least costs from one node to all, and the edge by which each is reached; twice as long with a wall.
struct Tree {
    cost: Vec<f64>,
    by: Vec<usize>,
}

fn tree(network: &Network, standing: &Standing, costs: &[f64], from: usize, wall: Option<Corridor>) -> Tree {
    let count = network.nodes.len();
    let states = if wall.is_some() { 2 * count } else { count };
    let mut out = Tree { cost: vec![f64::INFINITY; states], by: vec![usize::MAX; states] };
    let allowed = wall.map_or(Corridors::of(&Corridor::ALL), |c| Corridors::of(&[c]));
    let forbidden = Corridor::ALL.iter().fold(Corridors::NONE, |f, c| if allowed.has(*c) { f } else { f.with(*c) });
    let mut heap = BinaryHeap::from([Front { cost: 0.0, state: from }]);
    out.cost[from] = 0.0;
    while let Some(Front { cost, state }) = heap.pop() {
        let (here, side) = (state % count, state / count);
        let is_end = network.nodes[here].kind == NodeKind::Place && here != from;
        if cost > out.cost[state] || is_end {
            continue;
        }
        for &edge in network.links(here) {
            let known = &network.edges[edge];
            if !standing.edges[edge] || !known.crosses.is_apart(forbidden) {
                continue;
            }
            let over = wall.is_some_and(|c| known.crosses.has(c));
            let next = known.other(here) + count * (side ^ usize::from(over));
            let reached = cost + costs[edge];
            if reached < out.cost[next] {
                out.cost[next] = reached;
                out.by[next] = edge;
                heap.push(Front { cost: reached, state: next });
            }
        }
    }
    out
}

/// The least cost from `from` to every node; infinite where no way leads. No way passes through a place.
#[must_use]
pub fn costs_from(network: &Network, standing: &Standing, costs: &[f64], from: usize) -> Vec<f64> {
    tree(network, standing, costs, from, None).cost
}

/// The way of least cost over whatever stands.
#[must_use]
pub fn shortest(network: &Network, standing: &Standing, costs: &[f64], from: usize, to: usize) -> Option<Path> {
    trace(network, &tree(network, standing, costs, from, None), to, None)
}

/// The way of least cost that crosses the wall of the corridor an odd number of times, and no other wall. `None` also
/// where that way would come twice through the same node.
#[must_use]
pub fn by_corridor(
    network: &Network,
    standing: &Standing,
    costs: &[f64],
    [from, to]: [usize; 2],
    corridor: Corridor,
) -> Option<Path> {
    trace(network, &tree(network, standing, costs, from, Some(corridor)), to, Some(corridor))
}

/// The way of least cost that crosses no wall: that stays on its side of the world.
#[must_use]
pub fn on_one_side(network: &Network, standing: &Standing, costs: &[f64], [from, to]: [usize; 2]) -> Option<Path> {
    let mut kept = standing.clone();
    let walls = Corridors::of(&Corridor::ALL);
    for (edge, stands) in network.edges.iter().zip(&mut kept.edges) {
        *stands &= edge.crosses.is_apart(walls);
    }
    shortest(network, &kept, costs, from, to)
}

fn trace(network: &Network, tree: &Tree, to: usize, wall: Option<Corridor>) -> Option<Path> {
    let count = network.nodes.len();
    let mut state = to + if wall.is_some() { count } else { 0 };
    let cost = tree.cost[state];
    if !cost.is_finite() {
        return None;
    }
    let mut out = Path { nodes: vec![to], edges: Vec::new(), cost };
    while tree.by[state] != usize::MAX {
        let edge = &network.edges[tree.by[state]];
        let before = edge.other(state % count);
        let over = wall.is_some_and(|c| edge.crosses.has(c));
        out.edges.push(tree.by[state]);
        if out.nodes.contains(&before) {
            return None;
        }
        out.nodes.push(before);
        state = before + count * ((state / count) ^ usize::from(over));
    }
    out.nodes.reverse();
    out.edges.reverse();
    Some(out)
}
