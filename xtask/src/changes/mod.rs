//! `data changes`: what differs between a version of the data and the present one, for people and for the page.
//!
//! `geodata/changes.json` keeps a list of versions, the newest first; `geodata/CHANGES.md` says the same in words.

pub(crate) mod dataset;
mod diff;
mod words;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::path::Path;

/// Compares with `from`, a folder or a revision of git, and writes both files.
pub(crate) fn run(root: &Path, from: &str) -> Result<()> {
    let geodata = root.join("geodata");
    let folder = Path::new(from);
    let old = if folder.is_dir() { dataset::of_folder(folder)? } else { dataset::of_revision(root, from)? };
    let entry = entry(&old, &dataset::of_folder(&geodata)?);
    print!("{}", words::version(&entry));
    let path = geodata.join("changes.json");
    let before = match std::fs::read(&path) {
        Ok(bytes) => serde_json::from_slice(&bytes).context("geodata/changes.json is not JSON")?,
        Err(_) => json!({"versions": []}),
    };
    let all = with_entry(&before, &entry);
    std::fs::write(&path, serde_json::to_string_pretty(&all)? + "\n")?;
    std::fs::write(geodata.join("CHANGES.md"), words::all(&all))?;
    Ok(())
}

/// The differences, with the names of both versions.
fn entry(old: &dataset::Files, new: &dataset::Files) -> Value {
    let mut entry = json!({"version": dataset::version(new), "since": dataset::version(old)});
    if let (Value::Object(entry), Value::Object(changes)) = (&mut entry, diff::changes(old, new)) {
        entry.extend(changes);
    }
    entry
}

/// The list with an entry before all others, in place of any that begins at the same version.
fn with_entry(before: &Value, entry: &Value) -> Value {
    let others = before["versions"].as_array().into_iter().flatten().filter(|v| v["since"] != entry["since"]);
    let unchanged = entry["version"] == entry["since"];
    let versions: Vec<Value> = Some(entry).filter(|_| !unchanged).into_iter().chain(others).cloned().collect();
    json!({"versions": versions})
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_compared_and_both_files_are_written() {
        let root = std::env::temp_dir().join(format!("acm-changes-{}", std::process::id()));
        let (old, new) = (root.join("old"), root.join("geodata"));
        for (folder, km) in [(&old, 1), (&new, 2)] {
            std::fs::create_dir_all(folder.join("routes")).unwrap();
            let cable = json!({"features": [{"id": "a", "properties": {"kind": "segment", "km": km}}]});
            std::fs::write(folder.join("routes/cables.geojson"), cable.to_string()).unwrap();
        }
        run(&root, &old.to_string_lossy()).unwrap();
        // Again: the entry is replaced, not repeated.
        run(&root, &old.to_string_lossy()).unwrap();
        let written: Value = serde_json::from_slice(&std::fs::read(new.join("changes.json")).unwrap()).unwrap();
        let words = std::fs::read_to_string(new.join("CHANGES.md")).unwrap();
        std::fs::remove_dir_all(&root).unwrap();
        assert_eq!(written["versions"].as_array().map(Vec::len), Some(1));
        assert_eq!(written["versions"][0]["changed"], json!([{"kind": "segment", "id": "a", "properties": ["km"]}]));
        assert!(words.contains("Changed\n- segment `a`: km\n"), "{words}");
    }

    #[test]
    fn the_newest_comes_first_and_no_change_is_no_entry() {
        let entry = |version: &str, since: &str| json!({"version": version, "since": since});
        let one = with_entry(&json!({}), &entry("b", "a"));
        let two = with_entry(&one, &entry("d", "b"));
        assert_eq!(two, json!({"versions": [entry("d", "b"), entry("b", "a")]}));
        assert_eq!(with_entry(&two, &entry("e", "b"))["versions"][0], entry("e", "b"));
        assert_eq!(with_entry(&one, &entry("b", "b")), one);
    }

    #[test]
    fn the_written_log_is_what_the_list_says() {
        let geodata = Path::new(env!("CARGO_MANIFEST_DIR")).join("../geodata");
        let list: Value = serde_json::from_slice(&std::fs::read(geodata.join("changes.json")).unwrap()).unwrap();
        assert_eq!(std::fs::read_to_string(geodata.join("CHANGES.md")).unwrap(), words::all(&list));
    }
}
