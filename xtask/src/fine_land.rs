//! The land at 1 : 10 million, which is too large for the page as GeoJSON: read for planning and for
//! checks, and packed in two tiers for the page to load once it is zoomed in.
//!
//! The tiers are written whether or not the catalogue names them; one that it names among the tiers
//! of the land layer is packed from here and not from the layer's own file.
//!
//! Beside the finest tier stands the graph of the waters around it, with which the page plans cables.

use anyhow::{Context, Result};
use arctic_cable_map::geodata::{Polygon, Problem, packed, polygons_from_geojson, visvalingam};
use arctic_cable_map::seaway::{Grid, Waters};
use sha2::{Digest, Sha256};
use std::path::Path;

/// The GeoJSON, below `geodata/`.
pub(crate) const FILE: &str = "basemap/land-10m.geojson";

/// A tier: its file, the finest scale it is made for, and to what its positions are rounded.
struct Tier {
    file: &'static str,
    km_per_px: f64,
    quantum_deg: f64,
}

/// A quantum is half a pixel or less: 1.1 km where a pixel is 2.5 km, 0.11 km where it is 0.5 km.
const TIERS: &[Tier] = &[
    Tier { file: "basemap/land-10m-2500m.acmp", km_per_px: 2.5, quantum_deg: 0.01 },
    Tier { file: "basemap/land-10m-500m.acmp", km_per_px: 0.5, quantum_deg: 0.001 },
];

/// Whether a tier of the catalogue is one of these.
pub(crate) fn is_tier(file: &str) -> bool {
    TIERS.iter().any(|tier| tier.file == file)
}

/// The polygons.
pub(crate) fn read(geodata: &Path) -> Result<Vec<Polygon>> {
    let bytes = std::fs::read(geodata.join(FILE)).with_context(|| format!("{FILE} cannot be read"))?;
    let (land, problems) = polygons_from_geojson(FILE, &bytes);
    let said: Vec<String> = problems.iter().map(Problem::to_string).collect();
    anyhow::ensure!(said.is_empty(), "{FILE} has errors:\n{}", said.join("\n"));
    Ok(land)
}

/// Writes the tiers below `to`.
pub(crate) fn pack(geodata: &Path, to: &Path) -> Result<()> {
    let land = read(geodata)?;
    for tier in TIERS {
        let thinned = visvalingam::thin(&land, tier.km_per_px);
        let bytes = packed::encode(&thinned, tier.quantum_deg);
        let path = to.join(tier.file);
        std::fs::create_dir_all(path.parent().unwrap_or(to))?;
        std::fs::write(&path, &bytes).with_context(|| format!("{} cannot be written", path.display()))?;
        let positions: usize = thinned.iter().flat_map(|p| &p.rings).map(Vec::len).sum();
        println!("{}: {} polygons, {positions} positions, {} bytes", tier.file, thinned.len(), bytes.len());
    }
    waters(to)
}

/// The graph of the waters around the finest tier.
const WATERS: &str = "basemap/waters.acmw";

/// Writes the graph of the waters; building it takes seconds, so that of the same land is kept from the time before.
fn waters(to: &Path) -> Result<()> {
    let Some(tier) = TIERS.last() else { return Ok(()) };
    let land = std::fs::read(to.join(tier.file)).with_context(|| format!("{} cannot be read", tier.file))?;
    let (_, bytes) = graph(to.parent().unwrap_or(to), &land)?;
    std::fs::write(to.join(WATERS), &bytes).with_context(|| format!("{WATERS} cannot be written"))?;
    println!("{WATERS}: {} bytes", bytes.len());
    Ok(())
}

/// The graph of the waters around a packed land and its bytes, kept in a folder by the hash of the land.
fn graph(folder: &Path, land: &[u8]) -> Result<(Grid, Vec<u8>)> {
    let kept = folder.join(format!("waters-{}.acmw", hex(&Sha256::digest(land))));
    if let Ok(bytes) = std::fs::read(&kept)
        && let Ok(grid) = Grid::decode(WATERS, &bytes)
    {
        return Ok((grid, bytes));
    }
    let bytes = Waters::new(&unpacked(land)?).grid().encode();
    std::fs::create_dir_all(folder)?;
    std::fs::write(&kept, &bytes).with_context(|| format!("{} cannot be written", kept.display()))?;
    let grid = Grid::decode(WATERS, &bytes).map_err(|problem| anyhow::anyhow!("{problem}"))?;
    Ok((grid, bytes))
}

fn unpacked(land: &[u8]) -> Result<Vec<Polygon>> {
    packed::decode(FILE, land).map_err(|problem| anyhow::anyhow!("{problem}"))
}

/// The waters as the page has them; what it takes seconds to build is kept in `target/`.
pub(crate) fn page_waters(root: &Path) -> Result<Waters> {
    let land = read(&root.join("geodata"))?;
    let tier = TIERS.last().context("there is a finest tier")?;
    let land = packed::encode(&visvalingam::thin(&land, tier.km_per_px), tier.quantum_deg);
    let (grid, _) = graph(&root.join("target"), &land)?;
    Ok(Waters::with(&unpacked(&land)?, grid))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fine_tiers_keep_what_a_pixel_shows() {
        let geodata = Path::new(env!("CARGO_MANIFEST_DIR")).join("../geodata");
        let land = read(&geodata).unwrap_or_default();
        assert!(land.len() > 6_800, "{}", land.len());
        for tier in TIERS {
            let thinned = visvalingam::thin(&land, tier.km_per_px);
            let bytes = packed::encode(&thinned, tier.quantum_deg);
            let back = packed::decode(tier.file, &bytes).unwrap_or_default();
            let count = |p: &[Polygon]| p.iter().flat_map(|p| &p.rings).map(Vec::len).sum::<usize>();
            // Rounding may make a few positions one.
            assert!(count(&back) <= count(&thinned) && count(&back) * 100 > count(&thinned) * 93, "{}", tier.file);
            assert!(bytes.len() < 900_000, "{}: {}", tier.file, bytes.len());
        }
    }
}
