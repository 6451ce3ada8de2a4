//! What went wrong, in words, with what still works.

use crate::app::trouble;
use crate::geodata::Level;
use crate::i18n::{Msg, Plural, Words};
use crate::ui::context::{AppContext, Trouble};
use crate::web::build::{el, live, live_text};
use crate::web::object;
use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// A count of problems that opens to their list; not shown when there is none. What the desk finds comes later, and
/// leaves an open list open.
pub(crate) fn problems(cx: AppContext) -> AnyView {
    let count = move || cx.troubles.with(Vec::len) + cx.told.with(Vec::len);
    let texts = move || {
        let own = cx.troubles.with(|t| cx.words(|w| t.iter().map(|t| text(t, w)).collect::<Vec<_>>()));
        let told = cx.told.with(|told| told.iter().map(|t| t.message.clone()).collect::<Vec<_>>());
        el("ul").children(own.into_iter().chain(told).map(|t| el("li").text(t).into())).into()
    };
    let class = move || if count() > 0 { "fold problems" } else { "fold none" }.to_owned();
    let summary = live_text(move || cx.words(|w| w.count(Plural::ProblemsCount, count() as u64)));
    el("details").live_attr("class", class).child(el("summary").child(summary)).child(live(texts)).into()
}

fn text(trouble: &Trouble, words: &Words<'_>) -> String {
    match trouble {
        Trouble::Data(problem) => trouble::data_text(problem, words),
        Trouble::Address(problem) => words.with(problem.message, &problem.values()),
        Trouble::Catalogue(_, problem) => words.with(problem.message(), &problem.values()),
        Trouble::Language(name) => words.with(Msg::LanguageMissing, &[("language", name)]),
        Trouble::Missing { layer, file, reason } => trouble::missing_text(layer, file, reason, words),
    }
}

/// The problems as `cableMap.problems()` gives them.
pub(crate) fn as_objects(cx: AppContext) -> Array {
    let own = untrack(|| cx.troubles.with(|t| cx.words(|w| t.iter().map(|t| object(t, w)).collect::<Array>())));
    cx.told.with_untracked(|told| {
        told.iter().for_each(|t| {
            own.push(&object::of_problem(&t.level, &t.code, &t.message, &t.place));
        });
    });
    own
}

fn object(trouble: &Trouble, words: &Words<'_>) -> JsValue {
    let (level, code, place) = match trouble {
        Trouble::Data(p) => {
            (if p.level == Level::Error { "error" } else { "warning" }, p.code.as_str(), trouble::place(p))
        }
        Trouble::Address(p) => ("warning", p.message.key().trim_start_matches("problem-"), p.key.to_owned()),
        Trouble::Catalogue(code, p) => ("warning", p.code(), (*code).to_owned()),
        Trouble::Language(name) => ("warning", "language-missing", (*name).to_owned()),
        Trouble::Missing { file, .. } => ("error", "layer-missing", file.clone()),
    };
    object::of_problem(level, code, &text(trouble, words), &place)
}
