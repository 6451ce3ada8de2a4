//! The opening of the map.

#![allow(missing_docs, unreachable_pub, reason = "the macro's own items")]

use wasm_bindgen::prelude::*;

/// Mounts the map and what stands around it.
#[wasm_bindgen]
pub fn map() {
    arctic_cable_map::ui::mount();
}
