//! The opening of the connectivity panel.

#![allow(missing_docs, unreachable_pub, reason = "the macro's own items")]

use wasm_bindgen::prelude::*;

/// Mounts the connectivity panel.
#[wasm_bindgen]
pub fn lab() {
    arctic_cable_map::lab::open();
}
