//! The stories: each file by its schema, every language with its words, nothing named that the data does not have.

use anyhow::{Context, Result};
use arctic_cable_map::cable::{Atlas, Gazetteer};
use arctic_cable_map::geodata::Problem;
use arctic_cable_map::story::{FOLDER, INDEX, Story, check as names, read, read_index, read_text, text_file};
use std::collections::BTreeSet;
use std::path::Path;

/// What there is, in one line, and one sentence for each rule that it breaks.
pub(crate) fn check(root: &Path, atlas: &Atlas, gazetteer: &Gazetteer) -> Result<(String, Vec<String>)> {
    let read = |file: &str| std::fs::read(root.join(file)).with_context(|| format!("{file} cannot be read"));
    let there =
        files(&root.join(FOLDER), FOLDER)?.into_iter().chain(files(&root.join(FOLDER).join("text"), "stories/text/")?);
    of(&read, &there.collect(), atlas, gazetteer)
}

fn files(folder: &Path, name: &str) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            names.push(format!("{name}{}", entry.file_name().to_string_lossy()));
        }
    }
    Ok(names)
}

fn of(
    bytes: &dyn Fn(&str) -> Result<Vec<u8>>,
    there: &BTreeSet<String>,
    atlas: &Atlas,
    gazetteer: &Gazetteer,
) -> Result<(String, Vec<String>)> {
    let (listed, mut problems) = read_index(INDEX, &bytes(INDEX)?);
    let mut known: BTreeSet<String> = BTreeSet::from([INDEX.to_owned()]);
    let (mut steps, mut texts, mut stories): (usize, usize, Vec<Story>) = (0, 0, Vec::new());
    let mut faults = Vec::new();
    for name in listed {
        let file = format!("{FOLDER}{name}");
        known.insert(file.clone());
        let (story, found) = read(&file, &bytes(&file)?);
        problems.extend(found);
        let Some(story) = story else { continue };
        problems.extend(names(&story, atlas, gazetteer));
        steps += story.steps.len();
        for lang in &story.languages {
            let file = text_file(&story.id, lang);
            problems.extend(read_text(&file, &bytes(&file)?, lang, &story).1);
            known.insert(file);
            texts += 1;
        }
        if stories.iter().any(|other| other.id == story.id) {
            faults.push(format!("{file}: the id “{}” is another story’s", story.id));
        }
        stories.push(story);
    }
    let lost = there.iter().filter(|file| !known.contains(*file));
    faults.extend(lost.map(|file| format!("{file}: neither index.json nor a story’s languages name it")));
    faults.extend(problems.iter().map(Problem::to_string));
    Ok((format!("stories: {}, {steps} steps, {texts} files of words", stories.len()), faults))
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORY: &str = r#"{"id": "a", "languages": ["en"], "steps": [{"id": "one", "state": {"sel": "cable:nothing"}, "sources": ["hearsay"]}]}"#;
    const WORDS: &str = r#"{"title": "T", "steps": {"one": {"title": "T", "caption": "C"}}}"#;

    fn faults(story: &str, words: &str, there: &[&str]) -> Vec<String> {
        let bytes = |file: &str| {
            let text = match file {
                INDEX => r#"{"stories": ["a.json"]}"#,
                "stories/a.json" => story,
                _ => words,
            };
            Ok(text.as_bytes().to_vec())
        };
        let there = there.iter().map(|f| (*f).to_owned()).collect();
        of(&bytes, &there, &Atlas::default(), &Gazetteer::default()).unwrap().1
    }

    #[test]
    fn what_is_named_must_be_there() {
        let found = faults(STORY, WORDS, &[INDEX, "stories/a.json", "stories/text/a.en.json"]);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(
            found[0].contains("feature one, property state.sel") && found[0].contains("cable:nothing"),
            "{found:?}"
        );
        assert!(found[1].contains("hearsay"), "{found:?}");
    }

    #[test]
    fn words_and_files_that_nobody_names_are_told() {
        let found = faults("{", "{}", &["stories/text/b.en.json"]);
        assert!(found.iter().any(|f| f.starts_with("stories/text/b.en.json")), "{found:?}");
        assert!(found.iter().any(|f| f.starts_with("stories/a.json")), "{found:?}");
        let found = faults(&STORY.replace("cable:nothing", "cable:x"), "{}", &[]);
        assert!(found.iter().any(|f| f.starts_with("stories/text/a.en.json, property title")), "{found:?}");
    }
}
