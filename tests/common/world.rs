//! The map's own data, read as the page reads it.

use arctic_cable_map::cable::Chart;
use arctic_cable_map::geodata::{Catalog, LayerKind, Polygon, lines_from_geojson, polygons_from_geojson, visvalingam};
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

/// All that the catalogue has, with land, ice and borders as they are at `km_per_px`; the grids apart.
pub(crate) fn full(km_per_px: f64) -> World {
    let (catalog, problems) = Catalog::parse("catalog.json", &bytes("catalog.json"));
    assert_eq!(problems, []);
    let mut world = world(km_per_px);
    for layer in catalog.layers.iter().filter(|l| l.later || !l.visible) {
        let data = bytes(&layer.file);
        let problems = match layer.kind {
            LayerKind::Areas => {
                let (polygons, problems) = polygons_from_geojson(&layer.file, &data);
                // The edge of the sea's ice is told from coasts by the length of its steps.
                let whole = layer.id.starts_with("sea-ice");
                world.add_areas(
                    &layer.id,
                    &layer.style,
                    &visvalingam::thin(&polygons, if whole { 0.0 } else { km_per_px }),
                );
                problems
            }
            LayerKind::Lines => {
                let (lines, problems) = lines_from_geojson(&layer.file, &data);
                world.add_lines(&layer.style, &visvalingam::thin_lines(&lines, km_per_px));
                problems
            }
            LayerKind::Points => world.add_points(&layer.file, &data),
            LayerKind::Cables | LayerKind::Landings | LayerKind::Labels => {
                world.add_layer(&data);
                vec![]
            }
            LayerKind::Land | LayerKind::Grid => vec![],
        };
        assert_eq!(problems, [], "{}", layer.file);
    }
    world.make_lines();
    world
}

/// The words of the map in a language.
pub(crate) fn words(lang: &str) -> Words {
    let arctic_circle = if lang == "ja" { "北極線 北緯66度34分" } else { "Arctic Circle 66°34′ N" };
    let upper = |_: &str, name: &str| name.to_uppercase();
    let sea_ice = if lang == "ja" {
        ["3月の海氷 1981〜2010年 NSIDC", "9月の海氷 1981〜2010年 NSIDC"]
    } else {
        ["March ice 1981–2010, NSIDC", "September ice 1981–2010, NSIDC"]
    };
    let sea_ice = sea_ice.map(str::to_owned);
    Words { lang: lang.to_owned(), arctic_circle: arctic_circle.to_owned(), sea_ice, upper }
}
