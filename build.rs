//! Makes the list of messages from the English catalogue, `www/locales/en.json`: the one place that says which there are.

use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

const ENGLISH: &str = "www/locales/en.json";

/// Keys that begin so are made from names in the data; their English is looked up by key in the browser too.
const NAMES_OF_DATA: &str = "layer-";

type Texts = Vec<(String, String)>;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={ENGLISH}");
    let text = fs::read_to_string(ENGLISH).map_err(|e| format!("{ENGLISH}: {e}"))?;
    let code = code(&texts(&text).map_err(|e| format!("{ENGLISH}: {e}"))?)?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("messages.rs"), code)?;
    Ok(())
}

/// The texts by key, in the order of the file.
fn texts(json: &str) -> Result<Texts, Box<dyn Error>> {
    let entries: Map<String, Value> = serde_json::from_str(json)?;
    let mut texts = Texts::new();
    let mut names = BTreeSet::new();
    for (key, value) in entries {
        let Value::String(text) = value else { return Err(format!("`{key}` is not a text").into()) };
        if !is_kebab_case(&key) {
            return Err(format!("`{key}` is not in kebab case").into());
        }
        if !names.insert(camel_case(&key)) {
            return Err(format!("`{key}` has the name of another message").into());
        }
        texts.push((key, text));
    }
    Ok(texts)
}

fn is_kebab_case(key: &str) -> bool {
    let is_word = |word: &str| word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()) && !word.is_empty();
    key.starts_with(|c: char| c.is_ascii_lowercase()) && key.split('-').all(is_word)
}

/// `app-title` → `AppTitle`.
fn camel_case(key: &str) -> String {
    key.split('-').map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}

/// The source that `src/i18n/message.rs` takes in.
fn code(texts: &Texts) -> Result<String, std::fmt::Error> {
    let text_of = |key: &str| texts.iter().find(|(known, _)| known == key).map(|(_, text)| text.as_str());
    // What ends in both `-one` and `-other` counts.
    let forms = |stem: &str| Some((text_of(&format!("{stem}-one"))?, text_of(&format!("{stem}-other"))?));
    let stem_of =
        |key: &str| key.rsplit_once('-').filter(|(_, form)| ["one", "other"].contains(form)).map(|(s, _)| s.to_owned());
    let counts = |key: &str| stem_of(key).is_some_and(|stem| forms(&stem).is_some());
    let single: Vec<(String, String)> = texts
        .iter()
        .filter(|(key, _)| !counts(key))
        .map(|(key, text)| (key.clone(), format!("Self(&Entry {{ key: {key:?}, english: {text:?} }})")))
        .collect();
    let mut counting: Vec<(String, String)> = Vec::new();
    for stem in texts.iter().filter_map(|(key, _)| stem_of(key)) {
        if let Some((one, other)) = forms(&stem)
            && counting.iter().all(|(known, _)| *known != stem)
        {
            let value = format!("Self(&Forms {{ key: {stem:?}, one: {one:?}, other: {other:?} }})");
            counting.push((stem, value));
        }
    }
    let mut out = String::new();
    list(&mut out, "Msg", &single)?;
    list(&mut out, "Plural", &counting)?;
    let names = single.iter().filter(|(key, _)| key.starts_with(NAMES_OF_DATA));
    let names: Vec<String> = names.map(|(key, _)| format!("Msg::{}", camel_case(key))).collect();
    writeln!(out, "pub(super) const NAMES_OF_DATA: &[Msg] = &[{}];", names.join(", "))?;
    writeln!(out, "pub(super) const ENTRIES: &[(&str, &str)] = &{texts:?};")?;
    Ok(out)
}

/// One constant for each key, and all of them.
fn list(out: &mut String, name: &str, values: &[(String, String)]) -> std::fmt::Result {
    writeln!(out, "#[allow(non_upper_case_globals, reason = \"call sites read as those of an enumeration\")]")?;
    writeln!(out, "impl {name} {{")?;
    for (key, value) in values {
        writeln!(out, "    /// `{key}`\n    pub const {}: Self = {value};", camel_case(key))?;
    }
    let all: Vec<String> = values.iter().map(|(key, _)| format!("Self::{}", camel_case(key))).collect();
    writeln!(
        out,
        "    /// Every one, in the order of the catalogue. It brings all their English: no browser code takes it."
    )?;
    writeln!(out, "    pub const ALL: &[Self] = &[{}];\n}}", all.join(", "))
}
