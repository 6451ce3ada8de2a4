//! Bytes → validated features, with every problem reported; the only room that meets raw JSON.
//!
//! Reading never fails as a whole where a part can be kept: a bad feature costs itself, a bad
//! optional property costs that property, and each gives a [`Problem`] that names file, feature
//! and property.

mod catalog;
mod feature;
pub mod grid;
pub mod json;
mod lines;
pub(crate) mod magic;
pub mod own;
pub mod packed;
mod polygon;
mod problem;
pub mod reader;
mod seam;
mod shape;
pub mod stitch;
pub mod visvalingam;

pub use catalog::{Catalog, CatalogLayer, LayerKind, Tier};
pub use feature::{Feature, features};
pub use lines::lines_from_geojson;
pub use polygon::{Polygon, polygons_from_geojson};
pub use problem::{Code, Level, Problem, Report, fill};
pub use seam::cut_at_antimeridian;
pub(crate) use shape::positions;
pub use shape::{MAX_POSITIONS, Shape};
