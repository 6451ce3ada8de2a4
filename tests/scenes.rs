//! Golden pictures of the map's own data, and labels that never overlap.
//!
//! `UPDATE_GOLDEN=1 cargo test --test scenes` writes the pictures that differ, and then fails, so that
//! somebody looks at them before they are kept.

#![allow(clippy::expect_used, clippy::panic, reason = "a test says what went wrong by stopping there")]

#[path = "common/boxes.rs"]
mod boxes;
#[path = "common/scenes.rs"]
mod scenes;
#[path = "common/seabed.rs"]
mod seabed;
#[path = "common/world.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod world;

use arctic_cable_map::carto::{Pose, View, Viewport};
use arctic_cable_map::paint::svg_document;
use arctic_cable_map::plane::Rect;
use arctic_cable_map::scene::label::{Placement, RoughMeasure, place};
use arctic_cable_map::scene::{DisplayList, Frame, LAYERS, Layer, Picked, World, build};
use arctic_cable_map::sphere::LonLat;
use boxes::{Tilted, labels};
use scenes::{Scene, scenes};
use std::path::Path;
use std::sync::LazyLock;

/// The coarse tier of the land, as the page first shows it.
static WORLD: LazyLock<World> = LazyLock::new(|| {
    let mut world = world::world(5.0);
    for file in seabed::FILES {
        assert_eq!(world.add_grid(file, &seabed::packed(file)), []);
    }
    world
});
/// With land coarser still, so that pictures of half the world are small enough to keep.
static COARSE: LazyLock<World> = LazyLock::new(|| world::world(50.0));

fn draw(scene: &Scene) -> String {
    let world: &World = if scene.pose.zoom < 1.0 { &COARSE } else { &WORLD };
    let view = View::polar(scene.pose, scene.viewport);
    let selected = scene.selected.map(|id| Picked::Cable(id.to_owned()));
    if let Some(id) = scene.selected {
        assert!(WORLD.atlas().system(id).is_some(), "{}: no system {id}", scene.name);
    }
    let labels = place(world, &view, selected.as_ref(), &world::words(scene.lang), &RoughMeasure);
    let hidden = |layer: &&Layer| scene.only.map_or(!layer.shown, |only| only != layer.id);
    let hidden: Vec<String> = LAYERS.iter().filter(hidden).map(|l| l.id.to_owned()).collect();
    let mut list = DisplayList::default();
    build(world, &Frame { view: &view, selected: selected.as_ref(), labels: &labels, hidden: &hidden }, &mut list);
    svg_document(&list, scene.viewport.rect(), scene.palette, &scene.name)
}

/// The first lines that differ, each cut to what stands about its first difference.
fn diff(old: &str, new: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let mut out = format!("{} lines before, {} now", old.len(), new.len());
    let differ = (0..old.len().max(new.len())).filter(|i| old.get(*i) != new.get(*i));
    for i in differ.take(3) {
        let (a, b) = (old.get(i).copied().unwrap_or_default(), new.get(i).copied().unwrap_or_default());
        let same = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
        let about = |s: &str| s.chars().skip(same.saturating_sub(30)).take(100).collect::<String>();
        out += &format!("\n  line {}, column {}:\n  - {}\n  + {}", i + 1, same + 1, about(a), about(b));
    }
    out
}

#[test]
fn pictures_are_as_they_were_last_looked_at() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let update = std::env::var_os("UPDATE_GOLDEN").is_some() && std::env::var_os("CI").is_none();
    let mut faults = vec![];
    for scene in scenes() {
        let (path, new) = (folder.join(format!("{}.svg", scene.name)), draw(&scene));
        assert!(new.len() < 150_000, "{}: {} bytes, too many to keep", scene.name, new.len());
        let old = std::fs::read_to_string(&path).unwrap_or_default();
        if old == new {
            continue;
        }
        if update {
            std::fs::write(&path, &new).expect("tests/golden can be written");
        }
        let what = if update { "written: look at it" } else { "differs" };
        faults.push(format!("tests/golden/{}.svg {what}: {}", scene.name, diff(&old, &new)));
    }
    let hint = "if this is meant, run with UPDATE_GOLDEN=1, look at the pictures, and keep them";
    assert!(faults.is_empty(), "\n{}\n{hint}", faults.join("\n"));
}

#[test]
fn a_difference_is_shown_short() {
    let old = format!("<svg>\n<path d=\"{}1\"/>\n", "M0,0".repeat(500));
    let said = diff(&old, &old.replace("1\"/", "2\"/"));
    assert!(said.contains("line 2, column 2010") && said.len() < 300, "{said}");
}

/// The views that the labels are tried in: all over the map, at every scale, in both languages,
/// with nothing, a cable or a landing selected.
fn views() -> impl Iterator<Item = (View, &'static str, Option<Picked>)> {
    let centres =
        [(146.0, 82.0), (-98.0, 70.0), (-170.0, 66.0), (20.0, 75.0), (141.0, 42.0), (-25.0, 60.0), (75.0, 90.0)];
    let sizes = [(1280.0, 800.0), (390.0, 640.0), (1920.0, 1080.0)];
    let picks = [
        None,
        Some(Picked::Cable("far-north-fiber".to_owned())),
        Some(Picked::Cable("polar-connect".to_owned())),
        Some(Picked::Landing("tomakomai-jp".to_owned())),
    ];
    (0..210_u32).map(move |k| {
        let n = k as usize;
        let (lon, lat) = centres[n % centres.len()];
        let pose = Pose {
            centre: LonLat::new(lon, lat),
            zoom: -1.0 + f64::from(k / 7 % 10) * 0.7,
            turn_deg: f64::from(k * 47 % 360) - 180.0,
        };
        let (w, h) = sizes[n / 70];
        let lang = if n.is_multiple_of(2) { "en" } else { "ja" };
        (View::polar(pose, Viewport::plain(w, h)), lang, picks[n / 3 % picks.len()].clone())
    })
}

#[test]
fn no_two_labels_overlap() {
    let hidden: Vec<String> = LAYERS.iter().map(|l| l.id.to_owned()).filter(|id| id != "labels").collect();
    let (mut faults, mut seen, mut along) = (vec![], 0, 0);
    for (view, lang, picked) in views() {
        let placement: Placement = place(&WORLD, &view, picked.as_ref(), &world::words(lang), &RoughMeasure);
        let mut list = DisplayList::default();
        build(
            &WORLD,
            &Frame { view: &view, selected: picked.as_ref(), labels: &placement, hidden: &hidden },
            &mut list,
        );
        let found = labels(&list, &RoughMeasure);
        assert_eq!(found.len(), placement.len(), "every placed label is drawn");
        seen += found.len();
        along += found.iter().filter(|l| l.boxes.len() > 1).count();
        let about = format!("{:?} {:?} {lang} {picked:?}", view.pose(), view.viewport().rect());
        for (i, a) in found.iter().enumerate() {
            for b in &found[i + 1..] {
                if a.boxes.iter().any(|p| b.boxes.iter().any(|q| p.overlaps(q))) {
                    faults.push(format!("{about}: {:?} on {:?}", a.text, b.text));
                }
            }
            let screen = view.viewport().rect().grown(0.5);
            if a.boxes.iter().flat_map(Tilted::corners).any(|p| !screen.holds(p)) {
                faults.push(format!("{about}: {:?} leaves the screen", a.text));
            }
            for landing in &WORLD.atlas().landings {
                let Some(p) = view.screen_from_sphere(landing.at.to_unit()) else { continue };
                let dot = Tilted::upright(Rect::about(p, 6.0, 6.0));
                if view.viewport().rect().holds(p) && a.boxes.iter().any(|q| q.overlaps(&dot)) {
                    faults.push(format!("{about}: {:?} on the dot of {}", a.text, landing.id));
                }
            }
        }
    }
    assert!(seen > 1_800 && along > 400, "{seen} labels, {along} of them along a line");
    assert!(faults.is_empty(), "{} in {seen} labels:\n{}", faults.len(), faults.join("\n"));
}
