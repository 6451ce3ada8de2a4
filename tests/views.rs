//! Every view against the numbers that d3-geo computes (`tests/reference/views.mjs`), to a tenth of a pixel, and
//! whole worlds pixel by pixel.

#![allow(clippy::expect_used, clippy::panic, reason = "a test says what went wrong by stopping there")]

#[path = "common/mask.rs"]
mod mask;
#[path = "common/plane.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod plane;
#[path = "common/reference.rs"]
mod reference;
#[path = "common/walk.rs"]
mod walk;
#[path = "common/world.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod world;

use arctic_cable_map::carto::{ClipCap, Pose, Resample, Stop, View, Viewport};
use arctic_cable_map::geodata::visvalingam;
use arctic_cable_map::plane::Point;
use arctic_cable_map::scene::World;
use arctic_cable_map::sphere::UnitVec;
use mask::Mask;
use plane::Paths;
use reference::{RESAMPLED_PX, TENTH_PX, list, number, position, reference_paths, units};
use serde_json::Value;
use std::sync::LazyLock;
use walk::{Fine, send};

static D3: LazyLock<Value> = LazyLock::new(|| reference::read(include_str!("reference/d3-views.json")));

fn view(case: &Value) -> View {
    let stop = case["stop"].as_f64().map_or(Stop::World, Stop::Spine);
    let pose = Pose { centre: position(&case["centre"]), zoom: number(&case["zoom"]), turn_deg: number(&case["turn"]) };
    let view = View::new(stop, pose, Viewport::plain(number(&case["size"][0]), number(&case["size"][1])));
    assert_eq!(view.pose(), pose, "{stop:?}: a pose that is not settled");
    view
}

/// What the map shows of it: walked finely, and as it is drawn.
fn drawn(view: &View, rings: &[Vec<UnitVec>], polygon: bool) -> (Paths, Paths) {
    let mut fine = Fine::new(view.projector());
    send(rings, polygon, &mut ClipCap::new(view.edges(), &mut fine));
    let mut drawn = Paths::default();
    let mut resample = Resample::new(view.projector(), &mut drawn);
    send(rings, polygon, &mut ClipCap::new(view.edges(), &mut resample));
    (fine.out, drawn)
}

#[test]
fn points_fall_on_the_pixels_of_the_reference_and_back() {
    let mut count = 0;
    for case in list(&D3["views"]) {
        let view = view(case);
        for row in list(&case["points"]) {
            let (p, want) = (position(row).to_unit(), Point::new(number(&row[2]), number(&row[3])));
            let at = view.screen_from_sphere(p).unwrap_or_else(|| panic!("{:?}: {row} is off the map", view.stop()));
            assert!(at.distance(want) < 0.01, "{:?} {:?}: {row} fell on {at:?}", view.stop(), view.pose());
            let back = view.sphere_from_screen(at).expect("on the map");
            assert!(back.angle_to(p) < 1e-6, "{:?}: {row} came back as {:?}", view.stop(), back.to_lonlat());
            count += 1;
        }
    }
    assert!(count > 400, "{count}");
}

#[test]
fn polygons_are_those_of_the_reference_on_every_view() {
    let (mut faults, mut count) = (vec![], 0);
    for case in list(&D3["views"]) {
        let view = view(case);
        for shape in list(&case["polygons"]) {
            count += 1;
            let rings: Vec<_> = list(&shape["rings"]).iter().map(units).collect();
            let (fine, drawn) = drawn(&view, &rings, true);
            let want = reference_paths(&shape["paths"], true);
            let mut note = |what: &str, got: f64, most: f64| {
                if got.is_nan() || got > most {
                    let about = format!("{:?} {:?} {}", view.stop(), view.pose().centre, shape["name"]);
                    faults.push(format!("{about}: {what}: {got:.3}, at most {most:.3}"));
                }
            };
            let outline =
                Paths { parts: want.parts.iter().map(|r| [r.as_slice(), &r[..1]].concat()).collect(), closed: true }
                    .length();
            let area = number(&shape["area"]);
            note("ours from d3's, px", fine.strays_from(&want), TENTH_PX);
            note("d3's from ours, px", want.strays_from(&fine), TENTH_PX);
            note("area of ours from d3's, px²", (fine.area() - area).abs(), 0.05 * outline + 0.01);
            note("drawn from d3's, px", drawn.strays_from(&want), TENTH_PX);
            note("d3's from drawn, px", want.strays_from(&drawn), RESAMPLED_PX);
            note("area drawn from d3's, px²", (drawn.area() - area).abs(), RESAMPLED_PX * outline);
        }
    }
    assert!(count >= 400, "{count}");
    assert!(faults.is_empty(), "{} faults in {count}\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn lines_are_those_of_the_reference_on_every_view() {
    let (mut faults, mut count) = (vec![], 0);
    for case in list(&D3["views"]) {
        let view = view(case);
        for row in list(&case["lines"]) {
            count += 1;
            let (fine, drawn) = drawn(&view, &[units(&row["line"])], false);
            let want = reference_paths(&row["paths"], false);
            let off = [fine.strays_from(&want), want.strays_from(&fine), drawn.strays_from(&want)];
            let ok = off.iter().all(|px| *px < TENTH_PX)
                && want.strays_from(&drawn) < RESAMPLED_PX
                && drawn.parts.len() == want.parts.len()
                && (fine.length() - number(&row["length"])).abs() < 0.2;
            if !ok {
                let pieces = (drawn.parts.len(), want.parts.len());
                faults.push(format!("{:?} {:?}: {off:?} px, pieces {pieces:?}", view.stop(), view.pose().centre));
            }
        }
    }
    assert!(count >= 100, "{count}");
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

fn pixels(case: &Value) -> (usize, usize) {
    let side = |i: usize| usize::try_from(case["size"][i].as_u64().expect("pixels")).expect("pixels");
    (side(0), side(1))
}

/// Compares the land that `draw` draws with the reference's, but for what lies within `reach` pixels of a coast; of a
/// view at most `most` pixels may differ, of all together twice as many.
fn compare(reach: usize, most: usize, draw: impl Fn(&View) -> Paths) {
    let (mut differ, mut looked) = (0, 0);
    for case in list(&D3["land"]) {
        let (view, (w, h)) = (view(case), pixels(case));
        let want = Mask::from_runs(case["runs"].as_str().expect("runs"), w, h);
        let got = Mask::of(&draw(&view), w, h);
        let (south, north) = (number(&case["south"]) - 0.5, number(&case["north"]) + 0.5);
        let mut here = 0;
        for (x, y) in (0..h).flat_map(|y| (0..w).map(move |x| (x, y))) {
            let at = view.sphere_from_screen(Point::new(x as f64 + 0.5, y as f64 + 0.5)).map(UnitVec::to_lonlat);
            // The reference knows no last parallel.
            let known = at.is_none_or(|p| p.lat_deg > south && p.lat_deg < north);
            let land = want.at(x, y) && at.is_some();
            here += usize::from(known && want.is_even(x, y, reach) && got.at(x, y) != land);
            looked += usize::from(known);
        }
        differ += here;
        assert!(here <= most, "{:?} {:?}: {here} pixels differ", view.stop(), view.pose());
        assert!(got.count() > 40);
    }
    assert!(looked > 1_000_000 && differ <= 2 * most, "{differ} of {looked} pixels differ");
}

/// Every vertex of the land at 1 : 50 million, through clipping and resampling.
#[test]
fn the_whole_world_is_land_where_the_reference_has_it() {
    let land: Vec<Vec<Vec<UnitVec>>> = world::land()
        .iter()
        .map(|p| p.rings.iter().map(|ring| ring.iter().map(|v| v.to_unit()).collect()).collect())
        .collect();
    compare(1, 3, |view| {
        let mut out = Paths::default();
        let mut resample = Resample::new(view.projector(), &mut out);
        let mut link = ClipCap::new(view.clip_cap(), &mut resample);
        land.iter().for_each(|rings| send(rings, true, &mut link));
        out
    });
}

/// The land as the map draws it: at its level of detail, of the finest and of the coarsest tier.
#[test]
fn the_world_at_its_level_of_detail_is_land_where_the_reference_has_it() {
    for km_per_px in [0.0, 10.0] {
        let mut world = World::default();
        world.set_land(&visvalingam::thin(&world::land(), km_per_px));
        compare(2, 12, |view| {
            let mut out = Paths::default();
            world.land().draw(view, &mut out);
            out
        });
    }
}
