//! The depth under a line: soundings at even steps, where ice lies over it, and where it passes chokepoints.

mod chart;
mod ice;

pub use chart::{Chart, Shape, chart};
pub use ice::Ice;

use super::describe::Track;
use crate::cable::Gazetteer;
use crate::network::chokepoints;
use crate::sphere::{LonLat, contains};

/// How many points a profile has.
pub const POINTS: usize = 201;

/// A point of a profile.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Kilometres from the beginning.
    pub km: f64,
    /// Where it is.
    pub at: LonLat,
    /// Depth in metres; `None` on land, and where no grid is loaded.
    pub depth_m: Option<f64>,
    /// Whether the median ice covers it in March and in September.
    pub under_ice: [bool; 2],
}

/// A part of the line, with what is there.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// The chokepoint’s id.
    pub id: String,
    /// Kilometres from the beginning to where it begins and ends.
    pub km: (f64, f64),
}

/// A line with what is under it and over it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// Points at even steps, both ends included.
    pub points: Vec<Point>,
    /// The chokepoints that the line passes, in order.
    pub chokepoints: Vec<Span>,
}

impl Profile {
    /// The points of a track, still without depths.
    #[must_use]
    pub fn new(track: &Track, gazetteer: &Gazetteer, ice: [Option<&Ice>; 2]) -> Self {
        #[allow(clippy::cast_precision_loss, reason = "a few hundred")]
        let km = |i: usize| track.length_km() * i as f64 / (POINTS - 1) as f64;
        let point = |i: usize| {
            let at = track.at(km(i));
            Point { km: km(i), at, depth_m: None, under_ice: ice.map(|ice| ice.is_some_and(|ice| ice.covers(at))) }
        };
        let points: Vec<Point> = (0..POINTS).map(point).collect();
        let chokepoints = chokepoints::along(gazetteer, track.line()).into_iter();
        let span = |c: &crate::cable::gazetteer::Chokepoint| {
            let rings = chokepoints::rings(c);
            let is_in = |p: &Point| contains(rings.iter().map(Vec::as_slice), p.at.to_unit());
            let first = points.iter().position(is_in)?;
            let last = points.iter().rposition(is_in)?;
            // A strait that is narrower than a step is marked all the same.
            Some(Span { id: c.id.clone(), km: (points[first].km, points[last].km) })
        };
        let spans = chokepoints.filter_map(span).collect();
        Self { chokepoints: spans, points }
    }

    /// Takes depths in metres for the points, in order; what is not a number is not known.
    pub fn set_depths(&mut self, depths_m: &[f64]) {
        for (point, depth) in self.points.iter_mut().zip(depths_m) {
            point.depth_m = Some(*depth).filter(|m| m.is_finite());
        }
    }

    /// The longitudes and latitudes of the points, one after the other.
    #[must_use]
    pub fn flat(&self) -> Vec<f64> {
        self.points.iter().flat_map(|p| [p.at.lon_deg, p.at.lat_deg]).collect()
    }

    /// Distances and depths of the points where the depth is known.
    #[must_use]
    pub fn soundings(&self) -> Vec<(f64, f64)> {
        self.points.iter().filter_map(|p| Some((p.km, p.depth_m?))).collect()
    }

    /// The parts of the line that ice covers, in March (0) or September (1): kilometres from the beginning.
    #[must_use]
    pub fn ice_spans(&self, month: usize) -> Vec<(f64, f64)> {
        let mut spans: Vec<(f64, f64)> = Vec::new();
        let mut was = false;
        for point in &self.points {
            let is = point.under_ice.get(month).copied().unwrap_or_default();
            match spans.last_mut() {
                Some(last) if is && was => last.1 = point.km,
                _ if is => spans.push((point.km, point.km)),
                _ => {}
            }
            was = is;
        }
        spans
    }
}

#[cfg(test)]
mod tests;
