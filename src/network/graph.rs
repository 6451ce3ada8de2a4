//! Nodes and edges: landings, branching units and places, joined by segments, lines over land and backhaul.

use super::years::Years;
use super::{Assumptions, Corridor, Corridors};
use crate::cable::Status;
use crate::sphere::LonLat;

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// Where a cable comes ashore, or a town where lines over land meet.
    Landing,
    /// A splitter at sea.
    BranchingUnit,
    /// A city or a supercomputer: an end of a comparison, never passed on the way.
    Place,
}

/// A point where edges meet.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Its id in the data.
    pub id: String,
    /// What it is.
    pub kind: NodeKind,
    /// ISO 3166-1 alpha-2; empty at sea.
    pub country: String,
    /// Where it is.
    pub at: LonLat,
}

/// What an edge is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EdgeKind {
    /// A segment at sea.
    Sea,
    /// A line over land.
    Land,
    /// From a place to a landing near it, of which nothing is published.
    Backhaul,
}

/// What joins two nodes.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// The segment's id; of backhaul empty.
    pub id: String,
    /// The nodes that it joins; it is used both ways.
    pub ends: [usize; 2],
    /// What it is.
    pub kind: EdgeKind,
    /// The cable system; `None` for backhaul.
    pub cable: Option<usize>,
    /// Length of the line as drawn, in kilometres: the route.
    pub drawn_km: f64,
    /// Cable length of this segment alone, where it is published.
    pub published_km: Option<f64>,
    /// The chokepoints that it passes.
    pub chokepoints: Vec<usize>,
    /// The corridors whose wall it crosses.
    pub crosses: Corridors,
}

impl Edge {
    /// Kilometres of cable: as published, else the drawn line and what the assumptions add.
    #[must_use]
    pub fn cable_km(&self, assumptions: &Assumptions) -> f64 {
        let added = if self.kind == EdgeKind::Sea { assumptions.sea_slack } else { assumptions.land_detour };
        self.published_km.unwrap_or(self.drawn_km * (1.0 + added))
    }

    /// The end that is not `node`.
    #[must_use]
    pub fn other(&self, node: usize) -> usize {
        self.ends[usize::from(self.ends[0] == node)]
    }

    /// Whether it is how the traffic of that place comes to that landing.
    #[must_use]
    pub fn is_backhaul_of(&self, place: usize, landing: usize) -> bool {
        self.kind == EdgeKind::Backhaul && self.ends == [place, landing]
    }
}

/// A cable system, as far as the network asks.
#[derive(Clone, Debug, PartialEq)]
pub struct Cable {
    /// Its id.
    pub id: String,
    /// How far it has come; `None` where that is not known.
    pub status: Option<Status>,
    /// When it stands.
    pub years: Years,
}

/// Every node and edge of the data, whatever its status.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Network {
    /// Landings and branching units, then places.
    pub nodes: Vec<Node>,
    /// Segments, then backhaul.
    pub edges: Vec<Edge>,
    /// Cable systems.
    pub cables: Vec<Cable>,
    /// Ids of the chokepoints.
    pub chokepoints: Vec<String>,
    /// The edges at each node.
    links: Vec<Vec<usize>>,
}

impl Network {
    /// The network of those parts; edges between nodes that are not there are left out.
    #[must_use]
    pub fn new(nodes: Vec<Node>, edges: Vec<Edge>, cables: Vec<Cable>, chokepoints: Vec<String>) -> Self {
        let mut out = Self { links: vec![Vec::new(); nodes.len()], nodes, edges: Vec::new(), cables, chokepoints };
        for edge in edges {
            out.add_edge(edge);
        }
        out
    }

    /// Adds an edge, as of a cable that is planned on the map. Without two different nodes that are there it is nothing.
    pub fn add_edge(&mut self, edge: Edge) {
        let [a, b] = edge.ends;
        if a != b && a < self.nodes.len() && b < self.nodes.len() {
            self.links[a].push(self.edges.len());
            self.links[b].push(self.edges.len());
            self.edges.push(edge);
        }
    }

    /// Adds a node and returns its index.
    pub fn add_node(&mut self, node: Node) -> usize {
        self.nodes.push(node);
        self.links.push(Vec::new());
        self.nodes.len() - 1
    }

    /// The edges at a node.
    #[must_use]
    pub fn links(&self, node: usize) -> &[usize] {
        &self.links[node]
    }

    /// The system of that id.
    #[must_use]
    pub fn cable(&self, id: &str) -> Option<usize> {
        self.cables.iter().position(|c| c.id == id)
    }

    /// The segment of that id.
    #[must_use]
    pub fn edge(&self, id: &str) -> Option<usize> {
        self.edges.iter().position(|e| e.id == id && e.kind != EdgeKind::Backhaul)
    }

    /// The landing or branching unit of that id.
    #[must_use]
    pub fn landing(&self, id: &str) -> Option<usize> {
        self.nodes.iter().position(|n| n.id == id && n.kind != NodeKind::Place)
    }

    /// The place of that id.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<usize> {
        self.nodes.iter().position(|n| n.id == id && n.kind == NodeKind::Place)
    }

    /// The systems over the Arctic that are not in service but may come: proposed, planned or being laid, with an edge
    /// through the wall of [`Corridor::Arctic`].
    #[must_use]
    pub fn proposals(&self) -> Vec<usize> {
        let over = |cable: usize| self.edges.iter().any(|e| e.cable == Some(cable) && e.crosses.has(Corridor::Arctic));
        let may_come = |status| matches!(status, Some(Status::Proposed | Status::Planned | Status::UnderConstruction));
        (0..self.cables.len()).filter(|c| may_come(self.cables[*c].status) && over(*c)).collect()
    }
}
