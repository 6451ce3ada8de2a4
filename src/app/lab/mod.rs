//! How far, how fast, what if: the questions to the network of cables as the page asks them, and its answers in words.
//!
//! [`Asked`] reads a question from the keys `from`, `to`, `via`, `cut` and `year` of the state; [`Ways`], [`Harm`],
//! [`Frail`] and [`Gauge`] are answers, ready to be shown: rows with texts, numbers and the lines to draw.

mod asked;
mod frail;
mod gauge;
mod harm;
mod machines;
mod name;
mod position;
mod trouble;
mod under;
mod via;
mod ways;

pub use asked::{Asked, cut_text, usual_hubs, usual_pairs};
pub use frail::{Apartness, Frail, Weakness, apartness};
pub use gauge::{Gauge, Leg};
pub use harm::{Change, Harm, crosses, fate_message};
pub use machines::{Machines, Pair};
pub use name::{Known, corridor_message};
pub use position::read_position;
pub use trouble::sentence;
pub use under::{STEP_KM, Under, soundings};
pub use via::{ASSUMPTIONS, Assumed, base, read_via, write_via};
pub use ways::{Claim, DRAWN, Row, Ways, lines};
