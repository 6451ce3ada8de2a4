//! Which chokepoints each system passes: by geometry, one chokepoint at a time, as all of them take longer than a frame.

use crate::cable::Atlas;
use crate::cable::gazetteer::Chokepoint;
use crate::network::chokepoints::meets;
use crate::sphere::{Cap, LonLat, UnitVec};

/// A segment's line as directions, with a cap about all of it.
struct Line {
    system: String,
    points: Vec<UnitVec>,
    around: Cap,
}

/// What has been found out so far.
#[derive(Default)]
pub struct Passages {
    lines: Vec<Line>,
    /// System and chokepoint.
    found: Vec<(String, String)>,
}

impl Passages {
    /// Nothing yet, of these cables.
    #[must_use]
    pub fn new(atlas: &Atlas) -> Self {
        let line = |s: &crate::cable::Segment| {
            let points: Vec<UnitVec> = s.line.iter().map(|p| p.to_unit()).collect();
            Line { system: s.system.clone(), around: Cap::bounding(points.iter().copied()), points }
        };
        Self { lines: atlas.segments.iter().map(line).collect(), found: Vec::new() }
    }

    /// Finds the systems with any part in a chokepoint, as [`crate::network::chokepoints::through`] does for segments.
    pub fn add(&mut self, chokepoint: &Chokepoint) {
        let unit = |ring: &Vec<LonLat>| ring.iter().map(|p| p.to_unit()).collect();
        let rings: Vec<Vec<UnitVec>> = chokepoint.extent.iter().flat_map(|p| &p.rings).map(unit).collect();
        let around = Cap::bounding(rings.iter().flatten().copied());
        for line in self.lines.iter().filter(|l| l.around.meets(&around)) {
            let known = self.found.iter().any(|(s, c)| *s == line.system && *c == chokepoint.id);
            if !known && meets(&line.points, &rings) {
                self.found.push((line.system.clone(), chokepoint.id.clone()));
            }
        }
    }

    /// Ids of the chokepoints that a system passes.
    pub fn of<'a>(&'a self, system: &'a str) -> impl Iterator<Item = &'a str> {
        self.found.iter().filter(move |(s, _)| s == system).map(|(_, c)| c.as_str())
    }
}
