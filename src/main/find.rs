//! The entry of what finds: mounts search, filters, lists and the table in a browser that shows the map already.

#[cfg(target_arch = "wasm32")]
fn main() {
    arctic_cable_map::find::open();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("This program runs in a browser. Start it with: cargo xtask serve");
}
