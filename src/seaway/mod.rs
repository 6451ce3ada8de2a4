//! The shortest way through water between two shores.
//!
//! [`Waters`] holds the shore, for exact questions ([`Shore`]), and a graph of the water ([`Grid`]):
//! a cubed sphere with cells of 7 to 10 km by the shore and blocks of up to 80 km in the open. By
//! the shore every piece of water of a cell is a node of its own, told apart on a raster of 300 m,
//! so a strait narrower than a cell stays open and a spit stays shut. A way is a shortest chain of
//! nodes, held against the shore itself wherever land is near, and pulled taut.

mod arc;
mod avoid;
mod cube;
mod end;
mod grid;
mod ice;
mod land;
mod local;
mod packed;
mod plan;
mod planner;
mod pull;
mod raster;
mod search;
mod shore;
mod survey;
mod trouble;
mod vector;
pub mod wire;

pub use avoid::{Area, Avoid};
pub use grid::Grid;
pub use ice::Mask;
pub use land::{BEACH_KM, MAX_BEACH_KM, OnLand, land_crossings, land_faults};
pub use plan::{Options, Waters, Way};
pub use planner::{Help, Planned, Planner, Refusal, Wish};
pub use search::{Cell, Cost, Shut};
pub use shore::{Nearest, Shore};
pub use survey::Survey;
pub use trouble::{Stop, Trouble};
