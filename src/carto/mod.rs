//! Sphere → plane: projections, clipping, resampling, level of detail, graticule, viewport.
//!
//! Geometry flows and nothing stores half-way: a source (a [`Shapes`] level, a graticule line, a
//! cable) sends points of the sphere to [`ClipCap`], which cuts them to what the view shows and sends
//! them on to [`Resample`], which bends them as the projection bends and ends in a [`PlaneSink`].

mod clip;
mod graticule;
mod level;
mod lod;
mod projection;
mod resample;
mod scale;
mod stream;
mod view;

pub use clip::{Clip, ClipCap, Cut};
pub use graticule::{ARCTIC_CIRCLE_DEG, Graticule};
pub use lod::{Shape, Shapes};
pub use projection::{Conic, Distortion, EqualEarth, Keeps, Named, PROJECTIONS, Perspective, Projection, isometric};
pub use resample::Resample;
pub use scale::ScaleBar;
pub use stream::{PlaneSink, SphereSink};
pub use view::{Insets, Pose, Stop, View, Viewport};
