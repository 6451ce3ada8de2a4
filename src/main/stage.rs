//! The entry of the stage: mounts stories and their presentation, in a browser that shows the map already.

#[cfg(target_arch = "wasm32")]
fn main() {
    arctic_cable_map::stage::open();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("This program runs in a browser. Start it with: cargo xtask serve");
}
