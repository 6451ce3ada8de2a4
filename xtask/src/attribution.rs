//! `data attribution`: whom to thank for which file, gathered from the `provenance.json` of each folder of geodata/.

use crate::natural_earth::sha256;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::path::Path;

/// The file that has the table, and the lines about it.
const README: &str = "README.md";
const BEGIN: &str = "<!-- attribution: written by `cargo xtask data attribution` -->";
const END: &str = "<!-- /attribution -->";

/// One line of thanks.
#[derive(Debug, PartialEq)]
pub(crate) struct Thanks {
    attribution: String,
    producer: String,
    licence: String,
    url: Option<String>,
    /// Paths below geodata/.
    files: Vec<String>,
}

/// Writes the table into the README of the data.
pub(crate) fn run(geodata: &Path) -> Result<()> {
    let thanks = gather(geodata)?;
    let path = geodata.join(README);
    let text = with_table(&std::fs::read_to_string(&path)?, &thanks)?;
    std::fs::write(&path, text)?;
    println!("geodata/{README}: {} lines of thanks", thanks.len());
    Ok(())
}

/// The lines of thanks, in the order of folders and files; the same line stands once.
pub(crate) fn gather(geodata: &Path) -> Result<Vec<Thanks>> {
    let mut folders = std::fs::read_dir(geodata)?.collect::<std::io::Result<Vec<_>>>()?;
    folders.sort_by_key(std::fs::DirEntry::file_name);
    let mut out: Vec<Thanks> = Vec::new();
    for folder in folders {
        let path = folder.path().join("provenance.json");
        if !path.is_file() {
            continue;
        }
        let name = folder.file_name().to_string_lossy().into_owned();
        let about: Value =
            serde_json::from_slice(&std::fs::read(&path)?).with_context(|| format!("{name} is not JSON"))?;
        for file in about["files"].as_array().with_context(|| format!("{name} lists no files"))? {
            let thanks = one(&name, &about, file)?;
            match out.iter_mut().find(|t| t.attribution == thanks.attribution && t.licence == thanks.licence) {
                Some(same) => same.files.extend(thanks.files),
                None => out.push(thanks),
            }
        }
    }
    Ok(out)
}

/// What a file says of itself, else what its folder says.
fn one(folder: &str, about: &Value, file: &Value) -> Result<Thanks> {
    let own = |key: &str| file[key].as_str().or(about[key].as_str());
    let need =
        |key: &str| own(key).map(str::to_owned).with_context(|| format!("{folder}/provenance.json has no {key}"));
    let name = file["file"].as_str().with_context(|| format!("{folder}/provenance.json has a file without a name"))?;
    let source = if file["source"].is_object() { &file["source"] } else { &about["source"] };
    Ok(Thanks {
        attribution: need("attribution")?.trim_end_matches('.').to_owned(),
        producer: need("producer")?,
        licence: need("licence")?,
        url: source["url"].as_str().or(source["urls"][0].as_str()).map(str::to_owned),
        files: vec![format!("{folder}/{name}")],
    })
}

/// The list for the page and for what it exports.
pub(crate) fn to_json(thanks: &[Thanks]) -> Value {
    let entry = |t: &Thanks| json!({"attribution": t.attribution, "producer": t.producer, "licence": t.licence, "url": t.url, "files": t.files});
    json!({"attributions": thanks.iter().map(entry).collect::<Vec<_>>()})
}

/// The text with the table between its marks.
fn with_table(text: &str, thanks: &[Thanks]) -> Result<String> {
    let (before, rest) = text.split_once(BEGIN).with_context(|| format!("{README} has no line {BEGIN}"))?;
    let (_, after) = rest.split_once(END).with_context(|| format!("{README} has no line {END}"))?;
    let mut table = String::from("| credit | licence | for |\n|---|---|---|\n");
    for t in thanks {
        ensure!(!t.attribution.contains('|'), "a line of thanks holds a bar: {}", t.attribution);
        let files: Vec<String> = t.files.iter().map(|file| format!("`{file}`")).collect();
        table.push_str(&format!("| {} | {} | {} |\n", t.attribution, t.licence, files.join(", ")));
    }
    Ok([before, BEGIN, "\n", &table, END, after].concat())
}

/// What is wrong between a folder's files and its provenance: files that are not listed or not there, and checksums.
pub(crate) fn faults(geodata: &Path) -> Result<Vec<String>> {
    let listed: Vec<String> = gather(geodata)?.into_iter().flat_map(|t| t.files).collect();
    let mut out = Vec::new();
    for folder in std::fs::read_dir(geodata)?.flatten().filter(|e| e.path().join("provenance.json").is_file()) {
        let name = folder.file_name().to_string_lossy().into_owned();
        let about: Value = serde_json::from_slice(&std::fs::read(folder.path().join("provenance.json"))?)?;
        for file in std::fs::read_dir(folder.path())?.flatten().map(|e| e.file_name().to_string_lossy().into_owned()) {
            if file != "provenance.json" && !listed.contains(&format!("{name}/{file}")) {
                out.push(format!("{name}/{file} is not in provenance.json"));
            }
        }
        for entry in about["files"].as_array().into_iter().flatten() {
            let file = entry["file"].as_str().unwrap_or_default();
            match (std::fs::read(folder.path().join(file)), entry["sha256"].as_str()) {
                (Err(_), _) => out.push(format!("{name}/{file} is not there")),
                (Ok(bytes), Some(sum)) if sha256(&bytes) != sum => {
                    out.push(format!("{name}/{file} is not the file of that checksum"));
                }
                _ => {}
            }
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    fn geodata() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../geodata")
    }

    #[test]
    fn every_file_of_the_data_is_listed_with_its_checksum() {
        assert_eq!(faults(&geodata()).unwrap(), Vec::<String>::new());
    }

    #[test]
    fn the_readme_has_the_present_table() {
        let text = std::fs::read_to_string(geodata().join(README)).unwrap();
        let wanted = with_table(&text, &gather(&geodata()).unwrap()).unwrap();
        assert_eq!(text, wanted, "run `cargo xtask data attribution`");
        assert!(text.contains("| Made with Natural Earth | public-domain | `basemap/land-50m.geojson`"));
    }

    #[test]
    fn a_file_may_be_somebody_else_s_than_its_folder() {
        let about = json!({"attribution": "Ours.", "producer": "we", "licence": "CC-BY-4.0", "source": {"url": "https://a.example"}});
        let theirs =
            json!({"file": "b", "attribution": "Theirs", "licence": "CC0-1.0", "source": {"url": "https://b.example"}});
        let (ours, theirs) = (one("f", &about, &json!({"file": "a"})).unwrap(), one("f", &about, &theirs).unwrap());
        assert_eq!(
            (ours.attribution.as_str(), ours.licence.as_str(), ours.url.as_deref()),
            ("Ours", "CC-BY-4.0", Some("https://a.example"))
        );
        assert_eq!(
            (theirs.attribution.as_str(), theirs.producer.as_str(), theirs.files),
            ("Theirs", "we", vec!["f/b".to_owned()])
        );
        assert!(one("f", &json!({"producer": "we"}), &json!({"file": "a"})).is_err());
        assert!(with_table("no marks", &[]).is_err());
    }
}
