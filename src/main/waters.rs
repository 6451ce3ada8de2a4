//! The waters' entry: a worker without a page, which finds ways through the sea. It says nothing and shows nothing by itself.

#[cfg(target_arch = "wasm32")]
#[path = "exports/waters.rs"]
mod exports;

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    println!("This program runs in a browser. Start it with: cargo xtask serve");
}
