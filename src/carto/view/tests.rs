//! Views: what is where, what stays under the pointer, what absurd poses settle on.

use super::*;

const SCREEN: Viewport =
    Viewport { width: 1440.0, height: 900.0, insets: Insets { left: 340.0, top: 0.0, right: 380.0, bottom: 0.0 } };

fn at(lon: f64, lat: f64) -> UnitVec {
    LonLat::new(lon, lat).to_unit()
}

#[test]
fn home_shows_the_routes_in_the_free_area() {
    for screen in [SCREEN, Viewport::plain(820.0, 700.0), Viewport::plain(360.0, 420.0), Viewport::plain(1280.0, 800.0)]
    {
        let view = View::polar(Pose::HOME, screen);
        for (lon, lat) in
            [(140.0, 35.0), (-9.0, 53.3), (19.0, 69.6), (-148.0, 70.3), (-105.0, 69.1), (141.6, 42.6), (-44.0, 58.6)]
        {
            let p = view.screen_from_sphere(at(lon, lat)).unwrap();
            assert!(screen.free().holds(p), "{lon} {lat} at {p:?} of {screen:?}");
        }
    }
}

#[test]
fn seventy_five_east_points_down() {
    let view = View::polar(Pose::HOME, SCREEN);
    let pole = view.screen_from_sphere(at(0.0, 90.0)).unwrap();
    let south = view.screen_from_sphere(at(75.0, 60.0)).unwrap();
    assert!((south.x - pole.x).abs() < 1e-9 && south.y > pole.y);
}

#[test]
fn screen_and_sphere_are_inverse() {
    let view = View::polar(Pose { zoom: 1.3, turn_deg: 33.0, ..Pose::HOME }, SCREEN);
    for at in [(0.0, 0.0), (333.0, 500.0), (1440.0, 900.0)].map(|(x, y)| Point::new(x, y)) {
        let p = view.sphere_from_screen(at).unwrap();
        assert!(view.screen_from_sphere(p).unwrap().distance(at) < 1e-7);
    }
}

#[test]
fn zoom_keeps_the_point_under_the_pointer() {
    let view = View::polar(Pose::HOME, SCREEN);
    let pointer = Point::new(1000.0, 200.0);
    let before = view.sphere_from_screen(pointer).unwrap();
    let after = View::polar(view.with_fixed(pointer, pointer, 1.5, 40.0), SCREEN);
    assert!(after.screen_from_sphere(before).unwrap().distance(pointer) < 1e-6);
    assert!((after.pose().zoom - 1.5).abs() < 1e-12 && (after.pose().turn_deg - 40.0).abs() < 1e-12);
}

#[test]
fn drag_moves_the_map_with_the_finger() {
    let view = View::polar(Pose { turn_deg: -70.0, ..Pose::HOME }, SCREEN);
    let held = view.sphere_from_screen(Point::new(600.0, 400.0)).unwrap();
    let after = View::polar(view.dragged(50.0, -20.0), SCREEN);
    assert!(after.screen_from_sphere(held).unwrap().distance(Point::new(650.0, 380.0)) < 1e-6);
}

#[test]
fn clip_cap_holds_the_corners_and_is_tight() {
    for zoom in [0.0, 2.0, 6.0] {
        let view = View::polar(Pose { zoom, ..Pose::HOME }, SCREEN);
        let cap = view.clip_cap();
        for (x, y) in [(0.0, 0.0), (1440.0, 0.0), (0.0, 900.0), (1440.0, 900.0), (700.0, 450.0)] {
            assert!(cap.holds(view.sphere_from_screen(Point::new(x, y)).unwrap()), "zoom {zoom}");
        }
    }
    let close = View::polar(Pose { zoom: 6.0, ..Pose::HOME }, SCREEN).clip_cap();
    assert!(close.radius_rad < 0.1, "{}", close.radius_rad);
}

#[test]
fn absurd_poses_settle() {
    for v in [f64::NAN, f64::INFINITY, 1e308, -1e308] {
        let pose = Pose { centre: LonLat { lon_deg: v, lat_deg: v }, zoom: v, turn_deg: v };
        let view = View::polar(pose, SCREEN);
        assert!(view.screen_from_sphere(UnitVec::NORTH).is_some_and(|p| p.x.is_finite()), "{v}");
    }
    assert_eq!(Stop::POLAR.settle(Pose { zoom: -7.0, ..Pose::HOME }).zoom, -2.0);
}

#[test]
fn scale_is_true_against_the_geodesic() {
    let view = View::polar(Pose { zoom: 3.0, ..Pose::HOME }, SCREEN);
    let (a, b) = (LonLat::new(20.0, 70.0), LonLat::new(20.5, 70.0));
    let px = view.screen_from_sphere(a.to_unit()).unwrap().distance(view.screen_from_sphere(b.to_unit()).unwrap());
    let km = crate::sphere::measure::distance_km(a, b);
    assert!((px / km / view.px_per_km(a.to_unit()) - 1.0).abs() < 0.005);
}

/// What is right for nine points is right for all that both show.
#[test]
fn a_picture_is_moved_where_moving_it_is_right() {
    let pose = |lon, lat, zoom, turn_deg| Pose { centre: LonLat::new(lon, lat), zoom, turn_deg };
    let cases = [
        (Stop::POLAR, pose(10.0, 80.0, 0.5, 20.0), pose(-40.0, 66.0, 1.5, -60.0), true),
        (Stop::GLOBE, pose(10.0, 60.0, -1.0, 0.0), pose(10.0, 60.0, 0.4, 50.0), true),
        (Stop::GLOBE, pose(10.0, 60.0, -1.0, 0.0), pose(14.0, 60.0, -1.0, 0.0), false),
        (Stop::MERCATOR, pose(10.0, 60.0, 2.0, 0.0), pose(20.0, 50.0, 2.5, 0.0), true),
        (Stop::Spine(0.3), pose(10.0, 60.0, 0.0, 0.0), pose(10.0, 60.0, 1.0, 30.0), true),
        (Stop::Spine(0.3), pose(10.0, 60.0, 0.0, 0.0), pose(-30.0, 75.0, 0.0, 0.0), false),
        (Stop::World, pose(10.0, 0.0, -1.0, 0.0), pose(10.0, 30.0, 0.0, 0.0), true),
    ];
    for (stop, from, to, is_moved) in cases {
        let (from, to) = (View::new(stop, from, SCREEN), View::new(stop, to, SCREEN));
        let moved = to.moved_from(&from);
        assert_eq!(moved.is_some(), is_moved, "{:?} to {:?}", from.pose(), to.pose());
        let Some(moved) = moved else { continue };
        let mut seen = 0;
        for i in 0..40 {
            for j in 0..25 {
                let at = Point::new(f64::from(i) * 36.0, f64::from(j) * 36.0);
                let there = from.sphere_from_screen(at).and_then(|p| to.screen_from_sphere(p));
                if let Some(there) = there.filter(|p| SCREEN.rect().holds(*p)) {
                    assert!(there.distance(moved.apply(at)) < 2.0, "{there:?} and {:?}", moved.apply(at));
                    seen += 1;
                }
            }
        }
        assert!(seen > 50, "{seen} points");
    }
    let other = View::new(Stop::POLAR, Pose::HOME, SCREEN).moved_from(&View::new(Stop::GLOBE, Pose::HOME, SCREEN));
    assert_eq!(other, None, "another projection is another picture");
}

/// 105° W is where the count of longitudes from the polar map's meridian begins anew.
#[test]
fn dragged_over_the_far_meridian_the_map_between_two_stops_does_not_flip() {
    for along in [0.1, 0.3, 0.45, 0.6, 0.8, 0.95] {
        for (start, dx) in [(-104.9, -12.0), (-104.9, 12.0), (-105.1, -12.0), (-105.1, 12.0)] {
            let pose = Pose { centre: LonLat::new(start, 68.0), zoom: 1.0, turn_deg: 0.0 };
            let view = View::new(Stop::Spine(along), pose, Viewport::plain(1200.0, 800.0));
            let there = LonLat::new(-101.0, 70.0).to_unit();
            let north = view.north_rad(pose.centre.to_unit());
            let side = Point::new(dx * north.cos(), dx * north.sin());
            let moved = View::new(Stop::Spine(along), view.dragged(side.x, side.y), view.viewport());
            let (was, is) = (view.screen_from_sphere(there).unwrap(), moved.screen_from_sphere(there).unwrap());
            let off = is.distance(Point::new(was.x + side.x, was.y + side.y));
            assert!(off < 6.0, "{along} {start} {dx}: {off} px, {:?}", moved.pose());
        }
    }
}

/// What is kept of a picture is moved as long as it fills the screen, and then every point of it is where it belongs.
#[test]
fn a_kept_picture_slides_while_it_fills_the_screen() {
    let pose = |lon, lat, zoom, turn_deg| Pose { centre: LonLat::new(lon, lat), zoom, turn_deg };
    let home = pose(10.0, 78.0, 1.0, 0.0);
    let cases = [
        (Stop::POLAR, pose(12.0, 77.0, 1.1, 8.0), true),
        (Stop::POLAR, pose(10.0, 78.0, 1.4, 0.0), true),
        (Stop::POLAR, pose(10.0, 78.0, 1.6, 0.0), false),
        (Stop::POLAR, pose(10.0, 78.0, 0.5, 0.0), false),
        (Stop::POLAR, pose(150.0, 60.0, 1.0, 0.0), false),
        (Stop::POLAR, pose(10.0, 78.0, 1.0, 100.0), true),
        (Stop::POLAR, pose(10.2, 78.0, 1.0, -135.0), true),
        (Stop::GLOBE, pose(10.0, 78.0, 1.2, 5.0), true),
    ];
    for (stop, to, slides) in cases {
        let (from, to) = (View::new(stop, home, SCREEN).moving(1.0), View::new(stop, to, SCREEN).moving(1.0));
        let from = from.reaching(&to);
        assert!(to.is_one_with(&from));
        let slid = to.slid_from(&from);
        assert_eq!(slid.is_some(), slides, "{:?}", to.pose());
        let Some(slid) = slid else { continue };
        for (x, y) in [(0.0, 0.0), (1440.0, 0.0), (0.0, 900.0), (1440.0, 900.0), (700.0, 450.0)] {
            let Some(p) = to.sphere_from_screen(Point::new(x, y)) else { continue };
            let there = from.screen_from_sphere(p).unwrap();
            assert!(from.reach().holds(there) && slid.apply(there).distance(Point::new(x, y)) < 1e-6);
        }
    }
    let turned = View::new(Stop::GLOBE, pose(40.0, 60.0, 1.0, 0.0), SCREEN);
    assert!(!turned.is_one_with(&View::new(Stop::GLOBE, home, SCREEN)), "another side of the globe");
}
