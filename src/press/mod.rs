//! The press: pictures of a state, alone or on a sheet, and the data that they show, made from the files of the map.
//!
//! It is an application of its own, fetched when somebody exports something (`src/main/press.rs`). A [`Request`] says what
//! is wanted, [`Studio::wanted`] which files that takes; whoever has put them in gets the picture as SVG, with its relief
//! still to be drawn ([`Picture::relief`]): a browser does that a few rows at a time.

mod files;
mod request;
mod studio;
#[cfg(target_arch = "wasm32")]
mod tools;
mod world;

pub use request::{Kind, Request};
pub use studio::{Picture, RELIEF, Studio, Tools};
#[cfg(target_arch = "wasm32")]
pub use tools::Browser;
