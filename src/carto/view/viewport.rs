//! The canvas, and the place on the Earth that is looked at.

use crate::plane::Rect;
use crate::sphere::LonLat;

/// Space at the edges that panels cover, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Insets {
    /// Left.
    pub left: f64,
    /// Top.
    pub top: f64,
    /// Right.
    pub right: f64,
    /// Bottom.
    pub bottom: f64,
}

/// The canvas: its size and the space that panels cover.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels.
    pub height: f64,
    /// What panels cover.
    pub insets: Insets,
}

impl Viewport {
    /// A canvas without panels.
    #[must_use]
    pub fn plain(width: f64, height: f64) -> Self {
        Self { width, height, insets: Insets::default() }
    }

    /// The whole canvas.
    #[must_use]
    pub fn rect(&self) -> Rect {
        Rect::new(0.0, 0.0, self.width, self.height)
    }

    /// Where labels may stand: not below the sheet of a small screen, which is always there.
    #[must_use]
    pub fn label_area(&self) -> Rect {
        Rect::new(self.insets.left, 0.0, self.width, self.height - self.insets.bottom)
    }

    /// The corner that the map's buttons cover.
    #[must_use]
    pub fn buttons(&self) -> Rect {
        let bottom = self.height - self.insets.bottom;
        Rect::new(self.width - 60.0, bottom - 250.0, self.width, bottom)
    }

    /// The part that no panel covers; at least 80 px each way, so that the map has a scale.
    #[must_use]
    pub fn free(&self) -> Rect {
        let i = self.insets;
        let (w, h) = ((self.width - i.left - i.right).max(80.0), (self.height - i.top - i.bottom).max(80.0));
        Rect::new(i.left, i.top, i.left + w, i.top + h)
    }
}

/// Where the map is looked at: the point in the middle of the free area, zoom and turn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pose {
    /// The middle.
    pub centre: LonLat,
    /// Octaves of the scale at the middle; 0 on the polar map shows the whole Arctic, each step doubles the scale.
    pub zoom: f64,
    /// Clockwise turn in degrees.
    pub turn_deg: f64,
}

impl Pose {
    /// The home view: the routes between Europe and Japan, 75° E pointing down.
    pub const HOME: Self = Self { centre: LonLat { lon_deg: 146.0, lat_deg: 82.0 }, zoom: 0.0, turn_deg: 0.0 };
}
