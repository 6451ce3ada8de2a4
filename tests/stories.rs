//! The stories: every file is sound, agrees with the schema and the data, and says no number that the map does not.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what went wrong by stopping there"
)]

use arctic_cable_map::app::url::from_pairs;
use arctic_cable_map::app::{AppState, SelKind, Selection};
use arctic_cable_map::cable::{Atlas, Gazetteer};
use arctic_cable_map::geodata::{Catalog, Code, Level, Problem};
use arctic_cable_map::story::{
    Draft, RowKind, Story, StoryText, check, missing, read, read_index, read_text, text_file, write,
};
use jsonschema::Validator;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

#[path = "fixtures/stories.rs"]
mod broken;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn bytes(file: &str) -> Vec<u8> {
    std::fs::read(root().join(file)).unwrap_or_else(|e| panic!("{file}: {e}"))
}

fn value(file: &str) -> Value {
    serde_json::from_slice(&bytes(file)).unwrap_or_else(|e| panic!("{file}: {e}"))
}

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| {
    let (catalog, _) = Catalog::parse("catalog.json", &bytes("geodata/catalog.json"));
    let mut atlas = Atlas::default();
    for layer in catalog.layers.iter().filter(|l| l.kind.has_entities() || l.style == "country") {
        atlas.add(&layer.file, &bytes(&format!("geodata/{}", layer.file)));
    }
    for file in ["sources.json", "context/sources.json"] {
        atlas.add_sources(file, &bytes(&format!("geodata/{file}")));
    }
    atlas
});

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let mut all = Gazetteer::default();
    for name in ["chokepoints", "places", "events"] {
        all.add(name, &bytes(&format!("geodata/context/{name}.geojson")));
    }
    all.add_measurements("measurements.json", &bytes("geodata/context/measurements.json"));
    all
});

static STORIES: LazyLock<Vec<Story>> = LazyLock::new(|| {
    let (files, problems) = read_index("stories/index.json", &bytes("stories/index.json"));
    assert_eq!(problems, []);
    files.iter().map(|file| whole(&format!("stories/{file}"))).collect()
});

fn whole(file: &str) -> Story {
    let (story, problems) = read(file, &bytes(file));
    assert_eq!(problems, [], "{file}");
    story.expect("a story without problems")
}

fn words(story: &Story, lang: &str) -> StoryText {
    let file = text_file(&story.id, lang);
    let (text, problems) = read_text(&file, &bytes(&file), lang, story);
    assert_eq!(problems, [], "{file}");
    text.expect("words without problems")
}

#[test]
fn every_file_is_listed_and_sound_and_names_nothing_that_is_not_there() {
    assert!(STORIES.len() >= 3);
    for entry in std::fs::read_dir(root().join("stories")).unwrap().flatten().filter(|e| e.path().is_file()) {
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_listed = STORIES.iter().any(|s| s.file == format!("stories/{name}"));
        assert!(name == "index.json" || is_listed, "{name} is not in index.json");
    }
    for story in STORIES.iter() {
        assert_eq!(format!("stories/{}.json", story.id), story.file);
        assert_eq!(check(story, &ATLAS, &GAZETTEER), [], "{}", story.file);
        assert!(story.steps.iter().all(|s| !s.sources.is_empty()), "{}: a step without a source", story.file);
    }
}

#[test]
fn every_language_of_a_story_has_its_words_and_every_file_of_words_its_story() {
    for story in STORIES.iter() {
        assert!(["en", "ja"].iter().all(|l| story.languages.iter().any(|have| have == l)), "{}", story.id);
        for lang in &story.languages {
            let text = words(story, lang);
            for step in &text.steps {
                assert!(!step.notes.is_empty() && !step.question.is_empty(), "{} {lang} {}", story.id, step.id);
                let length = step.caption.chars().count();
                assert!(length <= 420, "{} {lang} {}: {length} letters do not fit beside the map", story.id, step.id);
            }
        }
    }
    for entry in std::fs::read_dir(root().join("stories/text")).unwrap().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_known = STORIES.iter().any(|s| s.languages.iter().any(|l| text_file(&s.id, l).ends_with(&name)));
        assert!(is_known, "no story lists the language of stories/text/{name}");
    }
}

#[test]
fn measured_values_are_those_of_the_data() {
    for row in STORIES.iter().flat_map(|s| &s.steps).filter_map(|s| s.chart.as_ref()).flat_map(|c| &c.rows) {
        if row.kind == RowKind::Measured {
            let same = GAZETTEER.measurements.iter().any(|m| {
                m.rtt_ms.value() == Some(&row.value) && row.sources.iter().all(|id| m.rtt_ms.shown.sources.contains(id))
            });
            assert!(same, "{} {} is measured nowhere", row.id, row.value);
        }
    }
}

#[test]
fn every_state_is_one_that_the_map_can_show_and_is_written_as_a_link_would() {
    for story in STORIES.iter() {
        for step in &story.steps {
            let pairs = step.state.iter().map(|(k, v)| (k.as_str(), v.as_str()));
            let (state, problems) = from_pairs(&AppState::default(), pairs);
            assert_eq!(problems, [], "{} {}", story.id, step.id);
            assert!(state == state.clone().settle(), "{} {}", story.id, step.id);
        }
    }
}

fn schema(name: &str) -> Validator {
    let schema = value(&format!("geodata/schema/{name}.schema.json"));
    jsonschema::meta::validate(&schema).unwrap_or_else(|e| panic!("{name}: {e}"));
    jsonschema::validator_for(&schema).unwrap_or_else(|e| panic!("{name}: {e}"))
}

#[test]
fn the_published_schemas_accept_every_file() {
    let (story, text) = (schema("story"), schema("story-text"));
    let fine = |schema: &Validator, file: &str| {
        let errors: Vec<String> =
            schema.iter_errors(&value(file)).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(errors.is_empty(), "{file}: {errors:#?}");
    };
    fine(&schema("stories"), "stories/index.json");
    for one in STORIES.iter() {
        fine(&story, &one.file);
        one.languages.iter().for_each(|lang| fine(&text, &text_file(&one.id, lang)));
    }
}

fn errors(problems: &[Problem]) -> Vec<(Code, String)> {
    let errors = problems.iter().filter(|p| p.level == Level::Error);
    errors.map(|p| (p.code, p.property.clone().unwrap_or_default())).collect()
}

#[test]
fn what_is_broken_is_named_by_file_step_and_property_and_costs_the_story() {
    let schema = schema("story");
    assert!(schema.is_valid(&broken::good()));
    let (good, problems) = read("good.json", broken::good().to_string().as_bytes());
    assert_eq!(problems, []);
    assert_eq!(good.unwrap().steps.len(), 2);
    for case in broken::all() {
        let (story, problems) = read("bad.json", case.file.to_string().as_bytes());
        assert!(story.is_none(), "{}: it was taken", case.name);
        assert!(problems.iter().all(|p| p.file == "bad.json"), "{}", case.name);
        let found = errors(&problems);
        assert!(found.contains(&(case.code, case.property.to_owned())), "{}: {problems:#?}", case.name);
        assert_eq!(!schema.is_valid(&case.file), case.schema, "{}", case.name);
    }
    for (text, code) in
        [("", Code::EmptyFile), ("{", Code::Truncated), ("[1", Code::Truncated), ("<svg/>", Code::NotJson)]
    {
        let (story, problems) = read("bad.json", text.as_bytes());
        assert!(story.is_none() && problems.len() == 1 && problems[0].code == code, "{text:?}: {problems:?}");
    }
}

#[test]
fn a_newer_story_is_read_as_far_as_it_is_known() {
    let mut newer = broken::good();
    newer["weather"] = json!("fine");
    newer["steps"][0]["state"]["tide"] = json!("high");
    newer["steps"][0]["sound"] = json!("waves.mp3");
    let (story, problems) = read("newer.json", newer.to_string().as_bytes());
    assert!(story.is_some());
    let told: Vec<&str> = problems.iter().filter_map(|p| p.property.as_deref()).collect();
    assert_eq!(told, ["weather", "sound", "state.tide"]);
    assert!(problems.iter().all(|p| p.level == Level::Warning && p.code == Code::UnknownProperty));
}

#[test]
fn what_is_not_on_the_map_is_told_and_costs_nothing() {
    let mut story = broken::good();
    story["steps"][0]["state"] =
        json!({"sel": "cable:atlantis", "layers": "sea-monsters,-labels", "cut": "landing:nowhere,cable:quintillion"});
    story["steps"][0]["sources"] = json!(["hearsay"]);
    let (story, problems) = read("odd.json", story.to_string().as_bytes());
    assert_eq!(problems, []);
    let told = check(&story.unwrap(), &ATLAS, &GAZETTEER);
    let words: Vec<String> = told.iter().map(ToString::to_string).collect();
    assert_eq!(words.len(), 4, "{words:#?}");
    for (line, name) in words.iter().zip(["cable:atlantis", "sea-monsters", "landing:nowhere", "hearsay"]) {
        assert!(line.starts_with("odd.json, feature one, property s") && line.contains(name), "{line}");
    }
    assert!(!missing(&Selection::new(SelKind::Country, "NO"), &ATLAS, &GAZETTEER));
    assert!(missing(&Selection::new(SelKind::Country, "ZZ"), &ATLAS, &GAZETTEER));
}

#[test]
fn words_that_lack_a_step_or_a_bar_are_refused_and_name_it() {
    let story = &STORIES[0];
    let file = text_file(&story.id, "en");
    let mut text = value(&file);
    text["steps"].as_object_mut().unwrap().remove("mercator");
    text["steps"]["today"]["chart"]["rows"].as_object_mut().unwrap().remove("suez");
    text["steps"]["yesterday"] = json!({"title": "T", "caption": "C"});
    let (read, problems) = read_text(&file, text.to_string().as_bytes(), "en", story);
    assert!(read.is_none());
    let told: Vec<&str> = problems.iter().filter_map(|p| p.property.as_deref()).collect();
    assert_eq!(told, ["steps.today.chart.rows.suez", "steps.mercator", "steps.yesterday"]);
}

#[test]
fn the_list_takes_files_of_its_own_folder_only() {
    let list =
        json!({"stories": ["a.json", "b.json", "a.json", "../c.json", "/d.json", "https://e.org/f.json", "g.txt"]});
    let (files, problems) = read_index("stories/index.json", list.to_string().as_bytes());
    assert_eq!(files, ["a.json", "b.json"]);
    let told: Vec<&str> = problems.iter().filter_map(|p| p.property.as_deref()).collect();
    assert_eq!(told, ["stories[2]", "stories[3]", "stories[4]", "stories[5]", "stories[6]"]);
    assert_eq!(read_index("stories/index.json", b"{").1.len(), 1);
}

#[test]
fn a_recorded_story_reads_back_as_it_was() {
    let state = |view: &str| vec![("view".to_owned(), view.to_owned()), ("theme".to_owned(), "dark".to_owned())];
    let mut draft = Draft::new("ja", "航路");
    assert_eq!(draft.add(None, "一", state("globe")), 0);
    assert_eq!(draft.add(None, "三", state("world")), 1);
    assert_eq!(draft.add(Some(0), "二", state("mercator")), 1);
    draft.edit_step(1, |step| {
        step.caption = "引用符「\"」と\n改行".to_owned();
        step.notes = "控え".to_owned();
    });
    draft.shift(2, 0);
    draft.remove(2);
    draft.look(0, state("polar"));
    draft.shift(0, 9);
    let text = write(&draft.story);
    let (story, problems) = read("my.json", text.as_bytes());
    assert_eq!(problems, [], "{text}");
    let story = story.unwrap();
    assert_eq!(story, Story { file: "my.json".to_owned(), ..draft.story });
    assert_eq!(story.steps.iter().map(|s| s.id.as_str()).collect::<Vec<_>>(), ["step-2", "step-1"]);
    assert_eq!(story.steps[0].state, [("view".to_owned(), "polar".to_owned())], "how the page looks is no part of it");
    assert!(schema("story").is_valid(&serde_json::from_str(&text).unwrap()));
}

#[test]
fn a_story_of_the_site_can_be_taken_over_and_written_with_its_words() {
    for story in STORIES.iter() {
        let draft = Draft::of(story, &words(story, "ja"));
        let (read, problems) = read("copy.json", write(&draft.story).as_bytes());
        assert_eq!(problems, []);
        let read = read.unwrap();
        assert_eq!((read.steps, read.texts[0].title.clone()), (story.steps.clone(), words(story, "ja").title));
        assert_eq!(read.languages, Vec::<String>::new());
    }
}

#[test]
fn a_step_is_found_by_name_or_number_and_a_language_by_what_there_is() {
    let story = &STORIES[0];
    assert_eq!(
        (story.place("mercator"), story.place("3"), story.place("0"), story.place("13")),
        (Some(2), Some(2), None, None)
    );
    assert_eq!((story.place(""), story.place("later")), (None, None));
    assert_eq!((story.language("ja"), story.language("xx")), (Some("ja"), Some("en")));
    assert_eq!(Draft::new("fi", "Oma").story.language("ja"), Some("fi"));
}
