//! The map's own network of cables: what it answers, what the panel says of it, and what stories and quiz make of it.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test says what went wrong by stopping there"
)]

mod corridors;
#[path = "../common/network.rs"]
mod data;
mod lab;
mod reference;
mod story_numbers;
