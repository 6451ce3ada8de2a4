//! Graph, latency, shortest and disjoint paths, cuts, scenarios; so far, latency along a cable.

pub mod latency;
