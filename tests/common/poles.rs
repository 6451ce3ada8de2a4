//! The places where maps go wrong: a cable over the Pole stays one stroke, land never floods.

use super::plane::{Paths, steps, to_step};
use super::truth::Truth;
use super::world;
use arctic_cable_map::cable::Chart;
use arctic_cable_map::carto::{Pose, Stop, View, Viewport};
use arctic_cable_map::geodata::visvalingam;
use arctic_cable_map::plane::{Point, Rect};
use arctic_cable_map::scene::label::Placement;
use arctic_cable_map::scene::{DisplayList, Frame, LAYERS, Step, World, build};
use arctic_cable_map::sphere::{EARTH_RADIUS_KM, LonLat, UnitVec, contains};

/// Draws one layer and nothing else.
fn only(layer: &str, world: &World, view: &View) -> DisplayList {
    let switched: Vec<String> =
        LAYERS.iter().filter(|l| l.default_on != (l.id == layer)).map(|l| l.id.to_owned()).collect();
    let mut list = DisplayList::default();
    build(world, &Frame::new(world, view, None, &Placement::default(), &switched), &mut list);
    list
}

/// A small random generator: the same views in every run.
struct Random(u64);

impl Random {
    fn bits(&mut self) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(self.0 >> 32).expect("32 bits")
    }

    fn next(&mut self) -> f64 {
        f64::from(self.bits()) / 4_294_967_296.0
    }

    fn one_of<T: Copy>(&mut self, list: &[T]) -> T {
        list[usize::try_from(self.bits()).expect("a word") % list.len()]
    }

    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.next()
    }
}

/// A world with one cable through 89.9° N.
fn polar_cable() -> World {
    let json = r#"{"type":"FeatureCollection","features":[
        {"type":"Feature","id":"test","geometry":null,"properties":{"kind":"system","id":"test","name":{"en":"Test"},
         "summary":{"en":"Test"},"route":{"en":"Test"},"ends":[],
         "status":{"value":"proposed","sources":["s"],"date":"2026","confidence":"A"},
         "owners":{"value":["Test"],"sources":["s"],"date":"2026","confidence":"A"}}},
        {"type":"Feature","id":"test/a--b","properties":{"kind":"segment","system":"test","from":"a","to":"b","role":"trunk",
         "course":{"value":"indicative","sources":["s"],"date":"2026","confidence":"A"}},
         "geometry":{"type":"LineString","coordinates":[[-30,80],[-30,89.9],[150,89.9],[150,80]]}}]}"#;
    let mut chart = Chart::default();
    chart.add(json.as_bytes());
    let mut world = World::default();
    world.set_chart(chart);
    assert_eq!(world.lines().count(), 1);
    world
}

#[test]
fn a_line_through_89_9_north_is_one_unbroken_stroke() {
    let world = polar_cable();
    for zoom in [-2.0, 0.0, 1.5, 3.0, 6.0, 9.0] {
        for turn_deg in [-179.0, -90.0, 0.0, 33.0, 90.0, 180.0] {
            for centre in [LonLat::new(0.0, 90.0), LonLat::new(-30.0, 89.9), LonLat::new(60.0, 89.97)] {
                let pose = Pose { centre, zoom, turn_deg };
                let view = View::polar(pose, Viewport::plain(1280.0, 800.0));
                let list = only("cables", &world, &view);
                // Casing and line are strokes of one path: one path, one subpath.
                let count = |f: fn(&Step<'_>) -> bool| list.steps().filter(f).count();
                assert_eq!(count(|s| matches!(s, Step::Path)), count(|s| matches!(s, Step::Run(_))), "{pose:?}");
                let paths = Paths::of(&list);
                let pole = view.screen_from_sphere(UnitVec::NORTH).expect("on the map");
                let on_screen = view.viewport().rect().holds(pole);
                assert!(paths.parts.windows(2).all(|w| w[0] == w[1]), "{pose:?}: more than one stroke");
                assert!(!on_screen || !paths.parts.is_empty(), "{pose:?}: the line is missing");
                // No gap and no detour: all of it lies on the meridians of its ends, north of them. Where it is straight it
                // has no vertices between.
                let aside = LonLat::new(60.0, 0.0).to_unit();
                for w in paths.parts.iter().flat_map(|l| l.windows(2)) {
                    for t in [0.0, 0.25, 0.5, 0.75, 1.0] {
                        let at = Point::new(w[0].x + (w[1].x - w[0].x) * t, w[0].y + (w[1].y - w[0].y) * t);
                        let p = view.sphere_from_screen(at).expect("on the map");
                        let off_px = p.dot(aside).abs() * EARTH_RADIUS_KM * view.px_per_km(p);
                        assert!(off_px < 1.0 && p.to_lonlat().lat_deg > 79.9, "{pose:?}: a jump, {off_px:.1} px off");
                    }
                }
                if on_screen {
                    let near = paths.parts[0].windows(2).map(|w| to_step(pole, w[0], w[1]));
                    assert!(near.fold(f64::INFINITY, f64::min) < 0.5, "{pose:?}: it misses the Pole");
                }
            }
        }
    }
}

/// The other views that the land is tried on.
const STOPS: [Stop; 8] = [
    Stop::GLOBE,
    Stop::Spine(0.2),
    Stop::Spine(0.45),
    Stop::Spine(0.55),
    Stop::Spine(0.8),
    Stop::Spine(0.97),
    Stop::MERCATOR,
    Stop::World,
];

/// A view of the land: anywhere, at any scale, half of them right over a coast.
fn any_view(stop: Stop, random: &mut Random, coast: &[UnitVec]) -> View {
    let anywhere = LonLat::new(random.between(-180.0, 180.0), random.between(-35.0, 90.0));
    let centre = if random.next() < 0.5 { anywhere } else { random.one_of(coast).to_lonlat() };
    let pose = Pose { centre, zoom: random.between(-2.0, 9.0), turn_deg: random.between(-180.0, 180.0) };
    let sizes = [(1280.0, 800.0), (360.0, 640.0), (1920.0, 1080.0), (800.0, 300.0)];
    let (w, h) = random.one_of(&sizes);
    View::new(stop, pose, Viewport::plain(w, h))
}

/// What the map shows at a pixel: land, sea, or nothing where it ends.
fn shown(view: &View, truth: &Truth, at: Point) -> Option<bool> {
    view.sphere_from_screen(at).map(|p| truth.is_land(p.to_lonlat()))
}

/// Whether everything within `reach` pixels looks alike: no coast, no rim.
fn is_plain(view: &View, truth: &Truth, at: Point, reach: f64) -> bool {
    let here = shown(view, truth, at);
    (0..16).all(|k| {
        let (s, c) = (f64::from(k) * std::f64::consts::TAU / 16.0).sin_cos();
        [reach, reach / 2.0].into_iter().all(|r| shown(view, truth, Point::new(at.x + r * c, at.y + r * s)) == here)
    })
}

/// From 700 views over the whole range, 300 of them polar: at random pixels the drawn land is the land of the file,
/// taken by plain longitude and latitude, but within 2 px of a coast, or 3 where detail is counted by area.
#[test]
fn land_is_where_it_is_and_never_floods() {
    let land = world::land();
    let truth = Truth::read(world::LAND);
    let mut world = World::default();
    world.set_land(&land);
    let mut thinned = World::default();
    thinned.set_land(&visvalingam::thin(&land, 10.0));
    let coast: Vec<UnitVec> =
        land.iter().flat_map(|p| p.rings.iter().flatten().step_by(17)).map(|p| p.to_unit()).collect();
    let mut random = Random(3);
    let (mut faults, mut asked, mut on_land) = (vec![], 0, 0);
    for k in 0..700 {
        let stop = if k < 300 { Stop::POLAR } else { STOPS[k % STOPS.len()] };
        let view = any_view(stop, &mut random, &coast);
        let paths = Paths::of(&only("land", &world, &view));
        // The coarse tier, whose islands keep a few corners: no coast is off by more than 30 km.
        let coarse = Paths::of(&only("land", &thinned, &view));
        let coarse_px = 2.0 + 30.0 * view.max_px_per_km(&view.clip_cap());
        // The disc of the map ends 150° from the Pole; its half is its radius.
        let half = view.px_per_km(UnitVec::NORTH) * EARTH_RADIUS_KM * 2.0 * 75_f64.to_radians().tan();
        let longest_km = 1500.0_f64;
        let most = half.min(longest_km * view.max_px_per_km(&view.clip_cap()));
        // Off the screen an outline takes short cuts.
        let screen = view.viewport().rect();
        let seen = |(a, b): &(Point, Point)| {
            Rect::new(a.x.min(b.x), a.y.min(b.y), a.x.max(b.x), a.y.max(b.y)).overlaps(&screen)
        };
        for (a, b) in paths.parts.iter().flat_map(|r| steps(r)).filter(seen) {
            // The edges of the other maps are longer.
            assert!(
                stop != Stop::POLAR || a.distance(b) <= most,
                "{:?}: a segment of {:.0} px, at most {most:.0}",
                view.pose(),
                a.distance(b)
            );
        }
        let size = view.viewport().rect();
        for _ in 0..60 {
            let at = Point::new(random.between(0.0, size.x1), random.between(0.0, size.y1));
            if !is_plain(&view, &truth, at, if stop == Stop::POLAR { 2.0 } else { 3.0 }) {
                continue;
            }
            let want = shown(&view, &truth, at).unwrap_or(false);
            asked += 1;
            on_land += usize::from(want);
            let floods = coarse_px < 150.0 && is_plain(&view, &truth, at, coarse_px) && coarse.holds(at) != want;
            if paths.holds(at) != want || floods {
                faults.push(format!(
                    "{stop:?} {:?} {:?}: {at:?} should be {}",
                    view.pose(),
                    size,
                    if want { "land" } else { "sea" }
                ));
            }
        }
    }
    assert!(asked > 25_000 && on_land > 8_000 && asked - on_land > 8_000, "{asked} pixels, {on_land} of them land");
    assert!(faults.is_empty(), "{} of {asked} pixels:\n{}", faults.len(), faults.join("\n"));
}

/// The edge of what is drawn here passes 29 m from a corner of an island: rounding once took the corner
/// for one outside, and the whole screen for land.
#[test]
fn a_corner_at_the_edge_of_the_view_does_not_flood_it() {
    let mut world = World::default();
    world.set_land(&world::land());
    let pose = Pose {
        centre: LonLat::new(106.737_300_000_000_02, 20.8062),
        zoom: 8.517_783_842_282_37,
        turn_deg: 176.087_161_218_747_5,
    };
    let paths = Paths::of(&only("land", &world, &View::polar(pose, Viewport::plain(1280.0, 800.0))));
    let at = |x, y| paths.holds(Point::new(x, y));
    assert!(at(1193.0, 553.0) && !at(584.0, 432.0) && !at(764.0, 549.0));
}

/// The two ways to ask what is land agree: plain longitude and latitude of the file, and the nearest
/// edge on the sphere of the stitched polygons.
#[test]
fn stitched_land_is_the_land_of_the_file() {
    let truth = Truth::read(world::LAND);
    let land: Vec<Vec<Vec<UnitVec>>> = world::land()
        .iter()
        .map(|p| p.rings.iter().map(|r| r.iter().map(|q| q.to_unit()).collect()).collect())
        .collect();
    let mut random = Random(9);
    for _ in 0..300 {
        let p = LonLat::new(random.between(-180.0, 180.0), random.between(-1.0, 1.0).asin().to_degrees());
        let near =
            [(0.0, 0.2), (0.2, 0.0), (0.0, -0.2), (-0.2, 0.0)].map(|(x, y)| LonLat::new(p.lon_deg + x, p.lat_deg + y));
        if near.iter().any(|q| truth.is_land(*q) != truth.is_land(p)) {
            continue;
        }
        let held = land.iter().any(|rings| contains(rings.iter().map(Vec::as_slice), p.to_unit()));
        assert_eq!(held, truth.is_land(p), "{p:?}");
    }
}
