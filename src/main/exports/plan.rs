//! The opening of the planner.

#![allow(missing_docs, unreachable_pub, reason = "the macro's own items")]

use wasm_bindgen::prelude::*;

/// Mounts the panel in which cables are planned.
#[wasm_bindgen]
pub fn plan() {
    arctic_cable_map::plan::open();
}
