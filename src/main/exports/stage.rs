//! The opening of the stage.

#![allow(missing_docs, unreachable_pub, reason = "the macro's own items")]

use wasm_bindgen::prelude::*;

/// Mounts stories and their presentation.
#[wasm_bindgen]
pub fn stage() {
    arctic_cable_map::stage::open();
}
