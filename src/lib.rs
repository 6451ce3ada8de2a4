//! The Arctic Cable Map: submarine-cable connectivity between Europe and Japan by the Arctic.
//!
//! The library is a house with one floor to a room; imports point down only, and
//! `tests/architecture.rs` says which file broke that. From the ground floor up:
//!
//! | room | one sentence |
//! |---|---|
//! | [`sphere`] | positions, unit vectors, great circles, rotations and caps on a sphere |
//! | [`plane`] | points, rectangles and affine maps in the plane |
//! | [`decimal`] | decimal numbers as text, both ways, in few bytes |
//! | [`elementary`] | functions of mathematics that browsers are slow to call |
//! | [`json`] | JSON text → values and back, in few bytes |
//! | [`i18n`] | locales, messages, numbers and units as people write them |
//! | [`carto`] | sphere → plane: projections, clipping, resampling, level of detail |
//! | [`geodata`] | bytes → validated features, with every problem reported |
//! | [`seaway`] | the shortest way through water between two shores |
//! | [`cable`] | the industry's nouns: system, segment, landing, provenance |
//! | [`network`] | the cables as a graph: latency, corridors, cuts, single points of failure |
//! | [`scene`] | what to draw: layers write one display list |
//! | [`paint`] | how to draw it: players of the display list, and how finely they play in motion |
//! | [`sheet`] | a map with legend, scale, credit and citation, to be printed or passed on |
//! | [`app`] | the application without a framework: state, actions, URL codec |
//! | [`story`] | tours of the map: read, checked, made and written |
//! | `web` | the browser, as the applications of the page meet it |
//! | [`press`] | pictures of a state, and the data in them: from files to SVG, GeoJSON, CSV |
//! | `beside` | what the applications beside the map share: its state, the data with all facts, words |
//! | `desk` | the panels for reading: an application fetched when it is wanted |
//! | `find` | the panels for finding: search, filters, lists, the table |
//! | `lab` | the connectivity panel: how far, how fast, what if |
//! | `plan` | cables that somebody plans: the shortest way by water, and what it would change |
//! | `stage` | stories and their presentation, and the map put into other pages |
//! | `ui` | the map and what stands around it: the application that the page starts with |
//!
//! Data flows one way: GeoJSON bytes → features and problems → systems → scene layers and
//! a view → display list → canvas, SVG or trace. Events go the other way: gesture → action →
//! state → display list.

pub mod app;
#[cfg(target_arch = "wasm32")]
mod beside;
pub mod cable;
pub mod carto;
pub mod decimal;
#[cfg(target_arch = "wasm32")]
pub mod desk;
pub mod elementary;
#[cfg(target_arch = "wasm32")]
pub mod find;
pub mod geodata;
pub mod i18n;
pub mod json;
#[cfg(target_arch = "wasm32")]
pub mod lab;
pub mod network;
pub mod paint;
#[cfg(target_arch = "wasm32")]
pub mod plan;
pub mod plane;
pub mod press;
pub mod scene;
pub mod seaway;
pub mod sheet;
pub mod sphere;
#[cfg(target_arch = "wasm32")]
pub mod stage;
pub mod story;
#[cfg(target_arch = "wasm32")]
pub mod ui;
#[cfg(target_arch = "wasm32")]
mod web;
