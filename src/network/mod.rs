//! The cables as a network: how far and how fast between two places, over which corridor, and what a cut does.
//!
//! [`Network`] is built once from the map's data; it holds every node and edge whatever its status. A [`Scenario`] says
//! what is taken to stand: statuses, a year, corridors closed, cuts. The questions are functions of both:
//!
//! | question | asked of | answer |
//! |---|---|---|
//! | the best way by each corridor | [`compare::compare`] | [`compare::Comparison`] |
//! | what a cut does | [`effect::effect`] | [`effect::Effect`] |
//! | ways that share nothing | [`disjoint::disjoint`] | [`disjoint::Disjoint`] |
//! | single points of failure | [`weak::weak`] | [`weak::Weak`] |
//! | an incident of the past | [`incident::incident`] | a [`Scenario`] |
//!
//! Answers hold numbers, enums and indices of [`Network::nodes`], [`Network::edges`], [`Network::cables`] and
//! [`Network::chokepoints`], whose ids go into links; words are the caller's. The algorithms are our own: the graph has
//! some 600 nodes, corridors need a search in two layers and disjoint ways a flow of least cost, which `petgraph` has
//! not, and each generic instance of a library would cost the page more than these few lines. The Python library networkx
//! is their referee (`tests/reference/network.py`).

mod build;
pub mod chokepoints;
pub mod compare;
pub mod corridor;
pub mod cut;
pub mod disjoint;
pub mod effect;
mod end;
pub mod exposure;
mod graph;
pub mod incident;
pub mod latency;
pub mod nearest;
pub(crate) mod order;
mod scenario;
pub mod search;
pub mod single;
mod standing;
mod trouble;
pub mod way;
pub mod weak;
mod years;

pub use build::Building;
pub use corridor::{Corridor, Corridors};
pub use cut::{Cut, Cuts};
pub use graph::{Cable, Edge, EdgeKind, Network, Node, NodeKind};
pub use latency::Assumptions;
pub use scenario::Scenario;
pub use standing::Standing;
pub use trouble::{Remedy, Trouble};
pub use way::Way;
pub use years::Years;
