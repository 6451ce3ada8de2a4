//! Graph, latency, shortest and disjoint paths, cuts, scenarios; so far, latency along a cable and the
//! cables through a chokepoint.

pub mod chokepoints;
pub mod latency;
