//! The stops: which projection a view uses, along the spine or beside it, and which poses it allows.

use super::{Cut, Pose};
use crate::carto::projection::{Conic, EqualEarth, Named, PROJECTIONS, Perspective, Projection, isometric};
use crate::sphere::{Cap, LonLat, Rotation, UnitVec};
use std::f64::consts::{PI, TAU};

/// What the polar map's home view must show: a rectangle of the map, in radii of the Earth, that
/// holds the Arctic and the routes from Ireland and Norway to Japan.
pub(super) const HOME_SIZE: (f64, f64) = (1.86, 1.06);
/// The same for the globe, which is as wide as high.
const GLOBE_SIZE: (f64, f64) = (1.06, 1.06);
/// The meridian that points down on the polar map when nothing is turned: Europe left, Japan right, America above.
const DOWN_MERIDIAN_DEG: f64 = 75.0;
/// The polar map ends at 60° S: beyond, its scale is more than four times that of the middle.
const POLAR_SOUTH_DEG: f64 = -60.0;
/// Mercator's map ends at these parallels, where its scale is eleven times that of the equator.
const MERCATOR_END_DEG: f64 = 85.0;
/// The largest zoom in octaves; the least depends on the stop.
const MAX_ZOOM: f64 = 9.0;
/// South of it the zoom of a pose means the scale that the polar map has here: farther south that knows no bounds.
const SCALE_SOUTH_DEG: f64 = -40.0;

/// The projection of a view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stop {
    /// Along the spine: 0 the globe … 0.5 the polar map … 1 Mercator's map.
    Spine(f64),
    /// The whole world in Equal Earth.
    World,
}

/// A stop made ready for a pose: the projection, how the sphere is turned for it, and where the map ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Set {
    pub(super) projection: Projection,
    pub(super) rotation: Rotation,
    /// Clockwise turn of the picture beside the pose's own.
    pub(super) roll_deg: f64,
    /// The map ends at the edge of this cap.
    pub(super) domain: Cap,
    /// And of this one.
    pub(super) limit: Option<Cap>,
    pub(super) cut: Option<Cut>,
}

fn mix(a: f64, b: f64, t: f64) -> f64 {
    a + (b - a) * t
}

/// An angle in −180…180°.
fn wrapped(deg: f64) -> f64 {
    if (-180.0..=180.0).contains(&deg) { deg } else { (deg + 180.0).rem_euclid(360.0) - 180.0 }
}

/// Where along the spine: between globe and polar map, or between polar map and Mercator's, 0…1 each.
enum Half {
    Perspective(f64),
    Conic(f64),
}

impl Stop {
    /// The globe.
    pub const GLOBE: Self = Self::Spine(0.0);
    /// The polar map.
    pub const POLAR: Self = Self::Spine(0.5);
    /// Mercator's map.
    pub const MERCATOR: Self = Self::Spine(1.0);

    /// The home view of this stop: of the polar map the routes between Europe and Japan; of the globe all of it, with
    /// Europe, the Arctic and Japan in sight; of the others the whole width with the Arctic in sight, cut where no
    /// Arctic route runs. Between the stops, the poses between.
    #[must_use]
    pub fn home(self) -> Pose {
        let pose = |lon, lat, zoom| Pose { centre: LonLat::new(lon, lat), zoom, turn_deg: 0.0 };
        let (globe, mercator) = (pose(90.0, 72.0, -1.1), pose(-110.0, 46.0, -1.45));
        let between = |a: Pose, b: Pose, t: f64| {
            let lon = a.centre.lon_deg + wrapped(b.centre.lon_deg - a.centre.lon_deg) * t;
            pose(lon, mix(a.centre.lat_deg, b.centre.lat_deg, t), mix(a.zoom, b.zoom, t))
        };
        match self {
            Self::World => pose(-110.0, 0.0, -2.59),
            _ => match self.half() {
                Half::Perspective(s) => between(Pose::HOME, globe, 1.0 - s),
                Half::Conic(s) => between(Pose::HOME, mercator, s),
            },
        }
    }

    /// The projection by name.
    #[must_use]
    pub fn projection(self) -> &'static Named {
        let place = match (self, self.half()) {
            (Self::World, _) => 5,
            (_, Half::Perspective(s)) if s <= 0.0 => 0,
            (_, Half::Perspective(s)) if s < 1.0 => 1,
            (_, Half::Perspective(_)) => 2,
            (_, Half::Conic(s)) if s < 1.0 => 3,
            _ => 4,
        };
        &PROJECTIONS[place]
    }

    fn half(self) -> Half {
        match self {
            Self::Spine(t) if t > 0.5 => Half::Conic((t.min(1.0) - 0.5) * 2.0),
            Self::Spine(t) if t.is_finite() => Half::Perspective(t.max(0.0) * 2.0),
            _ => Half::Perspective(1.0),
        }
    }

    /// Width and height, in radii, that fill the free area at zoom 0 where the scale of the middle is that of the
    /// polar map's.
    pub(super) fn size(self) -> (f64, f64) {
        match (self, self.half()) {
            (Self::Spine(_), Half::Perspective(s)) => {
                (mix(GLOBE_SIZE.0, HOME_SIZE.0, s), mix(GLOBE_SIZE.1, HOME_SIZE.1, s))
            }
            _ => HOME_SIZE,
        }
    }

    /// The nearest valid pose: finite numbers, zoom in range, centre not lost, turn in −180…180.
    #[must_use]
    pub fn settle(self, pose: Pose) -> Pose {
        let finite = |v: f64, or: f64| if v.is_finite() { v } else { or };
        let number = |v: f64, or: f64| if v.is_nan() { or } else { v };
        let home = self.home();
        let (south, north) = self.lat_range(number(pose.zoom, home.zoom));
        let lat_deg = number(pose.centre.lat_deg, home.centre.lat_deg).clamp(south, north);
        Pose {
            centre: LonLat::new(finite(pose.centre.lon_deg, home.centre.lon_deg), lat_deg),
            zoom: number(pose.zoom, home.zoom).clamp(self.min_zoom(lat_deg), MAX_ZOOM),
            turn_deg: wrapped(finite(pose.turn_deg, 0.0)),
        }
    }

    /// The latitudes that the middle may have. Where the map is not the same for every longitude of a pole, a pixel or
    /// two short of it, so that the longitude still says something.
    fn lat_range(self, zoom: f64) -> (f64, f64) {
        let short = 90.0 - 0.1 / zoom.clamp(0.0, MAX_ZOOM).exp2();
        match (self, self.half()) {
            (Self::World, _) => (-85.0, 85.0),
            (_, Half::Perspective(s)) => (mix(-short, SCALE_SOUTH_DEG, s), mix(short, 90.0, s)),
            (_, Half::Conic(s)) => (mix(SCALE_SOUTH_DEG, -75.0, s), mix(90.0, 82.0, s)),
        }
    }

    /// The least zoom: the whole globe or world is well inside the free area, the polar map goes to the tropics.
    fn min_zoom(self, lat_deg: f64) -> f64 {
        let radii = |r: f64| (r / middle_scale(lat_deg)).log2();
        match (self, self.half()) {
            (Self::World, _) => radii(0.25),
            (_, Half::Perspective(s)) => mix(radii(0.4), -2.0, s),
            (_, Half::Conic(s)) => mix(-2.0, radii(1.0 / (TAU * lat_deg.to_radians().cos().max(0.1))), s),
        }
    }

    /// The turn that a map between two stops needs to stay as it is when its middle goes from one place to another.
    ///
    /// Between the stops north at the middle goes with the longitude by a share, counted from −180° to 180° about the
    /// polar map's own meridian; beyond its end the count begins anew, and the picture would flip.
    pub(super) fn unwound_deg(self, from: LonLat, to: LonLat) -> f64 {
        let off = |at: LonLat| wrapped(at.lon_deg - DOWN_MERIDIAN_DEG);
        let over = off(from) + wrapped(to.lon_deg - from.lon_deg) - off(to);
        match (self, self.half()) {
            (Self::World, _) => 0.0,
            (_, Half::Perspective(s)) if s < 1.0 => -s * over,
            (_, Half::Perspective(_)) => 0.0,
            (_, Half::Conic(s)) => -(1.0 - s) * (1.0 - s) * over,
        }
    }

    /// Projection, turn and edges for a middle.
    pub(super) fn set(self, centre: LonLat) -> Set {
        let off_deg = wrapped(centre.lon_deg - DOWN_MERIDIAN_DEG);
        let south_to = |lat_deg: f64| Cap::new(UnitVec::NORTH, (90.0 - lat_deg).to_radians());
        let slit = |projection, lon_deg: f64, domain, limit| Set {
            projection,
            rotation: Rotation::about_poles(lon_deg),
            roll_deg: 0.0,
            domain,
            limit,
            cut: Some(Cut::opposite(lon_deg)),
        };
        match (self, self.half()) {
            (Self::World, _) => {
                let all = Cap::new(UnitVec::NORTH, PI);
                slit(Projection::EqualEarth(EqualEarth), centre.lon_deg, all, None)
            }
            (_, Half::Perspective(s)) => {
                // The middle of the projection goes along the meridian of the pose's to the Pole.
                let lat_deg = mix(centre.lat_deg, 90.0, s);
                let (middle, roll_deg) = if s < 1.0 {
                    (LonLat::new(centre.lon_deg, lat_deg), -s * off_deg)
                } else {
                    (LonLat::new(DOWN_MERIDIAN_DEG, 90.0), 0.0)
                };
                let projection = Perspective { u: -s };
                let rim = mix(PI, (90.0 - POLAR_SOUTH_DEG).to_radians(), s);
                let rotation = Rotation::to_centre(middle);
                let domain = Cap::new(rotation.centre(), projection.horizon_rad().min(rim));
                Set {
                    projection: Projection::Perspective(projection),
                    rotation,
                    roll_deg,
                    domain,
                    limit: None,
                    cut: None,
                }
            }
            (_, Half::Conic(s)) => {
                let focus = LonLat::new(0.0, centre.lat_deg.clamp(-70.0, 80.0)).to_unit();
                let conic = Conic { n: 1.0 - s, psi_1: isometric(focus) };
                // The Pole itself is on the map until the cone is so flat that it would be far out.
                let open = (2.0 * s - 1.0).max(0.0);
                let hole = (90.0 - MERCATOR_END_DEG).to_radians() * open * open;
                let limit = (hole > 0.0).then(|| Cap::new(UnitVec::NORTH.antipode(), PI - hole));
                let domain = south_to(mix(POLAR_SOUTH_DEG, -MERCATOR_END_DEG, s));
                slit(Projection::Conic(conic), DOWN_MERIDIAN_DEG + s * off_deg, domain, limit)
            }
        }
    }
}

/// The scale of the polar map at a latitude, in which zoom is counted in every view.
pub(super) fn middle_scale(lat_deg: f64) -> f64 {
    2.0 / (1.0 + lat_deg.max(SCALE_SOUTH_DEG).to_radians().sin())
}
