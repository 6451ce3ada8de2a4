//! Graph, latency, shortest and disjoint paths, cuts, scenarios; so far, latency along a cable, the
//! cables through a chokepoint and the landings nearest to a place.

pub mod chokepoints;
pub mod latency;
pub mod nearest;
