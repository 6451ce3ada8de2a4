//! The page's style sheet, `target/style.css`: the colours of the map, and the files of `www/style/` in the order of their
//! names, one sheet because the page waits for each.

use anyhow::{Context, Result};
use arctic_cable_map::scene::theme_css;
use std::fs;
use std::path::{Path, PathBuf};

/// Writes it.
pub(crate) fn write(root: &Path) -> Result<()> {
    let folder = root.join("www/style");
    let entries = fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut names = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<PathBuf>>>()?;
    names.sort();
    let mut sheet = theme_css();
    for name in names {
        sheet += &fs::read_to_string(&name).with_context(|| format!("{} cannot be read", name.display()))?;
    }
    let to = root.join("target/style.css");
    fs::write(&to, sheet).with_context(|| format!("{} cannot be written", to.display()))
}
