//! The whole map in one classic script: every application, what they load, and the reader of it all. The single file
//! carries it, and so does a page that may not fetch: one in a sandboxed frame, or opened from a disk.
//!
//! All applications are in one wasm there, so that what they share is inside once. Each is still an instance of its own, made
//! by a copy of the one script.

use super::assets::{Asset, Staging};
use super::catalogues;
use super::html::App;
use anyhow::{Context, Result};
use lzma_rust2::{LzmaOptions, LzmaWriter};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::Path;

/// A tier larger than this stays outside: the coastline of a near view would be more than the rest of the file. Each next
/// one is for when those before it leave the single file too large.
pub(super) const TIERS_UP_TO: [u64; 4] = [120_000, 88_000, 33_000, 16_000];

/// Files of `geodata/` that no page loads, by the beginnings and ends of their paths.
/// The names of seas are in the catalogues.
const UNREAD: [&str; 5] =
    ["schema/", "changes.json", "parts.json", "labels/seas-names.json", "existing/independent.json"];
const UNREAD_ENDS: [&str; 3] = [".md", ".tif", "provenance.json"];

/// The languages of stories that go inside; all 27 would be a fifth of the file. In any other a story is told in English there.
const TOLD_IN: [&str; 2] = ["en", "ja"];

/// Names of countries in many languages, for searching. Inside they are English: the browser knows the others.
const COUNTRIES: &str = "geodata/labels/countries.geojson";

/// The graph of the waters, for the planner, which is on the site only.
const WATERS: &str = "geodata/basemap/waters.acmw";

/// Folders of the site whose files a page loads.
const FOLDERS: [&str; 3] = ["geodata", "locales", "stories"];

/// Where the script is used.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In a file with nothing beside it.
    Alone,
    /// Beside the files of the site, which count where the page may fetch them.
    Beside,
}

/// The wasm with all applications, by its name in `Cargo.toml`, and its script as the others import it.
const WHOLE: &str = "whole";
const WHOLE_SCRIPT: &str = "./whole.js";

/// A file that goes inside: its path on the site, and its bytes.
pub(super) type File = (String, Vec<u8>);

/// The applications, as they are bundled one after another.
pub(super) struct Inside {
    /// Name and body of each; empty while one works on the page, when nothing is put inside.
    modules: Vec<(String, String)>,
    /// The wasm of them all and its name with its hash.
    whole: Option<(Asset, Vec<u8>)>,
}

impl Inside {
    /// Takes the wasm with all applications off the site; in a release it goes inside.
    pub(super) fn new(staging: &Staging<'_>) -> Result<Self> {
        let app = App::beside(WHOLE);
        let mut inside = Self { modules: Vec::new(), whole: None };
        if staging.release {
            staging.make_small(&app, WHOLE)?;
            let path = staging.path(&app.wasm);
            let bytes = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
            let script = format!("export {{ default }} from \"./{js}\"; export * from \"./{js}\";", js = app.js);
            inside.modules.push((app.js.clone(), staging.bundle_classic(&script, &[])?));
            inside.whole = Some((Asset::of(&bytes, WHOLE, "wasm"), bytes));
        }
        staging.remove(&app.js)?;
        staging.remove(&app.wasm)?;
        Ok(inside)
    }

    /// Bundles a module as a file of the site, and as a part of the whole.
    pub(super) fn module(&mut self, staging: &Staging<'_>, entry: &str, stem: &str) -> Result<Asset> {
        let asset = staging.bundle(entry, stem, "js")?;
        if self.whole.is_some() {
            self.modules.push((asset.name.clone(), staging.bundle_classic(entry, &[])?));
        }
        Ok(asset)
    }

    /// Bundles the start script of an application with the script of its wasm, and as a part of the whole with what is there.
    pub(super) fn application(
        &mut self,
        staging: &Staging<'_>,
        (start, stem): (&str, &str),
        app: &App,
        wasm: &Asset,
    ) -> Result<Asset> {
        let filled = |js: &str, wasm: &Asset| {
            start.replace("./{js}", js).replace("{wasm}", &wasm.name).replace("{integrity}", &wasm.integrity)
        };
        let asset = staging.bundle(&filled(&format!("./{}", app.js), wasm), stem, "js")?;
        if let Some((wasm, _)) = self.whole.as_ref().filter(|_| !super::SITE_ONLY.contains(&stem)) {
            let external = format!("--external:{WHOLE_SCRIPT}");
            let body = staging.bundle_classic(&filled(WHOLE_SCRIPT, wasm), &[&external])?;
            self.modules.push((asset.name.clone(), body));
        }
        Ok(asset)
    }

    /// The script that opens the map: its first module is `first`.
    pub(super) fn script(&self, first: &str, files: &Packed, place: Place) -> Result<String> {
        let modules: Vec<String> = self.modules.iter().map(|(name, body)| module(name, body)).collect();
        Ok(format!(
            "{}({{apps:{{{}}},each:{},files:{},packed:\"{}\",first:{},isAlone:{}}});\n",
            files.reader.trim_end().trim_end_matches(';'),
            modules.join(","),
            json!(WHOLE_SCRIPT.trim_start_matches("./")),
            json!(files.lengths),
            files.text,
            json!(first),
            place == Place::Alone
        ))
    }

    /// Packs what the page loads.
    pub(super) fn files(&self, staging: &Staging<'_>, most_bytes: u64) -> Result<Packed> {
        let reader = staging.minified("inside.js", &["--global-name=inside"])?;
        let whole = self.whole.iter().map(|(asset, bytes)| (asset.name.clone(), bytes.clone()));
        let files: Vec<File> = whole.chain(loaded(&staging.path(""), most_bytes)?).collect();
        let bytes: Vec<u8> = files.iter().flat_map(|(_, bytes)| bytes).copied().collect();
        let lengths = files.into_iter().map(|(name, bytes)| (name, bytes.len())).collect();
        // The reader is `var inside=(…)();` and the call of its one export follows it.
        let reader = format!("{}\ninside.open", reader.trim_end());
        Ok(Packed { reader, lengths, text: letters(&lzma(&bytes)?) })
    }
}

/// A module as a property: its name, and a function with its body.
fn module(name: &str, body: &str) -> String {
    format!("{}:(module,require,fetch,here)=>{{{body}}}", json!(name))
}

/// Files packed into a text, and the script that unpacks them: an expression that is a function.
pub(super) struct Packed {
    reader: String,
    lengths: Vec<(String, usize)>,
    text: String,
}

/// Bytes as letters, five for each four, the last filled up with zeros: a twentieth less than base64 takes. The 85 letters
/// from `(` on, but neither `<`, which could end a script, nor the backslash; the stream says how long it is.
fn letters(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() / 4 * 5 + 5);
    for four in bytes.chunks(4) {
        let mut word = [0; 4];
        word[..four.len()].copy_from_slice(four);
        let word = u32::from_be_bytes(word);
        for place in (0..5).rev() {
            let digit = u8::try_from(word / 85_u32.pow(place) % 85).unwrap_or_default();
            out.push(match b'(' + digit {
                b'<' => '~',
                b'\\' => '}',
                letter => char::from(letter),
            });
        }
    }
    out
}

/// Text and wasm: the four bits before a byte say much, where it stands in the file says nothing.
fn lzma(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut options = LzmaOptions::with_preset(9);
    (options.lc, options.pb, options.nice_len) = (4, 0, 273);
    let mut writer = LzmaWriter::new_use_header(Vec::new(), &options, Some(bytes.len() as u64)).context("LZMA")?;
    writer.write_all(bytes).context("LZMA")?;
    writer.finish().context("LZMA")
}

/// Every file that the page loads, like beside like so that they pack well; of layers with tiers the finest that is
/// not too large, and a catalogue that names no other.
fn loaded(site: &Path, most_bytes: u64) -> Result<Vec<File>> {
    let catalog = site.join("geodata/catalog.json");
    let text = fs::read_to_string(&catalog).with_context(|| format!("{} cannot be read", catalog.display()))?;
    let mut catalog: Value = serde_json::from_str(&text).context("geodata/catalog.json is no JSON")?;
    let unread = choose_tiers(&mut catalog, most_bytes, |file| {
        fs::metadata(site.join("geodata").join(file)).map_or(0, |m| m.len())
    });
    let mut files = Vec::new();
    for name in paths(site, Path::new(""))? {
        let is_named = name.strip_prefix("geodata/").is_none_or(|file| !unread.contains(file));
        if name == "geodata/catalog.json" {
            files.push((name, serde_json::to_vec(&catalog)?));
        } else if is_loaded(&name) && is_named && is_told(&name) && name != WATERS {
            let bytes = fs::read(site.join(&name)).with_context(|| format!("{name} cannot be read"))?;
            let bytes = match name.as_str() {
                COUNTRIES => spoken(&bytes)?,
                story if story.starts_with("stories/") => told(&bytes)?,
                _ => bytes,
            };
            files.push((name, bytes));
        }
    }
    let (catalogues, mut files): (Vec<File>, Vec<File>) =
        files.into_iter().partition(|(name, _)| name.starts_with("locales/"));
    files.push(("locales".to_owned(), catalogues::join(&catalogues)?));
    files.sort_by_cached_key(|(name, _)| (ending(name), name.clone()));
    Ok(files)
}

/// Whether a file is none of a story's texts, or one in a language that goes inside.
fn is_told(name: &str) -> bool {
    let text = name.strip_prefix("stories/text/").and_then(|file| file.strip_suffix(".json"));
    text.is_none_or(|text| TOLD_IN.contains(&text.rsplit_once('.').map_or("", |(_, lang)| lang)))
}

/// A story, or any other file of stories, that names no languages but those inside.
fn told(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut story: Value = serde_json::from_slice(bytes).context("a story is no JSON")?;
    if let Some(languages) = story.get_mut("languages").and_then(Value::as_array_mut) {
        languages.retain(|lang| lang.as_str().is_some_and(|lang| TOLD_IN.contains(&lang)));
    }
    Ok(serde_json::to_vec(&story)?)
}

/// Features with their English names only.
fn spoken(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut layer: Value = serde_json::from_slice(bytes).context("the names of countries are no JSON")?;
    for feature in layer["features"].as_array_mut().into_iter().flatten() {
        if let Some(names) = feature["properties"]["name"].as_object_mut() {
            names.retain(|lang, _| lang == "en");
        }
    }
    Ok(serde_json::to_vec(&layer)?)
}

fn ending(name: &str) -> String {
    Path::new(name).extension().and_then(OsStr::to_str).unwrap_or_default().to_owned()
}

/// Whether a page may load a file for what it shows: one of the folders of data and words, but none for people only.
pub(super) fn is_loaded(name: &str) -> bool {
    let Some((folder, file)) = name.split_once('/') else { return false };
    let is_unread =
        UNREAD.iter().any(|start| file.starts_with(start)) || UNREAD_ENDS.iter().any(|end| file.ends_with(end));
    FOLDERS.contains(&folder) && !is_unread
}

/// Leaves each layer one tier; answers the files that are not needed then.
fn choose_tiers(catalog: &mut Value, most_bytes: u64, size: impl Fn(&str) -> u64) -> BTreeSet<String> {
    let mut unread = BTreeSet::new();
    for layer in catalog["layers"].as_array_mut().into_iter().flatten() {
        let tiers = layer["tiers"].as_array().cloned().unwrap_or_default();
        let file = |tier: &Value| tier["file"].as_str().unwrap_or_default().to_owned();
        let Some(kept) = tiers.iter().rfind(|tier| size(&file(tier)) <= most_bytes).or(tiers.first()) else {
            continue;
        };
        unread.extend(tiers.iter().map(file).filter(|other| *other != file(kept)));
        unread.extend(layer["file"].as_str().map(str::to_owned));
        layer["tiers"] = json!([kept]);
    }
    unread
}

/// Every file below a folder, as paths with slashes, in order.
pub(super) fn paths(site: &Path, folder: &Path) -> Result<Vec<String>> {
    let place = site.join(folder);
    let mut out = Vec::new();
    for entry in fs::read_dir(&place).with_context(|| format!("{} cannot be read", place.display()))? {
        let entry = entry?;
        let path = folder.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            out.extend(paths(site, &path)?);
        } else {
            out.push(path.to_string_lossy().replace('\\', "/"));
        }
    }
    out.sort();
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layer_keeps_the_finest_tier_that_is_not_too_large() {
        let mut catalog = json!({"layers": [
            {"file": "land.geojson", "tiers": [{"file": "coarse"}, {"file": "fine"}, {"file": "huge"}]},
            {"file": "cables.geojson"},
            {"file": "sea.geojson", "tiers": [{"file": "huge"}]},
        ]});
        let unread = choose_tiers(&mut catalog, 99, |file| if file == "huge" { 100 } else { 10 });
        assert_eq!(unread.into_iter().collect::<Vec<_>>(), ["coarse", "huge", "land.geojson", "sea.geojson"]);
        assert_eq!(catalog["layers"][0]["tiers"], json!([{"file": "fine"}]));
        assert!(catalog["layers"][1].get("tiers").is_none());
        assert_eq!(catalog["layers"][2]["tiers"], json!([{"file": "huge"}]), "a layer is never left without a file");
    }

    #[test]
    fn stories_are_told_in_a_few_languages() {
        for (name, is_inside) in
            [("text/a.en.json", true), ("text/a.fi.json", false), ("a.json", true), ("index.json", true)]
        {
            assert_eq!(is_told(&format!("stories/{name}")), is_inside, "{name}");
        }
        let story: Value =
            serde_json::from_slice(&told(br#"{"id":"a","languages":["bg","en","ja"]}"#).unwrap()).unwrap();
        assert_eq!(story, json!({"id": "a", "languages": ["en", "ja"]}));
    }

    #[test]
    fn countries_keep_their_english_names() {
        let layer = br#"{"features":[{"properties":{"name":{"en":"Norway","nb":"Norge","vi":"Na Uy"}}}]}"#;
        let layer: Value = serde_json::from_slice(&spoken(layer).unwrap()).unwrap();
        assert_eq!(layer["features"][0]["properties"]["name"], json!({"en": "Norway"}));
    }

    #[test]
    fn what_no_page_loads_stays_outside() {
        for unread in ["schema/feature.schema.json", "routes/provenance.json", "README.md"] {
            assert!(!is_loaded(&format!("geodata/{unread}")), "{unread}");
        }
        assert!(is_loaded("geodata/routes/cables.geojson") && is_loaded("locales/en.json") && !is_loaded("icon.svg"));
    }

    #[test]
    fn letters_are_safe_in_a_script_and_as_many_as_said() {
        let bytes: Vec<u8> = (0..4000_u32).map(|i| (i * i / 7).to_le_bytes()[0]).chain([255; 4]).chain([1]).collect();
        let text = letters(&bytes);
        assert_eq!(text.len(), bytes.len().div_ceil(4) * 5);
        assert!(text.chars().all(|c| c.is_ascii_graphic() && !"<\\\"'&".contains(c)), "{text}");
        assert_eq!((letters(&[0; 4]), letters(&[0, 0, 0, 20])), ("(((((".to_owned(), "((((~".to_owned()));
    }

    #[test]
    fn a_stream_says_how_long_it_is() {
        let packed = lzma(&b"arctic ".repeat(1000)).unwrap();
        assert_eq!(packed[5..13], 7000_u64.to_le_bytes());
        assert!(packed.len() < 100, "{}", packed.len());
    }
}
