//! A version of the data: its files, from a folder or from git, and the name of that version.

use crate::natural_earth::sha256;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// Bytes by path below geodata/.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// What is about the data and not part of it.
fn is_about(path: &str) -> bool {
    path.starts_with("schema/") || path.ends_with(".md") || path == "changes.json"
}

/// The files of a folder.
pub(crate) fn of_folder(folder: &Path) -> Result<Files> {
    let mut out = Files::new();
    add(folder, "", &mut out)?;
    out.retain(|path, _| !is_about(path));
    Ok(out)
}

fn add(folder: &Path, prefix: &str, out: &mut Files) -> Result<()> {
    for entry in std::fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let entry = entry?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            add(&entry.path(), &format!("{path}/"), out)?;
        } else {
            out.insert(path, std::fs::read(entry.path())?);
        }
    }
    Ok(())
}

/// The files as git has them at a revision.
pub(crate) fn of_revision(root: &Path, revision: &str) -> Result<Files> {
    let git = |arguments: &[&str]| -> Result<Vec<u8>> {
        let done =
            Command::new("git").arg("-C").arg(root).args(arguments).output().context("git could not be started")?;
        if !done.status.success() {
            bail!("git {}: {}", arguments[0], String::from_utf8_lossy(&done.stderr).trim());
        }
        Ok(done.stdout)
    };
    // Names after a dash would be options.
    git(&["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{revision}^{{commit}}")])
        .with_context(|| format!("“{revision}” is neither a folder nor a revision"))?;
    let list = git(&["ls-tree", "-r", "-z", "--name-only", revision, "geodata/"])?;
    let mut out = Files::new();
    for path in String::from_utf8_lossy(&list).split('\0').filter_map(|path| path.strip_prefix("geodata/")) {
        if !is_about(path) {
            out.insert(path.to_owned(), git(&["show", &format!("{revision}:geodata/{path}")])?);
        }
    }
    Ok(out)
}

/// The version's name: the newest day on which a file was taken or gone over, by the provenances, and eight digits of
/// a checksum over all files. The same files give the same name anywhere.
pub(crate) fn version(files: &Files) -> String {
    let sums: String = files.iter().map(|(path, bytes)| format!("{path}\0{}\n", sha256(bytes))).collect();
    let newest = files
        .iter()
        .filter(|(path, _)| path.ends_with("provenance.json"))
        .filter_map(|(_, bytes)| serde_json::from_slice::<Value>(bytes).ok())
        .filter_map(|about| about["retrieved"].as_str().map(str::to_owned))
        .max();
    format!("{}.{}", newest.as_deref().unwrap_or("undated"), &sha256(sums.as_bytes())[..8])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(list: &[(&str, &str)]) -> Files {
        list.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn a_version_is_named_by_its_newest_day_and_its_bytes() {
        let a = files(&[
            ("a/provenance.json", r#"{"retrieved": "2026-11-21"}"#),
            ("b/provenance.json", r#"{"retrieved": "2025-01-01"}"#),
        ]);
        let mut b = a.clone();
        b.insert("a/x.geojson".into(), b"{}".to_vec());
        assert!(version(&a).starts_with("2026-11-21.") && version(&a).len() == 19, "{}", version(&a));
        assert_ne!(version(&a), version(&b));
        assert_eq!(version(&a), version(&a.clone()));
        assert!(version(&Files::new()).starts_with("undated."));
    }

    #[test]
    fn what_is_about_the_data_does_not_count() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let found = of_folder(&root.join("geodata")).unwrap();
        assert!(found.contains_key("catalog.json") && found.contains_key("basemap/land-50m.geojson"));
        assert!(!found.keys().any(|path| path.ends_with(".md") || path.starts_with("schema/")));
        assert!(of_folder(&root.join("no-such-folder")).is_err());
        assert!(of_revision(&root, "--output=x").is_err() && of_revision(&root, "no-such-revision").is_err());
    }
}
