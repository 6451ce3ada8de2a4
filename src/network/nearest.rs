//! Which landings are nearest to a place.

use crate::cable::{Atlas, Landing, Status};
use crate::sphere::{LonLat, measure};

/// The landings of sea cables that are in service or will be, nearest to `at` first, with the distance in
/// kilometres along the geodesic; at most `count`.
#[must_use]
pub fn landings(atlas: &Atlas, at: LonLat, count: usize) -> Vec<(&Landing, f64)> {
    let is_use = |status: Option<&Status>| {
        !matches!(status, Some(Status::Retired | Status::Cancelled | Status::Suspended | Status::Terrestrial))
    };
    let used: Vec<&str> = atlas.systems.iter().filter(|s| is_use(s.status.value())).map(|s| s.id.as_str()).collect();
    let mut ends: Vec<&str> = Vec::new();
    for segment in atlas.segments.iter().filter(|s| !s.overland && used.contains(&s.system.as_str())) {
        ends.extend([segment.from.as_str(), segment.to.as_str()]);
    }
    let reached = atlas.landings.iter().filter(|l| ends.contains(&l.id.as_str()));
    let mut found: Vec<(&Landing, f64)> = reached.map(|l| (l, measure::length_km(&[at, l.at]))).collect();
    found.sort_by(|a, b| a.1.total_cmp(&b.1));
    found.truncate(count);
    found
}
