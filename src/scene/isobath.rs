//! Lines of equal depth, as the map keeps them.

use crate::sphere::{Cap, UnitVec};

/// A map is near from this scale on, and shows more depths.
const NEAR_KM_PER_PX: f64 = 4.0;

/// A piece of a line of equal depth, small enough to be left out when it is off the screen.
#[derive(Clone, Debug)]
pub struct Contour {
    /// Metres below the sea's surface.
    pub depth_m: f64,
    /// The line; the last point of a piece is the first of the next.
    pub points: Vec<UnitVec>,
    /// Holds all of its points.
    pub cap: Cap,
}

impl Contour {
    /// A line at a depth.
    #[must_use]
    pub fn new(depth_m: f64, points: Vec<UnitVec>) -> Self {
        Self { depth_m, cap: Cap::bounding(points.iter().copied()), points }
    }

    /// Whether a map of that scale shows the lines for near.
    #[must_use]
    pub fn is_near(km_per_px: f64) -> bool {
        km_per_px <= NEAR_KM_PER_PX
    }
}

/// What the map shows of the seabed: whether there is a relief, and the contours from afar and from near.
#[derive(Debug, Default)]
pub(super) struct Seabed {
    pub(super) has_relief: bool,
    pub(super) contours: [Vec<Contour>; 2],
}

impl Seabed {
    /// The lines for a map of that scale; as long as they are not there, the others.
    pub(super) fn contours(&self, km_per_px: f64) -> &[Contour] {
        let [far, near] = &self.contours;
        if Contour::is_near(km_per_px) && !near.is_empty() { near } else { far }
    }
}
