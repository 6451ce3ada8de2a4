//! The catalogues of all languages as one file, for the page that has everything inside: the keys once, and for each language
//! its words in their order. `www/inside.js` takes it apart again.

use super::inside::File;
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use std::path::Path;

/// Joins them; a key that a language does not have is 0 there.
pub(super) fn join(files: &[File]) -> Result<Vec<u8>> {
    let mut keys: Vec<String> = Vec::new();
    let mut catalogues = Vec::new();
    for (name, bytes) in files {
        let words: Map<String, Value> =
            serde_json::from_slice(bytes).with_context(|| format!("{name} is no catalogue"))?;
        for key in words.keys() {
            if !keys.contains(key) {
                keys.push(key.clone());
            }
        }
        let lang = Path::new(name).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        catalogues.push((lang, words));
    }
    let mut all = Map::from_iter([("keys".to_owned(), json!(keys))]);
    for (lang, words) in catalogues {
        let words: Vec<Value> = keys.iter().map(|key| words.get(key).cloned().unwrap_or_else(|| json!(0))).collect();
        all.insert(lang, json!(words));
    }
    Ok(serde_json::to_vec(&all)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_key_stands_once() {
        let file = |lang: &str, text: &str| (format!("locales/{lang}.json"), text.as_bytes().to_vec());
        let joined = join(&[file("en", r#"{"a":"A","b":"B"}"#), file("fi", r#"{"b":"Be","c":"Ce"}"#)]).unwrap();
        let joined: Value = serde_json::from_slice(&joined).unwrap();
        assert_eq!(joined, json!({"keys": ["a", "b", "c"], "en": ["A", "B", 0], "fi": [0, "Be", "Ce"]}));
        assert!(join(&[file("en", "<html>")]).is_err());
    }
}
