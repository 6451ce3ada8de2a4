//! The page's entry: the application that a browser starts with.

#[cfg(target_arch = "wasm32")]
#[path = "main/exports/map.rs"]
mod exports;

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    println!("This program runs in a browser. Start it with: cargo xtask serve");
}
