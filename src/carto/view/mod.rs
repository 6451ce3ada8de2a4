//! A view: which point of the sphere falls on which pixel.

mod drag;
mod shown;
mod stop;
mod viewport;

pub use stop::Stop;
pub use viewport::{Insets, Pose, Viewport};

use super::clip::{Clip, Cut};
use super::projection::{Distortion, Projection};
use crate::plane::{Affine, Point, Rect};
use crate::sphere::{Cap, EARTH_RADIUS_KM, LonLat, Rotation, UnitVec};
use stop::{HOME_SIZE, middle_scale};

/// What is drawn in motion is drawn as for a map of so many times its scale: an eye that follows does not count corners.
const MOVING_DETAIL: f64 = 0.35;
/// How far a moved picture may be off.
const MOVED_PX: f64 = 1.0;
/// How far beyond the screen a picture reaches that is kept to be shifted and scaled.
const REACH_PX: f64 = 200.0;
/// By how much a picture that is kept may be scaled: then it is made anew, with the detail that the scale asks for.
const SLIDES: std::ops::Range<f64> = 0.8..1.4;

/// A projection of the Earth on a viewport.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    stop: Stop,
    pose: Pose,
    viewport: Viewport,
    projection: Projection,
    rotation: Rotation,
    screen_from_map: Affine,
    map_from_screen: Affine,
    /// Pixels per radius of the Earth in the projection's own measure.
    scale_px: f64,
    /// The map's edges.
    edges: Clip,
    /// How finely outlines are drawn, as a share of what the scale asks for.
    detail: f64,
    /// What the picture holds: the screen, or more.
    reach: Rect,
    /// What the screen shows, once that is known.
    shown: Option<Clip>,
}

impl View {
    /// Width and height of what the home view must show, in radii of the Earth on the polar map: the
    /// poster has this shape.
    pub const HOME_SIZE: (f64, f64) = HOME_SIZE;

    /// The map of a stop at `pose`, which is settled on the nearest valid one.
    ///
    /// The pose's centre is in the middle of the free area, and the scale there depends on the pose alone, not on the
    /// stop: at zoom 0 it is that of the polar map on which the whole Arctic fits. (Where the free area is narrow,
    /// the globe is larger than that, so that it fills it.) At turn 0 north is up in the middle of the globe, of
    /// Mercator's map and of Equal Earth; on the polar map 75° E runs down.
    #[must_use]
    pub fn new(stop: Stop, pose: Pose, viewport: Viewport) -> Self {
        let pose = stop.settle(pose);
        let set = stop.set(pose.centre);
        let (free, size) = (viewport.free(), stop.size());
        let fit = (free.width() / size.0).min(free.height() / size.1);
        let middle = set.rotation.apply(pose.centre.to_unit());
        let scale_px = fit * pose.zoom.exp2() * middle_scale(pose.centre.lat_deg)
            / set.projection.distortion(middle).area_scale.sqrt();
        let scale_px = if stop == Stop::POLAR { fit * pose.zoom.exp2() } else { scale_px };
        let turn_rad = (pose.turn_deg + set.roll_deg).to_radians();
        let centre_in_map = set.projection.forward(middle);
        let screen_from_map = Affine::screen_from_map(centre_in_map, free.centre(), scale_px, turn_rad);
        Self {
            stop,
            pose,
            viewport,
            projection: set.projection,
            rotation: set.rotation,
            screen_from_map,
            map_from_screen: screen_from_map.inverse().unwrap_or(screen_from_map),
            scale_px,
            edges: Clip::new(set.domain, set.limit, set.cut),
            detail: 1.0,
            reach: viewport.rect(),
            shown: None,
        }
    }

    /// The polar map at `pose`.
    #[must_use]
    pub fn polar(pose: Pose, viewport: Viewport) -> Self {
        Self::new(Stop::POLAR, pose, viewport)
    }

    /// The same view for a frame in motion, which has that share of the screen's pixels each way: everything is where it
    /// was, and outlines have fewer corners.
    #[must_use]
    pub fn moving(self, share: f64) -> Self {
        Self { detail: MOVING_DETAIL * share * share, ..self }
    }

    /// The same view for lines that are thin and faint: in motion half as fine again, at rest no coarser.
    #[must_use]
    pub fn faint(self) -> Self {
        Self { detail: if self.detail < 1.0 { self.detail / 2.0 } else { self.detail }, ..self }
    }

    /// How finely outlines are drawn, as a share of what the scale asks for.
    #[must_use]
    pub fn detail(&self) -> f64 {
        self.detail
    }

    /// The same view for a picture that is kept to be moved on as it was moved since `from`: it reaches beyond the screen,
    /// and where the map is turned as far as a corner of the screen comes.
    #[must_use]
    pub fn reaching(self, from: &Self) -> Self {
        let (screen, middle) = (self.viewport.rect(), self.viewport.free().centre());
        let turns = self.pose.turn_deg.to_bits() != from.pose.turn_deg.to_bits();
        let (x, y) =
            ((middle.x - screen.x0).max(screen.x1 - middle.x), (middle.y - screen.y0).max(screen.y1 - middle.y));
        let side = 2.0 * (x * x + y * y).sqrt() + REACH_PX / 2.0;
        let reach = if turns { Rect::about(middle, side, side) } else { screen.grown(REACH_PX) };
        Self { reach, shown: None, ..self }
    }

    /// The screen and what the picture holds around it.
    #[must_use]
    pub fn reach(&self) -> Rect {
        self.reach
    }

    /// The projection.
    #[must_use]
    pub fn stop(&self) -> Stop {
        self.stop
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

    /// A cap that holds the part of the sphere that the projection shows; [`View::edges`] is that part exactly.
    #[must_use]
    pub fn domain(&self) -> Cap {
        self.edges.cap()
    }

    /// The map's own edges: where it ends and where it is slit open.
    #[must_use]
    pub fn edges(&self) -> Clip {
        self.edges
    }

    /// Whether a pole is a point of the map where its meridians meet, rather than a line or out of reach.
    #[must_use]
    pub fn meridians_meet(&self) -> bool {
        match self.projection {
            Projection::Perspective(_) => true,
            Projection::Conic(conic) => conic.n > 0.3,
            Projection::EqualEarth(_) => false,
        }
    }

    /// The pixel of a point, or `None` where it is not on the map.
    #[must_use]
    pub fn screen_from_sphere(&self, p: UnitVec) -> Option<Point> {
        self.edges.holds(p).then(|| (self.projector())(p))
    }

    /// The point of the sphere at a pixel, or `None` outside the map.
    #[must_use]
    pub fn sphere_from_screen(&self, at: Point) -> Option<UnitVec> {
        let p = self.projection.inverse(self.map_from_screen.apply(at))?;
        Some(self.rotation.undo(p)).filter(|p| self.edges.holds(*p))
    }

    /// The point of the sphere at a pixel; outside the map one near by on its edge.
    #[must_use]
    pub fn nearest_from_screen(&self, at: Point) -> UnitVec {
        self.rotation.undo(self.projection.nearest(self.map_from_screen.apply(at)))
    }

    /// The projection as a function of points that are inside [`View::edges`]. For the perspective ones nine
    /// multiplications and a division, with rotation and screen map folded into three rows.
    pub fn projector(&self) -> impl Fn(UnitVec) -> Point + Copy + use<> {
        let rows = Rows::new(self);
        let (projection, rotation, screen) = (self.projection, self.rotation, self.screen_from_map);
        move |p| match projection {
            Projection::Perspective(_) => rows.project(p),
            Projection::Conic(conic) => screen.apply(conic.forward(rotation.apply(p))),
            Projection::EqualEarth(equal) => screen.apply(equal.forward(rotation.apply(p))),
        }
    }

    /// Whether both are of one map that is only shifted, turned or scaled: so it is on the polar map always, elsewhere for a
    /// zoom and a turn.
    #[must_use]
    pub fn is_one_with(&self, from: &Self) -> bool {
        let map = |v: &Self| (v.projection, v.rotation, v.edges, v.viewport);
        map(self) == map(from)
    }

    /// The affine map by which a picture of `from`, which is of one map with this view, becomes this view exactly, while it
    /// fills the screen and is scaled by no more than it bears.
    #[must_use]
    pub fn slid_from(&self, from: &Self) -> Option<Affine> {
        let back = from.screen_from_map.after(&self.map_from_screen);
        let (screen, reach) = (self.viewport.rect(), from.reach());
        let holds = |x, y| reach.holds(back.apply(Point::new(x, y)));
        let fills = holds(screen.x0, screen.y0)
            && holds(screen.x1, screen.y0)
            && holds(screen.x1, screen.y1)
            && holds(screen.x0, screen.y1);
        (fills && SLIDES.contains(&(self.scale_px / from.scale_px))).then(|| back.inverse())?
    }

    /// The affine map by which a picture of `from` becomes one of this view, where there is one that is right to a pixel:
    /// on the polar map always, elsewhere for a zoom and a turn, and on Mercator's map for a shift.
    #[must_use]
    pub fn moved_from(&self, from: &Self) -> Option<Affine> {
        // The corners of a globe's picture are off the map.
        [1.0, 0.5, 0.25].iter().find_map(|share| self.moved_within(from, *share, MOVED_PX))
    }

    /// The same, right to so many pixels on all of the screen, whether that is a rule of the map or not.
    #[must_use]
    pub fn nearly_moved_from(&self, from: &Self, within_px: f64) -> Option<Affine> {
        self.moved_within(from, 1.0, within_px)
    }

    /// The same as nine points of so much of the screen tell it.
    fn moved_within(&self, from: &Self, share: f64, within_px: f64) -> Option<Affine> {
        let middle = self.viewport.free().centre();
        let (x, y) = (self.viewport.width / 2.0 * share, self.viewport.height / 2.0 * share);
        let back = |i: f64, j: f64| {
            let p = self.sphere_from_screen(Point::new(middle.x + i * x, middle.y + j * y))?;
            from.screen_from_sphere(p)
        };
        let (o, e, w, n, s) = (back(0.0, 0.0)?, back(1.0, 0.0)?, back(-1.0, 0.0)?, back(0.0, -1.0)?, back(0.0, 1.0)?);
        let (a, b, c, d) = ((e.x - w.x) / x / 2.0, (e.y - w.y) / x / 2.0, (s.x - n.x) / y / 2.0, (s.y - n.y) / y / 2.0);
        let undone = Affine { a, b, c, d, e: o.x - a * middle.x - c * middle.y, f: o.y - b * middle.x - d * middle.y };
        let keeps = |&(i, j): &(f64, f64)| {
            let at = undone.apply(Point::new(middle.x + i * x, middle.y + j * y));
            back(i, j).is_some_and(|found| found.distance(at) < within_px)
        };
        let tried = [(1.0, 0.0), (0.0, 1.0), (1.0, 1.0), (-1.0, 1.0), (1.0, -1.0), (-1.0, -1.0)];
        if tried.iter().all(keeps) { undone.inverse() } else { None }
    }

    /// Tissot's measures at a point; areas as against those in the middle of the screen.
    #[must_use]
    pub fn distortion(&self, at: UnitVec) -> Distortion {
        let of = |p: UnitVec| self.projection.distortion(self.rotation.apply(p));
        let (here, middle) = (of(at), of(self.pose.centre.to_unit()));
        Distortion { area_scale: here.area_scale / middle.area_scale, ..here }
    }

    /// Pixels per kilometre at a point: the same in every direction where the map is conformal, elsewhere the
    /// geometric mean of the longest and the shortest, which is the root of the area scale.
    #[must_use]
    pub fn px_per_km(&self, at: UnitVec) -> f64 {
        let here = self.projection.distortion(self.rotation.apply(at));
        self.scale_px * here.area_scale.sqrt() / EARTH_RADIUS_KM
    }

    /// Clockwise angle in radians, on the screen, from up to north at a point.
    #[must_use]
    pub fn north_rad(&self, at: UnitVec) -> f64 {
        let project = self.projector();
        let LonLat { lon_deg, lat_deg } = at.to_lonlat();
        let step = |by: f64| project(LonLat { lon_deg, lat_deg: (lat_deg + by).clamp(-90.0, 90.0) }.to_unit());
        // Towards the north, unless that is beyond the map's last parallel.
        let (here, there) = if lat_deg < 84.9 { (project(at), step(0.01)) } else { (step(-0.01), project(at)) };
        (there.x - here.x).atan2(here.y - there.y)
    }
}

/// The perspective projections as three rows.
#[derive(Clone, Copy)]
struct Rows {
    x: [f64; 3],
    y: [f64; 3],
    z: UnitVec,
    u: f64,
    origin: Point,
}

impl Rows {
    fn new(view: &View) -> Self {
        let Affine { a, b, c, d, e, f } = view.screen_from_map;
        let u = if let Projection::Perspective(p) = view.projection { p.u } else { 0.0 };
        let row = |x: f64, y: f64| {
            let p = view.rotation.undo(UnitVec::new_unchecked(x, y, 0.0));
            [p.x * (1.0 - u), p.y * (1.0 - u), p.z * (1.0 - u)]
        };
        Self { x: row(a, c), y: row(b, d), z: view.rotation.centre(), u, origin: Point::new(e, f) }
    }

    fn project(&self, p: UnitVec) -> Point {
        let Self { x, y, z, u, origin } = self;
        let k = 1.0 / (1.0 - u * (z.x * p.x + z.y * p.y + z.z * p.z));
        Point::new(
            k * (x[0] * p.x + x[1] * p.y + x[2] * p.z) + origin.x,
            k * (y[0] * p.x + y[1] * p.y + y[2] * p.z) + origin.y,
        )
    }
}

#[cfg(test)]
mod tests;
