//! Measuring: geodesics between points, their bearings, and how long light takes.

use crate::i18n::{Msg, Words};
use crate::network::latency::{SPEED_OF_LIGHT_KM_PER_S, round_trip_ms};
use crate::sphere::{LonLat, measure};

/// One stretch, or all of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Leg {
    /// Kilometres along the geodesic.
    pub km: f64,
    /// Azimuth at its beginning, in degrees clockwise from north; of all stretches `None`.
    pub bearing_deg: Option<f64>,
    /// Milliseconds there and back in fibre.
    pub fibre_ms: f64,
    /// Milliseconds there and back in vacuum.
    pub vacuum_ms: f64,
}

/// A measured line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gauge {
    /// Between each point and the next.
    pub legs: Vec<Leg>,
    /// Of all, where there are several.
    pub total: Option<Leg>,
}

impl Gauge {
    /// Measures a line, for fibre of a group index.
    #[must_use]
    pub fn new(points: &[LonLat], group_index: f64) -> Self {
        let leg = |km: f64, bearing_deg: Option<f64>| Leg {
            km,
            bearing_deg,
            fibre_ms: round_trip_ms(km, group_index),
            vacuum_ms: 2.0 * km / SPEED_OF_LIGHT_KM_PER_S * 1000.0,
        };
        let of = |w: &[LonLat]| leg(measure::distance_km(w[0], w[1]), Some(measure::bearing_deg(w[0], w[1])));
        let legs: Vec<Leg> = points.windows(2).map(of).collect();
        let total = (legs.len() > 1).then(|| leg(legs.iter().map(|l| l.km).sum(), None));
        Self { legs, total }
    }
}

impl Leg {
    /// Length, bearing and times in words.
    #[must_use]
    pub fn cells(&self, words: &Words<'_>) -> [String; 4] {
        let bearing = self.bearing_deg.map_or_else(String::new, |deg| [&words.number(deg, 1), "°"].concat());
        [words.unit(Msg::UnitKm, self.km, 1), bearing, words.ms(self.fibre_ms), words.ms(self.vacuum_ms)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_of_the_equator_and_then_to_the_pole() {
        let at = LonLat::new;
        let gauge = Gauge::new(&[at(0.0, 0.0), at(90.0, 0.0), at(90.0, 90.0)], 1.5);
        // WGS 84: a quarter of the equator is 10,018.754 km, of a meridian 10,001.966 km.
        assert!((gauge.legs[0].km - 10_018.754).abs() < 0.2 && (gauge.legs[1].km - 10_001.966).abs() < 0.2);
        assert_eq!(gauge.legs[0].bearing_deg.map(f64::round), Some(90.0));
        assert_eq!(gauge.legs[1].bearing_deg.map(f64::round), Some(0.0));
        let total = gauge.total.unwrap();
        assert!((total.km - 20_020.72).abs() < 0.4 && total.bearing_deg.is_none());
        // 2 × 20,020.72 km over c is 133.56 ms; half as much again in fibre of index 1.5.
        assert!((total.vacuum_ms - 133.56).abs() < 0.01 && (total.fibre_ms - 200.35).abs() < 0.02);
    }

    #[test]
    fn fewer_than_two_points_measure_nothing() {
        assert_eq!(Gauge::new(&[LonLat::new(1.0, 2.0)], 1.5), Gauge::default());
        assert_eq!(Gauge::new(&[LonLat::new(1.0, 2.0), LonLat::new(2.0, 2.0)], 1.5).total, None);
    }
}
