//! The opening of what finds.

#![allow(missing_docs, unreachable_pub, reason = "the macro's own items")]

use wasm_bindgen::prelude::*;

/// Mounts search, filters, lists and the table.
#[wasm_bindgen]
pub fn find() {
    arctic_cable_map::find::open();
}
