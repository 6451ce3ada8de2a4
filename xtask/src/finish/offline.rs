//! The service worker: the list of what it keeps, whose hash is its version.

use super::assets::Staging;
use super::inside::{is_loaded, paths};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

/// What the worker's source has in the place of the list.
const PLACE: &str = "\"{files}\"";
/// Files with stable names that belong to the page.
const OTHERS: [&str; 7] = [
    "icon.svg",
    "noscript.css",
    "manifest.webmanifest",
    "icon-192.png",
    "offline.html",
    "accessibility.html",
    "example.css",
];
/// Files with a hash that the page needs only where it may not fetch: then there is no worker either.
const APART: &str = "inside-";

/// Writes `sw.js` for the finished folder.
pub(super) fn write(staging: &Staging<'_>) -> Result<()> {
    let site = staging.path("");
    let raw = raw_layers(&fs::read(site.join("geodata/catalog.json")).context("geodata/catalog.json cannot be read")?)?;
    let names = paths(&site, Path::new(""))?;
    let hashed: Vec<&String> = names.iter().filter(|name| is_hashed(name) && !name.starts_with(APART)).collect();
    let is_other = |name: &str| OTHERS.contains(&name) || (is_loaded(name) && !raw.iter().any(|file| file == name));
    let others: Vec<&String> = names.iter().filter(|name| is_other(name)).collect();
    let mut digest = Sha256::new();
    for name in ["index.html"].into_iter().chain(hashed.iter().chain(&others).map(|name| name.as_str())) {
        digest.update(name);
        digest.update(Sha256::digest(fs::read(site.join(name)).with_context(|| format!("{name} cannot be read"))?));
    }
    let version: String = digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let list = json!({ "version": version, "hashed": hashed, "others": others });
    let worker = staging.source("sw.js")?;
    ensure!(worker.contains(PLACE), "www/sw.js has no place for its list of files: {PLACE}");
    staging.write("sw.js", worker.replace(PLACE, &list.to_string()).as_bytes())
}

/// Whether a file of the site's own folder has the hash of its content in its name: `stem-0123456789abcdef.ending`.
fn is_hashed(name: &str) -> bool {
    let hash = name.split_once('.').and_then(|(stem, _)| stem.rsplit_once('-')).map(|(_, hash)| hash);
    !name.contains('/') && hash.is_some_and(|hash| hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// The files that the page never loads because it loads their tiers.
fn raw_layers(catalog: &[u8]) -> Result<Vec<String>> {
    let catalog: Value = serde_json::from_slice(catalog).context("geodata/catalog.json is no JSON")?;
    let layers = catalog["layers"].as_array().into_iter().flatten();
    let raw = layers.filter(|layer| layer["tiers"].is_array()).filter_map(|layer| layer["file"].as_str());
    Ok(raw.map(|file| format!("geodata/{file}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_never_change_are_told_by_their_names() {
        assert!(is_hashed("desk-42b85909e38e7cb0.wasm") && is_hashed("arctic-cable-map-6c70792385f9b4ed.js"));
        assert!(
            !is_hashed("sw-remove.js") && !is_hashed("geodata/a-42b85909e38e7cb0.json") && !is_hashed("index.html")
        );
    }

    #[test]
    fn layers_with_tiers_are_kept_as_tiers() {
        let catalog = br#"{"layers": [{"file": "a.geojson", "tiers": [{"file": "a.acmp"}]}, {"file": "b.geojson"}]}"#;
        assert_eq!(raw_layers(catalog).unwrap(), ["geodata/a.geojson"]);
    }
}
