//! Fetches the stories and their words, each file failing for itself.

use super::{Opened, StageContext, Told};
use crate::app::trouble::data_text;
use crate::beside::link;
use crate::geodata::{Code, Level, Problem};
use crate::story::{FOLDER, INDEX, Story, StoryText, check, read, read_index, read_text, text_file};
use crate::web::fetch::{Copy, Fetched, files};
use crate::web::object;
use js_sys::Array;
use leptos::prelude::*;

/// Fetches the list, and what is in it.
pub(super) fn start(cx: StageContext) {
    files(&[INDEX.to_owned()], Copy::Kept, move |mut found| match found.pop() {
        Some(Ok(bytes)) => {
            let (names, problems) = read_index(INDEX, &bytes);
            cx.wrong.update(|all| all.extend(problems));
            let paths: Vec<String> = names.iter().map(|name| [FOLDER, name].concat()).collect();
            files(&paths.clone(), Copy::Kept, move |found| take(cx, &paths, found));
        }
        failed => cx.listed.set(Some(Err(failed.and_then(Result::err).unwrap_or_default()))),
    });
}

/// The JSON of a file, with what is wrong with it noted.
fn heard(cx: StageContext, file: &str, found: Fetched) -> Option<Vec<u8>> {
    found
        .map_err(|reason| {
            cx.wrong.update(|all| all.push(Problem::of_file(file, Code::UnavailableFile, &[&reason])));
        })
        .ok()
}

fn take(cx: StageContext, paths: &[String], found: Vec<Fetched>) {
    let mut stories = Vec::new();
    for (file, found) in paths.iter().zip(found) {
        let Some(bytes) = heard(cx, file, found) else { continue };
        let (story, problems) = read(file, &bytes);
        cx.wrong.update(|all| all.extend(problems));
        stories.extend(story);
    }
    let lang = untrack(|| cx.lang());
    speak(cx, stories, &lang, true);
}

/// Fetches the words of stories in a language, and shows the stories that have some.
fn speak(cx: StageContext, stories: Vec<Story>, lang: &str, is_first: bool) {
    let wanted: Vec<(Story, String)> = stories
        .into_iter()
        .filter_map(|story| {
            let lang = story.language(lang)?.to_owned();
            Some((story, lang))
        })
        .collect();
    let in_files = |(story, lang): &&(Story, String)| story.texts.iter().all(|t| t.lang != *lang);
    let paths: Vec<String> = wanted.iter().filter(in_files).map(|(story, lang)| text_file(&story.id, lang)).collect();
    files(&paths, Copy::Kept, move |found| {
        let mut found = found.into_iter();
        let mut told = Vec::new();
        for (story, lang) in wanted {
            let inside = story.texts.iter().find(|t| t.lang == lang).cloned();
            let text = inside.or_else(|| words(cx, &story, &lang, found.next()?));
            told.extend(text.map(|text| Told { story, text }));
        }
        cx.stories.update(|all| told.into_iter().for_each(|one| put(all, one)));
        if is_first {
            cx.listed.set(Some(Ok(())));
        }
    });
}

fn words(cx: StageContext, story: &Story, lang: &str, found: Fetched) -> Option<StoryText> {
    let file = text_file(&story.id, lang);
    let bytes = heard(cx, &file, found)?;
    let (text, problems) = read_text(&file, &bytes, lang, story);
    cx.wrong.update(|all| all.extend(problems));
    text
}

/// Puts a story into the list, in place of one of its name.
fn put(all: &mut Vec<Told>, told: Told) {
    match all.iter_mut().find(|t| t.story.id == told.story.id) {
        Some(place) => *place = told,
        None => all.push(told),
    }
}

/// Has the stories speak the page's language; tracks that.
pub(super) fn translate(cx: StageContext) {
    let lang = cx.lang();
    let others = cx.stories.with_untracked(|all| {
        let other = |t: &&Told| t.story.language(&lang).is_some_and(|l| l != t.text.lang);
        all.iter().filter(other).map(|t| t.story.clone()).collect::<Vec<_>>()
    });
    if !others.is_empty() {
        speak(cx, others, &lang, false);
    }
}

/// Shows a story that needs no file of words; answers whether it has words.
pub(super) fn show(cx: StageContext, story: Story) -> bool {
    let lang = untrack(|| cx.lang());
    let text = story.language(&lang).and_then(|l| story.texts.iter().find(|t| t.lang == l)).cloned();
    let Some(text) = text else { return false };
    cx.stories.update(|all| put(all, Told { story, text }));
    true
}

/// Takes a reader's own file.
pub(super) fn open_file(cx: StageContext, name: &str, bytes: &[u8]) -> Option<String> {
    let (story, mut problems) = read(name, bytes);
    let id = story.as_ref().map(|s| s.id.clone());
    let mut is_shown = false;
    if let Some(story) = story {
        problems.extend(cx.known_untracked(&story));
        is_shown = show(cx, story);
        if !is_shown {
            problems.push(Problem::of_file(name, Code::MissingProperty, &[]));
        }
    }
    let opened: Opened = (name.to_owned(), is_shown, problems);
    cx.opened.set(Some(opened));
    id.filter(|_| is_shown)
}

impl StageContext {
    /// What a story names that is not here, as far as the data has been read.
    fn known_untracked(self, story: &Story) -> Vec<Problem> {
        let is_loaded = self.loaded.get_untracked();
        untrack(|| {
            self.known(|atlas, gazetteer, _| if is_loaded { check(story, atlas, gazetteer) } else { Vec::new() })
        })
    }
}

/// Tells the map what is wrong with the stories of the site; tracks them.
pub(super) fn tell(cx: StageContext) {
    if !cx.loaded.get() {
        return;
    }
    let told: Array = cx.known(|atlas, gazetteer, words| {
        let missing = cx.stories.with(|all| {
            all.iter()
                .filter(|t| !t.story.languages.is_empty())
                .flat_map(|t| check(&t.story, atlas, gazetteer))
                .collect::<Vec<_>>()
        });
        let one = |p: &Problem| {
            let level = if p.level == Level::Error { "error" } else { "warning" };
            object::of_problem(level, p.code.as_str(), &data_text(p, words), &p.file)
        };
        cx.wrong.with(|wrong| wrong.iter().chain(&missing).map(one).collect())
    });
    link::tell("stage", &told);
}
