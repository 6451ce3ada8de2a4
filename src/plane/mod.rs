//! Points, rectangles and affine maps in the plane.

mod affine;
mod rect;

pub use affine::Affine;
pub use rect::Rect;

/// A place in the plane. The variable says in which space: `in_map`, `in_screen`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Up in map space, down on the screen.
    pub y: f64,
}

impl Point {
    /// The point at `(x, y)`.
    #[must_use]
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// Straight distance to another point.
    #[must_use]
    pub fn distance(self, other: Self) -> f64 {
        let (dx, dy) = (self.x - other.x, self.y - other.y);
        (dx * dx + dy * dy).sqrt()
    }
}
