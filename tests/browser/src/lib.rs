//! What a visitor can do with the built site, in words that tests read well.
//!
//! A test calls [`visit`] with a [`Setup`] and speaks to the [`Page`] that it gets. Afterwards the
//! visit fails when the console holds an error, or when anything was asked of another origin.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "all of it is test code: it says what went wrong by stopping there"
)]

mod access;
mod axe;
pub mod bench;
mod browser;
mod disk;
mod engine;
pub mod keys;
mod noise;
mod page;
mod places;
mod real;
mod server;
mod visit;

pub use access::{Access, Function, Place};
pub use browser::Habits;
pub use engine::{Ability, Engine, say_skipped};
pub use page::{Page, Point, Problem, Stats};
pub use real::{FOLDER, Real, documented_policy};
pub use server::{Fault, Site};
pub use visit::{Setup, visit};
