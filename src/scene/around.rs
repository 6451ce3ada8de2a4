//! What surrounds the cables, made ready to be drawn: borders, sea ice, places, chokepoints, events.

use super::outline::Outlines;
use super::pick::Picked;
use crate::cable::{Mark, MarkKind};
use crate::carto::Shapes;
use crate::sphere::{Cap, LonLat, UnitVec};

/// The sea that ice covers in a month: its area, and its edge where it is no coast.
#[derive(Debug, Default)]
pub(super) struct Ice {
    pub(super) area: Shapes,
    pub(super) edge: Outlines,
}

/// A mark and where it is.
#[derive(Debug)]
pub(super) struct Point {
    pub(super) mark: Mark,
    pub(super) at: Option<UnitVec>,
    /// The rings of a chokepoint's area, and a cap that holds them.
    pub(super) rings: Vec<Vec<UnitVec>>,
    pub(super) cap: Cap,
    /// The same rings to be drawn, closed.
    pub(super) outline: Outlines,
}

impl Point {
    pub(super) fn new(mark: Mark) -> Self {
        let rings = mark.extent.iter().flat_map(|p| &p.rings);
        let rings: Vec<Vec<UnitVec>> = rings.map(|ring| ring.iter().map(|p| p.to_unit()).collect()).collect();
        let cap = Cap::bounding(rings.iter().flatten().copied());
        let outline: Vec<Vec<LonLat>> =
            mark.extent.iter().flat_map(|p| &p.rings).flat_map(|ring| drawn(ring)).collect();
        Self { at: mark.at.map(LonLat::to_unit), rings, cap, outline: Outlines::new(&outline), mark }
    }

    /// What it is when it is picked.
    pub(super) fn picked(&self) -> Picked {
        let id = self.mark.id.clone();
        match self.mark.kind {
            MarkKind::Supercomputer | MarkKind::City | MarkKind::Country => Picked::Place(id),
            MarkKind::Chokepoint => Picked::Chokepoint(id),
            MarkKind::Event => Picked::Event(id),
        }
    }

    /// Whether a map of this zoom shows it: small towns only from near.
    pub(super) fn shows_at(&self, zoom: f64) -> bool {
        let from = match (self.mark.kind, self.mark.rank) {
            (MarkKind::City, 2) => 1.5,
            (MarkKind::City, _) => 2.5,
            _ => f64::NEG_INFINITY,
        };
        zoom >= from
    }

    /// The layer that it belongs to.
    pub(super) fn layer(&self) -> &'static str {
        match self.mark.kind {
            MarkKind::Supercomputer => "supercomputers",
            MarkKind::City => "cities",
            MarkKind::Chokepoint => "chokepoints",
            MarkKind::Event => "events",
            MarkKind::Country => "countries",
        }
    }
}

/// A ring, closed, without the sides along which a file cuts it at the antimeridian.
fn drawn(ring: &[LonLat]) -> Vec<Vec<LonLat>> {
    let cut = |a: &LonLat, b: &LonLat| a.lon_deg.abs() >= 180.0 && a.lon_deg == b.lon_deg;
    let closed: Vec<LonLat> = ring.iter().chain(ring.first()).copied().collect();
    closed.chunk_by(|a, b| !cut(a, b)).filter(|line| line.len() > 1).map(<[LonLat]>::to_vec).collect()
}

/// All of it.
#[derive(Debug, Default)]
pub(super) struct Around {
    /// Borders that are settled, and those that are not.
    pub(super) borders: [Outlines; 2],
    /// In March and in September.
    pub(super) ice: [Ice; 2],
    pub(super) points: Vec<Point>,
    pub(super) countries: Vec<Mark>,
}

impl Around {
    /// Adds a mark; countries are names and nothing else.
    pub(super) fn add(&mut self, mark: Mark) {
        if mark.kind == MarkKind::Country {
            self.countries.push(mark);
        } else {
            self.points.push(Point::new(mark));
        }
    }

    /// The mark of that kind and id; a supercomputer is a place like a city.
    pub(super) fn point(&self, kind: MarkKind, id: &str) -> Option<&Point> {
        let same = |k: MarkKind| k == kind || (kind == MarkKind::City && k == MarkKind::Supercomputer);
        self.points.iter().find(|p| p.mark.id == id && same(p.mark.kind))
    }

    /// What is selected, if it is a mark.
    pub(super) fn picked(&self, picked: Option<&Picked>) -> Option<&Point> {
        match picked? {
            Picked::Place(id) => self.point(MarkKind::City, id),
            Picked::Chokepoint(id) => self.point(MarkKind::Chokepoint, id),
            Picked::Event(id) => self.point(MarkKind::Event, id),
            Picked::Landing(_) | Picked::Cable(_) => None,
        }
    }

    /// Whether there is a mark of that kind.
    pub(super) fn has(&self, kind: MarkKind) -> bool {
        self.points.iter().any(|p| p.mark.kind == kind)
    }
}

/// Which of the two months an area's look means, if it means ice on the sea.
pub(super) fn ice_month(style: &str) -> Option<usize> {
    ["sea-ice-march", "sea-ice-september"].iter().position(|name| *name == style)
}
