//! What is wrong with the data and with the words, told to the map in words.

use super::DeskContext;
use super::words as wording;
use crate::app::details::details;
use crate::app::url::UrlProblem;
use crate::app::{SelKind, trouble};
use crate::beside::{Missing, link};
use crate::geodata::Level;
use crate::i18n::Words;
use crate::web::object;
use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// Tells the map; tracks the problems, the language and what is wrong with it.
pub(super) fn tell(cx: DeskContext) {
    let told: Array = cx.words(|words| {
        let wrong = cx.problems.with(|all| {
            let one = |p: &crate::geodata::Problem| {
                let level = if p.level == Level::Error { "error" } else { "warning" };
                let (message, place) = (trouble::data_text(p, words), trouble::place(p));
                object::of_problem(level, p.code.as_str(), &message, &place)
            };
            all.iter().map(one).collect::<Vec<_>>()
        });
        let missing = cx.missing.with(|all| {
            let one = |m: &Missing| {
                let message = trouble::missing_text(&m.layer, &m.file, &m.reason, words);
                object::of_problem("error", "layer-missing", &message, &m.file)
            };
            all.iter().map(one).collect::<Vec<_>>()
        });
        wrong.into_iter().chain(missing).chain(nowhere(cx, words)).chain(wording::wrong(cx, words)).collect()
    });
    link::tell("desk", &told);
}

/// That the selected thing is of a kind that only the desk knows, and not in the data.
fn nowhere(cx: DeskContext, words: &Words<'_>) -> Option<JsValue> {
    let selection = cx.selected.get().filter(|_| cx.loaded.get())?;
    if matches!(selection.kind, SelKind::Cable | SelKind::Landing) {
        return None;
    }
    let found = cx.atlas.with(|atlas| cx.gazetteer.with(|all| details(atlas, all, &selection, words)));
    let problem = UrlProblem::missing(&selection);
    let message = words.with(problem.message, &problem.values());
    let code = problem.message.key().trim_start_matches("problem-");
    found.is_none().then(|| object::of_problem("warning", code, &message, "sel"))
}
