//! What to draw: layers write one display list from a world, a view and what the reader chose.

mod around;
mod cable_line;
mod display_list;
mod fan;
mod isobath;
pub mod label;
mod lanes;
pub mod layer;
mod line;
mod lit;
mod outline;
mod overlay;
mod pick;
pub mod relief;
mod style;
mod thin;
mod world;

pub use cable_line::CableLine;
pub use display_list::{Align, DisplayList, Lettering, Op, Step};
pub use isobath::Contour;
pub use layer::{Frame, Group, LAYERS, Layer, SWITCHES, Sign, Switch, Words, build, build_above, needs, shows};
pub use overlay::look_stroke;
pub use pick::{Picked, pick};
pub use style::{Colour, FontId, Palette, StrokeId, cable_colour, cable_stroke, family, quiet_colour, theme_css};
pub use world::{World, is_quiet, rank};
