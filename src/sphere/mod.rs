//! Positions, unit vectors, great circles, rotations and caps on a sphere.
//!
//! The map draws on a sphere of the Earth's mean radius. Distances that a reader sees are
//! geodesics on the WGS 84 ellipsoid ([`measure`]); everything that becomes a pixel uses unit
//! vectors, which have no singularity at the poles or at the antimeridian.

mod arc;
mod cap;
mod lonlat;
pub mod measure;
mod polygon;
mod rotation;
mod unit;

pub use arc::Arc;
pub use cap::Cap;
pub use lonlat::LonLat;
pub use polygon::contains;
pub use rotation::Rotation;
pub use unit::UnitVec;

/// Mean radius of the Earth in kilometres: R₁ of GRS 80 (Moritz 2000, *Journal of Geodesy* 74,
/// 128–133), as the `geo` crate uses it.
pub const EARTH_RADIUS_KM: f64 = 6_371.008_8;
