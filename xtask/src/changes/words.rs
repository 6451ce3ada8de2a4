//! The change log in words.

use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;

const HEAD: &str = "# Changes of the data\n\nWritten by `cargo xtask data changes --from <revision or folder>`, the newest \
version first. A version is named by the newest day in the provenances and a checksum of all files.\n";

/// More than this of one kind are counted instead of listed.
const MANY: usize = 12;

/// The whole log.
pub(super) fn all(list: &Value) -> String {
    let mut out = HEAD.to_owned();
    for entry in list["versions"].as_array().into_iter().flatten() {
        out.push('\n');
        out.push_str(&version(entry));
    }
    out
}

/// One version.
pub(super) fn version(entry: &Value) -> String {
    let text = |key: &str| entry[key].as_str().unwrap_or_default();
    let mut out = format!("## {}\n\nSince {}.\n", text("version"), text("since"));
    for (key, title) in [("added", "Added"), ("changed", "Changed"), ("removed", "Removed")] {
        let lines = [listed(&entry[key]), counted(&entry["bulk"], key)].concat();
        if !lines.is_empty() {
            let _ = write!(out, "\n{title}\n{lines}");
        }
    }
    out
}

/// A line a thing, or a line a kind where there are many.
fn listed(list: &Value) -> String {
    let mut kinds: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
    for item in list.as_array().into_iter().flatten() {
        kinds.entry(item["kind"].as_str().unwrap_or_default()).or_default().push(item);
    }
    let mut out = String::new();
    for (kind, items) in kinds {
        let id = |item: &Value| item["id"].as_str().unwrap_or_default().to_owned();
        if items.len() > MANY {
            let (first, last) = (id(items[0]), id(items[items.len() - 1]));
            let _ = writeln!(out, "- {kind}: {} of them, `{first}` … `{last}`", items.len());
            continue;
        }
        for item in items {
            let _ = write!(out, "- {kind} `{}`", id(item));
            if let Some(name) = item["name"].as_str() {
                let _ = write!(out, " ({name})");
            }
            let properties: Vec<&str> =
                item["properties"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            if !properties.is_empty() {
                let _ = write!(out, ": {}", properties.join(", "));
            }
            out.push('\n');
        }
    }
    out
}

/// A line a file of bare geometry.
fn counted(bulk: &Value, key: &str) -> String {
    let mut out = String::new();
    for entry in bulk.as_array().into_iter().flatten() {
        if let Some(number) = entry[key].as_u64().filter(|n| *n > 0) {
            let features = if number == 1 { "feature" } else { "features" };
            let _ = writeln!(out, "- `{}`: {number} {features}", entry["file"].as_str().unwrap_or_default());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn few_are_listed_and_many_counted() {
        let many: Vec<Value> = (10..40).map(|i| json!({"kind": "country", "id": format!("c-{i}")})).collect();
        let entry = json!({"version": "b", "since": "a", "added": many, "removed": [],
            "changed": [{"kind": "system", "id": "x", "name": "X", "properties": ["rfs", "status"]}],
            "bulk": [{"file": "land", "added": 0, "changed": 0, "removed": 1}]});
        let wanted = "## b\n\nSince a.\n\nAdded\n- country: 30 of them, `c-10` … `c-39`\n\nChanged\n- system `x` (X): rfs, status\n\n\
                      Removed\n- `land`: 1 feature\n";
        assert_eq!(version(&entry), wanted);
        assert!(all(&json!({"versions": [entry]})).ends_with(wanted));
        assert_eq!(all(&json!({})), HEAD);
    }
}
