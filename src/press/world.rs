//! The world of a picture, from the files that it takes, in the order in which the map reads them.

use super::Request;
use crate::cable::Chart;
use crate::geodata::{CatalogLayer, LayerKind, lines_from_geojson, packed, polygons_from_geojson};
use crate::scene::relief::Relief;
use crate::scene::{Contour, World, shows};

/// How names of packed polygons, lines and grids begin to end: `.acmp`, `.acml`, `.acmg`.
const PACKED: &str = ".acm";

/// A layer with its bytes.
pub(super) type Read<'a> = (&'a CatalogLayer, &'a str, &'a [u8]);

/// Makes the world and its seabed. A file that cannot be read costs itself: the map has told what is wrong with it.
pub(super) fn build(layers: &[Read<'_>]) -> (World, Relief) {
    let (mut world, mut relief, mut chart) = (World::default(), Relief::default(), Chart::default());
    let entities = |later: bool| layers.iter().filter(move |(l, ..)| l.kind.has_entities() && l.later == later);
    entities(false).for_each(|(_, _, bytes)| chart.add(bytes));
    world.set_chart(chart);
    entities(true).for_each(|(_, _, bytes)| world.add_layer(bytes));
    world.make_lines();
    for (layer, file, bytes) in layers.iter().filter(|(l, ..)| !l.kind.has_entities()) {
        add(&mut world, &mut relief, layer, file, bytes);
    }
    (world, relief)
}

fn add(world: &mut World, relief: &mut Relief, layer: &CatalogLayer, file: &str, bytes: &[u8]) {
    let is_packed = file.contains(PACKED);
    match layer.kind {
        LayerKind::Grid => {
            if relief.add(file, bytes).is_empty() {
                world.set_seabed();
            }
        }
        LayerKind::Points => drop(world.add_points(file, bytes)),
        LayerKind::Lines => {
            let packed = || packed::decode_lines(file, bytes).unwrap_or_default();
            world.add_lines(&layer.style, &if is_packed { packed() } else { lines_from_geojson(file, bytes).0 });
        }
        kind => {
            let packed = || packed::decode(file, bytes).unwrap_or_default();
            let polygons = if is_packed { packed() } else { polygons_from_geojson(file, bytes).0 };
            match kind {
                _ if polygons.is_empty() => {}
                LayerKind::Land => world.set_land(&polygons),
                _ => world.add_areas(&layer.id, &layer.style, &polygons),
            }
        }
    }
}

/// Draws the contours that the request asks for; says which set that is, if any.
pub(super) fn contours(world: &mut World, relief: &Relief, request: &Request, have: [bool; 2]) -> [bool; 2] {
    let km_per_px = request.km_per_dot() * request.dots_per_px();
    let (near, mut made) = (Contour::is_near(km_per_px), have);
    if shows("contours", &request.state.switched_layers()) && !made[usize::from(near)] {
        world.add_contours(near, relief.contours(km_per_px));
        made[usize::from(near)] = true;
    }
    made
}
