//! What the desk offers to the page: its opening, and the packing of a host's files; `src/web/applications.js` calls it.

#![allow(missing_docs, unreachable_pub, reason = "the macro's own items")]

use wasm_bindgen::prelude::*;

/// Mounts the panels for reading.
#[wasm_bindgen]
pub fn desk() {
    arctic_cable_map::desk::open();
}

/// The packed form of the lines or the areas of a GeoJSON file.
#[wasm_bindgen]
pub fn pack(file: &str, is_lines: bool, bytes: &[u8]) -> Vec<u8> {
    arctic_cable_map::desk::pack(file, is_lines, bytes)
}
