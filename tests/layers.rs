//! Layers and their labels: no two labels overlap, what is off is not there, what is selected is; the catalogue
//! and the layers agree.

#![allow(clippy::expect_used, clippy::panic, reason = "a test says what went wrong by stopping there")]

#[path = "common/boxes.rs"]
mod boxes;
#[path = "common/scenes.rs"]
#[allow(dead_code, reason = "shared with tests/scenes.rs")]
mod scenes;
#[path = "common/seabed.rs"]
mod seabed;
#[path = "common/sight.rs"]
mod sight;
#[path = "common/statuses.rs"]
mod statuses;
#[path = "common/world.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod world;
#[path = "common/worlds.rs"]
mod worlds;

use arctic_cable_map::cable::{Mark, MarkKind, marks};
use arctic_cable_map::carto::{Pose, Stop, View, Viewport};
use arctic_cable_map::geodata::Catalog;
use arctic_cable_map::plane::{Point, Rect};
use arctic_cable_map::scene::label::{Placement, RoughMeasure};
use arctic_cable_map::scene::{DisplayList, Frame, LAYERS, Picked, Step, World, build, needs, pick};
use arctic_cable_map::sphere::LonLat;
use boxes::{Tilted, labels};
use scenes::Data;
use sight::{faults, only, only_labels, views};
use std::collections::BTreeSet;
use worlds::data;

#[test]
fn no_two_labels_overlap() {
    let (mut all, mut seen, mut along) = (vec![], 0, 0);
    for (view, lang, picked) in views() {
        let world = data(Data::First, false);
        let (placement, list) = only_labels(world, &view, picked.as_ref(), &[], lang);
        let about = format!("{:?} {:?} {lang} {picked:?}", view.pose(), view.viewport().rect());
        let (found, [labels, curved]) = faults(world, &view, &placement, &about, &list);
        all.extend(found);
        seen += labels;
        along += curved;
    }
    assert!(seen > 1_800 && along > 400, "{seen} labels, {along} of them along a line");
    assert!(all.is_empty(), "{} in {seen} labels:\n{}", all.len(), all.join("\n"));
}

/// The layers that are switched where all are on.
fn all_on() -> Vec<String> {
    LAYERS.iter().filter(|l| !l.default_on).map(|l| l.id.to_owned()).collect()
}

/// With every layer on, over the whole map, names of every kind find their places, and none covers another,
/// nor the sign of a thing that is shown.
#[test]
fn no_two_labels_of_any_kind_overlap() {
    let world = data(Data::Full, false);
    let (mut all, mut seen, mut texts) = (vec![], 0, BTreeSet::new());
    let signs = signs();
    for (k, (view, lang, picked)) in wide_views().enumerate() {
        // Every fourth view as it is to begin with, so that what stands below has a chance.
        let switched = if k.is_multiple_of(4) { vec![] } else { all_on() };
        let (placement, list) = only_labels(world, &view, picked.as_ref(), &switched, lang);
        let about = format!("{:?} {:?} {lang} {picked:?}", view.pose(), view.viewport().rect());
        let near = view.pose().zoom >= 3.0;
        let (found, [count, _]) = faults(world, &view, &placement, &about, &list);
        // Landings that are not shown yet have no dot to be covered.
        all.extend(found.into_iter().filter(|f| near || !f.contains(" on the dot of ")));
        for (id, p) in signs
            .iter()
            .filter(|_| !switched.is_empty())
            .filter_map(|(id, at)| Some((id, view.screen_from_sphere(at.to_unit())?)))
        {
            let sign = Tilted::upright(Rect::about(p, 9.0, 8.0));
            let covers =
                |l: &boxes::Drawn| view.viewport().rect().holds(p) && l.boxes.iter().any(|b| b.overlaps(&sign));
            let over = labels(&list, &RoughMeasure).into_iter().find(covers);
            all.extend(over.map(|l| format!("{about}: {:?} on the sign of {id}", l.text)));
        }
        seen += count;
        texts.extend(labels(&list, &RoughMeasure).into_iter().map(|l| l.text));
    }
    assert!(seen > 4_000, "{seen} labels");
    assert!(all.is_empty(), "{} in {seen} labels:\n{}", all.len(), all.join("\n"));
    for text in ["Far North Fiber", "Tokyo", "LUMI", "富岳", "Norway", "北極海", "2024", "Bering Strait", "Cape Town"]
    {
        assert!(texts.contains(text), "{text} was never named");
    }
    assert!(
        texts.iter().any(|t| t.contains("ice")) && texts.iter().any(|t| t.contains("海氷")),
        "the ice was never named"
    );
    assert!(texts.iter().any(|t| t.starts_with("2023 ") && t.len() > 8), "no event has its name from near");
}

/// Signs that show at every zoom: of supercomputers, chokepoints and events.
fn signs() -> Vec<(String, LonLat)> {
    let of = |file: &str| marks(file, &world::bytes(file)).0;
    let files = ["context/places.geojson", "context/chokepoints.geojson", "context/events.geojson"];
    let all = files.into_iter().flat_map(of).filter(|m: &Mark| m.kind != MarkKind::City);
    let signs: Vec<_> = all.filter_map(|m| Some((m.id, m.at?))).collect();
    assert!(signs.len() > 90, "{}", signs.len());
    signs
}

/// The views of [`views`], moved to where most is.
fn wide_views() -> impl Iterator<Item = (View, &'static str, Option<Picked>)> {
    let centres =
        [(10.0, 54.0), (139.0, 36.0), (104.0, 2.0), (18.0, -33.0), (-70.0, 42.0), (-170.0, 66.0), (30.0, 75.0)];
    let picks = [
        None,
        Some(Picked::Chokepoint("bering-strait".to_owned())),
        Some(Picked::Place("lumi".to_owned())),
        Some(Picked::Event("2006-12-26-hengchun".to_owned())),
        Some(Picked::Landing("tomakomai-jp".to_owned())),
    ];
    views().enumerate().map(move |(k, (view, lang, _))| {
        let (lon, lat) = centres[k % centres.len()];
        let pose = Pose { centre: LonLat::new(lon, lat), ..view.pose() };
        (View::polar(pose, view.viewport()), lang, picks[k / 3 % picks.len()].clone())
    })
}

#[test]
fn labels_keep_beside_their_things_while_the_map_moves() {
    let world = data(Data::Full, false);
    let pose = Pose { centre: LonLat::new(20.0, 62.0), zoom: 2.4, turn_deg: 0.0 };
    let still = View::polar(pose, Viewport::plain(1280.0, 800.0));
    let moved = View::polar(still.dragged(37.0, -21.0), still.viewport());
    let (placement, before) = only_labels(world, &still, None, &all_on(), "en");
    let mut after = DisplayList::default();
    let others = only("labels");
    build(world, &Frame::new(world, &moved, None, &placement, &others), &mut after);
    let texts = |list: &DisplayList| -> Vec<(String, Point)> {
        let text = |s: Step<'_>| match s {
            Step::Text { text, x, y, .. } => Some((text.to_owned(), Point::new(f64::from(x), f64::from(y)))),
            _ => None,
        };
        list.steps().filter_map(text).collect()
    };
    let (before, after) = (texts(&before), texts(&after));
    assert!(before.len() > 40 && before.len() == after.len(), "none comes or goes: {} {}", before.len(), after.len());
    for ((text, p), (same, q)) in before.iter().zip(&after) {
        let step = q.distance(Point::new(p.x + 37.0, p.y - 21.0));
        assert!(text == same && step < 6.0, "{text} went {step} px astray");
    }
}

#[test]
fn what_is_off_is_neither_named_nor_picked_and_what_is_selected_is_named() {
    let world = data(Data::Full, false);
    let at = |id: &str| world.chart().landing(id).map(|l| l.at);
    assert!(at("tomakomai-jp").is_some());
    let pose = Pose { centre: LonLat::new(-168.9, 65.9), zoom: 3.0, turn_deg: 0.0 };
    let view = View::polar(pose, Viewport::plain(800.0, 600.0));
    let strait = Picked::Chokepoint("bering-strait".to_owned());
    let middle = view.viewport().rect().centre();
    assert!(pick(world, &view, &all_on(), middle, 12.0).contains(&strait));
    assert!(!pick(world, &view, &[], middle, 12.0).contains(&strait));
    let named = |picked: Option<&Picked>, switched: &[String]| {
        let (_, list) = only_labels(world, &view, picked, switched, "en");
        labels(&list, &RoughMeasure).iter().any(|l| l.text == "Bering Strait" && l.boxes.len() == 1)
    };
    assert!(named(None, &all_on()) && !named(None, &[]) && named(Some(&strait), &[]));
    // A place, with its kind told.
    let lumi = View::polar(Pose { centre: LonLat::new(27.7, 64.2), ..pose }, view.viewport());
    assert_eq!(pick(world, &lumi, &[], middle, 20.0).first(), Some(&Picked::Place("lumi".to_owned())));
}

#[test]
fn a_selection_dims_what_it_is_not_about() {
    let world = data(Data::Full, false);
    let view = View::polar(Pose::HOME, Viewport::plain(1280.0, 800.0));
    let none = Placement::default();
    let others = only("cables");
    let strokes = |picked: Option<&Picked>| {
        let mut list = DisplayList::default();
        build(world, &Frame::new(world, &view, picked, &none, &others), &mut list);
        let (mut alpha, mut out) = (1.0, BTreeSet::new());
        for step in list.steps() {
            match step {
                Step::Alpha(a) => alpha = a,
                Step::Stroke { colour, .. } if alpha >= 1.0 => {
                    out.insert(colour.css_name());
                }
                _ => {}
            }
        }
        out
    };
    let bright = |picked: Picked| strokes(Some(&picked));
    assert!(strokes(None).is_superset(&BTreeSet::from(["route-first", "route-second", "extension"])));
    // Both proposals pass the Bering Strait, one the Fram Strait; a supercomputer lies on no cable.
    let bering = bright(Picked::Chokepoint("bering-strait".to_owned()));
    assert!(bering.contains("route-first") && bering.contains("route-second") && !bering.contains("extension"));
    let fram = bright(Picked::Chokepoint("fram-strait".to_owned()));
    assert!(fram.contains("route-second") && !fram.contains("route-first"));
    assert_eq!(bright(Picked::Place("lumi".to_owned())), strokes(None));
    let event = bright(Picked::Event("2006-12-26-hengchun".to_owned()));
    assert!(event.contains("service") && !event.contains("route-first"), "{event:?}");
}

/// The catalogue's files and the layers that draw them agree on what shows to begin with.
#[test]
fn the_catalogue_and_the_layers_agree() {
    let world = data(Data::Full, false);
    assert!(LAYERS.iter().all(|l| l.has_data(world)), "every layer has data");
    let empty = World::default();
    for id in ["borders", "sea-ice-march", "chokepoints", "cities", "supercomputers", "events", "countries", "landings"]
    {
        let layer = LAYERS.iter().find(|l| l.id == id).unwrap_or_else(|| panic!("no layer {id}"));
        assert!(layer.switchable && !layer.has_data(&empty), "{id}: a switch for nothing");
    }
    let (catalog, _) = Catalog::parse("catalog.json", &world::bytes("catalog.json"));
    for layer in &catalog.layers {
        let needed = needs(&layer.style, &[]);
        assert!(needed.is_none_or(|needed| needed == layer.visible), "{}", layer.id);
    }
    assert_eq!((needs("place", &["cities".to_owned()]), needs("land", &[])), (Some(true), None));
    assert_eq!(needs("place", &["cities".to_owned(), "supercomputers".to_owned()]), Some(false));
}

/// A host's own sea with an Arabic and a Hebrew name: its letters join or run left, so it is one text, straight,
/// that keeps its direction to itself; the other seas bend as ever.
#[test]
fn a_name_whose_letters_join_is_set_straight_and_whole() {
    let sea = r#"{"type": "FeatureCollection", "features": [{"type": "Feature", "id": "a-sea",
        "properties": {"kind": "sea", "rank": 2, "name": {"en": "A Sea", "ar": "بحر بارنتس", "he": "ים ברנץ", "hi": "बैरेंट सागर"}},
        "geometry": {"type": "LineString", "coordinates": [[20, 74], [32, 73], [45, 74]]}}]}"#;
    let mut world = World::default();
    world.add_layer(sea.as_bytes());
    let pose = Pose { centre: LonLat::new(32.0, 73.5), zoom: 2.0, turn_deg: 0.0 };
    for (lang, pieces, text) in [
        ("en", 5, "A Sea"),
        ("ar", 1, "\u{2068}بحر بارنتس\u{2069}"),
        ("he", 1, "\u{2068}ים ברנץ\u{2069}"),
        ("hi", 1, "बैरेंट सागर"),
    ] {
        for turn_deg in [0.0, 60.0, 180.0, -120.0] {
            let view = View::polar(Pose { turn_deg, ..pose }, Viewport::plain(900.0, 700.0));
            let (_, list) = only_labels(&world, &view, None, &["circles".to_owned()], lang);
            let found = labels(&list, &RoughMeasure);
            let drawn: Vec<_> = found.iter().map(|l| (l.text.as_str(), l.boxes.len())).collect();
            assert_eq!(drawn, [(text, pieces)], "{lang} turned by {turn_deg}°");
        }
    }
}

/// Cables on one way part from near; each is picked where it is drawn.
#[test]
fn a_cable_in_its_lane_is_picked_where_it_is_drawn() {
    let world = data(Data::Full, false);
    let pose = Pose { centre: LonLat::new(101.0, 4.0), zoom: 3.6, turn_deg: 0.0 };
    let view = View::polar(pose, Viewport::plain(640.0, 480.0));
    let none = Placement::default();
    let others = only("cables");
    let mut list = DisplayList::default();
    build(world, &Frame::new(world, &view, None, &none, &others), &mut list);
    let inside = view.viewport().rect().grown(-20.0);
    let (mut seen, mut lost) = (0, 0);
    for step in list.steps() {
        let Step::Run(run) = step else { continue };
        for p in run.chunks_exact(2).map(|p| Point::new(f64::from(p[0]), f64::from(p[1]))).filter(|p| inside.holds(*p))
        {
            seen += 1;
            lost += usize::from(pick(world, &view, &["landings".to_owned()], p, 1.0).is_empty());
        }
    }
    assert!(seen > 60 && lost == 0, "{lost} of {seen} points of lines are not where they are picked");
}

/// A frame in motion has all that a frame at rest has, where it was, in far fewer corners.
#[test]
fn a_frame_in_motion_is_the_same_picture_in_fewer_corners() {
    let world = data(Data::Full, false);
    let placement = Placement::default();
    let area = |list: &DisplayList| -> f64 {
        let doubled = |run: &[f32]| {
            let p = |i: usize| (f64::from(run[2 * i]), f64::from(run[2 * i + 1]));
            let n = run.len() / 2;
            (0..n).map(|i| (p(i), p((i + 1) % n))).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum::<f64>()
        };
        let steps: Vec<Step<'_>> = list.steps().collect();
        let rings =
            steps.windows(2).filter_map(|w| if let [Step::Run(run), Step::Close] = w { Some(run) } else { None });
        rings.map(|run| doubled(run).abs() / 2.0).sum()
    };
    for stop in [Stop::GLOBE, Stop::POLAR, Stop::Spine(0.75), Stop::MERCATOR, Stop::World] {
        let pose = Pose { centre: LonLat::new(20.0, 75.0), zoom: 0.0, turn_deg: 0.0 };
        let view = View::new(stop, pose, Viewport::plain(1280.0, 800.0));
        let drawn = |view: View| {
            let mut list = DisplayList::default();
            build(world, &Frame::new(world, &view, None, &placement, &[]), &mut list);
            (list.vertices(), area(&list))
        };
        let (rest, moving) = (drawn(view), drawn(view.moving(1.0)));
        assert!(moving.0 * 2 < rest.0 + rest.0 / 5, "{stop:?}: {} corners at rest, {} in motion", rest.0, moving.0);
        assert!((moving.1 / rest.1 - 1.0).abs() < 0.02, "{stop:?}: areas {} and {}", rest.1, moving.1);
    }
}
