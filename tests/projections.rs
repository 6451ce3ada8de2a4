//! Projection, clipping, resampling and measures against the numbers that d3-geo computes
//! (`tests/reference/d3.mjs`), to a tenth of a pixel.

#![allow(clippy::expect_used, clippy::panic, reason = "a test says what went wrong by stopping there")]

#[path = "common/plane.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod plane;
#[path = "common/poles.rs"]
mod poles;
#[path = "common/reference.rs"]
mod reference;
#[path = "common/truth.rs"]
mod truth;
#[path = "common/walk.rs"]
mod walk;
#[path = "common/world.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod world;

use arctic_cable_map::carto::{ClipCap, Perspective, Pose, Resample, View, Viewport};
use arctic_cable_map::plane::Point;
use arctic_cable_map::sphere::{Arc, Cap, LonLat, Rotation, UnitVec, contains};
use plane::Paths;
use reference::{RESAMPLED_PX, TENTH_PX, list, number, position, reference_paths, units};
use serde_json::Value;
use std::sync::LazyLock;
use walk::{Fine, send};

static D3: LazyLock<Value> = LazyLock::new(|| reference::read(include_str!("reference/d3.json")));

/// The map of the reference: stereographic about the cap's centre, its rim 280 px from the middle.
fn cap_map(value: &Value) -> (Cap, impl Fn(UnitVec) -> Point + Copy + use<>) {
    let (centre, radius) = (position(&value["centre"]), number(&value["radius"]).to_radians());
    let rotation = Rotation::to_centre(centre);
    let scale = 280.0 / Perspective::STEREOGRAPHIC.radius(radius);
    let project = move |p: UnitVec| {
        let at = Perspective::STEREOGRAPHIC.forward(rotation.apply(p));
        Point::new(scale * at.x, -scale * at.y)
    };
    (Cap::new(centre.to_unit(), radius), project)
}

/// What lies inside the cap: walked finely, and as the map draws it.
fn clipped(cap: &Value, rings: &[Vec<UnitVec>], polygon: bool) -> (Paths, Paths) {
    let (cap, project) = cap_map(cap);
    let mut fine = Fine::new(project);
    send(rings, polygon, &mut ClipCap::new(cap, &mut fine));
    let mut drawn = Paths::default();
    let mut resample = Resample::new(project, &mut drawn);
    send(rings, polygon, &mut ClipCap::new(cap, &mut resample));
    (fine.out, drawn)
}

#[test]
fn points_fall_on_the_pixels_of_the_reference_and_back() {
    for case in list(&D3["projection"]) {
        let pose =
            Pose { centre: position(&case["centre"]), zoom: number(&case["zoom"]), turn_deg: number(&case["turn"]) };
        let view = View::polar(pose, Viewport::plain(number(&case["size"][0]), number(&case["size"][1])));
        for row in list(&case["forward"]) {
            let at = view
                .screen_from_sphere(position(row).to_unit())
                .unwrap_or_else(|| panic!("{pose:?}: {row} is off the map"));
            let off = at.distance(Point::new(number(&row[2]), number(&row[3])));
            assert!(off < 0.01, "{pose:?}: {row} fell on {at:?}");
        }
        for row in list(&case["inverse"]) {
            let want = LonLat::new(number(&row[2]), number(&row[3])).to_unit();
            let at = Point::new(number(&row[0]), number(&row[1]));
            match view.sphere_from_screen(at) {
                Some(p) => assert!(p.angle_to(want) < 1e-8, "{pose:?}: {row} came from {:?}", p.to_lonlat()),
                None => assert!(number(&row[3]) < -59.9, "{pose:?}: {row} is on the map"),
            }
        }
    }
}

#[test]
fn clipped_polygons_are_those_of_the_reference() {
    let cases = list(&D3["polygons"]);
    assert!(cases.len() >= 60);
    let mut faults = vec![];
    for case in cases {
        let rings: Vec<_> = list(&case["rings"]).iter().map(units).collect();
        let (fine, drawn) = clipped(&case["cap"], &rings, true);
        let want = reference_paths(&case["paths"], true);
        let mut note = |what: &str, got: f64, most: f64| {
            if got.is_nan() || got > most {
                faults.push(format!("{}: {what}: {got:.3}, at most {most:.3}", case["name"]));
            }
        };
        note("rings, difference", fine.parts.len().abs_diff(want.parts.len()) as f64, 0.0);
        note("ours from d3's, px", fine.strays_from(&want), TENTH_PX);
        note("d3's from ours, px", want.strays_from(&fine), TENTH_PX);
        let outline =
            Paths { parts: want.parts.iter().map(|r| [r.as_slice(), &r[..1]].concat()).collect(), closed: true }
                .length();
        let area = number(&case["area"]);
        note("area of ours from d3's, px²", (fine.area() - area).abs(), 0.03 * outline + 0.01);
        note("drawn from d3's, px", drawn.strays_from(&want), TENTH_PX);
        note("d3's from drawn, px", want.strays_from(&drawn), RESAMPLED_PX);
        note("area drawn from d3's, px²", (drawn.area() - area).abs(), RESAMPLED_PX * outline);
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn clipped_lines_are_those_of_the_reference() {
    for case in list(&D3["lines"]) {
        let (fine, drawn) = clipped(&case["cap"], &[units(&case["line"])], false);
        let want = reference_paths(&case["paths"], false);
        let name = &case["name"];
        assert_eq!(drawn.parts.len(), want.parts.len(), "{name}: pieces");
        assert!((fine.length() - number(&case["length"])).abs() < TENTH_PX, "{name}: {} px", fine.length());
        assert!(fine.strays_from(&want) < TENTH_PX && want.strays_from(&fine) < TENTH_PX, "{name}");
        assert!(drawn.strays_from(&want) < TENTH_PX && want.strays_from(&drawn) < RESAMPLED_PX, "{name}");
    }
}

#[test]
fn polygons_hold_the_points_that_they_hold_in_the_reference() {
    let (cases, shapes) = (list(&D3["held"]), list(&D3["polygons"]));
    let mut inside = 0;
    for (case, shape) in cases.iter().zip(shapes) {
        assert_eq!(case["name"], shape["name"]);
        let rings: Vec<_> = list(&shape["rings"]).iter().map(units).collect();
        let holds = case["holds"].as_str().expect("a string");
        for (point, held) in list(&case["points"]).iter().zip(holds.chars()) {
            let got = contains(rings.iter().map(Vec::as_slice), position(point).to_unit());
            assert_eq!(got, held == '1', "{}: {point}", case["name"]);
            inside += usize::from(got);
        }
    }
    assert!(inside > 300 && inside < 30 * cases.len() - 300, "{inside} inside: a fair share of each");
}

#[test]
fn arcs_are_as_long_and_lie_where_the_reference_has_them() {
    for case in list(&D3["arcs"]) {
        let (a, b) = (position(&case["a"]).to_unit(), position(&case["b"]).to_unit());
        let want = number(&case["degrees"]);
        assert!((a.angle_to(b).to_degrees() - want).abs() < 1e-9, "{case}");
        let arc = Arc::new(a, b);
        for (t, p) in [0.25, 0.5, 0.9].into_iter().zip(list(&case["between"])) {
            let off = arc.at(arc.length_rad * t).angle_to(position(p).to_unit());
            assert!(off < 1e-7, "{case}: {off} rad at {t}");
        }
    }
}

/// Svalbard to Tokyo as a line of two vertices, against a thousand points of the arc.
#[test]
fn a_line_of_two_vertices_bends_as_its_arc_does() {
    let ends = [LonLat::new(15.6, 78.2).to_unit(), LonLat::new(139.7, 35.7).to_unit()];
    let arc = Arc::new(ends[0], ends[1]);
    for (zoom, turn_deg) in [(-2.0, 0.0), (0.0, 0.0), (2.0, 80.0), (5.0, -33.0), (9.0, 170.0)] {
        let view = View::polar(Pose { zoom, turn_deg, ..Pose::HOME }, Viewport::plain(1280.0, 800.0));
        let project = view.projector();
        let mut drawn = Paths::default();
        send(&[ends.to_vec()], false, &mut Resample::new(&project, &mut drawn));
        let truth: Vec<Point> = (0..=1000).map(|k| project(arc.at(arc.length_rad * f64::from(k) / 1000.0))).collect();
        let truth = Paths { parts: vec![truth], closed: false };
        // Beyond zoom 5 the reference's own chords stray by more than the line does.
        assert!(truth.strays_from(&drawn) < if zoom < 6.0 { RESAMPLED_PX } else { 1.0 }, "zoom {zoom}");
        assert_eq!(drawn.parts.len(), 1);
    }
}
