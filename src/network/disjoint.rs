//! Ways that share nothing, and the least that must fail to part two ends.
//!
//! By Menger's theorem the most ways without a common edge (or node) are as many as the fewest edges (or nodes) whose loss
//! parts the ends. Both come from a flow of least cost, found by the shortest way at a time through what is left
//! (Suurballe 1974, doi 10.1002/net.3230040204; Bellman and Ford for costs below zero): the ways found are those with the
//! least length in all.

use super::order::sorted;
use super::search::Path;
use super::{Assumptions, EdgeKind, Network, NodeKind, Standing, Way};

/// What ways must not have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Apart {
    /// Segments.
    Edges,
    /// Landings and branching units, and so segments too.
    Nodes,
}

/// Backhaul as short as this is within the town: its landing does not count as a node on the way.
const IN_TOWN_KM: f64 = 30.0;
/// More than any number of ways.
const MANY: u32 = 1_000_000;

/// Ways that have nothing in common, and what they all hang on.
#[derive(Clone, Debug, PartialEq)]
pub struct Disjoint {
    /// The ways, the fastest first; as many as there can be.
    pub ways: Vec<Way>,
    /// A smallest set of edges whose loss parts the ends, the one nearest to the first end; empty where they are joined by
    /// land alone.
    pub cut_edges: Vec<usize>,
    /// The same of nodes; with [`Apart::Edges`] empty. Where edges join the ends without a node between, they are in
    /// [`Disjoint::cut_edges`].
    pub cut_nodes: Vec<usize>,
    /// Chokepoints that more than one of the ways passes, with the number of ways: what fails together.
    pub shared: Vec<(usize, usize)>,
}

/// The most ways between two nodes that have nothing in common, in all as short as can be.
#[must_use]
pub fn disjoint(
    network: &Network,
    standing: &Standing,
    assumptions: &Assumptions,
    ends: [usize; 2],
    apart: Apart,
) -> Disjoint {
    let costs = assumptions.costs(network);
    let mut flow = Flow::new(network, standing, &costs, ends, apart);
    while flow.augment() {}
    let ways: Vec<Way> = flow.paths(network, &costs).into_iter().map(|p| Way::new(network, p, assumptions)).collect();
    let ways = sorted(ways, &|a, b| a.rtt_ms < b.rtt_ms);
    let (cut_edges, cut_nodes) = flow.cut();
    let is_land = |e: &usize| network.edges[*e].kind == EdgeKind::Backhaul;
    let (cut_edges, cut_nodes) =
        if cut_edges.iter().any(is_land) { Default::default() } else { (cut_edges, cut_nodes) };
    let passing = |c: usize| ways.iter().filter(|w| w.chokepoints.contains(&c)).count();
    let shared = (0..network.chokepoints.len()).map(|c| (c, passing(c))).filter(|(_, n)| *n > 1).collect();
    Disjoint { ways, cut_edges, cut_nodes, shared }
}

/// What an arc stands for.
#[derive(Clone, Copy, PartialEq)]
enum Of {
    Edge(usize),
    Node(usize),
}

/// An arc from one state to another; the one after an even one is its way back.
struct Arc {
    to: usize,
    room: u32,
    cost: f64,
    of: Of,
}

/// Each node is two states: `2n`, where ways come in, and `2n + 1`, where they go out. Behind those of all nodes comes a
/// third of each, which only ways by land alone pass.
struct Flow {
    arcs: Vec<Arc>,
    at: Vec<Vec<usize>>,
    source: usize,
    sink: usize,
}

impl Flow {
    fn new(network: &Network, standing: &Standing, costs: &[f64], [from, to]: [usize; 2], apart: Apart) -> Self {
        let count = network.nodes.len();
        let mut out = Self { arcs: Vec::new(), at: vec![Vec::new(); 3 * count], source: 2 * from + 1, sink: 2 * to };
        let in_town = |n: usize| {
            [from, to].iter().any(|end| {
                let near = |e: &usize| network.edges[*e].other(*end) == n && network.edges[*e].drawn_km <= IN_TOWN_KM;
                n == *end || network.nodes[*end].kind == NodeKind::Place && network.links(*end).iter().any(near)
            })
        };
        let room = |n: usize| if apart == Apart::Nodes && !in_town(n) { 1 } else { MANY };
        for node in (0..count).filter(|n| network.nodes[*n].kind != NodeKind::Place || in_town(*n)) {
            out.add(2 * node, 2 * node + 1, room(node), 0.0, Of::Node(node));
        }
        // A way by land alone counts once: else there would be as many of them as backhaul has room for.
        let is_near =
            |n: usize, end: usize| network.links(end).iter().any(|e| network.edges[*e].is_backhaul_of(end, n));
        let is_between = |n: usize| room(n) == MANY && is_near(n, from) && is_near(n, to);
        for (i, edge) in network.edges.iter().enumerate().filter(|(i, _)| standing.edges[*i]) {
            let by_land = edge.kind == EdgeKind::Backhaul;
            for [a, b] in [edge.ends, [edge.ends[1], edge.ends[0]]] {
                if by_land && a == from && is_between(b) {
                    // On to a cable, or by land to the other end.
                    out.add(2 * a + 1, 2 * b + 1, MANY, costs[i], Of::Edge(i));
                    out.add(2 * a + 1, 2 * count + b, 1, costs[i], Of::Edge(i));
                } else if by_land && b == to && is_between(a) {
                    out.add(2 * a, 2 * b, MANY, costs[i], Of::Edge(i));
                    out.add(2 * count + a, 2 * b, 1, costs[i], Of::Edge(i));
                } else {
                    let room = if by_land && [a, b] != [from, to] { MANY } else { 1 };
                    out.add(2 * a + 1, 2 * b, room, costs[i], Of::Edge(i));
                }
            }
        }
        out
    }

    fn add(&mut self, from: usize, to: usize, room: u32, cost: f64, of: Of) {
        self.at[from].push(self.arcs.len());
        self.arcs.push(Arc { to, room, cost, of });
        self.at[to].push(self.arcs.len());
        self.arcs.push(Arc { to: from, room: 0, cost: -cost, of });
    }

    /// The least cost from the source to each state through what has room, and the arc by which it is reached.
    fn tree(&self) -> (Vec<f64>, Vec<usize>) {
        let mut cost = vec![f64::INFINITY; self.at.len()];
        let mut by = vec![usize::MAX; self.at.len()];
        let mut waits = vec![false; self.at.len()];
        let mut queue = std::collections::VecDeque::from([self.source]);
        cost[self.source] = 0.0;
        while let Some(here) = queue.pop_front() {
            waits[here] = false;
            for &arc in &self.at[here] {
                let Arc { to, room, cost: more, .. } = self.arcs[arc];
                // Rounding must not make a round that costs nothing look as if it saved something.
                if room > 0 && cost[here] + more < cost[to] - 1e-9 {
                    cost[to] = cost[here] + more;
                    by[to] = arc;
                    if !waits[to] {
                        waits[to] = true;
                        queue.push_back(to);
                    }
                }
            }
        }
        (cost, by)
    }

    /// One way more; `false` where there is none.
    fn augment(&mut self) -> bool {
        let (cost, by) = self.tree();
        if !cost[self.sink].is_finite() {
            return false;
        }
        let mut here = self.sink;
        while here != self.source {
            let arc = by[here];
            self.arcs[arc].room -= 1;
            self.arcs[arc ^ 1].room += 1;
            here = self.arcs[arc ^ 1].to;
        }
        true
    }

    /// The flow as ways from end to end.
    fn paths(&self, network: &Network, costs: &[f64]) -> Vec<Path> {
        // Flow through an arc is the room of its way back; there and back on one edge is no flow.
        let mut flow: Vec<u32> =
            (0..self.arcs.len()).map(|i| if i % 2 == 0 { self.arcs[i + 1].room } else { 0 }).collect();
        let mut out = Vec::new();
        loop {
            let mut path = Path { nodes: vec![self.source / 2], edges: Vec::new(), cost: 0.0 };
            let mut here = self.source;
            while here != self.sink {
                let Some(&arc) = self.at[here].iter().find(|a| flow[**a] > 0) else { break };
                flow[arc] -= 1;
                here = self.arcs[arc].to;
                if let Of::Edge(edge) = self.arcs[arc].of {
                    path.cost += costs[edge];
                    path.edges.push(edge);
                    path.nodes.push(network.edges[edge].other(path.nodes[path.nodes.len() - 1]));
                }
            }
            if here != self.sink {
                return out;
            }
            out.push(path);
        }
    }

    /// The edges and nodes that lead from what the source still reaches to what it does not.
    fn cut(&self) -> (Vec<usize>, Vec<usize>) {
        let (cost, _) = self.tree();
        let (mut edges, mut nodes) = (Vec::new(), Vec::new());
        for (i, arc) in self.arcs.iter().enumerate().step_by(2) {
            let from = self.arcs[i + 1].to;
            if cost[from].is_finite() && !cost[arc.to].is_finite() {
                match arc.of {
                    Of::Edge(edge) => edges.push(edge),
                    Of::Node(node) => nodes.push(node),
                }
            }
        }
        (edges, nodes)
    }
}
