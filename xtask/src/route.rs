//! `data route`: the lines of segments through water, from node to node, written back into their files.
//!
//! A segment says where it runs with `from`, `to`, `via` and `avoid`; one with `overland` is the great
//! circle. Only the text of the geometry is replaced, so the rest of a file stays as it was written.

mod text;
mod world;

use anyhow::{Context, Result, bail};
use arctic_cable_map::geodata::{Catalog, LayerKind};
use arctic_cable_map::seaway::{Avoid, Options, Waters};
use arctic_cable_map::sphere::{LonLat, measure};
use std::path::{Path, PathBuf};
use text::{File, Segment};
use world::World;

/// Draw the lines of segments through water, from node to node, into their files
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Cable layers, whose every segment is drawn; without, of all cable layers those segments that
    /// have `via` or `overland`, or a line of two positions
    files: Vec<PathBuf>,
    /// Segments or systems to draw, and no others
    #[arg(long, num_args = 1.., value_name = "ID")]
    only: Vec<String>,
}

/// Landings further than this from the water are named.
const FAR_KM: f64 = 5.0;

/// How a line came out.
struct Drawn {
    id: String,
    line: Vec<LonLat>,
    drawn_km: f64,
    straight_km: f64,
    /// The ends, and how far from the water each of them is.
    inland_km: [(String, f64); 2],
    overland: bool,
}

/// Draws, writes and says how it went; fails when a segment could not be drawn.
pub(crate) fn run(root: &Path, args: &Args) -> Result<()> {
    let geodata = root.join("geodata");
    let named = !args.files.is_empty();
    let files = if named { args.files.clone() } else { cable_layers(&geodata)? };
    let world = World::read(&geodata)?;
    let mut waters = None;
    let (mut drawn, mut faults): (Vec<Drawn>, Vec<String>) = (Vec::new(), Vec::new());
    for path in &files {
        let name = path.strip_prefix(&geodata).unwrap_or(path).display().to_string();
        let text = std::fs::read_to_string(path).with_context(|| format!("{name} cannot be read"))?;
        let file = File::read(&text).with_context(|| format!("{name} is not a file of cables"))?;
        let mut new = Vec::new();
        for segment in file.segments.iter().filter(|s| wanted(s, args, named)) {
            let waters = match &waters {
                Some(waters) => waters,
                None => waters.insert(read_waters(&geodata)?),
            };
            match draw(waters, &world, path, segment) {
                Ok(line) => {
                    new.push((segment.geometry.clone(), text::geometry(&line.line)));
                    drawn.push(line);
                }
                Err(error) => faults.push(format!("{name}, segment {}: {error:#}", segment.id)),
            }
        }
        if !new.is_empty() {
            let count = new.len();
            std::fs::write(path, file.with(new)).with_context(|| format!("{name} cannot be written"))?;
            println!("{name}: {count} lines");
        }
    }
    summary(&mut drawn);
    if !faults.is_empty() {
        bail!("{} segments could not be drawn:\n{}", faults.len(), faults.join("\n"));
    }
    Ok(())
}

fn wanted(segment: &Segment, args: &Args, named: bool) -> bool {
    let asked = args.only.is_empty() || args.only.iter().any(|id| *id == segment.id || *id == segment.system);
    asked && (named || !args.only.is_empty() || segment.is_sketch)
}

fn cable_layers(geodata: &Path) -> Result<Vec<PathBuf>> {
    let bytes = std::fs::read(geodata.join("catalog.json")).context("catalog.json cannot be read")?;
    let (catalog, _) = Catalog::parse("catalog.json", &bytes);
    Ok(catalog.layers.iter().filter(|l| l.kind == LayerKind::Cables).map(|l| geodata.join(&l.file)).collect())
}

/// The waters of the world, from the finest land there is.
fn read_waters(geodata: &Path) -> Result<Waters> {
    println!("Reading the waters of the world …");
    Ok(Waters::new(&crate::fine_land::read(geodata)?))
}

fn draw(waters: &Waters, world: &World, file: &Path, segment: &Segment) -> Result<Drawn> {
    let node = |id: &str| {
        let folder = file.parent().unwrap_or(file);
        world.node(folder, id).with_context(|| format!("there is no landing or branching unit “{id}”"))
    };
    let (from, to) = (node(&segment.from)?, node(&segment.to)?);
    let straight_km = measure::distance_km(from, to);
    let (line, inland_km) = if segment.overland {
        (std::iter::once(from).chain(segment.via.iter().copied()).chain([to]).collect(), [0.0; 2])
    } else {
        let avoid: Vec<Avoid> = segment
            .avoid
            .iter()
            .map(|id| world.chokepoint(id).with_context(|| format!("there is no chokepoint “{id}”")))
            .collect::<Result<Vec<_>>>()?
            .concat();
        let way = waters.way(from, to, &Options { via: &segment.via, avoid: &avoid, ..Options::default() })?;
        (way.points, way.inland_km)
    };
    let inland_km = [(segment.from.clone(), inland_km[0]), (segment.to.clone(), inland_km[1])];
    let drawn_km = measure::length_km(&line);
    Ok(Drawn { id: segment.id.clone(), line, drawn_km, straight_km, inland_km, overland: segment.overland })
}

/// How many, how long, and the lines that are worth a look.
fn summary(drawn: &mut [Drawn]) {
    const SHOWN: usize = 10;
    let total: f64 = drawn.iter().map(|d| d.drawn_km).sum();
    let positions: usize = drawn.iter().map(|d| d.line.len()).sum();
    let over = drawn.iter().filter(|d| d.overland).count();
    println!("{} lines drawn, {over} of them over land: {total:.0} km, {positions} positions", drawn.len());
    let ratio = |d: &Drawn| d.drawn_km / d.straight_km.max(1.0);
    drawn.sort_by(|a, b| ratio(b).total_cmp(&ratio(a)));
    for d in drawn.iter().take(SHOWN).filter(|d| ratio(d) > 1.2) {
        println!("  {:.2} × the great circle: {} ({:.0} km)", ratio(d), d.id, d.drawn_km);
    }
    let mut inland: Vec<&(String, f64)> = drawn.iter().flat_map(|d| &d.inland_km).filter(|e| e.1 > FAR_KM).collect();
    inland.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    inland.dedup_by(|a, b| a.0 == b.0);
    for (node, km) in inland {
        println!("  {km:.1} km from the water: {node}");
    }
}
