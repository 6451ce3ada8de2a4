//! What stands of a network, and the parts into which it falls.

use super::{EdgeKind, Network, NodeKind};

/// Which nodes and edges stand. An edge that stands has both its nodes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// By index of [`Network::nodes`].
    pub nodes: Vec<bool>,
    /// By index of [`Network::edges`].
    pub edges: Vec<bool>,
}

/// Of a node that belongs to no part.
pub(super) const NO_PART: usize = usize::MAX;

impl Standing {
    /// Whether any segment stands at all.
    #[must_use]
    pub fn has_any(&self, network: &Network) -> bool {
        network.edges.iter().zip(&self.edges).any(|(e, stands)| *stands && e.kind != EdgeKind::Backhaul)
    }

    /// The edges that stand at a node, without backhaul.
    pub fn segments_at<'a>(&'a self, network: &'a Network, node: usize) -> impl Iterator<Item = usize> + 'a {
        network.links(node).iter().copied().filter(|e| self.edges[*e] && network.edges[*e].kind != EdgeKind::Backhaul)
    }

    /// The connected part of each landing and branching unit that some segment reaches, the one with the most landings
    /// first; of all other nodes [`NO_PART`]. Places join nothing.
    #[must_use]
    pub fn parts(&self, network: &Network) -> Vec<usize> {
        let mut part = vec![NO_PART; network.nodes.len()];
        let mut sizes: Vec<usize> = Vec::new();
        let mut stack = Vec::new();
        for start in 0..network.nodes.len() {
            if part[start] != NO_PART || self.segments_at(network, start).next().is_none() {
                continue;
            }
            let own = sizes.len();
            let mut landings = 0;
            part[start] = own;
            stack.push(start);
            while let Some(here) = stack.pop() {
                landings += usize::from(network.nodes[here].kind == NodeKind::Landing);
                for edge in self.segments_at(network, here) {
                    let there = network.edges[edge].other(here);
                    if part[there] == NO_PART {
                        part[there] = own;
                        stack.push(there);
                    }
                }
            }
            sizes.push(landings);
        }
        let mut order: Vec<usize> = (0..sizes.len()).collect();
        order.sort_by_key(|i| std::cmp::Reverse(sizes[*i]));
        let mut rank = vec![0; sizes.len()];
        order.iter().enumerate().for_each(|(place, i)| rank[*i] = place);
        part.iter_mut().filter(|p| **p != NO_PART).for_each(|p| *p = rank[*p]);
        part
    }

    /// The nodes at which an end enters the network: itself, or of a place the landings that it is joined to and that stand.
    #[must_use]
    pub fn entries(&self, network: &Network, end: usize) -> Vec<usize> {
        if network.nodes[end].kind != NodeKind::Place {
            return vec![end];
        }
        network.links(end).iter().filter(|e| self.edges[**e]).map(|e| network.edges[*e].other(end)).collect()
    }
}
