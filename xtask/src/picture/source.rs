//! The whole world of the map, read from `geodata/` in the order in which the page reads it.

use crate::changes::dataset;
use crate::fine_land;
use crate::tiers::Bare;
use anyhow::{Context, Result, ensure};
use arctic_cable_map::cable::{Atlas, Chart};
use arctic_cable_map::geodata::{Catalog, CatalogLayer, LayerKind, Level, Problem};
use arctic_cable_map::scene::World;
use arctic_cable_map::scene::relief::Relief;
use std::path::Path;

/// From this zoom on the land at 1 : 10 million is drawn.
const FINE_ZOOM: f64 = 2.0;

/// What pictures are made from.
pub(super) struct Source {
    /// Every layer that shows to begin with.
    pub(super) world: World,
    /// The facts about its cables.
    pub(super) atlas: Atlas,
    /// The seabed.
    pub(super) relief: Relief,
    /// The list of layers.
    pub(super) catalog: Catalog,
}

/// Reads everything for a map of that zoom.
pub(super) fn read(geodata: &Path, zoom: f64) -> Result<Source> {
    let read = |file: &str| std::fs::read(geodata.join(file)).with_context(|| format!("{file} cannot be read"));
    let (catalog, problems) = Catalog::parse("catalog.json", &read("catalog.json")?);
    sound(&problems)?;
    let (mut world, mut atlas, mut chart) = (World::default(), Atlas::default(), Chart::default());
    let visible = || catalog.layers.iter().filter(|l| l.visible);
    for layer in visible().filter(|l| !l.later && l.kind.has_entities()) {
        let bytes = read(&layer.file)?;
        sound(&atlas.add(&layer.file, &bytes))?;
        chart.add(&bytes);
    }
    world.set_chart(chart);
    for layer in visible().filter(|l| l.later && l.kind.has_entities()) {
        let bytes = read(&layer.file)?;
        sound(&atlas.add(&layer.file, &bytes))?;
        world.add_layer(&bytes);
    }
    world.make_lines();
    let mut relief = Relief::default();
    for layer in visible().filter(|l| !l.kind.has_entities()) {
        add_bare(&mut world, &mut relief, layer, &read(&layer.file)?)?;
    }
    if zoom >= FINE_ZOOM {
        world.set_land(&fine_land::read(geodata)?);
    }
    Ok(Source { world, atlas, relief, catalog })
}

fn add_bare(world: &mut World, relief: &mut Relief, layer: &CatalogLayer, bytes: &[u8]) -> Result<()> {
    let Some((bare, problems)) = Bare::read(layer.kind, &layer.file, bytes) else {
        return sound(&world.add_points(&layer.file, bytes));
    };
    sound(&problems)?;
    match (&bare, layer.kind) {
        (Bare::Polygons(polygons), LayerKind::Land) => world.set_land(polygons),
        (Bare::Polygons(polygons), _) => world.add_areas(&layer.id, &layer.style, polygons),
        (Bare::Lines(lines), _) => world.add_lines(&layer.style, lines),
        (Bare::Grid(..), _) => {
            sound(&relief.add(&layer.file, &bare.pack(0.0).0))?;
            world.set_seabed();
        }
    }
    Ok(())
}

fn sound(problems: &[Problem]) -> Result<()> {
    let error = problems.iter().find(|p| p.level == Level::Error);
    ensure!(error.is_none(), "{}", error.map(ToString::to_string).unwrap_or_default());
    Ok(())
}

/// The name of the data's version.
pub(super) fn version(geodata: &Path) -> Result<String> {
    Ok(dataset::version(&dataset::of_folder(geodata)?))
}
