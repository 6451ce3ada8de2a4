//! The two kinds of sinks that geometry flows into.

use crate::plane::Point;
use crate::sphere::UnitVec;

/// Receives lines and polygons on the sphere, vertex by vertex.
///
/// A polygon is a group of rings between [`SphereSink::polygon_start`] and
/// [`SphereSink::polygon_end`]; its rings are closed without repeating the first vertex and have
/// the inside on the left. Outside such a group, `line_start` … `line_end` is an open line.
/// Vertices are joined by great-circle arcs.
pub trait SphereSink {
    /// A line, or a ring of the polygon under way, begins.
    fn line_start(&mut self);
    /// The next vertex.
    fn point(&mut self, p: UnitVec);
    /// The line or ring ends.
    fn line_end(&mut self);
    /// A polygon begins.
    fn polygon_start(&mut self) {}
    /// The polygon ends.
    fn polygon_end(&mut self) {}
}

/// Receives paths in the plane.
pub trait PlaneSink {
    /// A new subpath begins.
    fn move_to(&mut self, p: Point);
    /// A straight line to the next vertex.
    fn line_to(&mut self, p: Point);
    /// Back to where the subpath began.
    fn close(&mut self);
}
