//! What lies under a pixel.

use super::cable_line::QUIET;
use super::fan::fan_out;
use super::layer::shows;
use super::line::project;
use super::world::World;
use crate::carto::View;
use crate::plane::Point;
use crate::sphere::{Cap, EARTH_RADIUS_KM};

/// A thing on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    /// A landing point, by id.
    Landing(String),
    /// A cable system, by id.
    Cable(String),
    /// A supercomputer or a city, by id.
    Place(String),
    /// A chokepoint, by id.
    Chokepoint(String),
    /// An event, by id.
    Event(String),
}

/// The things within `reach_px` of a pixel, points before cables, the nearest first; the layers in
/// `switched` being otherwise than by default.
#[must_use]
pub fn pick(world: &World, view: &View, switched: &[String], at: Point, reach_px: f64) -> Vec<Picked> {
    let mut points: Vec<(f64, Picked)> = Vec::new();
    let zoom = view.pose().zoom;
    let landings = world.chart().landings.iter().zip(world.spots());
    for (landing, spot) in landings.filter(|(_, s)| shows("landings", switched) && s.shows_at(zoom)) {
        if let Some(p) = view.screen_from_sphere(spot.at) {
            points.push((p.distance(at) - 3.0, Picked::Landing(landing.id.clone())));
        }
    }
    for point in world.around().points.iter().filter(|p| p.shows_at(zoom) && shows(p.layer(), switched)) {
        if let Some(p) = point.at.and_then(|p| view.screen_from_sphere(p)) {
            points.push((p.distance(at) - 3.0, point.picked()));
        }
    }
    let mut cables: Vec<(f64, Picked)> = Vec::new();
    // Twice the reach at the middle of the screen: the scale differs across it.
    let Some(here) = view.sphere_from_screen(at) else { return Vec::new() };
    let reach = Cap::new(here, 2.0 * reach_px / (view.px_per_km(here) * EARTH_RADIUS_KM));
    for line in world.lines().filter(|l| l.shows_at(zoom) && l.cap.meets(&reach)) {
        let mut drawn = project(view, line);
        fan_out(view, line, &mut drawn.points);
        let steps = drawn.steps().map(|(_, a, b)| to_step(at, a, b));
        // What the map is about is meant where it runs beside what is there for comparison.
        let nearer = if line.rank > QUIET { 3.0 } else { 0.0 };
        cables.push((steps.fold(f64::INFINITY, f64::min) - nearer, Picked::Cable(line.system.clone())));
    }
    let near = |found: Vec<(f64, Picked)>| {
        let mut sorted: Vec<(f64, Picked)> = Vec::new();
        for one in found.into_iter().filter(|(d, _)| *d <= reach_px) {
            let place = sorted.iter().take_while(|other| other.0 <= one.0).count();
            sorted.insert(place, one);
        }
        sorted.into_iter().map(|(_, picked)| picked)
    };
    let mut out: Vec<Picked> = Vec::new();
    for picked in near(points).chain(near(cables)) {
        if !out.contains(&picked) {
            out.push(picked);
        }
    }
    out
}

/// Distance from `p` to the straight step between `a` and `b`.
fn to_step(p: Point, a: Point, b: Point) -> f64 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let length2 = dx * dx + dy * dy;
    let t = if length2 > 0.0 { (((p.x - a.x) * dx + (p.y - a.y) * dy) / length2).clamp(0.0, 1.0) } else { 0.0 };
    p.distance(Point::new(a.x + t * dx, a.y + t * dy))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_to_a_step_counts_its_ends() {
        let (a, b) = (Point::new(0.0, 0.0), Point::new(10.0, 0.0));
        assert_eq!(to_step(Point::new(5.0, 3.0), a, b), 3.0);
        assert_eq!(to_step(Point::new(13.0, 4.0), a, b), 5.0);
        assert_eq!(to_step(Point::new(3.0, 4.0), a, a), 5.0);
    }
}
