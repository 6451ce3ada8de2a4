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

/// What was found.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Under {
    /// Share of the part at sea under the median ice of March and of September; `None` where that is not known.
    pub ice: Option<[f64; 2]>,
    /// The greatest depth in metres, and where; `None` where none is known.
    pub deepest: Option<(f64, LonLat)>,
}

impl Under {
    /// What the points have over and under them; `depths_m` in their order, not a number where one is not known.
    #[must_use]
    pub fn new(points: &[(LonLat, f64)], ice: [Option<&Ice>; 2], depths_m: Option<&[f64]>) -> Self {
        let sea_km: f64 = points.iter().map(|(_, km)| km).sum();
        let under = |ice: &Ice| -> f64 {
            let covered = points.iter().filter(|(at, _)| ice.covers(*at)).map(|(_, km)| km);
            if sea_km > 0.0 { covered.sum::<f64>() / sea_km } else { 0.0 }
        };
        let ice = match ice {
            [Some(march), Some(september)] => Some([under(march), under(september)]),
            _ => None,
        };
        let known = points.iter().zip(depths_m.unwrap_or_default()).filter(|(_, m)| m.is_finite());
        let deepest = known.map(|((at, _), m)| (*m, *at)).max_by(|a, b| a.0.total_cmp(&b.0));
        Self { ice, deepest }
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
        let under = Under::new(&points, [Some(&ice), Some(&ice)], Some(&[100.0, f64::NAN]));
        assert_eq!(under, Under { ice: Some([0.25, 0.25]), deepest: Some((100.0, at(45.0, 89.0))) });
        assert_eq!(Under::new(&points, [Some(&ice), None], None), Under::default());
    }
}
