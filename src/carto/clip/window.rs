//! The two kinds of windows that geometry is cut to: a cap, and the sphere slit open along a meridian.
//!
//! Each has an edge that is followed with the inside on the left, and a coordinate along it, the station, that rises
//! from 0 to 2π on the way round.

use crate::sphere::{Arc, Cap, UnitVec};
use std::f64::consts::{FRAC_PI_2, PI, TAU};

/// Step along the edge of a cap in radians of its own angle; its chords stray from a circle of
/// 3,000 px by less than half a pixel.
const EDGE_STEP_RAD: f64 = TAU / 180.0;
/// Step along a slit, which is a great circle: only so that the shortest arc between two stations is the slit.
const SLIT_STEP_RAD: f64 = TAU / 24.0;
/// What is cut at a slit ends so far to its side, 6 mm on the Earth, so that it is projected to that side of the map.
const ASIDE_RAD: f64 = 1e-9;
/// A slit ends so far from the Pole, 0.6 m, where a point still has a side.
const OFF_POLE_RAD: f64 = 1e-7;

/// The half of a great circle, from pole to pole, along which a map is slit open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cut {
    /// Where it crosses the equator, and the direction to the east of it there.
    middle: UnitVec,
    east: UnitVec,
}

impl Cut {
    /// The cut along the meridian opposite to `lon_deg`, the middle of the map.
    #[must_use]
    pub fn opposite(lon_deg: f64) -> Self {
        let (s, c) = lon_deg.to_radians().sin_cos();
        Self { middle: UnitVec::new_unchecked(-c, -s, 0.0), east: UnitVec::new_unchecked(s, -c, 0.0) }
    }

    /// Whether the cut may pass through a cap; never wrongly no.
    #[must_use]
    pub fn meets(&self, cap: &Cap) -> bool {
        if cap.centre.dot(self.middle) >= 0.0 {
            cap.meets_circle(self.east)
        } else {
            cap.cos_radius <= 0.0 || cap.centre.z.abs() >= cap.cos_radius
        }
    }

    /// Where the arc from `a` to `b` crosses the cut: the latitude in radians, and whether it runs eastwards there.
    fn crossing(&self, a: UnitVec, b: UnitVec) -> Option<(f64, bool)> {
        let (da, db) = (self.east.dot(a), self.east.dot(b));
        // A point on the circle counts as to its east, so that the count of crossings always agrees with the sides.
        let (a_east, b_east) = (da >= 0.0, db >= 0.0);
        if a_east == b_east {
            return None;
        }
        let (ka, kb) = (db.abs(), da.abs());
        let at = [ka * a.x + kb * b.x, ka * a.y + kb * b.y, ka * a.z + kb * b.z];
        let along = at[0] * self.middle.x + at[1] * self.middle.y;
        (along > 0.0).then(|| (at[2].atan2(along), b_east))
    }

    /// The point at a station: 0…π up the side to the west of the cut, which is the map's right edge, π…2π down the
    /// other.
    fn edge(&self, station: f64) -> UnitVec {
        let s = station.rem_euclid(TAU);
        let (lat, side) = if s <= PI { (s - FRAC_PI_2, -ASIDE_RAD) } else { (PI + FRAC_PI_2 - s, ASIDE_RAD) };
        let (z, r) = lat.clamp(OFF_POLE_RAD - FRAC_PI_2, FRAC_PI_2 - OFF_POLE_RAD).sin_cos();
        let (m, e) = (self.middle, self.east);
        UnitVec::new_unchecked(r * (m.x + side * e.x), r * (m.y + side * e.y), z)
    }
}

/// A place where a line leaves the window or comes in.
#[derive(Clone, Copy)]
pub(super) struct Event {
    pub(super) at: UnitVec,
    pub(super) station: f64,
    pub(super) enters: bool,
}

/// What geometry is cut to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Window {
    /// The inside of a cap.
    Cap(Cap),
    /// All but the cut.
    Cut(Cut),
}

impl Window {
    /// Whether the window holds a point; of a slit sphere, every one.
    pub(super) fn holds(&self, p: UnitVec) -> bool {
        match self {
            Self::Cap(cap) => cap.holds(p),
            Self::Cut(_) => true,
        }
    }

    /// Where the arc from `a` to `b` leaves and enters, in order.
    pub(super) fn events(&self, a: UnitVec, b: UnitVec) -> [Option<Event>; 2] {
        match self {
            Self::Cap(cap) => cap_events(cap, a, b),
            Self::Cut(cut) => {
                let Some((lat, eastwards)) = cut.crossing(a, b) else { return [None; 2] };
                let (west, east) = (lat + FRAC_PI_2, PI + FRAC_PI_2 - lat);
                let event = |station: f64, enters| Some(Event { at: cut.edge(station), station, enters });
                if eastwards {
                    [event(west, false), event(east, true)]
                } else {
                    [event(east, false), event(west, true)]
                }
            }
        }
    }

    /// The station where the whole edge begins: of a slit not at its end, which has two sides.
    pub(super) fn start(&self) -> f64 {
        match self {
            Self::Cap(_) => 0.0,
            Self::Cut(_) => SLIT_STEP_RAD / 2.0,
        }
    }

    /// The point of the edge at a station.
    pub(super) fn edge(&self, station: f64) -> UnitVec {
        match self {
            Self::Cap(cap) => cap.edge(station),
            Self::Cut(cut) => cut.edge(station),
        }
    }

    /// Adds points strictly between the stations `from` and `from + span` of the edge.
    pub(super) fn follow(&self, from: f64, span: f64, out: &mut Vec<UnitVec>) {
        let (way, most) = (span.signum(), span.abs() - 1e-9);
        match self {
            Self::Cap(cap) => {
                let mut step = EDGE_STEP_RAD;
                while step < most {
                    out.push(cap.edge(from + step * way));
                    step += EDGE_STEP_RAD;
                }
            }
            Self::Cut(cut) => {
                // Stations on a grid that holds the poles; at a pole, both of its ends on the map.
                let mut k = (from * way / SLIT_STEP_RAD).floor() + 1.0;
                while k * SLIT_STEP_RAD - from * way < most {
                    let at = k * SLIT_STEP_RAD * way;
                    if (k.rem_euclid(12.0)) == 0.0 {
                        out.extend([cut.edge(at - OFF_POLE_RAD * way), cut.edge(at + OFF_POLE_RAD * way)]);
                    } else {
                        out.push(cut.edge(at));
                    }
                    k += 1.0;
                }
            }
        }
    }
}

/// Where the arc from `a` to `b` crosses the edge of a cap.
///
/// Whether an end is inside is asked of [`Cap::holds`] alone, so that the count of crossings of an
/// arc always agrees with its ends: a crossing that rounding hides is put at the nearer end, and one
/// too many is dropped.
fn cap_events(cap: &Cap, a: UnitVec, b: UnitVec) -> [Option<Event>; 2] {
    let (da, db) = (cap.centre.dot(a) - cap.cos_radius, cap.centre.dot(b) - cap.cos_radius);
    let (inside, changes) = (da > 0.0, (da > 0.0) != (db > 0.0));
    // The dot product changes by at most the arc's length, so most short arcs need no more.
    let reach = 1.6 * ((a.x - b.x).abs() + (a.y - b.y).abs() + (a.z - b.z).abs());
    if !changes && (da.abs() >= reach || db.abs() >= reach) {
        return [None; 2];
    }
    let arc = Arc::new(a, b);
    let mut t = arc.crossings(cap.centre, cap.cos_radius);
    let (first, second) = (t.next(), t.next());
    let found = match (changes, first, second) {
        (true, Some(t), None) => [Some(arc.at(t)), None],
        (true, Some(t), Some(u)) => [Some(arc.at(if da.abs() < db.abs() { u } else { t })), None],
        (true, None, _) => [Some(if da.abs() < db.abs() { a } else { b }), None],
        (false, Some(t), Some(u)) => [Some(arc.at(t)), Some(arc.at(u))],
        (false, ..) => [None, None],
    };
    let event = |at: UnitVec, enters| Event { at, station: cap.angle_of(at).rem_euclid(TAU), enters };
    [found[0].map(|at| event(at, !inside)), found[1].map(|at| event(at, inside))]
}
