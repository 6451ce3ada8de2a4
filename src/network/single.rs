//! Bridges and articulation points: the edges and nodes without which some part of the network stands alone.
//!
//! Hopcroft and Tarjan 1973 (doi 10.1145/362248.362272): one walk in depth, that notes for each node how far up it or
//! anything below it is joined by an edge not taken on the way down.

use super::order::sorted;
use super::{Network, NodeKind, Standing};

/// What alone holds the network together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Singles {
    /// Edges whose loss parts two nodes that were joined, in order of index.
    pub bridges: Vec<usize>,
    /// Landings and branching units whose loss parts two others that were joined, in order of index.
    pub articulations: Vec<usize>,
}

/// Where the walk stands at a node.
struct Step {
    node: usize,
    /// The edge by which it came.
    by: usize,
    /// The edges still to be looked at.
    rest: Vec<usize>,
    /// How many nodes were reached from here.
    children: usize,
}

/// The single points of what stands; places and backhaul aside.
#[must_use]
pub fn singles(network: &Network, standing: &Standing) -> Singles {
    let count = network.nodes.len();
    let mut walk = Walk { network, standing, order: vec![0; count], low: vec![0; count], time: 0 };
    let mut is_articulation = vec![false; count];
    let mut bridges = Vec::new();
    for root in 0..count {
        if walk.order[root] != 0 || network.nodes[root].kind == NodeKind::Place {
            continue;
        }
        let mut stack = vec![walk.enter(root, usize::MAX)];
        while let Some(step) = stack.last_mut() {
            let Some(edge) = step.rest.pop() else {
                let Some(done) = stack.pop() else { break };
                let Some(above) = stack.last() else {
                    is_articulation[done.node] = done.children > 1;
                    break;
                };
                walk.low[above.node] = walk.low[above.node].min(walk.low[done.node]);
                if walk.low[done.node] > walk.order[above.node] {
                    bridges.push(done.by);
                }
                if stack.len() > 1 && walk.low[done.node] >= walk.order[above.node] {
                    is_articulation[above.node] = true;
                }
                continue;
            };
            let there = network.edges[edge].other(step.node);
            if edge == step.by {
                continue;
            }
            if walk.order[there] == 0 {
                step.children += 1;
                let next = walk.enter(there, edge);
                stack.push(next);
            } else {
                walk.low[step.node] = walk.low[step.node].min(walk.order[there]);
            }
        }
    }
    Singles {
        bridges: sorted(bridges, &|a, b| a < b),
        articulations: (0..count).filter(|n| is_articulation[*n]).collect(),
    }
}

struct Walk<'a> {
    network: &'a Network,
    standing: &'a Standing,
    /// When each node was reached, from 1; 0 for those not reached yet.
    order: Vec<usize>,
    /// The earliest node to which it or anything below it is joined.
    low: Vec<usize>,
    time: usize,
}

impl Walk<'_> {
    fn enter(&mut self, node: usize, by: usize) -> Step {
        self.time += 1;
        self.order[node] = self.time;
        self.low[node] = self.time;
        Step { node, by, rest: self.standing.segments_at(self.network, node).collect(), children: 0 }
    }
}
