//! Hands on the map: what is held stays under the finger, and the map is never lost.

use super::{SCREEN, STOPS, pose, poses};
use arctic_cable_map::carto::{Pose, Stop, View};
use arctic_cable_map::plane::Point;
use arctic_cable_map::sphere::LonLat;

struct Random(u64);

impl Random {
    fn between(&mut self, low: f64, high: f64) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        low + (high - low) * ((self.0 >> 33) as f64 / 2_147_483_648.0)
    }
}

#[test]
fn what_is_held_stays_under_the_finger() {
    let mut random = Random(3);
    let mut held = 0;
    for pose in poses().into_iter().filter(|p| (-31.0..70.0).contains(&p.centre.lat_deg)) {
        for stop in STOPS {
            let view = View::new(stop, pose, SCREEN);
            let c = SCREEN.free().centre();
            for _ in 0..6 {
                let mut near =
                    |reach: f64| Point::new(c.x + random.between(-reach, reach), c.y + random.between(-reach, reach));
                let (from, to) = (near(150.0), near(150.0));
                let Some(p) = view.sphere_from_screen(from) else { continue };
                let next = View::new(stop, view.with_fixed(from, to, random.between(-0.3, 0.4), 0.0), SCREEN);
                let at = next.screen_from_sphere(p);
                // A map that may go no farther stops short.
                let (lat, zoom) = (next.pose().centre.lat_deg, next.pose().zoom);
                let stopped = stop.settle(Pose { centre: LonLat::new(0.0, lat + 1e-6), ..next.pose() }).centre.lat_deg
                    == lat
                    || stop.settle(Pose { centre: LonLat::new(0.0, lat - 1e-6), ..next.pose() }).centre.lat_deg == lat
                    || zoom >= 9.0
                    || stop.settle(Pose { zoom: zoom - 1e-6, ..next.pose() }).zoom == zoom;
                // Between the stops the picture turns with the longitude, by the shorter way from 75° E: opposite to it
                // there is none.
                let lon_off = |p: Pose| ((p.centre.lon_deg - 75.0).rem_euclid(360.0) - 180.0).abs();
                let opposite = lon_off(next.pose()).min(lon_off(pose)) < 40.0;
                let between = matches!(stop, Stop::Spine(t) if t != 0.5 && t != 1.0 && t != 0.0);
                if stopped || (between && opposite) {
                    continue;
                }
                let off = at.map_or(f64::INFINITY, |at| at.distance(to));
                assert!(off < 0.5, "{stop:?} {pose:?}: {from:?} to {to:?}: {off} px off");
                held += 1;
            }
        }
    }
    assert!(held > 500, "{held}");
}

/// Over the Pole and down the other side, in small steps: the point stays under the finger, and the globe turns.
#[test]
fn a_globe_is_dragged_over_the_pole() {
    let mut view = View::new(Stop::GLOBE, pose(90.0, 72.0, 0.0, 0.0), SCREEN);
    let c = SCREEN.free().centre();
    let held = view.sphere_from_screen(c).expect("the middle");
    for k in 1..=40 {
        let (from, to) =
            (Point::new(c.x + 2.0, c.y + 10.0 * f64::from(k - 1)), Point::new(c.x + 2.0, c.y + 10.0 * f64::from(k)));
        let p = view.sphere_from_screen(from).expect("on the globe");
        view = View::new(Stop::GLOBE, view.with_fixed(from, to, 0.0, 0.0), SCREEN);
        let off = view.screen_from_sphere(p).map_or(f64::INFINITY, |at| at.distance(to));
        assert!(off < 2.5, "step {k}: {off} px off, {:?}", view.pose());
    }
    let at = view.screen_from_sphere(held).expect("still on the globe");
    assert!(at.distance(Point::new(c.x, c.y + 400.0)) < 12.0, "{at:?}");
    assert!(view.pose().turn_deg.abs() > 90.0 && view.pose().centre.lat_deg < 85.0, "{:?}", view.pose());
}

#[test]
fn no_hand_loses_the_map() {
    let mut random = Random(11);
    for stop in STOPS {
        let mut view = View::new(stop, stop.home(), SCREEN);
        for _ in 0..400 {
            let mut any = || Point::new(random.between(-200.0, 1500.0), random.between(-200.0, 1000.0));
            let (from, to) = (any(), any());
            view = View::new(
                stop,
                view.with_fixed(from, to, random.between(-1.0, 1.0), random.between(-40.0, 40.0)),
                SCREEN,
            );
            let pose = view.pose();
            assert_eq!(stop.settle(pose), pose, "{stop:?}");
            let at = view.screen_from_sphere(pose.centre.to_unit()).expect("the middle is on the map");
            assert!(at.distance(SCREEN.free().centre()) < 1e-5, "{stop:?} {pose:?}: {at:?}");
        }
    }
}

#[test]
fn mercator_is_dragged_east_for_ever() {
    let mut view = View::new(Stop::MERCATOR, Stop::MERCATOR.home(), SCREEN);
    let (mut turned, zoom) = (0.0, view.pose().zoom);
    for _ in 0..50 {
        let next = View::new(Stop::MERCATOR, view.dragged(-100.0, 0.0), SCREEN);
        let east = (next.pose().centre.lon_deg - view.pose().centre.lon_deg).rem_euclid(360.0);
        assert!(east > 10.0 && east < 90.0, "{east}");
        turned += east;
        view = next;
    }
    assert!(turned > 720.0 && (view.pose().zoom - zoom).abs() < 1e-9);
}
