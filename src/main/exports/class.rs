//! The opening of the class.

#![allow(missing_docs, unreachable_pub, reason = "the macro's own items")]

use wasm_bindgen::prelude::*;

/// Mounts quiz, worksheet, sharing and the builder of embeds.
#[wasm_bindgen(js_name = openClass)]
pub fn class() {
    arctic_cable_map::stage::open_class();
}
