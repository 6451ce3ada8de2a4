//! The entry of all applications in one, for a page that has everything inside: what they share is there once. Each is still an
//! instance of its own.

#[cfg(target_arch = "wasm32")]
#[path = "exports/class.rs"]
mod class;
#[cfg(target_arch = "wasm32")]
#[path = "exports/desk.rs"]
mod desk;
#[cfg(target_arch = "wasm32")]
#[path = "exports/find.rs"]
mod find;
#[cfg(target_arch = "wasm32")]
#[path = "exports/lab.rs"]
mod lab;
#[cfg(target_arch = "wasm32")]
#[path = "exports/map.rs"]
mod map;
#[cfg(target_arch = "wasm32")]
#[path = "exports/press.rs"]
mod press;
#[cfg(target_arch = "wasm32")]
#[path = "exports/seabed.rs"]
mod seabed;
#[cfg(target_arch = "wasm32")]
#[path = "exports/stage.rs"]
mod stage;

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    println!("This program runs in a browser. Start it with: cargo xtask serve");
}
