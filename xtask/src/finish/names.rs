//! The names of seas, put into each language's catalogue: who reads one language fetches no other's.

use anyhow::{Context, Result};
use arctic_cable_map::cable::sea_names;
use serde_json::{Map, Value};
use std::fs;
use std::path::Path;

/// The names in all languages, in `geodata/`.
pub(super) const FILE: &str = "labels/seas-names.json";

/// Adds to every catalogue of a folder the names in its language, as `sea-` and the sea's id.
pub(super) fn add(folder: &Path, names: &[u8]) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let path = entry?.path();
        let Some(lang) = path.file_stem().and_then(|stem| stem.to_str()) else { continue };
        let text = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        let text = with_names(&text, lang, names).with_context(|| format!("{} is not a catalogue", path.display()))?;
        fs::write(&path, text).with_context(|| format!("{} cannot be written", path.display()))?;
    }
    Ok(())
}

fn with_names(catalogue: &str, lang: &str, names: &[u8]) -> Result<String> {
    let mut entries: Map<String, Value> = serde_json::from_str(catalogue)?;
    let (names, _) = sea_names(FILE, names, lang);
    entries.extend(names.into_iter().map(|(id, name)| (format!("sea-{id}"), Value::String(name))));
    Ok(serde_json::to_string_pretty(&entries)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use arctic_cable_map::i18n::Catalogue;

    #[test]
    fn a_catalogue_has_the_names_in_its_own_language() {
        let names =
            "{\"kara-sea\": {\"fi\": \"Karanmeri\", \"de\": \"Karasee\"}, \"white-sea\": {\"de\": \"Weißes Meer\"}}";
        let text = with_names("{\"loading\": \"Ladataan…\"}", "fi", names.as_bytes()).unwrap();
        assert_eq!(text, "{\n  \"loading\": \"Ladataan…\",\n  \"sea-kara-sea\": \"Karanmeri\"\n}");
        let (catalogue, _) = Catalogue::parse("fi", text.as_bytes());
        assert_eq!((catalogue.by_key("sea-kara-sea"), catalogue.by_key("sea-white-sea")), (Some("Karanmeri"), None));
        assert!(with_names("[]", "fi", names.as_bytes()).is_err());
    }
}
