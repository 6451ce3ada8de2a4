//! What the labels of a view cover, over views of all the map.

use super::boxes::{Tilted, labels};
use super::world;
use arctic_cable_map::carto::{Pose, View, Viewport};
use arctic_cable_map::plane::Rect;
use arctic_cable_map::scene::label::{Placement, RoughMeasure, place};
use arctic_cable_map::scene::{DisplayList, Frame, LAYERS, Picked, World, build};
use arctic_cable_map::sphere::LonLat;

/// The views that the labels are tried in: all over the map, at every scale, in both languages,
/// with nothing, a cable or a landing selected.
pub(crate) fn views() -> impl Iterator<Item = (View, &'static str, Option<Picked>)> {
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

/// What the labels of a view cover that they must not: each other, the edge of the screen, landings' dots.
pub(crate) fn faults(
    world: &World,
    view: &View,
    placement: &Placement,
    about: &str,
    list: &DisplayList,
) -> (Vec<String>, [usize; 2]) {
    let (found, mut faults) = (labels(list, &RoughMeasure), vec![]);
    assert_eq!(found.len(), placement.len(), "every placed label is drawn");
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
        for landing in &world.chart().landings {
            let Some(p) = view.screen_from_sphere(landing.at.to_unit()) else { continue };
            let dot = Tilted::upright(Rect::about(p, 6.0, 6.0));
            if view.viewport().rect().holds(p) && a.boxes.iter().any(|q| q.overlaps(&dot)) {
                faults.push(format!("{about}: {:?} on the dot of {}", a.text, landing.id));
            }
        }
    }
    (faults, [found.len(), found.iter().filter(|l| l.boxes.len() > 1).count()])
}

/// Draws the labels alone; the layers in `switched` being otherwise than by default.
pub(crate) fn only_labels(
    world: &World,
    view: &View,
    picked: Option<&Picked>,
    switched: &[String],
    lang: &str,
) -> (Placement, DisplayList) {
    let placement = place(world, view, picked, switched, &world::words(lang), &RoughMeasure);
    let others: Vec<String> = only("labels");
    let mut list = DisplayList::default();
    build(world, &Frame::new(world, view, picked, &placement, &others), &mut list);
    (placement, list)
}

/// The layers that are switched where one is drawn and no other.
pub(crate) fn only(id: &str) -> Vec<String> {
    LAYERS.iter().filter(|l| l.default_on != (l.id == id)).map(|l| l.id.to_owned()).collect()
}
