//! What went wrong, in words, with what still works.

use crate::geodata::{Level, Problem, fill};
use crate::i18n::{Msg, Plural, Words};
use crate::ui::build::{self, el, live};
use crate::ui::context::{AppContext, Trouble};
use js_sys::{Array, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// A count of problems that opens to their list; nothing when there is none.
pub(crate) fn problems(cx: AppContext) -> AnyView {
    live(move || {
        let texts: Vec<String> = cx.troubles.with(|t| cx.words(|w| t.iter().map(|t| text(t, w)).collect()));
        if texts.is_empty() {
            return build::text("");
        }
        let count = cx.words(|w| w.count(Plural::ProblemsCount, texts.len() as u64));
        el("details")
            .class("fold problems")
            .child(el("summary").text(count))
            .child(el("ul").children(texts.into_iter().map(|t| el("li").text(t).into())))
            .into()
    })
}

fn text(trouble: &Trouble, words: &Words<'_>) -> String {
    match trouble {
        Trouble::Data(problem) => data_text(problem, words),
        Trouble::Address(problem) => words.with(problem.message, &problem.values()),
        Trouble::Catalogue(_, problem) => words.with(problem.message(), &problem.values()),
        Trouble::Language(name) => words.with(Msg::LanguageMissing, &[("language", name)]),
        Trouble::Missing { layer, file, reason } => {
            let name = words.catalogue.by_key(&["layer-", layer].concat()).unwrap_or(layer).to_owned();
            [&words.with(Msg::LayerMissing, &[("layer", &name)]), " (", file, ": ", reason, ")"].concat()
        }
    }
}

/// Where it is, then what it is, in the page's language where it has the words.
fn data_text(problem: &Problem, words: &Words<'_>) -> String {
    let key = ["problem-", problem.code.as_str()].concat();
    let template = words.catalogue.by_key(&key).unwrap_or(problem.code.message_en());
    [&place(problem), ": ", &fill(template, &problem.args)].concat()
}

fn place(problem: &Problem) -> String {
    let parts = [Some(problem.file.as_str()), problem.feature.as_deref(), problem.property.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" › ")
}

/// The problems as `cableMap.problems()` gives them.
pub(crate) fn as_objects(cx: AppContext) -> Array {
    untrack(|| cx.troubles.with(|t| cx.words(|w| t.iter().map(|t| object(t, w)).collect())))
}

fn object(trouble: &Trouble, words: &Words<'_>) -> JsValue {
    let (level, code, place) = match trouble {
        Trouble::Data(p) => (if p.level == Level::Error { "error" } else { "warning" }, p.code.as_str(), place(p)),
        Trouble::Address(p) => ("warning", p.message.key().trim_start_matches("problem-"), p.key.to_owned()),
        Trouble::Catalogue(code, p) => {
            ("warning", p.message().key().trim_start_matches("problem-"), (*code).to_owned())
        }
        Trouble::Language(name) => ("warning", "language-missing", (*name).to_owned()),
        Trouble::Missing { file, .. } => ("error", "layer-missing", file.clone()),
    };
    let object = Object::new();
    for (key, value) in [("level", level), ("code", code), ("message", &text(trouble, words)), ("where", &place)] {
        // Setting a property of a plain object of our own cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(key), &JsValue::from_str(value));
    }
    object.into()
}
