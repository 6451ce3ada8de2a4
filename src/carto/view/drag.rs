//! Moving the map by hand: the point that is held stays under the finger.

use super::{Pose, Projection, View};
use crate::plane::Point;
use crate::sphere::UnitVec;

/// Steps towards the pose that holds the point; a few do, but at the limb of the globe.
const MAX_STEPS: usize = 24;
/// Near enough, in pixels.
const NEAR_PX: f64 = 1e-7;

impl View {
    /// The pose after the map was dragged by `(dx, dy)` pixels.
    #[must_use]
    pub fn dragged(&self, dx: f64, dy: f64) -> Pose {
        let c = self.viewport.free().centre();
        self.with_fixed(Point::new(c.x - dx, c.y - dy), c, 0.0, 0.0)
    }

    /// The pose after zooming by `octaves` and turning clockwise by `turn_deg` with the point of the
    /// map under `from` brought to `to`; a pinch does all three at once.
    ///
    /// The map keeps its size but for `octaves`: the globe its radius, Mercator's map its width. The zoom of the
    /// pose, which counts the scale of the middle, goes with the middle. Where `from` is outside the map, the middle
    /// is moved and zoomed instead. Where no pose brings the point to `to`, as beyond the limb of a globe, it is
    /// brought near.
    #[must_use]
    pub fn with_fixed(&self, from: Point, to: Point, octaves: f64, turn_deg: f64) -> Pose {
        let middle = self.viewport.free().centre();
        let (held, to) = match self.sphere_from_screen(from) {
            Some(p) => (p, to),
            None => (self.pose.centre.to_unit(), Point::new(middle.x + to.x - from.x, middle.y + to.y - from.y)),
        };
        let size_px = self.size_px() * octaves.clamp(-30.0, 30.0).exp2();
        let mut best = self.sized(Pose { turn_deg: self.pose.turn_deg + turn_deg, ..self.pose }, size_px);
        let mut off = best.offset(held, to);
        let mut share = 1.0;
        for _ in 0..MAX_STEPS {
            let Some((d, far)) = off.filter(|(_, far)| *far > NEAR_PX) else { break };
            let at = Point::new(middle.x - d.x * share, middle.y - d.y * share);
            let next = best.sized(Pose { centre: best.nearest_from_screen(at).to_lonlat(), ..best.pose }, size_px);
            let then = next.offset(held, to);
            if then.is_some_and(|(_, then)| then < 0.999 * far) {
                (best, off, share) = (next, then, f64::min(1.0, share * 2.0));
            } else if share > 0.01 {
                share /= 2.0;
            } else {
                break;
            }
        }
        best.pose
    }

    /// How far a point falls from a pixel; `None` where it is not on the map.
    fn offset(&self, p: UnitVec, to: Point) -> Option<(Point, f64)> {
        let at = self.screen_from_sphere(p)?;
        let d = Point::new(to.x - at.x, to.y - at.y);
        Some((d, d.x.hypot(d.y))).filter(|(_, far)| far.is_finite())
    }

    /// The measure of the map that dragging leaves as it is: pixels per radian at the middle of the perspective
    /// ones, at the equator of the others.
    fn size_px(&self) -> f64 {
        match self.projection {
            Projection::Conic(conic) => self.scale_px * (conic.n * conic.psi_1).exp(),
            Projection::Perspective(_) | Projection::EqualEarth(_) => self.scale_px,
        }
    }

    /// The map at a pose whose zoom is chosen so that the map has a size.
    fn sized(&self, pose: Pose, size_px: f64) -> Self {
        let like = Self::new(self.stop, pose, self.viewport);
        let zoom = like.pose.zoom + (size_px / like.size_px()).log2();
        Self::new(self.stop, Pose { zoom, ..like.pose }, self.viewport)
    }
}
