//! `provenance.json`: what a folder of data is, where it is from, and what was done to it.

use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::path::Path;

/// Writes the provenance of a folder.
pub(super) fn write(folder: &Path, about: &Value) -> Result<()> {
    let text = serde_json::to_string_pretty(about)? + "\n";
    std::fs::write(folder.join("provenance.json"), text).context("provenance.json cannot be written")
}

/// Puts a file's entry into the list `files` of a folder's provenance, in place of one of the same name.
pub(super) fn add_file(folder: &Path, entry: Value) -> Result<()> {
    let path = folder.join("provenance.json");
    let mut about: Value =
        serde_json::from_slice(&std::fs::read(&path)?).with_context(|| format!("{} is not JSON", path.display()))?;
    if !about["files"].is_array() {
        about["files"] = json!([]);
    }
    if let Some(files) = about["files"].as_array_mut() {
        match files.iter_mut().find(|file| file["file"] == entry["file"]) {
            Some(old) => *old = entry,
            None => files.push(entry),
        }
    }
    write(folder, &about)
}
