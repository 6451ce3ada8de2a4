//! The press's entry: a module without a page, which makes pictures, citations and tables; fetched when somebody exports.
//! `src/press/page.js` does with it what the page offers: it fetches the files, draws the relief, makes dots of lines.

#[cfg(target_arch = "wasm32")]
#[path = "exports/press.rs"]
mod exports;

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    println!("This program runs in a browser. Start it with: cargo xtask serve");
}
