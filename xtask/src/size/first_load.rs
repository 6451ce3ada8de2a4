//! Which files a browser fetches until the first interactive map.

use crate::markup::each;
use anyhow::{Context, Result};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Relations of a `<link>` that make a browser fetch its target at once.
const FETCHED: [&str; 5] = ["stylesheet", "preload", "modulepreload", "icon", "manifest"];

/// The page itself, what it names, and the data that the application asks for at the start.
pub(super) fn files(site: &Path) -> Result<Vec<String>> {
    let page = fs::read_to_string(site.join("index.html")).context("index.html cannot be read")?;
    let mut files = vec!["index.html".to_owned()];
    files.extend(named(&page)?);
    files.extend(data(site)?.into_iter().map(|file| format!("geodata/{file}")));
    files.sort();
    files.dedup();
    Ok(files)
}

/// The scripts, styles and preloaded files that the page names.
fn named(page: &str) -> Result<Vec<String>> {
    let mut names: Vec<String> = Vec::new();
    each(page, "script[src], link[href]", |element| {
        let fetched = element.tag_name() == "script"
            || element.get_attribute("rel").is_some_and(|rel| rel.split(' ').any(|rel| FETCHED.contains(&rel)));
        let target = element.get_attribute("src").or_else(|| element.get_attribute("href"));
        names.extend(target.filter(|target| fetched && !target.starts_with("data:")));
    })?;
    Ok(names.iter().map(|name| name.trim_start_matches("./").to_owned()).collect())
}

/// The files of geodata/ that are fetched at the start: what `first-load.json` lists, or else the catalogue
/// and every layer that is shown from the beginning and not loaded later, in its coarsest tier where it
/// has tiers.
fn data(site: &Path) -> Result<Vec<String>> {
    let read = |name: &str| -> Result<Option<Value>> {
        let path = site.join("geodata").join(name);
        if !path.is_file() {
            return Ok(None);
        }
        let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        serde_json::from_str(&text).map(Some).with_context(|| format!("{} is no JSON", path.display()))
    };
    if let Some(list) = read("first-load.json")? {
        return serde_json::from_value(list).context("geodata/first-load.json is no list of file names");
    }
    Ok(read("catalog.json")?.map_or_else(Vec::new, |catalog| shown(&catalog)))
}

fn shown(catalog: &Value) -> Vec<String> {
    let layers = catalog["layers"].as_array().into_iter().flatten();
    let shown = layers.filter(|layer| layer["visible"].as_bool().unwrap_or(false) && layer["load"] != "later");
    let files = shown.filter_map(|layer| layer["tiers"][0]["file"].as_str().or_else(|| layer["file"].as_str()));
    ["catalog.json"].into_iter().chain(files).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_the_page_names_is_counted() {
        let page = "<link rel=\"stylesheet\" href=\"./a.css\"><link rel=\"canonical\" href=\"./other\">\
            <link rel=\"icon\" href=\"data:,\"><link rel=\"preload\" href=\"./a.wasm\"><script src=\"./a.js\"></script>";
        assert_eq!(named(page).unwrap(), ["a.css", "a.wasm", "a.js"]);
    }

    #[test]
    fn the_layers_shown_from_the_beginning_are_counted() {
        let catalog = json!({"sources": "s.json", "layers": [
            {"file": "a.geojson", "visible": true, "tiers": [{"file": "coarse.bin"}, {"file": "fine.bin"}]},
            {"file": "b.geojson", "visible": false},
            {"file": "c.geojson", "visible": true},
            {"file": "d.geojson", "visible": true, "load": "later"},
        ]});
        assert_eq!(shown(&catalog), ["catalog.json", "coarse.bin", "c.geojson"]);
    }
}
