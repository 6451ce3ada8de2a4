//! What a way keeps out of: straits, ice, other people's waters.

use super::arc::{Strip, arcs_cross};
use super::vector::{angle, of};
use crate::sphere::{Arc, Cap, UnitVec, contains};

/// A part of the sphere.
#[derive(Clone, Debug)]
pub enum Area {
    /// All within an angle of a point.
    Cap(Cap),
    /// What one ring has on its left.
    Ring(Vec<UnitVec>),
}

/// A part of the sphere that a way keeps out of, and what to call it.
#[derive(Clone, Debug)]
pub struct Avoid {
    /// Its name, for messages.
    pub label: String,
    /// Where it is.
    pub area: Area,
    /// A cap around all of it: most of the world is seen at a glance to lie outside.
    around: Cap,
}

impl Avoid {
    /// What is so called, and where it is.
    #[must_use]
    pub fn new(label: impl Into<String>, area: Area) -> Self {
        let around = match &area {
            Area::Cap(cap) => *cap,
            Area::Ring(ring) => Cap::bounding(ring.iter().copied()),
        };
        Self { label: label.into(), area, around }
    }

    /// Whether it holds `p`.
    #[must_use]
    pub fn holds(&self, p: UnitVec) -> bool {
        self.around.holds(p) && self.area.holds(p)
    }

    /// Whether it has a point in common with the great-circle arc from `a` to `b`.
    #[must_use]
    pub fn meets(&self, a: UnitVec, b: UnitVec) -> bool {
        let centre = of(self.around.centre);
        let near = angle(centre, of(a)) <= self.around.radius_rad + angle(of(a), of(b));
        near && self.area.meets(a, b)
    }
}

impl Area {
    /// Whether it holds `p`.
    #[must_use]
    pub fn holds(&self, p: UnitVec) -> bool {
        match self {
            Self::Cap(cap) => cap.holds(p),
            Self::Ring(ring) => contains(std::iter::once(ring.as_slice()), p),
        }
    }

    /// Whether it has a point in common with the great-circle arc from `a` to `b`.
    #[must_use]
    pub fn meets(&self, a: UnitVec, b: UnitVec) -> bool {
        match self {
            Self::Cap(cap) => Arc::new(a, b).distance_rad(cap.centre) < cap.radius_rad,
            Self::Ring(ring) => {
                let edges = || ring.iter().zip(ring.iter().cycle().skip(1));
                let crossed = |s: &Strip| {
                    edges().any(|(c, d)| Strip::parts(of(*c), of(*d)).any(|e| arcs_cross(s, e.start(), e.end())))
                };
                contains(std::iter::once(ring.as_slice()), a) || Strip::parts(of(a), of(b)).any(|s| crossed(&s))
            }
        }
    }
}
