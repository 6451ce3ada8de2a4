//! The planner's entry: the panel in which cables are planned, in a browser that shows the map already.

#[cfg(target_arch = "wasm32")]
#[path = "exports/plan.rs"]
mod exports;

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    println!("This program runs in a browser. Start it with: cargo xtask serve");
}
