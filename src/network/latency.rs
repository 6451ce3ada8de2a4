//! How long light takes through a cable.

/// Speed of light in vacuum, exact by the definition of the metre (CGPM 1983, resolution 1).
pub const SPEED_OF_LIGHT_KM_PER_S: f64 = 299_792.458;

/// Group index at 1550 nm of Corning SMF-28 (ITU-T G.652), by its product information sheet.
pub const GROUP_INDEX_G652: f64 = 1.4682;

/// Group index at 1550 nm of Corning SMF-28 ULL (ITU-T G.652.B, G.654.C), by PI1470 of March 2020.
/// It stands in for submarine G.654.D and G.654.E fibre, whose data sheets were not found.
pub const GROUP_INDEX_ULL: f64 = 1.4620;

/// Slack added to a drawn route to estimate its cable: 5 %, the low end of what published lengths of
/// northern cables are above routes drawn between the same landings (5–12 % on long hauls).
pub const DRAWN_SLACK: f64 = 0.05;

/// Milliseconds there and back through `cable_km` of fibre: 2·L·n/c. Equipment adds to it.
#[must_use]
pub fn round_trip_ms(cable_km: f64, group_index: f64) -> f64 {
    2.0 * cable_km * group_index / SPEED_OF_LIGHT_KM_PER_S * 1000.0
}

/// What lines over land add to the great circle between their towns: 30 %, as the lengths of `overland/` do that no
/// source gives.
pub const LAND_DETOUR: f64 = 0.3;

/// What a modelled round trip rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Assumptions {
    /// Group index of the fibre.
    pub group_index: f64,
    /// Share added to a line drawn at sea whose cable length is not published.
    pub sea_slack: f64,
    /// Share added to a line drawn over land, and to backhaul.
    pub land_detour: f64,
    /// Milliseconds there and back added at each end of every edge passed, for equipment: none by default.
    pub station_ms: f64,
    /// Milliseconds there and back added at each end of the whole, for the way from the landing to the user: none by default.
    pub end_ms: f64,
}

impl Default for Assumptions {
    fn default() -> Self {
        Self {
            group_index: GROUP_INDEX_G652,
            sea_slack: DRAWN_SLACK,
            land_detour: LAND_DETOUR,
            station_ms: 0.0,
            end_ms: 0.0,
        }
    }
}

impl Assumptions {
    /// Milliseconds there and back over each edge of the network, equipment included.
    #[must_use]
    pub fn costs(&self, network: &super::Network) -> Vec<f64> {
        let cost = |e: &super::Edge| round_trip_ms(e.cable_km(self), self.group_index) + 2.0 * self.station_ms;
        network.edges.iter().map(cost).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn round_trips_to_a_tenth_of_a_millisecond() {
        for (km, ms) in [(10_000.0, 97.9), (14_000.0, 137.1), (14_500.0, 142.0), (15_000.0, 146.9), (17_000.0, 166.5)] {
            assert!((round_trip_ms(km, GROUP_INDEX_G652) - ms).abs() < 0.051, "{km}");
        }
    }

    #[test]
    fn a_thousand_kilometres() {
        assert!((round_trip_ms(1000.0, GROUP_INDEX_G652) - 9.795).abs() < 5e-4);
        assert!((round_trip_ms(1000.0, GROUP_INDEX_ULL) - 9.753).abs() < 5e-4);
    }
}
