//! Builds a second time and compares: a commit gives the same bytes whenever it is built with the same tools.

use crate::project::Project;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Builds once more into a folder of its own, with the page compiled anew, and fails where a byte differs.
pub(super) fn check(project: &Project, site: &Path, build: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let again = project.path("target/again");
    for stale in ["target/compressed", "target/site-data"] {
        remove(&project.path(stale))?;
    }
    // The crates of others come from their locked sources; ours are compiled anew.
    let mut clean = project.cargo()?;
    clean.args(["clean", "--release", "--target", "wasm32-unknown-unknown", "--package", "arctic-cable-map"]);
    crate::run::run("cargo clean", &mut clean)?;
    build(&again)?;
    let (first, second) = (read(site, "")?, read(&again, "")?);
    remove(&again)?;
    let differing = differing(&first, &second);
    if !differing.is_empty() {
        bail!("two builds differ in {} of {} files:\n    {}", differing.len(), first.len(), differing.join("\n    "));
    }
    println!("  two builds are the same: {} files, {} bytes", first.len(), first.values().map(Vec::len).sum::<usize>());
    Ok(())
}

/// Names that only one build has, or that have other bytes.
fn differing(first: &BTreeMap<String, Vec<u8>>, second: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let mut names: Vec<&String> = first.keys().chain(second.keys()).collect();
    names.sort();
    names.dedup();
    names.into_iter().filter(|name| first.get(*name) != second.get(*name)).cloned().collect()
}

fn read(root: &Path, folder: &str) -> Result<BTreeMap<String, Vec<u8>>> {
    let place = root.join(folder);
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(&place).with_context(|| format!("{} cannot be read", place.display()))? {
        let entry = entry?;
        let name = Path::new(folder).join(entry.file_name()).to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() {
            files.extend(read(root, &name)?);
        } else {
            files.insert(name, fs::read(entry.path())?);
        }
    }
    Ok(files)
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} cannot be removed", folder.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_are_named() {
        let files = |all: &[(&str, &str)]| all.iter().map(|(n, b)| ((*n).to_owned(), b.as_bytes().to_vec())).collect();
        let (one, other) = (files(&[("a", "1"), ("b", "2"), ("c", "3")]), files(&[("a", "1"), ("b", "x"), ("d", "4")]));
        assert_eq!(differing(&one, &other), ["b", "c", "d"]);
        assert!(differing(&one, &one).is_empty());
    }
}
