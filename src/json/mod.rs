//! JSON text → values and back, in few bytes.
//!
//! A reader of our own, though `serde_json` is well kept: the page only turns text into trees of
//! values, and for that alone the library made the first WebAssembly, whose limit is 150 000 bytes of
//! brotli, 6 800 larger: 168 464 with `serde_json` and 161 656 with this room. `serde_json` stays the
//! referee: `tests/json.rs` holds verdict, place of the fault and tree against it.

mod reader;
mod value;
mod writer;

pub use reader::{Error, Fault, MAX_DEPTH, parse};
pub use value::{Map, Value};
pub use writer::write;
