//! The seabed's entry: a module without a page, which draws the relief and finds depths; the map fetches it with the
//! grids. It says nothing and shows nothing by itself.

#[cfg(target_arch = "wasm32")]
#[path = "exports/seabed.rs"]
mod exports;

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    println!("This program runs in a browser. Start it with: cargo xtask serve");
}
