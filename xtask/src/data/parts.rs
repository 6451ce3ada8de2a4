//! Whether all systems hang together.

use anyhow::{Context, Result};
use arctic_cable_map::cable::{Atlas, Status};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// Parts of the network that stand alone, each with its reason: `parts.json`.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Explained {
    parts: Vec<Part>,
}

/// One part, named by one of its nodes.
#[derive(Debug, Deserialize)]
struct Part {
    node: String,
    reason: BTreeMap<String, String>,
}

impl Explained {
    /// Reads the list.
    pub(crate) fn read(geodata: &Path) -> Result<Self> {
        let bytes = std::fs::read(geodata.join("parts.json")).context("geodata/parts.json cannot be read")?;
        serde_json::from_slice(&bytes).context("geodata/parts.json is not the list of parts")
    }

    fn has(&self, part: &[&str]) -> bool {
        self.parts.iter().any(|p| part.contains(&p.node.as_str()) && p.reason.contains_key("en"))
    }
}

/// The connected parts of all systems that are neither retired nor cancelled, the largest first.
pub(crate) fn parts(atlas: &Atlas) -> Vec<Vec<&str>> {
    let gone = |id: &str| {
        let status = atlas.system(id).and_then(|s| s.status.value());
        matches!(status, Some(Status::Retired | Status::Cancelled))
    };
    let mut leader: BTreeMap<&str, &str> = BTreeMap::new();
    for s in atlas.segments.iter().filter(|s| !gone(&s.system)) {
        let [a, b] = [s.from.as_str(), s.to.as_str()].map(|node| find(&mut leader, node));
        leader.insert(a, b);
    }
    let nodes: Vec<&str> = leader.keys().copied().collect();
    let mut groups: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for node in nodes {
        groups.entry(find(&mut leader, node)).or_default().push(node);
    }
    let mut parts: Vec<Vec<&str>> = groups.into_values().collect();
    parts.sort_by_key(|p| std::cmp::Reverse(p.len()));
    parts
}

/// The node that stands for the part of `node`; paths are shortened on the way.
fn find<'a>(leader: &mut BTreeMap<&'a str, &'a str>, node: &'a str) -> &'a str {
    let above = *leader.entry(node).or_insert(node);
    if above == node {
        return node;
    }
    let top = find(leader, above);
    leader.insert(node, top);
    top
}

/// One sentence for each part but the largest that the list does not explain.
pub(crate) fn faults(atlas: &Atlas, explained: &Explained) -> Vec<String> {
    let parts = parts(atlas);
    let sizes: Vec<String> = parts.iter().map(|p| p.len().to_string()).collect();
    println!("connected parts, by number of nodes: {}", sizes.join(", "));
    parts
        .iter()
        .skip(1)
        .filter(|part| !explained.has(part))
        .map(|part| format!("{} stand apart from the rest, and parts.json does not say why", part.join(", ")))
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops where it fails")]
mod tests {
    use super::*;
    use crate::data::tests_support::{atlas, atlas_apart};

    #[test]
    fn retired_systems_join_nothing() {
        assert_eq!(parts(&atlas()), [["a-no", "b-no"]]);
    }

    #[test]
    fn a_part_that_stands_alone_needs_a_reason() {
        let atlas = atlas_apart();
        assert_eq!(parts(&atlas).len(), 2);
        assert_eq!(faults(&atlas, &Explained::default()).len(), 1);
        let explained: Explained =
            serde_json::from_str(r#"{"parts": [{"node": "c-no", "reason": {"en": "Joined by land."}}, {"node": "a-no", "reason": {"en": "Joined by land."}}]}"#).unwrap();
        assert!(faults(&atlas, &explained).is_empty());
    }
}
