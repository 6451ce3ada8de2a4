//! The class's entry: quiz, worksheet, sharing and the builder of embeds, in a browser that shows the map already.

#[cfg(target_arch = "wasm32")]
#[path = "exports/class.rs"]
mod exports;

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    println!("This program runs in a browser. Start it with: cargo xtask serve");
}
