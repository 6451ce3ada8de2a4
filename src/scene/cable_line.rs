//! A cable's line, ready to be drawn: unit vectors instead of degrees, a look instead of a status.

use super::fan::Neighbour;
use super::outline::Outline;
use super::style::{Colour, StrokeId, cable_colour, cable_stroke, quiet_colour};
use crate::cable::{Chart, ChartSegment, ChartSystem, Status};
use crate::sphere::{Arc, Cap, EARTH_RADIUS_KM, LonLat, UnitVec};
use std::f64::consts::PI;

/// Lines are drawn through points at most this far apart, so that what lies off the screen can be
/// left out in pieces.
pub(super) const MAX_STEP_RAD: f64 = 80.0 / EARTH_RADIUS_KM;

/// A segment of a cable system, ready to be drawn.
#[derive(Clone, Debug)]
pub struct CableLine {
    /// The segment's id.
    pub segment: String,
    /// The system's id.
    pub system: String,
    /// The nodes at its ends.
    pub ends: [String; 2],
    /// The line.
    pub points: Vec<UnitVec>,
    /// The same line as the file has it, to be drawn from afar.
    pub(super) outline: Outline,
    /// For each point, the line of another system that runs beside it.
    pub(super) neighbours: Vec<Option<Neighbour>>,
    /// For each point, how far its lane lies to the right where cables share their way; see [`super::lanes`].
    pub(super) lanes: Vec<f32>,
    /// Its colour.
    pub colour: Colour,
    /// Its stroke.
    pub stroke: StrokeId,
    /// Drawn above lines of lesser rank: proposals above what exists.
    pub rank: u8,
    /// How long it is.
    pub(super) length_rad: f64,
    /// Holds all of its points.
    pub(super) cap: Cap,
    /// Whether it is left out for now.
    pub(super) is_hidden: bool,
}

/// Lines up to this rank are there for comparison: thin, without names, their landings only from near.
pub(super) const QUIET: u8 = 1;

impl CableLine {
    /// Whether a map of this zoom shows it: what runs over land only from near.
    pub(super) fn shows_at(&self, zoom: f64) -> bool {
        self.rank > QUIET || self.stroke != StrokeId::Terrestrial || zoom >= 1.0
    }
}

/// The line of a segment, of a system of that rank.
pub(super) fn cable_line(chart: &Chart, system: &ChartSystem, rank: u8, segment: &ChartSegment) -> CableLine {
    let status = system.status;
    let among = chart.systems.iter().filter(|s| s.status == Status::Proposed);
    let place = among.take_while(|s| s.id != system.id).count();
    let colour = if rank > QUIET { cable_colour(status, place) } else { quiet_colour(status) };
    CableLine {
        segment: segment.id.clone(),
        system: segment.system.clone(),
        ends: segment.ends.clone(),
        rank,
        ..line_of(&segment.line, cable_stroke(status), colour)
    }
}

/// A line that belongs to no system.
pub(super) fn line_of(points: &[LonLat], stroke: StrokeId, colour: Colour) -> CableLine {
    let outline = Outline::new(points);
    // Points that are no line, which are marked by crosses or rings, have nothing between them.
    let points = densify(points, if stroke == StrokeId::Cross { PI } else { MAX_STEP_RAD });
    CableLine {
        outline,
        segment: String::new(),
        system: String::new(),
        ends: Default::default(),
        length_rad: points.windows(2).map(|w| w[0].angle_to(w[1])).sum(),
        cap: Cap::bounding(points.iter().copied()),
        points,
        neighbours: Vec::new(),
        lanes: Vec::new(),
        colour,
        stroke,
        rank: QUIET + 1,
        is_hidden: false,
    }
}

/// The line through `points` along great circles, with no step longer than `step_rad`.
fn densify(points: &[LonLat], step_rad: f64) -> Vec<UnitVec> {
    let units: Vec<UnitVec> = points.iter().map(|p| p.to_unit()).collect();
    let mut out: Vec<UnitVec> = units.first().copied().into_iter().collect();
    for pair in units.windows(2) {
        let arc = Arc::new(pair[0], pair[1]);
        let steps = (arc.length_rad / step_rad).ceil().max(1.0);
        let mut k = 1.0;
        while k < steps {
            out.push(arc.at(arc.length_rad * k / steps));
            k += 1.0;
        }
        out.push(pair[1]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn densify_keeps_vertices_and_steps_short() {
        let line = [LonLat::new(0.0, 80.0), LonLat::new(180.0, 89.0), LonLat::new(180.0, 70.0)];
        let dense = densify(&line, MAX_STEP_RAD);
        assert!(dense.windows(2).all(|w| w[0].angle_to(w[1]) <= MAX_STEP_RAD * 1.000_001));
        for p in line {
            assert!(dense.iter().any(|q| q.angle_to(p.to_unit()) < 1e-12));
        }
        assert!(densify(&[], MAX_STEP_RAD).is_empty());
        assert_eq!(densify(&line[..1], MAX_STEP_RAD).len(), 1);
    }
}
