//! The map's own data, read as the page reads it.

use arctic_cable_map::cable::Chart;
use arctic_cable_map::geodata::{Catalog, Polygon, polygons_from_geojson, visvalingam};
use arctic_cable_map::scene::{Words, World};
use std::path::Path;

/// The land of the basemap.
pub(crate) const LAND: &str = "basemap/land-50m.geojson";

/// The bytes of a file of `geodata/`.
pub(crate) fn bytes(file: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("geodata").join(file);
    std::fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The land, stitched.
pub(crate) fn land() -> Vec<Polygon> {
    let (polygons, problems) = polygons_from_geojson(LAND, &bytes(LAND));
    assert_eq!(problems, []);
    polygons
}

/// What the first map shows, with the land as it is at `km_per_px`.
pub(crate) fn world(km_per_px: f64) -> World {
    let (catalog, _) = Catalog::parse("catalog.json", &bytes("catalog.json"));
    let mut chart = Chart::default();
    for layer in catalog.layers.iter().filter(|l| l.visible && !l.later && l.kind.has_entities()) {
        chart.add(&bytes(&layer.file));
    }
    let mut world = World::default();
    world.set_chart(chart);
    world.set_land(&visvalingam::thin(&land(), km_per_px));
    world
}

/// The words of the map in a language.
pub(crate) fn words(lang: &str) -> Words {
    let arctic_circle = if lang == "ja" { "北極線 北緯66度34分" } else { "Arctic Circle 66°34′ N" };
    let upper = |_: &str, name: &str| name.to_uppercase();
    Words { lang: lang.to_owned(), arctic_circle: arctic_circle.to_owned(), upper }
}
