//! Where a line runs over land.

use super::shore::Shore;
use crate::sphere::{Arc, EARTH_RADIUS_KM, LonLat, measure};

/// Stretches shorter than this are a matter of rounding.
const LEAST_KM: f64 = 0.02;

/// A part of a line that is on land.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OnLand {
    /// Where it begins.
    pub from: LonLat,
    /// Where it ends.
    pub to: LonLat,
    /// Its length in kilometres.
    pub length_km: f64,
}

/// Every part of `line`, great circles between its positions, that is on land; exact, in order.
#[must_use]
pub fn land_crossings(shore: &Shore, line: &[LonLat]) -> Vec<OnLand> {
    let Some(first) = line.first() else { return Vec::new() };
    let mut on_land = shore.on_land(first.to_unit());
    let mut parts: Vec<(bool, LonLat, LonLat)> = Vec::new();
    for pair in line.windows(2) {
        let (a, b) = (pair[0].to_unit(), pair[1].to_unit());
        let cuts = shore.crossings(a, b);
        let arc = Arc::new(a, b);
        let mut from = 0.0;
        for to in cuts.iter().copied().chain([arc.length_rad]) {
            if !cuts.is_empty() {
                on_land = shore.on_land(arc.at((from + to) / 2.0));
            }
            parts.push((on_land, arc.at(from).to_lonlat(), arc.at(to).to_lonlat()));
            from = to;
        }
    }
    let mut out: Vec<OnLand> = Vec::new();
    let mut joins = false;
    for (on_land, from, to) in parts {
        let length_km = measure::distance_km(from, to);
        match out.last_mut() {
            Some(last) if on_land && joins => {
                last.to = to;
                last.length_km += length_km;
            }
            _ if on_land => out.push(OnLand { from, to, length_km }),
            _ => {}
        }
        joins = on_land;
    }
    out.retain(|part| part.length_km > LEAST_KM);
    out
}

/// How far from a landing a line may be on land: the last stretch from the beach to a station.
pub const BEACH_KM: f64 = 5.0;
/// The same where the landing's own position is less sure than that: no further than a way goes
/// inland.
pub const MAX_BEACH_KM: f64 = super::end::MAX_INLAND_KM;

/// The parts of `line` on land that have no reason to be: all but those near a landing. Each landing
/// is where it is and how far off it may be, in kilometres; within that, and within [`BEACH_KM`],
/// land is no fault, but never beyond [`MAX_BEACH_KM`].
#[must_use]
pub fn land_faults(shore: &Shore, line: &[LonLat], landings: &[(LonLat, f64)]) -> Vec<OnLand> {
    let mut found = land_crossings(shore, line);
    found.retain(|part| {
        !landings.iter().any(|(at, accuracy_km)| part.is_within(*at, accuracy_km.clamp(BEACH_KM, MAX_BEACH_KM)))
    });
    found
}

impl std::fmt::Display for OnLand {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [a, b] = [self.from, self.to].map(|p| format!("[{:.4}, {:.4}]", p.lon_deg, p.lat_deg));
        write!(f, "{:.2} km on land from {a} to {b}", self.length_km)
    }
}

impl OnLand {
    /// Whether all of it is within `km` of `end`: the last stretch from the beach to a station.
    #[must_use]
    pub fn is_within(&self, end: LonLat, km: f64) -> bool {
        let end = end.to_unit();
        let arc = Arc::new(self.from.to_unit(), self.to.to_unit());
        // What bends away from the arc between its ends is longer than the arc by as much.
        let detour_km = (self.length_km - arc.length_rad * EARTH_RADIUS_KM).max(0.0) / 2.0;
        [self.from, self.to].iter().all(|p| p.to_unit().angle_to(end) * EARTH_RADIUS_KM + detour_km <= km)
    }
}
