//! What stands of a network, and the parts into which it falls.

use super::order::sorted;
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

/// The landings that are no longer joined to most of what they were joined to, by the parts before and after.
pub(super) fn parted(network: &Network, before: &[usize], after: &[usize]) -> Vec<usize> {
    let is_landing = |n: &usize| network.nodes[*n].kind == NodeKind::Landing && before[*n] != NO_PART;
    let landings: Vec<usize> = (0..before.len()).filter(is_landing).collect();
    let count = before.iter().filter(|p| **p != NO_PART).max().map_or(0, |p| p + 1);
    // Of each part the largest piece that is left counts as the same part.
    let mut rest = Vec::new();
    for part in 0..count {
        let mut sizes: Vec<(usize, usize)> = Vec::new();
        for now in landings.iter().filter(|n| before[**n] == part && after[**n] != NO_PART).map(|n| after[*n]) {
            match sizes.iter_mut().find(|(_, p)| *p == now) {
                Some(size) => size.0 += 1,
                None => sizes.push((1, now)),
            }
        }
        let largest = sizes.iter().min_by_key(|(size, now)| (std::cmp::Reverse(*size), *now));
        rest.push(largest.map_or(NO_PART, |(_, now)| *now));
    }
    let is_lost = |n: &usize| after[*n] == NO_PART || after[*n] != rest[before[*n]];
    landings.into_iter().filter(is_lost).collect()
}

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
        let order: Vec<usize> = (0..sizes.len()).collect();
        let order = sorted(order, &|a, b| sizes[*a] > sizes[*b]);
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
