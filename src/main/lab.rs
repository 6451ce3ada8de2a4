//! The lab's entry: mounts the connectivity panel in a browser that shows the map already.

#[cfg(target_arch = "wasm32")]
fn main() {
    arctic_cable_map::lab::open();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("This program runs in a browser. Start it with: cargo xtask serve");
}
