//! The list of what the release is built from: every crate of Cargo.lock as `CycloneDX` 1.5 JSON.

use super::hex;
use crate::lockfile;
use crate::project::Project;
use crate::run::output;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::{BTreeSet, HashMap};

/// The target that the page is compiled for.
const WASM: &str = "wasm32-unknown-unknown";

/// The text.
pub(super) fn write(project: &Project) -> Result<String> {
    // The list names what other systems need too, which a machine that is new has never fetched.
    let metadata = |args: &[&str]| -> Result<Value> {
        let args = [&["metadata", "--format-version", "1", "--locked"], args].concat();
        let text = output("cargo metadata", project.cargo()?.args(args))?;
        serde_json::from_str(&text).context("cargo metadata printed no JSON")
    };
    let lock = project.read("Cargo.lock")?;
    let bom = bom(&metadata(&[])?, &shipped(&metadata(&["--filter-platform", WASM])?), &lock);
    Ok(serde_json::to_string_pretty(&bom)? + "\n")
}

/// The ids of the crates that the page itself is made of: what the root package needs to run, without the macros that
/// only write its code.
fn shipped(metadata: &Value) -> BTreeSet<String> {
    let empty = Vec::new();
    let is_macro = |package: &Value| {
        let targets = package["targets"].as_array().unwrap_or(&empty);
        targets.iter().any(|t| t["kind"].as_array().is_some_and(|kinds| kinds.contains(&json!("proc-macro"))))
    };
    let macros: BTreeSet<&str> =
        list(&metadata["packages"]).filter(|p| is_macro(p)).filter_map(|p| p["id"].as_str()).collect();
    let nodes: HashMap<&str, &Value> =
        list(&metadata["resolve"]["nodes"]).filter_map(|node| Some((node["id"].as_str()?, node))).collect();
    let mut found = BTreeSet::new();
    let mut next: Vec<&str> = metadata["resolve"]["root"].as_str().into_iter().collect();
    while let Some(id) = next.pop() {
        if macros.contains(id) || !found.insert(id.to_owned()) {
            continue;
        }
        let deps = nodes.get(id).map_or(&Value::Null, |node| &node["deps"]);
        let is_normal = |dep: &&Value| list(&dep["dep_kinds"]).any(|kind| kind["kind"].is_null());
        next.extend(list(deps).filter(is_normal).filter_map(|dep| dep["pkg"].as_str()));
    }
    found
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn bom(metadata: &Value, shipped: &BTreeSet<String>, lock: &str) -> Value {
    let mut refs: HashMap<&str, String> = HashMap::new();
    for package in list(&metadata["packages"]) {
        refs.insert(package["id"].as_str().unwrap_or_default(), purl(package));
    }
    let root = metadata["resolve"]["root"].as_str().unwrap_or_default();
    let mut components = Vec::new();
    let mut own = Value::Null;
    for package in list(&metadata["packages"]) {
        let id = package["id"].as_str().unwrap_or_default();
        if id == root {
            own = component(package, "application", None, lock);
        } else {
            let scope = if shipped.contains(id) { "required" } else { "excluded" };
            components.push(component(package, "library", Some(scope), lock));
        }
    }
    components.sort_by_key(|c| c["bom-ref"].to_string());
    let mut dependencies: Vec<Value> = list(&metadata["resolve"]["nodes"])
        .map(|node| {
            let mut on: Vec<&String> = list(&node["dependencies"]).filter_map(|id| refs.get(id.as_str()?)).collect();
            on.sort();
            json!({ "ref": refs.get(node["id"].as_str().unwrap_or_default()), "dependsOn": on })
        })
        .collect();
    dependencies.sort_by_key(|d| d["ref"].to_string());
    json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": serial(lock),
        "version": 1,
        "metadata": { "component": own },
        "components": components,
        "dependencies": dependencies,
    })
}

fn component(package: &Value, kind: &str, scope: Option<&str>, lock: &str) -> Value {
    let (name, version) =
        (package["name"].as_str().unwrap_or_default(), package["version"].as_str().unwrap_or_default());
    let mut component =
        json!({ "type": kind, "bom-ref": purl(package), "name": name, "version": version, "purl": purl(package) });
    if let Some(scope) = scope {
        component["scope"] = json!(scope);
    }
    if let Some(licence) = package["license"].as_str() {
        // Some crates still write the slash of old for OR.
        component["licenses"] = json!([{ "expression": licence.replace('/', " OR ").replace("  ", " ") }]);
    }
    if let Some(sum) = lockfile::checksum(lock, name, version) {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": sum }]);
    }
    component
}

fn purl(package: &Value) -> String {
    format!(
        "pkg:cargo/{}@{}",
        package["name"].as_str().unwrap_or_default(),
        package["version"].as_str().unwrap_or_default()
    )
}

/// A UUID that is the hash of Cargo.lock, so that the same crates give the same list (RFC 9562, version 8).
fn serial(lock: &str) -> String {
    let hash = hex(&Sha256::digest(lock));
    format!("urn:uuid:{}-{}-8{}-a{}-{}", &hash[..8], &hash[8..12], &hash[13..16], &hash[17..20], &hash[20..32])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_crate_is_listed_and_what_ships_is_marked() {
        let project = Project::find().unwrap();
        let text = write(&project).unwrap();
        assert_eq!(text, write(&project).unwrap());
        let bom: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(bom["metadata"]["component"]["name"], "arctic-cable-map");
        let named = |name: &str| list(&bom["components"]).find(|c| c["name"] == name).cloned().unwrap_or_default();
        let leptos = named("leptos");
        assert_eq!(
            (leptos["scope"].as_str(), leptos["licenses"][0]["expression"].as_str()),
            (Some("required"), Some("MIT"))
        );
        assert_eq!(leptos["hashes"][0]["content"].as_str().map(str::len), Some(64));
        assert_eq!(named("resvg")["scope"], "excluded", "it draws pictures, and does not ship");
        let refs: BTreeSet<String> = list(&bom["components"]).map(|c| c["bom-ref"].to_string()).collect();
        assert_eq!(refs.len(), list(&bom["components"]).count(), "a reference is used twice");
        let serial = bom["serialNumber"].as_str().unwrap();
        assert_eq!(serial.len(), "urn:uuid:".len() + 36, "{serial}");
    }
}
