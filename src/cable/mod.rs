//! The industry's nouns: system, segment, landing, branching unit, sea, country, and where each fact is from.

mod atlas;
mod chart;
mod check;
mod claim;
mod country;
mod entity;
mod extract;
pub mod gazetteer;
mod geometry;
mod mark;
mod read;
mod route;
mod sea_area;
mod sea_names;
mod source;
mod status;
mod text;

pub use atlas::{Atlas, Reading};
pub use chart::{Chart, ChartLanding, ChartSea, ChartSegment, ChartSystem};
pub use claim::{Claim, Confidence, Fact};
pub use country::Country;
pub use entity::{BranchingUnit, Course, Landing, PositionKind, Role, Sea, Segment, System};
pub use extract::Extract;
pub use gazetteer::Gazetteer;
pub use mark::{Mark, MarkKind, marks};
pub use sea_area::{SeaArea, sea_areas};
pub use sea_names::sea_names;
pub use source::{Source, SourceKind};
pub use status::Status;
pub use text::Text;
