//! What lies over and under a way: sea ice and depths, looked up every few kilometres.

use crate::app::profile::Ice;
use crate::cable::Atlas;
use crate::network::{EdgeKind, Network, Way};
use crate::sphere::{Arc, EARTH_RADIUS_KM, LonLat};

/// How closely is looked up, in kilometres: as close as the cells of the northern grid of depths.
pub const STEP_KM: f64 = 10.0;

/// The points at which ice and depths of the sea part of a way are looked up: the middles of pieces of at most 10 km, with the
/// length of each piece in kilometres.
#[must_use]
pub fn soundings(network: &Network, atlas: &Atlas, way: &Way) -> Vec<(LonLat, f64)> {
    let edges = way.edges.iter().map(|e| &network.edges[*e]).filter(|e| e.kind == EdgeKind::Sea);
    edges.filter_map(|e| atlas.segment(&e.id)).flat_map(|s| pieces(&s.line)).collect()
}

fn pieces(line: &[LonLat]) -> Vec<(LonLat, f64)> {
    let mut out = Vec::new();
    for leg in line.windows(2) {
        let arc = Arc::new(leg[0].to_unit(), leg[1].to_unit());
        let length_km = arc.length_rad * EARTH_RADIUS_KM;
        let count = (length_km / STEP_KM).ceil().max(1.0);
        let mut k = 0.5;
        while k < count {
            out.push((arc.at(arc.length_rad * k / count).to_lonlat(), length_km / count));
            k += 1.0;
        }
    }
    out
}

/// What has been found.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Under {
    /// Kilometres looked at.
    sea_km: f64,
    /// Kilometres under the median ice of March and of September; `None` where that is not known.
    ice_km: Option<[f64; 2]>,
    /// The greatest depth in metres, and where; `None` where none is known.
    pub deepest: Option<(f64, LonLat)>,
}

impl Under {
    /// Adds what some more points have over and under them; `depths_m` in their order, not a number where one is not known.
    pub fn add(&mut self, points: &[(LonLat, f64)], ice: [Option<&Ice>; 2], depths_m: Option<&[f64]>) {
        let is_first = self.sea_km <= 0.0;
        self.sea_km += points.iter().map(|(_, km)| km).sum::<f64>();
        let under = |ice: &Ice| -> f64 { points.iter().filter(|(at, _)| ice.covers(*at)).map(|(_, km)| km).sum() };
        self.ice_km = match (ice, self.ice_km.or(is_first.then_some([0.0; 2]))) {
            ([Some(march), Some(september)], Some([m, s])) => Some([m + under(march), s + under(september)]),
            _ => None,
        };
        let known = points.iter().zip(depths_m.unwrap_or_default()).filter(|(_, m)| m.is_finite());
        let here = known.map(|((at, _), m)| (*m, *at)).max_by(|a, b| a.0.total_cmp(&b.0));
        self.deepest = [self.deepest, here].into_iter().flatten().max_by(|a, b| a.0.total_cmp(&b.0));
    }

    /// Share of what was looked at under the ice of March and of September.
    #[must_use]
    pub fn ice(&self) -> Option<[f64; 2]> {
        self.ice_km.map(|km| km.map(|km| if self.sea_km > 0.0 { km / self.sea_km } else { 0.0 }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geodata::Polygon;

    fn at(lon: f64, lat: f64) -> LonLat {
        LonLat::new(lon, lat)
    }

    #[test]
    fn pieces_are_short_and_add_up() {
        let found = pieces(&[at(0.0, 0.0), at(1.0, 0.0), at(1.0, 0.01)]);
        let degree = 1_f64.to_radians() * EARTH_RADIUS_KM;
        let sum: f64 = found.iter().map(|(_, km)| km).sum();
        assert_eq!(found.len(), 12 + 1, "111 km in pieces of at most 10, and one short leg");
        assert!((sum - 1.01 * degree).abs() < 0.01, "{sum}");
        assert!((found[0].0.lon_deg - 1.0 / 24.0).abs() < 1e-9);
    }

    #[test]
    fn ice_is_a_share_and_the_deepest_point_has_a_place() {
        let cap = [0.0, 90.0, 180.0, -90.0].map(|lon| at(lon, 80.0)).to_vec();
        let ice = Ice::new(&[Polygon { rings: vec![cap] }]);
        let points = [(at(45.0, 89.0), 10.0), (at(45.0, 70.0), 30.0)];
        let mut under = Under::default();
        under.add(&points[..1], [Some(&ice), Some(&ice)], Some(&[100.0]));
        under.add(&points[1..], [Some(&ice), Some(&ice)], Some(&[f64::NAN]));
        assert_eq!((under.ice(), under.deepest), (Some([0.25, 0.25]), Some((100.0, at(45.0, 89.0)))));
        let mut unknown = Under::default();
        unknown.add(&points, [Some(&ice), None], None);
        assert_eq!((unknown.ice(), unknown.deepest), (None, None));
    }
}
