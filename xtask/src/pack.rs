//! `data pack`: the files that the page loads, written to `target/site-data/`, and its style sheet; and `data check`.
//!
//! The layers of the catalogue are checked first; with an error in any of them nothing is written.
//! Layers of bare geometry get their packed tiers, every JSON file loses its white space, and the rest is
//! copied. `attribution.json` says whom to thank, `version.json` which version of the data it is. The
//! same input gives the same bytes.

use crate::attribution;
use crate::changes::dataset;
use crate::fine_land;
use crate::style;
use crate::tiers::Bare;
use anyhow::{Context, Result, bail};
use arctic_cable_map::cable::{Atlas, Chart, marks};
use arctic_cable_map::geodata::{Catalog, CatalogLayer, Code, LayerKind, Level, Problem, json as checked, visvalingam};
use arctic_cable_map::scene::World;
use serde_json::json;
use std::path::{Path, PathBuf};

/// What was read: the catalogue, everything on the map, the geometry of each layer that holds nothing else, and all
/// that is wrong.
pub(crate) struct Data {
    pub(crate) catalog: Catalog,
    pub(crate) atlas: Atlas,
    chart: Chart,
    bare: Vec<(CatalogLayer, Bare)>,
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
    for (layer, bare) in &data.bare {
        for tier in layer.tiers.iter().filter(|t| !fine_land::is_tier(&t.file)) {
            let (bytes, about) = bare.pack(tier.km_per_px);
            write(&to, Path::new(&tier.file), &bytes)?;
            println!("{}: {about}, {} bytes", tier.file, bytes.len());
        }
    }
    fine_land::pack(&from, &to)?;
    let thanks = attribution::to_json(&attribution::gather(&from)?);
    write(&to, Path::new("attribution.json"), &serde_json::to_vec(&thanks)?)?;
    let version = dataset::version(&dataset::of_folder(&from)?);
    write(&to, Path::new("version.json"), &serde_json::to_vec(&json!({"version": version}))?)?;
    style::write(root)?;
    println!("target/site-data: version {version}, {} layers", data.catalog.layers.len());
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
/// `km_per_px`; and the facts about what it shows.
pub(crate) fn world(root: &Path, km_per_px: f64) -> Result<(World, Atlas)> {
    let data = read(&root.join("geodata"), Load::First);
    report(&data.problems)?;
    let mut world = World::default();
    for (layer, bare) in &data.bare {
        if let (LayerKind::Land, Bare::Polygons(polygons)) = (layer.kind, bare) {
            world.set_land(&visvalingam::thin(polygons, km_per_px));
        }
    }
    world.set_chart(data.chart);
    Ok((world, data.atlas))
}

/// Checks every layer of the catalogue and what refers to what, and returns what was read.
pub(crate) fn check(root: &Path) -> Result<Data> {
    let data = read(&root.join("geodata"), Load::All);
    report(&data.problems)?;
    let faults = attribution::faults(&root.join("geodata"))?;
    if !faults.is_empty() {
        bail!("the provenances are out of date:\n{}", faults.join("\n"));
    }
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
    let (mut atlas, mut chart) = (Atlas::default(), Chart::default());
    let mut bare = Vec::new();
    if let Some(file) = &catalog.sources
        && let Some(bytes) = load(from, file, &mut problems)
    {
        problems.extend(atlas.add_sources(file, &bytes));
    }
    for layer in catalog.layers.iter().filter(|l| load_all == Load::All || !l.later) {
        let Some(bytes) = load(from, &layer.file, &mut problems) else { continue };
        if layer.kind == LayerKind::Points && layer.style != "country" {
            problems.extend(marks(&layer.file, &bytes).1);
            continue;
        }
        match Bare::read(layer.kind, &layer.file, &bytes) {
            Some((read, found)) => {
                problems.extend(found);
                bare.push((layer.clone(), read));
            }
            None => {
                problems.extend(atlas.add(&layer.file, &bytes));
                chart.add(&bytes);
            }
        }
    }
    problems.extend(atlas.check());
    Data { catalog, atlas, chart, bare, problems }
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

/// Whether white space is taken out: of all JSON but bare geometry, which has none and whose
/// checksums stand in their provenance.
fn minify(data: &Data, file: &Path) -> bool {
    let is_json = file.extension().is_some_and(|e| e == "json" || e == "geojson");
    is_json && !data.bare.iter().any(|(layer, _)| Path::new(&layer.file) == file)
}

fn minified(file: &str, bytes: &[u8]) -> Result<Vec<u8>> {
    checked::parse(file, bytes).map_err(|problem| anyhow::anyhow!("{problem}"))?;
    let value: serde_json::Value = serde_json::from_slice(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes))?;
    Ok(serde_json::to_vec(&value)?)
}

fn write(to: &Path, file: &Path, bytes: &[u8]) -> Result<()> {
    let path = to.join(file);
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(&path, bytes).with_context(|| format!("{} cannot be written", path.display()))
}
