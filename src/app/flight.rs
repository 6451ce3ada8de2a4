//! From where the map is to what a reader asks for, along a great circle.

use super::At;
use crate::sphere::{Arc, Cap, LonLat};

/// Pixels that a degree takes at zoom 0 on a large screen.
const PX_PER_DEG_AT_ZOOM_0: f64 = 16.0;
/// The nearest that the map comes by itself, in octaves: a town among its neighbours.
const NEAREST: f64 = 3.5;

/// Where the map shows all `points` within `room_px` of its middle, if there are any; its turn stays. One point is shown
/// no farther away than the map is now.
#[must_use]
pub fn framing(points: &[LonLat], room_px: f64, now: At) -> Option<At> {
    let units: Vec<_> = points.iter().map(|p| p.to_unit()).collect();
    units.first()?;
    let around = Cap::bounding(units.iter().copied());
    let LonLat { lon_deg, lat_deg } = around.centre.to_lonlat();
    let radius_deg = around.radius_rad.to_degrees();
    let zoom = if units.len() == 1 {
        now.zoom.max(NEAREST)
    } else {
        (room_px / (PX_PER_DEG_AT_ZOOM_0 * radius_deg.max(0.01))).log2().min(NEAREST)
    };
    Some(At { lon_deg, lat_deg, zoom, ..now }.settle())
}

/// Where a flight is after the share `t` of its time, 0…1: the middle goes along the great circle, and the map draws
/// back on the way as far as the way is long, so that it can be followed.
#[must_use]
pub fn between(from: At, to: At, t: f64) -> At {
    if t >= 1.0 {
        return to;
    }
    let arc = Arc::new(from.middle().to_unit(), to.middle().to_unit());
    let LonLat { lon_deg, lat_deg } = arc.at(arc.length_rad * t).to_lonlat();
    // Half the way at the height from which all of it would be seen.
    let seen = (20.0 / arc.length_rad.to_degrees().max(0.01)).log2();
    let climb = (from.zoom.min(to.zoom) - seen).clamp(0.0, 3.0);
    let zoom = from.zoom + (to.zoom - from.zoom) * t - climb * 4.0 * t * (1.0 - t);
    let turned = (to.rotation_deg - from.rotation_deg + 540.0).rem_euclid(360.0) - 180.0;
    At { lon_deg, lat_deg, zoom, rotation_deg: from.rotation_deg + turned * t }.settle()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(lon_deg: f64, lat_deg: f64, zoom: f64) -> At {
        At { lon_deg, lat_deg, zoom, rotation_deg: 0.0 }
    }

    #[test]
    fn all_points_fit_into_the_room() {
        let points = [LonLat::new(10.0, 60.0), LonLat::new(20.0, 60.0), LonLat::new(15.0, 65.0)];
        let framed = framing(&points, 300.0, At::HOME).unwrap_or_default();
        let px_per_deg = PX_PER_DEG_AT_ZOOM_0 * framed.zoom.exp2();
        let farthest = points.map(|p| framed.middle().to_unit().angle_to(p.to_unit()).to_degrees() * px_per_deg);
        assert!(farthest.iter().all(|px| *px <= 301.0) && farthest.iter().any(|px| *px > 290.0), "{farthest:?}");
        assert_eq!(framing(&[], 300.0, At::HOME), None);
    }

    #[test]
    fn one_point_is_near_and_never_farther_than_now() {
        let oslo = [LonLat::new(10.7, 59.9)];
        assert_eq!(framing(&oslo, 300.0, At::HOME).map(|a| a.zoom), Some(NEAREST));
        assert_eq!(framing(&oslo, 300.0, at(0.0, 50.0, 6.0)).map(|a| a.zoom), Some(6.0));
        let twins = [LonLat::new(10.7, 59.9), LonLat::new(10.7, 59.9)];
        assert_eq!(framing(&twins, 300.0, At::HOME).map(|a| a.zoom), Some(NEAREST));
    }

    #[test]
    fn flight_draws_back_over_a_long_way_and_not_over_a_short_one() {
        let (tokyo, oslo, bergen) = (at(139.7, 35.7, 4.0), at(10.7, 59.9, 4.0), at(5.3, 60.4, 4.0));
        assert!(between(tokyo, oslo, 0.5).zoom < 2.0);
        assert!(between(oslo, bergen, 0.5).zoom > 1.9);
        // The great circle reaches farther north than either end.
        assert!(between(tokyo, oslo, 0.7).lat_deg > 68.0, "{:?}", between(tokyo, oslo, 0.7));
    }

    proptest! {
        #[test]
        fn flight_ends_where_it_is_to_end(
            a in (-180.0..180.0_f64, -90.0..90.0_f64, -4.0..8.0_f64), b in (-180.0..180.0_f64, -90.0..90.0_f64, -4.0..8.0_f64), t in 0.0..1.0_f64,
        ) {
            let (from, to) = (at(a.0, a.1, a.2).settle(), at(b.0, b.1, b.2).settle());
            prop_assert_eq!(between(from, to, 1.0), to);
            prop_assert!((between(from, to, 0.0).zoom - from.zoom).abs() < 1e-9);
            let on_the_way = between(from, to, t);
            prop_assert_eq!(on_the_way, on_the_way.settle());
        }
    }
}
