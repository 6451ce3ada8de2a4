//! The entry of the class: mounts quiz, worksheet, and what goes out to other pages, in a browser that shows the map already.

#[cfg(target_arch = "wasm32")]
fn main() {
    arctic_cable_map::stage::open_class();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("This program runs in a browser. Start it with: cargo xtask serve");
}
