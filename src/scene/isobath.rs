//! Lines of equal depth, as the map keeps them.

use super::outline::Outline;
use crate::sphere::UnitVec;

/// A map is near from this scale on, and shows more depths.
const NEAR_KM_PER_PX: f64 = 4.0;

/// A piece of a line of equal depth, small enough to be left out when it is off the screen.
#[derive(Clone, Debug)]
pub struct Contour {
    /// Metres below the sea's surface.
    pub depth_m: f64,
    /// The line; the last point of a piece is the first of the next.
    pub points: Vec<UnitVec>,
}

/// Such a piece, ready to be drawn.
#[derive(Debug)]
pub(super) struct Isobath {
    pub(super) depth_m: f64,
    pub(super) outline: Outline,
}

impl From<Contour> for Isobath {
    fn from(Contour { depth_m, points }: Contour) -> Self {
        Self { depth_m, outline: Outline::through(&points) }
    }
}

impl Contour {
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
    pub(super) contours: [Vec<Isobath>; 2],
}

impl Seabed {
    /// The lines for a map of that scale; as long as they are not there, the others.
    pub(super) fn contours(&self, km_per_px: f64) -> &[Isobath] {
        let [far, near] = &self.contours;
        if Contour::is_near(km_per_px) && !near.is_empty() { near } else { far }
    }
}
