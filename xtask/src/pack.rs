//! `data pack`: the files that the page loads, written to `target/site-data/`, and its colours, to
//! `target/theme.css`; and `data check`.
//!
//! The layers of the catalogue are checked first; with an error in any of them nothing is written.
//! Polygon layers get their packed tiers, every JSON file loses its white space, and the rest is
//! copied. The same input gives the same bytes.

use crate::fine_land;
use anyhow::{Context, Result, bail};
use arctic_cable_map::cable::Atlas;
use arctic_cable_map::geodata::{
    Catalog, CatalogLayer, Code, LayerKind, Level, Polygon, Problem, json, packed, polygons_from_geojson, visvalingam,
};
use arctic_cable_map::scene::{World, theme_css};
use std::path::{Path, PathBuf};

/// Packed positions are whole hundredths of a degree: 1.1 km or less, about the accuracy of the
/// 1 : 50 million land.
const QUANTUM_DEG: f64 = 0.01;

/// What was read: the catalogue, everything on the map, the polygons of each land layer, and all
/// that is wrong.
pub(crate) struct Data {
    pub(crate) catalog: Catalog,
    pub(crate) atlas: Atlas,
    polygons: Vec<(CatalogLayer, Vec<Polygon>)>,
    problems: Vec<Problem>,
}

/// Writes the site's data.
pub(crate) fn run(root: &Path) -> Result<()> {
    let from = root.join("geodata");
    let to = root.join("target/site-data");
    let data = read(&from, Load::All);
    report(&data.problems)?;
    if to.exists() {
        std::fs::remove_dir_all(&to).with_context(|| format!("{} cannot be removed", to.display()))?;
    }
    for file in files(&from, Path::new(""))? {
        if file == Path::new(fine_land::FILE) && !data.catalog.layers.iter().any(|l| l.file == fine_land::FILE) {
            continue;
        }
        let bytes = std::fs::read(from.join(&file))?;
        let bytes = if minify(&data, &file) { minified(&file.to_string_lossy(), &bytes)? } else { bytes };
        write(&to, &file, &bytes)?;
    }
    for (layer, polygons) in &data.polygons {
        for tier in layer.tiers.iter().filter(|t| !fine_land::is_tier(&t.file)) {
            let thinned = visvalingam::thin(polygons, tier.km_per_px);
            let bytes = packed::encode(&thinned, QUANTUM_DEG);
            write(&to, Path::new(&tier.file), &bytes)?;
            let positions: usize = thinned.iter().flat_map(|p| &p.rings).map(Vec::len).sum();
            println!("{}: {} polygons, {positions} positions, {} bytes", tier.file, thinned.len(), bytes.len());
        }
    }
    fine_land::pack(&from, &to)?;
    let theme = root.join("target/theme.css");
    std::fs::write(&theme, theme_css()).with_context(|| format!("{} cannot be written", theme.display()))?;
    println!("target/site-data: {} layers", data.catalog.layers.len());
    Ok(())
}

/// Which layers are read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Load {
    /// Those of the first map.
    First,
    /// Every one.
    All,
}

/// The world of the first map, for pictures drawn without a browser, with the land as fine as
/// `km_per_px`.
pub(crate) fn world(root: &Path, km_per_px: f64) -> Result<World> {
    let data = read(&root.join("geodata"), Load::First);
    report(&data.problems)?;
    let mut world = World::default();
    for (_, polygons) in &data.polygons {
        world.set_land(&visvalingam::thin(polygons, km_per_px));
    }
    world.set_atlas(data.atlas);
    Ok(world)
}

/// Checks every layer of the catalogue and what refers to what, and returns what was read.
pub(crate) fn check(root: &Path) -> Result<Data> {
    let data = read(&root.join("geodata"), Load::All);
    report(&data.problems)?;
    println!("geodata: {} layers, no error", data.catalog.layers.len());
    Ok(data)
}

/// Prints the problems; fails when one of them is an error.
fn report(problems: &[Problem]) -> Result<()> {
    for problem in problems {
        eprintln!("{}: {problem} [{}]", problem.level.as_str(), problem.code.as_str());
    }
    let errors = problems.iter().filter(|p| p.level == Level::Error).count();
    if errors > 0 {
        bail!("the data has {errors} error{}", if errors == 1 { "" } else { "s" });
    }
    Ok(())
}

fn read(from: &Path, load_all: Load) -> Data {
    let mut problems = Vec::new();
    let catalog = load(from, "catalog.json", &mut problems).map_or_else(Catalog::default, |bytes| {
        let (catalog, found) = Catalog::parse("catalog.json", &bytes);
        problems.extend(found);
        catalog
    });
    let mut atlas = Atlas::default();
    let mut polygons = Vec::new();
    if let Some(file) = &catalog.sources
        && let Some(bytes) = load(from, file, &mut problems)
    {
        problems.extend(atlas.add_sources(file, &bytes));
    }
    for layer in catalog.layers.iter().filter(|l| load_all == Load::All || !l.later) {
        let Some(bytes) = load(from, &layer.file, &mut problems) else { continue };
        match layer.kind {
            LayerKind::Land => {
                let (read, found) = polygons_from_geojson(&layer.file, &bytes);
                problems.extend(found);
                polygons.push((layer.clone(), read));
            }
            LayerKind::Cables | LayerKind::Landings | LayerKind::Labels => {
                problems.extend(atlas.add(&layer.file, &bytes));
            }
        }
    }
    problems.extend(atlas.check());
    Data { catalog, atlas, polygons, problems }
}

fn load(from: &Path, file: &str, problems: &mut Vec<Problem>) -> Option<Vec<u8>> {
    std::fs::read(from.join(file))
        .map_err(|e| problems.push(Problem::of_file(file, Code::UnavailableFile, &[&e.to_string()])))
        .ok()
}

/// Every file below `folder`, in order, as paths below `from`.
fn files(from: &Path, folder: &Path) -> Result<Vec<PathBuf>> {
    let mut entries = std::fs::read_dir(from.join(folder))?.collect::<std::io::Result<Vec<_>>>()?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    let mut out = Vec::new();
    for entry in entries {
        let path = folder.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            out.extend(files(from, &path)?);
        } else {
            out.push(path);
        }
    }
    Ok(out)
}

/// Whether white space is taken out: of all JSON but the polygon layers, which have none and whose
/// checksums stand in their provenance.
fn minify(data: &Data, file: &Path) -> bool {
    let is_json = file.extension().is_some_and(|e| e == "json" || e == "geojson");
    is_json && !data.polygons.iter().any(|(layer, _)| Path::new(&layer.file) == file)
}

fn minified(file: &str, bytes: &[u8]) -> Result<Vec<u8>> {
    let value = json::parse(file, bytes).map_err(|problem| anyhow::anyhow!("{problem}"))?;
    Ok(serde_json::to_vec(&value)?)
}

fn write(to: &Path, file: &Path, bytes: &[u8]) -> Result<()> {
    let path = to.join(file);
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(&path, bytes).with_context(|| format!("{} cannot be written", path.display()))
}
