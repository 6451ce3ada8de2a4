//! A line with the distance along it.

use crate::sphere::measure::distance_km;
use crate::sphere::{Arc, LonLat};

/// A line of great circles, measured on the ellipsoid from its beginning.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Track {
    line: Vec<LonLat>,
    /// Kilometres from the beginning to each vertex.
    km: Vec<f64>,
}

impl Track {
    /// Measures a line.
    #[must_use]
    pub fn new(line: Vec<LonLat>) -> Self {
        let mut sum = 0.0;
        let mut km = vec![0.0; line.len().min(1)];
        for leg in line.windows(2) {
            sum += distance_km(leg[0], leg[1]);
            km.push(sum);
        }
        Self { line, km }
    }

    /// Its vertices.
    #[must_use]
    pub fn line(&self) -> &[LonLat] {
        &self.line
    }

    /// Its length in kilometres.
    #[must_use]
    pub fn length_km(&self) -> f64 {
        self.km.last().copied().unwrap_or(0.0)
    }

    /// The position so many kilometres from its beginning, ends included.
    #[must_use]
    pub fn at(&self, km: f64) -> LonLat {
        let leg = self.km.partition_point(|k| *k <= km).clamp(1, self.line.len().max(2) - 1);
        let (Some(a), Some(b)) = (self.line.get(leg - 1), self.line.get(leg)) else {
            return self.line.first().copied().unwrap_or(LonLat { lon_deg: 0.0, lat_deg: 0.0 });
        };
        let (start, end) = (self.km[leg - 1], self.km[leg]);
        let share = if end > start { ((km - start) / (end - start)).clamp(0.0, 1.0) } else { 0.0 };
        let arc = Arc::new(a.to_unit(), b.to_unit());
        arc.at(arc.length_rad * share).to_lonlat()
    }

    /// Positions at even steps of about so many kilometres, in the middle of each step.
    #[must_use]
    pub fn every(&self, step_km: f64) -> Vec<LonLat> {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most the Earth's girth a step")]
        let count = (self.length_km() / step_km).ceil().clamp(1.0, 4000.0) as u32;
        let step = self.length_km() / f64::from(count);
        (0..count).map(|i| self.at(step * (f64::from(i) + 0.5))).collect()
    }
}
