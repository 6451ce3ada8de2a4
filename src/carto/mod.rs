//! Sphere → plane: projections, clipping, resampling, level of detail, graticule, viewport.
//!
//! Geometry flows and nothing stores half-way: a source (a [`Shapes`] level, a graticule line, a
//! cable) sends points of the sphere to [`ClipCap`], which cuts them to a spherical cap and sends
//! them on to [`Resample`], which bends them as the projection bends and ends in a [`PlaneSink`].

mod clip;
mod graticule;
mod level;
mod lod;
mod perspective;
mod resample;
mod scale;
mod stream;
mod view;

pub use clip::ClipCap;
pub use graticule::{ARCTIC_CIRCLE_DEG, Graticule};
pub use lod::{Shape, Shapes};
pub use perspective::Perspective;
pub use resample::Resample;
pub use scale::ScaleBar;
pub use stream::{PlaneSink, SphereSink};
pub use view::{Insets, Pose, View, Viewport};
