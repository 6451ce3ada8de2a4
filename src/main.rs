//! The page's entry: mounts the application in a browser.

#[cfg(target_arch = "wasm32")]
fn main() {
    arctic_cable_map::ui::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("This program runs in a browser. Start it with: cargo xtask serve");
}
