//! What the screen shows of the sphere, and how large.

use super::{Clip, Projection, View};
use crate::carto::projection::Perspective;
use crate::plane::Point;
use crate::sphere::{Cap, EARTH_RADIUS_KM, UnitVec};
use std::f64::consts::TAU;

/// How much larger the cap is than what the screen shows, so that clipped outlines stay out of sight.
const GROWN: f64 = 1.1;
/// A cap wider than this is no tighter than the map itself.
const WIDE_RAD: f64 = 1.4;
/// The screen is looked at on a grid of so many points each way.
const GRID: i32 = 8;
/// The scale of Equal Earth in its most stretched direction is not asked for beyond this: its parallels there are
/// longer, but they run along its edge.
const MOST_STRETCH: f64 = 2.5;

impl View {
    /// A cap that holds all that the screen shows, grown by a tenth so that clipped outlines stay out of sight, with
    /// those edges of the map that meet it; or the whole map.
    #[must_use]
    pub fn clip_cap(&self) -> Clip {
        self.shown.unwrap_or_else(|| self.find_shown())
    }

    /// The same view, which knows what the screen shows: each layer asks.
    #[must_use]
    pub fn knowing(self) -> Self {
        Self { shown: Some(self.find_shown()), ..self }
    }

    fn find_shown(&self) -> Clip {
        let cap = match self.projection {
            Projection::Perspective(Perspective { u }) if u <= -1.0 => self.round_cap(),
            _ => self.sampled_cap(),
        };
        match cap.filter(|cap| !cap.covers(&self.domain())) {
            Some(cap) => self.edges.within(cap),
            None => self.edges,
        }
    }

    /// The circle round the screen is the image of a circle on the sphere, exactly, where the projection is
    /// stereographic; three of its points give it.
    fn round_cap(&self) -> Option<Cap> {
        let rect = self.reach().grown(24.0);
        let middle = rect.centre();
        let radius = middle.distance(Point::new(rect.x0, rect.y0)) * GROWN;
        let on_sphere = |angle: f64| {
            let at = Point::new(middle.x + radius * angle.cos(), middle.y + radius * angle.sin());
            self.projection.inverse(self.map_from_screen.apply(at)).map(|p| self.rotation.undo(p))
        };
        let third = TAU / 3.0;
        let (p, q, r) = (on_sphere(0.0)?, on_sphere(third)?, on_sphere(2.0 * third)?);
        let (pq, pr) = ([q.x - p.x, q.y - p.y, q.z - p.z], [r.x - p.x, r.y - p.y, r.z - p.z]);
        let normal = UnitVec::normalised(
            pq[1] * pr[2] - pq[2] * pr[1],
            pq[2] * pr[0] - pq[0] * pr[2],
            pq[0] * pr[1] - pq[1] * pr[0],
        )?;
        // The screen's angles run clockwise on the sphere, seen from outside, so the normal points away.
        let centre = normal.antipode();
        let cap = Cap::new(centre, centre.angle_to(p));
        self.domain().covers(&cap).then_some(cap)
    }

    /// A cap about the points that a grid of pixels shows; of pixels outside the map, the nearest points of its edge.
    fn sampled_cap(&self) -> Option<Cap> {
        let rect = self.reach().grown(24.0);
        let step = |k: i32| f64::from(k) / f64::from(GRID);
        let points = (0..=GRID).flat_map(|i| (0..=GRID).map(move |j| (i, j))).map(|(i, j)| {
            let at = Point::new(rect.x0 + rect.width() * step(i), rect.y0 + rect.height() * step(j));
            self.nearest_from_screen(at)
        });
        let cap = Cap::bounding(points);
        (cap.radius_rad * GROWN < WIDE_RAD).then(|| Cap::new(cap.centre, cap.radius_rad * GROWN))
    }

    /// An upper bound of the scale inside a cap, in pixels per kilometre, in whatever direction, as far as the view's
    /// detail goes; on Equal Earth but for the surroundings of its poles.
    #[must_use]
    pub fn max_px_per_km(&self, cap: &Cap) -> f64 {
        let scale = match self.projection {
            Projection::Perspective(p) => p.scale_at(self.cos_farthest(cap)),
            Projection::Conic(_) => self.ends(cap.heights()).1,
            Projection::EqualEarth(_) => MOST_STRETCH,
        };
        self.detail * self.scale_px * scale / EARTH_RADIUS_KM
    }

    /// The scale that the detail of an outline is chosen by, which lies inside a cap between two latitudes, given as
    /// sines: the root of the largest area scale, since detail is counted by area. Where the cone is open and scales
    /// differ much, the more of the smallest comes in the flatter it is: else the coasts of the tropics would be as
    /// fine as Siberia's need.
    pub(in crate::carto) fn outline_px_per_km(&self, cap: &Cap, heights: (f64, f64)) -> f64 {
        let scale = match self.projection {
            Projection::Perspective(p) => {
                // Of the farthest point or, where the rim is foreshortened, of the middle.
                let cos_c = self.cos_farthest(cap);
                (p.scale_at(cos_c) * p.radial_scale_at(cos_c)).sqrt().max(1.0)
            }
            Projection::Conic(conic) => {
                let (least, most) = self.ends(heights);
                most * (least / most).powf((1.0 - conic.n).sqrt() / 2.0)
            }
            Projection::EqualEarth(_) => 1.0,
        };
        self.detail * self.scale_px * scale / EARTH_RADIUS_KM
    }

    /// Cosine of the angle from the middle of the projection to the farthest point of a cap on the map.
    fn cos_farthest(&self, cap: &Cap) -> f64 {
        cap.cos_farthest_from(self.rotation.centre()).max(self.domain().cos_radius)
    }

    /// The smaller and the larger scale of a conic at two latitudes, given as sines. Between them the scale has one
    /// minimum at the most, so the larger is its maximum.
    fn ends(&self, (south, north): (f64, f64)) -> (f64, f64) {
        let Projection::Conic(conic) = self.projection else { return (1.0, 1.0) };
        let ends = (self.domain().cos_radius, self.edges.hole_rad().max(1e-3).cos());
        let at = |z: f64| conic.scale_at_height(z.clamp(ends.0, ends.1));
        let (a, b) = (at(south), at(north));
        (a.min(b), a.max(b))
    }
}
