//! What a release has beside the site itself: the data package, the list of what it is built from, checksums, and every
//! file compressed for servers that send such files.

mod compress;
mod package;
mod sbom;
mod table;

use crate::project::Project;
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The single file, which `finish` writes.
const SINGLE: &str = "arctic-cable-map.html";
const DATA: &str = "arctic-cable-map-data.zip";
const SBOM: &str = "arctic-cable-map.cdx.json";
const SUMS: &str = "SHA256SUMS";

/// Writes it into the folder of the finished site.
pub(crate) fn write(project: &Project, site: &Path) -> Result<()> {
    put(&site.join(DATA), &package::zip(project)?)?;
    put(&site.join(SBOM), sbom::write(project)?.as_bytes())?;
    let mut sums = String::new();
    for name in [SINGLE, DATA, SBOM] {
        let bytes = fs::read(site.join(name)).with_context(|| format!("{name} cannot be read"))?;
        sums += &sum_line(&bytes, name);
        println!("  {name}: {} bytes", bytes.len());
    }
    put(&site.join(SUMS), sums.as_bytes())?;
    compress::run(project, site)
}

/// A line as `sha256sum --check` reads it.
fn sum_line(bytes: &[u8], name: &str) -> String {
    format!("{}  {name}\n", hex(&Sha256::digest(bytes)))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, byte| {
        // Writing to a string cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

fn put(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| format!("{} cannot be written", path.display()))
}
