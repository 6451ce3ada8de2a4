//! The spine from the globe to Mercator's map: nothing jumps, what is held stays under the finger, nothing is lost.

#![allow(clippy::expect_used, clippy::panic, reason = "a test says what went wrong by stopping there")]

#[path = "common/hands.rs"]
mod hands;
#[path = "common/world.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod world;

use arctic_cable_map::carto::{Insets, Pose, Stop, View, Viewport};
use arctic_cable_map::plane::Point;
use arctic_cable_map::scene::label::Placement;
use arctic_cable_map::scene::{DisplayList, Frame, LAYERS, Step, World, build};
use arctic_cable_map::sphere::{Cap, EARTH_RADIUS_KM, LonLat, UnitVec};
use std::sync::LazyLock;

const SCREEN: Viewport =
    Viewport { width: 1280.0, height: 800.0, insets: Insets { left: 300.0, top: 0.0, right: 0.0, bottom: 0.0 } };
const STOPS: [Stop; 13] = [
    Stop::GLOBE,
    Stop::Spine(0.001),
    Stop::Spine(0.2),
    Stop::Spine(0.4),
    Stop::Spine(0.499),
    Stop::POLAR,
    Stop::Spine(0.501),
    Stop::Spine(0.6),
    Stop::Spine(0.8),
    Stop::Spine(0.95),
    Stop::Spine(0.999_999),
    Stop::MERCATOR,
    Stop::World,
];

static WORLD: LazyLock<World> = LazyLock::new(|| world::world(10.0));

fn pose(lon: f64, lat: f64, zoom: f64, turn_deg: f64) -> Pose {
    Pose { centre: LonLat::new(lon, lat), zoom, turn_deg }
}

fn poses() -> Vec<Pose> {
    let mut all = vec![];
    for (i, (lon, lat)) in [(146.0, 82.0), (20.0, 60.0), (-170.0, 66.0), (-100.0, 35.0), (74.0, 0.0), (179.9, -30.0)]
        .into_iter()
        .enumerate()
    {
        let turn = [0.0, 40.0, -170.0][i % 3];
        all.extend([0.0, 1.5, 4.0, 8.0].map(|zoom| pose(lon, lat, zoom, turn)));
    }
    all
}

fn grid(rect_of: &Viewport) -> impl Iterator<Item = Point> + use<> {
    let (w, h) = (rect_of.width, rect_of.height);
    (0..=8).flat_map(move |i| (0..=6).map(move |j| Point::new(w * f64::from(i) / 8.0, h * f64::from(j) / 6.0)))
}

#[test]
fn the_middle_stays_where_it_is_with_its_scale_all_along_the_spine() {
    // Wide enough for the globe not to be enlarged.
    let wide = Viewport::plain(1280.0, 700.0);
    for pose in poses().into_iter().filter(|p| p.centre.lat_deg < 81.9) {
        let at = pose.centre.to_unit();
        let polar = View::polar(pose, wide);
        for stop in STOPS {
            let view = View::new(stop, pose, wide);
            assert_eq!(view.pose(), pose, "{stop:?}");
            let middle = view.screen_from_sphere(at).expect("on the map");
            assert!(middle.distance(wide.free().centre()) < 1e-6, "{stop:?} {pose:?}: {middle:?}");
            let scale = view.px_per_km(at) / polar.px_per_km(at);
            assert!((scale - 1.0).abs() < 1e-9, "{stop:?} {pose:?}: {scale}");
            assert!((view.distortion(at).area_scale - 1.0).abs() < 1e-9);
        }
    }
}

/// A step of a thousandth along the spine moves no pixel of what both show by more than a few pixels, and a step of
/// a millionth, also through the polar map and into the ends, by next to nothing.
#[test]
fn nothing_jumps_along_the_spine() {
    let shift = |pose: Pose, s: f64, t: f64| {
        let (a, b) = (View::new(Stop::Spine(s), pose, SCREEN), View::new(Stop::Spine(t), pose, SCREEN));
        grid(&SCREEN)
            .filter_map(|at| {
                let p = a.sphere_from_screen(at)?;
                // What lies beside the slit may be on its other side a moment later.
                let near = Cap::new(p, 0.05);
                let clear = [a, b].iter().all(|view| !view.edges().cuts_through(&near));
                Some(b.screen_from_sphere(p)?.distance(at)).filter(|_| clear)
            })
            .fold(0.0, f64::max)
    };
    for pose in poses().into_iter().filter(|p| p.zoom < 5.0) {
        for k in 0..1000 {
            let px = shift(pose, f64::from(k) / 1000.0, f64::from(k + 1) / 1000.0);
            assert!(px < 25.0, "{pose:?}: {px} px at {k}");
        }
        for t in [0.0, 0.3, 0.5 - 1e-6, 0.5, 0.75, 1.0 - 1e-6] {
            let px = shift(pose, t, t + 1e-6);
            assert!(px < 0.05, "{pose:?}: {px} px at {t}");
        }
    }
}

#[test]
fn screen_and_sphere_are_inverse_in_every_view() {
    let mut seen = 0;
    for pose in poses() {
        for stop in STOPS {
            let view = View::new(stop, pose, SCREEN);
            for at in grid(&SCREEN) {
                let Some(p) = view.sphere_from_screen(at) else { continue };
                seen += 1;
                let back = view.screen_from_sphere(p).expect("on the map");
                assert!(back.distance(at) < 1e-3, "{stop:?} {pose:?}: {at:?} came back as {back:?}");
                assert!(view.nearest_from_screen(at).angle_to(p) < 1e-12);
            }
        }
    }
    assert!(seen > 8_000, "{seen}");
}

/// Between the polar map and Mercator's every map keeps angles; of all, the scale is what small steps measure.
#[test]
fn scales_are_what_small_steps_measure() {
    for pose in poses().into_iter().filter(|p| p.zoom < 2.0) {
        for stop in STOPS {
            let view = View::new(stop, pose, SCREEN);
            let project = view.projector();
            for at in grid(&SCREEN) {
                let Some(p) = view.sphere_from_screen(at).filter(|p| p.z.abs() < 0.995) else { continue };
                let LonLat { lon_deg, lat_deg } = p.to_lonlat();
                let near = Cap::new(p, 1e-3);
                if !view.edges().shows_whole(&near) || view.distortion(p).angular_rad > 2.0 {
                    continue;
                }
                let h = 1e-5_f64;
                let step = |e: f64, n: f64| {
                    let lon_deg = lon_deg + (e * h / lat_deg.to_radians().cos()).to_degrees();
                    project(LonLat { lon_deg, lat_deg: lat_deg + (n * h).to_degrees() }.to_unit())
                };
                let (e0, e1, n0, n1) = (step(-1.0, 0.0), step(1.0, 0.0), step(0.0, -1.0), step(0.0, 1.0));
                let (ex, ey) = ((e1.x - e0.x) / (2.0 * h), (e1.y - e0.y) / (2.0 * h));
                let (nx, ny) = ((n1.x - n0.x) / (2.0 * h), (n1.y - n0.y) / (2.0 * h));
                let area = (ex * ny - ey * nx).abs().sqrt() / EARTH_RADIUS_KM;
                let ratio = view.px_per_km(p) / area;
                assert!((ratio - 1.0).abs() < 1e-4, "{stop:?} {pose:?} at {lon_deg}, {lat_deg}: {ratio}");
                let north = (nx.atan2(-ny) - view.north_rad(p)).rem_euclid(std::f64::consts::TAU);
                assert!(!(0.01..=6.27).contains(&north), "{stop:?}: {north}");
                if matches!(stop, Stop::Spine(t) if t >= 0.5) {
                    let (east, north, dot) = (ex.hypot(ey), nx.hypot(ny), ex * nx + ey * ny);
                    assert!((east / north - 1.0).abs() < 1e-4, "{stop:?} {pose:?}: {east} {north}");
                    assert!(dot.abs() / (east * north) < 1e-4, "{stop:?} {pose:?}: not at right angles");
                }
            }
        }
    }
}

#[test]
fn the_clip_holds_what_the_screen_shows_and_is_tight() {
    for pose in poses() {
        for stop in STOPS {
            let view = View::new(stop, pose, SCREEN);
            let clip = view.clip_cap();
            let most = view.max_px_per_km(&clip);
            for at in grid(&SCREEN) {
                let Some(p) = view.sphere_from_screen(at) else { continue };
                assert!(clip.holds(p), "{stop:?} {pose:?}: {at:?}");
                let scale = view.px_per_km(p);
                assert!(scale <= most * 1.000_001, "{stop:?} {pose:?}: {scale} above {most}");
            }
            let half_km = 0.5 * SCREEN.width.hypot(SCREEN.height) / view.px_per_km(pose.centre.to_unit());
            if pose.zoom >= 4.0 {
                let radius_km = clip.radius_rad * EARTH_RADIUS_KM;
                let most = if stop == Stop::World { 3.0 } else { 2.0 };
                assert!(radius_km < most * half_km, "{stop:?} {pose:?}: {radius_km} km for {half_km}");
            }
        }
    }
}

#[test]
fn homes_show_what_they_should() {
    let screens =
        [SCREEN, Viewport::plain(390.0, 640.0), Viewport::plain(1920.0, 1080.0), Viewport::plain(820.0, 700.0)];
    for screen in screens {
        let free = screen.free();
        let view = |stop: Stop| View::new(stop, stop.home(), screen);
        let globe = view(Stop::GLOBE);
        let edge = (0..36).map(|k| globe.projector()(globe.domain().edge(f64::from(k) / 5.0)));
        assert!(edge.into_iter().all(|p| free.holds(p)), "the whole globe");
        let places = [(139.7, 35.7), (-9.0, 53.3), (19.0, 69.6), (-105.0, 69.1), (0.0, 90.0)];
        for (lon, lat) in places {
            assert!(globe.screen_from_sphere(LonLat::new(lon, lat).to_unit()).is_some_and(|p| free.holds(p)));
        }
        for stop in [Stop::MERCATOR, Stop::World] {
            let (view, lat) = (view(stop), stop.home().centre.lat_deg);
            for off in [-179.9, 179.9, -60.0, 60.0] {
                let at = LonLat::new(stop.home().centre.lon_deg + off, lat).to_unit();
                assert!(view.screen_from_sphere(at).is_some_and(|p| free.holds(p)), "{stop:?}: the whole width");
            }
            let tokyo = view.screen_from_sphere(LonLat::new(139.7, 35.7).to_unit());
            assert!(tokyo.is_some_and(|p| free.holds(p)), "{stop:?}");
        }
    }
}

#[test]
fn absurd_poses_settle_in_every_view() {
    for stop in STOPS.into_iter().chain([Stop::Spine(f64::NAN), Stop::Spine(-7.0), Stop::Spine(1e308)]) {
        for v in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e308, -1e308, 90.000_000_1, -1e-308] {
            let view =
                View::new(stop, Pose { centre: LonLat { lon_deg: v, lat_deg: v }, zoom: v, turn_deg: v }, SCREEN);
            let pose = view.pose();
            assert_eq!(stop.settle(pose), pose, "{stop:?} {v}");
            let at = view.screen_from_sphere(pose.centre.to_unit()).expect("the middle is on the map");
            assert!(at.distance(SCREEN.free().centre()) < 1e-3, "{stop:?} {v}: {at:?}");
        }
        assert!(stop.settle(pose(0.0, 50.0, -99.0, 0.0)).zoom < -1.0);
    }
}

/// No line of any layer leads across the map: each is about as long as what it stands for.
#[test]
fn no_line_leads_across_the_map() {
    let mut steps = 0;
    for pose in poses().into_iter().filter(|p| p.zoom < 2.0).chain(STOPS.map(Stop::home)) {
        for stop in STOPS {
            let view = View::new(stop, Pose { zoom: pose.zoom.min(0.0), ..pose }, SCREEN);
            for layer in ["cables", "graticule", "circles"] {
                let switched: Vec<String> =
                    LAYERS.iter().filter(|l| l.default_on != (l.id == layer)).map(|l| l.id.to_owned()).collect();
                let mut list = DisplayList::exact();
                let labels = Placement::default();
                build(&WORLD, &Frame::new(&WORLD, &view, None, &labels, &switched), &mut list);
                for run in list.steps() {
                    let Step::Run(run) = run else { continue };
                    let points: Vec<Point> =
                        run.chunks_exact(2).map(|p| Point::new(f64::from(p[0]), f64::from(p[1]))).collect();
                    for w in points.windows(2) {
                        let ends = (view.nearest_from_screen(w[0]), view.nearest_from_screen(w[1]));
                        let scale = |p: UnitVec| view.max_px_per_km(&Cap::new(p, 0.01)) * EARTH_RADIUS_KM;
                        let stretched = ends.0.z.abs().max(ends.1.z.abs()) > 0.985 && stop == Stop::World;
                        let most = 6.0 + 2.0 * ends.0.angle_to(ends.1) * scale(ends.0).max(scale(ends.1));
                        let long = w[0].distance(w[1]);
                        assert!(
                            stretched || long < most,
                            "{stop:?} {:?} {layer}: {long} px, at most {most}",
                            view.pose()
                        );
                        steps += 1;
                    }
                }
            }
        }
    }
    assert!(steps > 100_000, "{steps}");
}
