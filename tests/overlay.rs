//! What panels ask of the map: only some systems, and lines laid over the cables.

#![allow(clippy::expect_used, clippy::panic, reason = "a test says what went wrong by stopping there")]

#[path = "common/world.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod world;

use arctic_cable_map::carto::{Pose, View, Viewport};
use arctic_cable_map::scene::label::Placement;
use arctic_cable_map::scene::{Colour, DisplayList, Frame, Picked, Step, StrokeId, World, build, pick};
use arctic_cable_map::sphere::LonLat;
use std::collections::BTreeSet;

fn view() -> View {
    View::polar(Pose::HOME, Viewport::plain(1280.0, 800.0))
}

/// Stroke, colour and opacity of every stroke of the picture.
fn strokes(world: &World) -> Vec<(StrokeId, Colour, f32)> {
    let (view, placement, mut list) = (view(), Placement::default(), DisplayList::default());
    build(world, &Frame::new(world, &view, None, &placement, &[]), &mut list);
    let mut opacity = 1.0;
    let mut found = Vec::new();
    for step in list.steps() {
        match step {
            Step::Alpha(alpha) => opacity = alpha,
            Step::Stroke { stroke, colour, .. } => found.push((stroke, colour, opacity)),
            _ => {}
        }
    }
    found
}

/// The systems under any pixel of a grid over the screen, and the landings.
fn seen(world: &World) -> (BTreeSet<String>, usize) {
    let (mut systems, mut landings) = (BTreeSet::new(), BTreeSet::new());
    for i in 0..160 {
        for j in 0..100 {
            let at = arctic_cable_map::plane::Point::new(f64::from(i) * 8.0, f64::from(j) * 8.0);
            for picked in pick(world, &view(), &[], at, 6.0) {
                match picked {
                    Picked::Cable(id) => drop(systems.insert(id)),
                    Picked::Landing(id) => drop(landings.insert(id)),
                    _ => {}
                }
            }
        }
    }
    (systems, landings.len())
}

#[test]
fn what_is_not_asked_for_is_neither_drawn_nor_picked() {
    let mut world = world::full(20.0);
    let (all, landings) = seen(&world);
    assert!(all.len() > 30 && landings > 4, "{} systems, {landings} landings", all.len());
    world.show_only(Some(vec!["far-north-fiber".into(), "no-such-cable".into()]));
    let (found, few) = seen(&world);
    assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), ["far-north-fiber"]);
    assert!(few > 0 && few < landings, "{few} landings of {landings}");
    let proposed = |w: &World| strokes(w).iter().filter(|(s, ..)| *s == StrokeId::Proposed).count();
    assert!(proposed(&world) > 0);
    assert!(world.line_of("polar-connect").is_some(), "the legend knows what is hidden");
    // Layers that come later keep to it too.
    world.make_lines();
    assert_eq!(seen(&world).0.len(), 1);
    world.show_only(Some(Vec::new()));
    assert_eq!((seen(&world), proposed(&world)), ((BTreeSet::new(), 0), 0));
    world.show_only(None);
    assert_eq!(seen(&world), (all, landings));
}

#[test]
fn what_is_laid_over_is_drawn_last_and_goes_by_its_name() {
    let mut world = world::world(20.0);
    let before = strokes(&world);
    let line = [LonLat::new(25.0, 70.0), LonLat::new(-170.0, 66.0)];
    for look in ["path-a", "path-b", "path-c", "path-d", "path-e", "plan"] {
        assert!(world.lay_over("ways", look, &line), "{look}");
    }
    assert!(!world.lay_over("ways", "path-z", &line));
    let with = strokes(&world);
    let added: Vec<_> = with.iter().rev().take(12).rev().map(|(s, c, a)| (*s, *c, *a)).collect();
    let looks: BTreeSet<_> = added.iter().map(|(s, c, _)| format!("{s:?} {c:?}")).collect();
    assert_eq!(looks.len(), 7, "six ways, each of its own dashes and colour, and their casing: {looks:?}");
    assert!(added.iter().all(|(.., alpha)| *alpha == 1.0), "{added:?}");
    let faintest = |all: &[(StrokeId, Colour, f32)]| {
        let of = |s: &&(StrokeId, Colour, f32)| s.0 == StrokeId::Proposed && s.1 == Colour::RouteFirst;
        all.iter().filter(of).map(|s| s.2).fold(1.0, f32::min)
    };
    assert_eq!(faintest(&before), 1.0);
    assert!(faintest(&with) < 0.5, "the ways are looked at, the rest is dimmed");
    for (look, points) in [("cut", &line[..]), ("lit", &line[..1]), ("measure", &[]), ("lit", &[])] {
        assert!(world.lay_over("signs", look, points));
    }
    world.lift("ways");
    assert_eq!(faintest(&strokes(&world)), 1.0);
    assert!(strokes(&world).len() > before.len());
    world.lift("signs");
    assert_eq!(strokes(&world), before);
}

/// An empty line and a cross off the map are nothing to stumble over.
#[test]
fn odd_lines_draw_nothing_wrong() {
    let mut world = World::default();
    let pole = LonLat::new(0.0, 90.0);
    for points in [vec![], vec![pole], vec![pole, pole], vec![LonLat::new(0.0, -90.0)]] {
        for look in ["path-a", "cut", "lit", "measure"] {
            world.lay_over("odd", look, &points);
        }
    }
    assert!(strokes(&world).iter().all(|(.., alpha)| alpha.is_finite()));
}

#[test]
fn a_readers_own_lines_are_one_stroke_and_dim_nothing() {
    let mut world = world::full(20.0);
    let before = strokes(&world);
    for k in 0..200 {
        let lon = f64::from(k) * 1.8 - 180.0;
        assert!(world.lay_over("own", "own", &[LonLat::new(lon, 70.0), LonLat::new(lon, 80.0)]));
    }
    assert!(world.lay_over("own", "own-place", &[LonLat::new(0.0, 75.0), LonLat::new(90.0, 75.0)]));
    let after = strokes(&world);
    // A casing and a line for all lines, and the same for the places.
    assert_eq!(after.len(), before.len() + 4);
    assert!(before.iter().all(|stroke| after.contains(stroke)), "what was there is as it was");
    // Points far apart are points: nothing stands between them.
    let (view, placement, mut list) = (view(), Placement::default(), DisplayList::default());
    build(&world, &Frame::new(&world, &view, None, &placement, &[]), &mut list);
    assert_eq!(list.steps().filter(|step| matches!(step, Step::Circle { radius, .. } if *radius == 4.0)).count(), 2);
}
