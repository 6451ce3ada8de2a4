//! Where the map has to be to show a thing whole.

use super::{AppState, At, SelKind, Selection};
use crate::cable::{Atlas, Gazetteer};
use crate::sphere::{LonLat, UnitVec};

/// Degrees from the middle of the map to the nearest panel at zoom 0, on a small screen.
const REACH_DEG: f64 = 22.0;

/// The closest that a point is shown from, and the farthest: its surroundings matter more than itself.
const POINT_ZOOM: (f64, f64) = (2.2, 4.0);

/// The closest that a line or an area is shown from.
const MAX_ZOOM: f64 = 4.5;

/// The place of the map that shows what is selected, keeping its turn; `None` for what has no place.
#[must_use]
pub fn frame(atlas: &Atlas, gazetteer: &Gazetteer, selection: &Selection, state: &AppState) -> Option<At> {
    let points = points(atlas, gazetteer, selection);
    let (middle, radius_deg) = around(&points)?;
    let zoom = if radius_deg > 0.0 {
        (REACH_DEG / radius_deg).log2().min(MAX_ZOOM)
    } else {
        state.at.zoom.clamp(POINT_ZOOM.0, POINT_ZOOM.1)
    };
    Some(At { lon_deg: middle.lon_deg, lat_deg: middle.lat_deg, zoom, rotation_deg: state.at.rotation_deg })
}

/// The positions that stand for a thing.
fn points(atlas: &Atlas, gazetteer: &Gazetteer, selection: &Selection) -> Vec<LonLat> {
    let id = selection.id.as_str();
    match selection.kind {
        SelKind::Cable => atlas.segments_of(id).flat_map(|s| s.line.iter().copied()).collect(),
        SelKind::Segment => atlas.segment(id).map(|s| s.line.clone()).unwrap_or_default(),
        SelKind::Landing => atlas.node_at(id).into_iter().collect(),
        SelKind::Place => gazetteer.place(id).map(|p| p.at).into_iter().collect(),
        SelKind::Chokepoint => {
            let rings = gazetteer.chokepoint(id).into_iter().flat_map(|c| &c.extent).flat_map(|p| &p.rings);
            rings.flatten().copied().collect()
        }
        SelKind::Event => event_points(atlas, gazetteer, id),
        SelKind::Country => {
            let is_it = |code: &Option<String>| code.as_deref() == Some(id);
            let shores: Vec<LonLat> = atlas.landings.iter().filter(|l| l.country == id).map(|l| l.at).collect();
            if shores.is_empty() {
                atlas.countries.iter().filter(|c| is_it(&c.code)).map(|c| c.at).collect()
            } else {
                shores
            }
        }
    }
}

/// A look of the overlays, with the points of a line or one point.
pub type Laid = (&'static str, Vec<LonLat>);

/// What the map lays over itself for a selected thing that it does not light up by itself; nothing for what it does, and
/// for an event that has no place.
#[must_use]
pub fn outline(atlas: &Atlas, gazetteer: &Gazetteer, selection: &Selection) -> Vec<Laid> {
    let has_place = || gazetteer.event(&selection.id).is_some_and(|e| e.at.is_some());
    let mut points = points(atlas, gazetteer, selection);
    let line = |look, points: Vec<LonLat>| if points.is_empty() { Vec::new() } else { vec![(look, points)] };
    match selection.kind {
        SelKind::Segment => line("path-a", points),
        SelKind::Chokepoint => {
            points.extend(points.first().copied());
            line("measure", points)
        }
        SelKind::Event if !has_place() => Vec::new(),
        // Rings would stand along a line too.
        SelKind::Event | SelKind::Country => points.into_iter().map(|p| ("lit", vec![p])).collect(),
        SelKind::Cable | SelKind::Landing | SelKind::Place => Vec::new(),
    }
}

/// Where it was; else what it is about.
fn event_points(atlas: &Atlas, gazetteer: &Gazetteer, id: &str) -> Vec<LonLat> {
    let Some(event) = gazetteer.event(id) else { return Vec::new() };
    if let Some(at) = event.at {
        return vec![at];
    }
    let lines = event.systems.iter().flat_map(|s| atlas.segments_of(s)).flat_map(|s| s.line.iter().copied());
    let places = event.places.iter().filter_map(|p| gazetteer.place(p)).map(|p| p.at);
    lines.chain(places).collect()
}

/// The middle of some positions, and how many degrees the farthest is from it.
fn around(points: &[LonLat]) -> Option<(LonLat, f64)> {
    let units: Vec<UnitVec> = points.iter().map(|p| p.to_unit()).collect();
    let (x, y, z) = units.iter().fold((0.0, 0.0, 0.0), |(x, y, z), p| (x + p.x, y + p.y, z + p.z));
    let middle = UnitVec::normalised(x, y, z)?;
    let radius = units.iter().map(|p| p.angle_to(middle)).fold(0.0, f64::max);
    Some((middle.to_lonlat(), radius.to_degrees()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ring_about_the_pole_is_framed_at_the_pole() {
        let ring: Vec<LonLat> = (0..12).map(|k| LonLat::new(f64::from(k) * 30.0, 68.0)).collect();
        let (middle, radius) = around(&ring).unwrap();
        assert!((middle.lat_deg - 90.0).abs() < 1e-6 && (radius - 22.0).abs() < 1e-6);
    }

    #[test]
    fn a_strait_across_the_antimeridian_is_framed_there() {
        let (middle, radius) = around(&[LonLat::new(179.0, 0.0), LonLat::new(-179.0, 0.0)]).unwrap();
        assert!((middle.lon_deg.abs() - 180.0).abs() < 1e-9 && (radius - 1.0).abs() < 1e-9);
        assert_eq!(around(&[]), None);
    }

    #[test]
    fn what_is_not_there_has_no_place() {
        let (atlas, gazetteer, state) = (Atlas::default(), Gazetteer::default(), AppState::default());
        for kind in SelKind::ALL {
            assert_eq!(frame(&atlas, &gazetteer, &Selection::new(kind, "none"), &state), None);
        }
    }
}
