//! The desk's entry: mounts the panels for reading in a browser that shows the map already.

#[cfg(target_arch = "wasm32")]
fn main() {
    arctic_cable_map::desk::open();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("This program runs in a browser. Start it with: cargo xtask serve");
}

#[cfg(target_arch = "wasm32")]
#[allow(missing_docs, unreachable_pub, reason = "the macro's own items; src/ui/desk.js is the only caller")]
mod exports {
    use wasm_bindgen::prelude::*;

    /// The packed form of the lines or the areas of a GeoJSON file.
    #[wasm_bindgen]
    pub fn pack(file: &str, is_lines: bool, bytes: &[u8]) -> Vec<u8> {
        arctic_cable_map::desk::pack(file, is_lines, bytes)
    }
}
