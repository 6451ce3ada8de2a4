//! How to draw it: small players of the display list.

#[cfg(target_arch = "wasm32")]
pub mod canvas;
mod svg;
mod trace;

pub use svg::{Ink, escape, svg_body, svg_document};
pub use trace::trace;
