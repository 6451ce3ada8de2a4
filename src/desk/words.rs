//! The page's language held beside English: what its catalogue lacks, and what is odd in it.
//!
//! No application has all English words, so this fetches them; the desk does it, which runs when the map is there.

use super::DeskContext;
use crate::i18n::{Catalogue, LOCALES, Words};
use crate::web::fetch::{Copy, files};
use crate::web::object;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// Looks through the catalogue file of a language; without the English one nothing is said of it.
pub(super) fn check(cx: DeskContext, lang: &'static str, bytes: Vec<u8>) {
    files(&[["locales/", LOCALES[0].code, ".json"].concat()], Copy::Kept, move |mut files| {
        let Some(Ok(english)) = files.pop() else { return };
        let found = Catalogue::check(lang, &bytes, &english);
        if !found.is_empty() {
            cx.wording.set((lang, found));
        }
    });
}

/// What was found wrong with the language that is spoken, for the map; tracks it.
pub(super) fn wrong(cx: DeskContext, words: &Words<'_>) -> Vec<JsValue> {
    cx.wording.with(|(lang, found)| {
        let is_spoken = *lang == words.catalogue.code();
        let spoken = found.iter().filter(|_| is_spoken);
        let one = |p: &crate::i18n::CatalogueProblem| {
            let message = words.with(p.message(), &p.values());
            object::of_problem("warning", p.code(), &message, lang)
        };
        spoken.map(one).collect()
    })
}
