//! Golden pictures of the map's own data.
//!
//! `UPDATE_GOLDEN=1 cargo test --test scenes` writes the pictures that differ, and then fails, so that
//! somebody looks at them before they are kept.

#![allow(clippy::expect_used, clippy::panic, reason = "a test says what went wrong by stopping there")]

#[path = "common/scenes.rs"]
mod scenes;
#[path = "common/seabed.rs"]
mod seabed;
#[path = "common/statuses.rs"]
mod statuses;
#[path = "common/world.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod world;
#[path = "common/worlds.rs"]
mod worlds;

use arctic_cable_map::carto::View;
use arctic_cable_map::paint::{About, svg_document};
use arctic_cable_map::scene::label::{RoughMeasure, place};
use arctic_cable_map::scene::{DisplayList, Frame, Picked, build};
use scenes::{Data, Scene, scenes};
use std::path::Path;
use worlds::data;

/// A picture that is longer is too long to keep.
const MOST_BYTES: usize = 200_000;

fn draw(scene: &Scene) -> String {
    let world = data(scene.data, scene.pose.zoom < if scene.data == Data::First { 1.0 } else { 2.0 });
    let view = View::new(scene.stop, scene.pose, scene.viewport);
    if let Some(Picked::Cable(id)) = &scene.selected {
        assert!(world.chart().system(id).is_some(), "{}: no system {id}", scene.name);
    }
    let (selected, switched) = (scene.selected.as_ref(), scene.switched());
    let labels = place(world, &view, selected, &switched, &world::words(scene.lang), &RoughMeasure);
    let mut list = DisplayList::default();
    build(world, &Frame::new(world, &view, selected, &labels, &switched), &mut list);
    let about = About { lang: scene.lang, title: &scene.name, desc: "" };
    svg_document(&list, scene.viewport.rect(), scene.palette, &about, None)
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
        if new.len() >= MOST_BYTES {
            faults.push(format!("{}: {} bytes, too many to keep", scene.name, new.len()));
        }
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
