//! Moving the map by hand: the point that is held stays under the finger.

use super::{Pose, Projection, Stop, View};
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
    /// brought near. A globe is turned only where it must be, as when it is dragged over a pole.
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
        match off {
            // The pole is in the way of a globe that keeps north up: then it turns.
            Some((_, far)) if far > 1.0 && self.stop == Stop::GLOBE => best.rolled(held, to).unwrap_or(best.pose),
            _ => best.pose,
        }
    }

    /// The pose of a globe after the shortest roll that brings a point to a pixel; `None` where the pixel is beside
    /// the globe.
    fn rolled(&self, held: UnitVec, to: Point) -> Option<Pose> {
        let (turn_sin, turn_cos) = self.pose.turn_deg.to_radians().sin_cos();
        // On the screen, y up, z to the eye.
        let seen = |p: UnitVec| {
            let q = self.rotation.apply(p);
            UnitVec::new_unchecked(q.x * turn_cos + q.y * turn_sin, q.y * turn_cos - q.x * turn_sin, q.z)
        };
        let middle = self.viewport.free().centre();
        let (x, y) = ((to.x - middle.x) / self.scale_px, (middle.y - to.y) / self.scale_px);
        let target = UnitVec::normalised(x, y, (1.0 - x * x - y * y).sqrt())?;
        let from = seen(held);
        // The roll from one to the other is a half turn about the direction between them after one about the first.
        let half = from.midpoint(target)?;
        let flip = |p: UnitVec, axis: UnitVec| {
            let k = 2.0 * p.dot(axis);
            UnitVec::new_unchecked(k * axis.x - p.x, k * axis.y - p.y, k * axis.z - p.z)
        };
        let roll = |p: UnitVec| flip(flip(p, from), half);
        let back = |p: UnitVec| flip(flip(p, half), from);
        // What comes to the middle, on the screen before; then on the Earth.
        let eye = back(UnitVec::NORTH);
        let centre = self.rotation.undo(UnitVec::new_unchecked(
            eye.x * turn_cos - eye.y * turn_sin,
            eye.x * turn_sin + eye.y * turn_cos,
            eye.z,
        ));
        // Where the North Pole is seen from the middle then tells the turn; from a pole itself, any is as good.
        let pole = roll(seen(UnitVec::NORTH));
        let turn_deg = pole.x.atan2(pole.y).to_degrees();
        Some(self.stop.settle(Pose { centre: centre.to_lonlat(), turn_deg, ..self.pose }))
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
        let turn_deg = pose.turn_deg + self.stop.unwound_deg(self.pose.centre, pose.centre);
        let pose = Pose { turn_deg, ..pose };
        let like = Self::new(self.stop, pose, self.viewport);
        let zoom = like.pose.zoom + (size_px / like.size_px()).log2();
        Self::new(self.stop, Pose { zoom, ..like.pose }, self.viewport)
    }
}
