//! The data, made ready to be drawn: unit vectors instead of degrees, looks instead of statuses.

use super::fan::{Neighbour, neighbours};
use super::style::{Colour, StrokeId, cable_colour, cable_stroke};
use crate::cable::{Atlas, Segment, Status, System};
use crate::carto::Shapes;
use crate::geodata::{Polygon, Problem, visvalingam};
use crate::sphere::{Arc, EARTH_RADIUS_KM, LonLat, UnitVec};

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
    /// For each point, the line of another system that runs beside it.
    pub(super) neighbours: Vec<Option<Neighbour>>,
    /// Its colour.
    pub colour: Colour,
    /// Its stroke.
    pub stroke: StrokeId,
    /// Drawn above lines of lesser rank: proposals above what exists.
    pub rank: u8,
}

/// All that can be drawn.
#[derive(Debug, Default)]
pub struct World {
    atlas: Atlas,
    land: Shapes,
    lines: Vec<CableLine>,
}

impl World {
    /// The cables, landings and names, as read.
    #[must_use]
    pub fn atlas(&self) -> &Atlas {
        &self.atlas
    }

    /// The land.
    #[must_use]
    pub fn land(&self) -> &Shapes {
        &self.land
    }

    /// The cables' lines, in the order in which they are drawn.
    #[must_use]
    pub fn lines(&self) -> &[CableLine] {
        &self.lines
    }

    /// Replaces the cables, landings and names.
    pub fn set_atlas(&mut self, atlas: Atlas) {
        let line = |s: &Segment| atlas.system(&s.system).map(|system| cable_line(&atlas, system, s));
        let lines: Vec<CableLine> = atlas.segments.iter().filter_map(line).collect();
        self.lines = (0..=3).flat_map(|rank| lines.iter().filter(move |l| l.rank == rank).cloned()).collect();
        let found = neighbours(&self.lines);
        self.lines.iter_mut().zip(found).for_each(|(line, n)| line.neighbours = n);
        self.atlas = atlas;
    }

    /// Adds the list of sources, which changes no picture.
    pub fn add_sources(&mut self, file: &str, bytes: &[u8]) -> Vec<Problem> {
        self.atlas.add_sources(file, bytes)
    }

    /// Replaces the land.
    pub fn set_land(&mut self, polygons: &[Polygon]) {
        let mut land = Shapes::default();
        for polygon in polygons {
            let rings: Vec<(Vec<UnitVec>, Vec<f64>)> = polygon
                .rings
                .iter()
                .map(|ring| (ring.iter().map(|p| p.to_unit()).collect(), visvalingam::weights_km2(ring)))
                .collect();
            land.add(rings.iter().map(|(p, w)| (p.as_slice(), w.as_slice())));
        }
        self.land = land;
    }
}

fn cable_line(atlas: &Atlas, system: &System, segment: &Segment) -> CableLine {
    let status = status_of(system);
    let among = atlas.systems.iter().filter(|s| status_of(s) == Status::Proposed);
    let place = among.take_while(|s| s.id != system.id).count();
    CableLine {
        segment: segment.id.clone(),
        system: segment.system.clone(),
        ends: [segment.from.clone(), segment.to.clone()],
        points: densify(&segment.line),
        neighbours: Vec::new(),
        colour: cable_colour(status, place),
        stroke: cable_stroke(status),
        rank: rank(status),
    }
}

/// A system whose status is not published is drawn as the least that can be said of it.
fn status_of(system: &System) -> Status {
    system.status.value().copied().unwrap_or(Status::Proposed)
}

/// How much a status matters on this map: proposals above their extensions above what exists.
#[must_use]
pub fn rank(status: Status) -> u8 {
    match status {
        Status::Suspended | Status::Cancelled | Status::Retired | Status::Terrestrial => 0,
        Status::InService | Status::UnderConstruction | Status::Planned => 1,
        Status::Illustrative => 2,
        Status::Proposed => 3,
    }
}

/// The line through `points` along great circles, with no step longer than [`MAX_STEP_RAD`].
fn densify(points: &[LonLat]) -> Vec<UnitVec> {
    let units: Vec<UnitVec> = points.iter().map(|p| p.to_unit()).collect();
    let mut out: Vec<UnitVec> = units.first().copied().into_iter().collect();
    for pair in units.windows(2) {
        let arc = Arc::new(pair[0], pair[1]);
        let steps = (arc.length_rad / MAX_STEP_RAD).ceil().max(1.0);
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
        let dense = densify(&line);
        assert!(dense.windows(2).all(|w| w[0].angle_to(w[1]) <= MAX_STEP_RAD * 1.000_001));
        for p in line {
            assert!(dense.iter().any(|q| q.angle_to(p.to_unit()) < 1e-12));
        }
        assert!(densify(&[]).is_empty());
        assert_eq!(densify(&line[..1]).len(), 1);
    }
}
