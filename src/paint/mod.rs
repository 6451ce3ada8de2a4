//! How to draw it: small players of the display list.

#[cfg(target_arch = "wasm32")]
pub mod canvas;
mod document;
pub mod pace;
mod svg;
mod trace;
mod xml;

pub use document::{About, Relief, svg_document, svg_picture, svg_root};
pub use svg::{Ink, svg_body};
pub use trace::trace;
pub use xml::{escape, number};
