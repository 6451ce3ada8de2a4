//! A view: which point of the sphere falls on which pixel.

use super::perspective::Perspective;
use crate::plane::{Affine, Point, Rect};
use crate::sphere::{Cap, EARTH_RADIUS_KM, LonLat, Rotation, UnitVec};

/// What the map's home view must show: a rectangle of the polar map, in radii of the Earth, that
/// holds the Arctic and the routes from Ireland and Norway to Japan.
const HOME_SIZE: (f64, f64) = (1.86, 1.06);
/// The meridian that points down when nothing is turned: Europe left, Japan right, America above.
const DOWN_MERIDIAN_DEG: f64 = 75.0;
/// The polar map ends at 60° S: beyond, its scale is more than four times that of the middle.
const RIM_RAD: f64 = 150.0 * std::f64::consts::PI / 180.0;
/// The middle of the screen stays within this angle of the Pole, so that the map is never lost.
const MAX_CENTRE_RAD: f64 = 130.0 * std::f64::consts::PI / 180.0;
/// Zoom range in octaves; 0 shows the whole Arctic.
const ZOOM_RANGE: (f64, f64) = (-2.0, 9.0);

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
        Rect::new(0.0, 0.0, self.width, self.height - self.insets.bottom)
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
    /// Octaves; 0 shows the whole Arctic, each step doubles the scale.
    pub zoom: f64,
    /// Clockwise turn in degrees.
    pub turn_deg: f64,
}

impl Pose {
    /// The home view: the routes between Europe and Japan, 75° E pointing down.
    pub const HOME: Self = Self { centre: LonLat { lon_deg: 146.0, lat_deg: 82.0 }, zoom: 0.0, turn_deg: 0.0 };
}

/// The north-polar stereographic map on a viewport.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    pose: Pose,
    viewport: Viewport,
    projection: Perspective,
    rotation: Rotation,
    screen_from_map: Affine,
    map_from_screen: Affine,
    /// Pixels per radius of the Earth at the middle of the projection.
    scale_px: f64,
    domain: Cap,
}

impl View {
    /// Width and height of what the home view must show, in radii of the Earth on the polar map: the
    /// poster has this shape.
    pub const HOME_SIZE: (f64, f64) = HOME_SIZE;

    /// The polar map at `pose`, which is settled on the nearest valid one.
    #[must_use]
    pub fn polar(pose: Pose, viewport: Viewport) -> Self {
        let projection = Perspective::STEREOGRAPHIC;
        let rotation = Rotation::to_centre(LonLat { lon_deg: DOWN_MERIDIAN_DEG, lat_deg: 90.0 });
        let pose = settle(pose);
        let free = viewport.free();
        let fit = (free.width() / HOME_SIZE.0).min(free.height() / HOME_SIZE.1);
        let scale_px = fit * pose.zoom.exp2();
        let centre_in_map = projection.forward(rotation.apply(pose.centre.to_unit()));
        let screen_from_map =
            Affine::screen_from_map(centre_in_map, free.centre(), scale_px, pose.turn_deg.to_radians());
        let map_from_screen = screen_from_map.inverse().unwrap_or(screen_from_map);
        let domain = Cap::new(rotation.centre(), RIM_RAD.min(projection.horizon_rad()));
        Self { pose, viewport, projection, rotation, screen_from_map, map_from_screen, scale_px, domain }
    }

    /// The settled pose.
    #[must_use]
    pub fn pose(&self) -> Pose {
        self.pose
    }

    /// The canvas.
    #[must_use]
    pub fn viewport(&self) -> Viewport {
        self.viewport
    }

    /// The part of the sphere that the projection shows.
    #[must_use]
    pub fn domain(&self) -> Cap {
        self.domain
    }

    /// The pixel of a point, or `None` where it is not on the map.
    #[must_use]
    pub fn screen_from_sphere(&self, p: UnitVec) -> Option<Point> {
        self.domain().holds(p).then(|| (self.projector())(p))
    }

    /// The point of the sphere at a pixel, or `None` outside the map.
    #[must_use]
    pub fn sphere_from_screen(&self, at: Point) -> Option<UnitVec> {
        let p = self.projection.inverse(self.map_from_screen.apply(at))?;
        Some(self.rotation.undo(p)).filter(|p| self.domain().holds(*p))
    }

    /// The projection as a function of points that are inside [`View::domain`]: nine
    /// multiplications and a division, with rotation and screen map folded into three rows.
    pub fn projector(&self) -> impl Fn(UnitVec) -> Point + use<> {
        let Affine { a, b, c, d, e, f } = self.screen_from_map;
        let u = self.projection.u;
        let row = |x: f64, y: f64| {
            let p = self.rotation.undo(UnitVec::new_unchecked(x, y, 0.0));
            [p.x * (1.0 - u), p.y * (1.0 - u), p.z * (1.0 - u)]
        };
        let (rx, ry, rz) = (row(a, c), row(b, d), self.rotation.centre());
        move |p| {
            let k = 1.0 / (1.0 - u * (rz.x * p.x + rz.y * p.y + rz.z * p.z));
            Point::new(
                k * (rx[0] * p.x + rx[1] * p.y + rx[2] * p.z) + e,
                k * (ry[0] * p.x + ry[1] * p.y + ry[2] * p.z) + f,
            )
        }
    }

    /// A cap that holds all that the screen shows, grown by a tenth so that clipped outlines stay
    /// out of sight; never larger than the domain when it lies inside it.
    ///
    /// The circle round the screen is the image of a circle on the sphere, exactly, because the
    /// projection is stereographic; three of its points give it.
    #[must_use]
    pub fn clip_cap(&self) -> Cap {
        let rect = self.viewport.rect().grown(24.0);
        let middle = rect.centre();
        let radius = middle.distance(Point::new(rect.x0, rect.y0)) * 1.1;
        let on_sphere = |angle: f64| {
            let at = Point::new(middle.x + radius * angle.cos(), middle.y + radius * angle.sin());
            self.projection.inverse(self.map_from_screen.apply(at)).map(|p| self.rotation.undo(p))
        };
        let third = std::f64::consts::TAU / 3.0;
        let domain = self.domain();
        let (Some(p), Some(q), Some(r)) = (on_sphere(0.0), on_sphere(third), on_sphere(2.0 * third)) else {
            return domain;
        };
        let (pq, pr) = ([q.x - p.x, q.y - p.y, q.z - p.z], [r.x - p.x, r.y - p.y, r.z - p.z]);
        let normal = UnitVec::normalised(
            pq[1] * pr[2] - pq[2] * pr[1],
            pq[2] * pr[0] - pq[0] * pr[2],
            pq[0] * pr[1] - pq[1] * pr[0],
        );
        let Some(normal) = normal else { return domain };
        // The screen's angles run clockwise on the sphere, seen from outside, so the normal points away.
        let centre = normal.antipode();
        let cap = Cap::new(centre, centre.angle_to(p));
        if domain.covers(&cap) { cap } else { domain }
    }

    /// Pixels per kilometre at a point.
    #[must_use]
    pub fn px_per_km(&self, at: UnitVec) -> f64 {
        self.scale_px * self.projection.scale_at(self.rotation.centre().dot(at)) / EARTH_RADIUS_KM
    }

    /// The largest scale inside a cap, in pixels per kilometre: at its point farthest from the
    /// middle of the projection.
    #[must_use]
    pub fn max_px_per_km(&self, cap: &Cap) -> f64 {
        let farthest = cap.cos_farthest_from(self.rotation.centre()).max(self.domain.cos_radius);
        self.scale_px * self.projection.scale_at(farthest) / EARTH_RADIUS_KM
    }

    /// Clockwise angle in radians, on the screen, from up to north at a point.
    #[must_use]
    pub fn north_rad(&self, at: UnitVec) -> f64 {
        let project = self.projector();
        let here = project(at);
        let LonLat { lon_deg, lat_deg } = at.to_lonlat();
        let there = project(LonLat { lon_deg, lat_deg: (lat_deg + 0.01).min(90.0) }.to_unit());
        (there.x - here.x).atan2(here.y - there.y)
    }

    /// The pose after the map was dragged by `(dx, dy)` pixels.
    #[must_use]
    pub fn dragged(&self, dx: f64, dy: f64) -> Pose {
        let c = self.viewport.free().centre();
        self.with_fixed(Point::new(c.x - dx, c.y - dy), c, 0.0, 0.0)
    }

    /// The pose after zooming by `octaves` and turning clockwise by `turn_deg` with the point of the
    /// map under `from` brought to `to`; a pinch does all three at once.
    #[must_use]
    pub fn with_fixed(&self, from: Point, to: Point, octaves: f64, turn_deg: f64) -> Pose {
        let mut pose =
            settle(Pose { zoom: self.pose.zoom + octaves, turn_deg: self.pose.turn_deg + turn_deg, ..self.pose });
        let next = Self::polar(pose, self.viewport);
        let kept = self.map_from_screen.apply(from);
        let under = next.map_from_screen.apply(to);
        let old = next.map_from_screen.apply(self.viewport.free().centre());
        let centre = Point::new(old.x + kept.x - under.x, old.y + kept.y - under.y);
        if let Some(p) = self.projection.inverse(centre) {
            pose.centre = self.rotation.undo(p).to_lonlat();
        }
        settle(pose)
    }
}

/// The nearest valid pose: finite numbers, zoom in range, centre not lost, turn in −180…180.
fn settle(pose: Pose) -> Pose {
    let finite = |v: f64, or: f64| if v.is_finite() { v } else { or };
    let home = Pose::HOME;
    let turn = finite(pose.turn_deg, 0.0);
    let min_lat = 90.0 - MAX_CENTRE_RAD.to_degrees();
    let lat = finite(pose.centre.lat_deg, home.centre.lat_deg);
    Pose {
        centre: LonLat::new(finite(pose.centre.lon_deg, home.centre.lon_deg), lat.max(min_lat)),
        zoom: finite(pose.zoom, home.zoom).clamp(ZOOM_RANGE.0, ZOOM_RANGE.1),
        turn_deg: if (-180.0..=180.0).contains(&turn) { turn } else { (turn + 180.0).rem_euclid(360.0) - 180.0 },
    }
}

#[cfg(test)]
#[path = "view_tests.rs"]
mod tests;
