//! What lies over and under a finished way.

use super::planner::Planner;
use crate::sphere::{Arc, EARTH_RADIUS_KM, LonLat};

/// How closely is looked, in kilometres.
const STEP_KM: f64 = 5.0;

/// What has been found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Survey {
    /// Kilometres of the line.
    pub length_km: f64,
    /// Of these under the median ice of March and of September; `None` where that is not known.
    pub ice_km: Option<[f64; 2]>,
    /// The greatest depth in metres, and where; `None` where none is known.
    pub deepest: Option<(f64, LonLat)>,
    /// The depth in metres at each point asked for.
    pub depths_m: Vec<Option<f64>>,
    /// Whether each point asked for is under the ice of March and of September.
    pub under_ice: Vec<[bool; 2]>,
}

impl Planner {
    /// Looks along a line, and at some points of it.
    #[must_use]
    pub fn survey(&self, line: &[LonLat], points: &[LonLat]) -> Survey {
        let known = self.ice.iter().all(Option::is_some);
        let mut out = Survey { ice_km: known.then_some([0.0; 2]), ..Survey::default() };
        for leg in line.windows(2) {
            let arc = Arc::new(leg[0].to_unit(), leg[1].to_unit());
            let length_km = arc.length_rad * EARTH_RADIUS_KM;
            let parts = (length_km / STEP_KM).ceil().max(1.0);
            let mut k = 0.5;
            while k < parts {
                let at = arc.at(arc.length_rad * k / parts).to_lonlat();
                let under = self.under_ice(at);
                out.length_km += length_km / parts;
                for (sum, is_under) in out.ice_km.iter_mut().flatten().zip(under) {
                    *sum += if is_under { length_km / parts } else { 0.0 };
                }
                let here = self.depth_m(at).map(|m| (m, at));
                out.deepest = [out.deepest, here].into_iter().flatten().max_by(|a, b| a.0.total_cmp(&b.0));
                k += 1.0;
            }
        }
        out.depths_m = points.iter().map(|at| self.depth_m(*at)).collect();
        out.under_ice = points.iter().map(|at| self.under_ice(*at)).collect();
        out
    }

    fn under_ice(&self, at: LonLat) -> [bool; 2] {
        let p = at.to_unit();
        [0, 1].map(|month| self.ice[month].as_ref().is_some_and(|mask| mask.open_km(p) <= 0.0 && mask.covers(at)))
    }
}
