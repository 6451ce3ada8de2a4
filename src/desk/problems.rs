//! What is wrong with the data and with the words, told to the map in words.

use super::context::DeskContext;
use super::{link, words as wording};
use crate::app::trouble;
use crate::geodata::Level;
use crate::web::object;
use js_sys::Array;
use leptos::prelude::*;

/// Tells the map; tracks the problems, the language and what is wrong with it.
pub(super) fn tell(cx: DeskContext) {
    let told: Array = cx.words(|words| {
        let wrong = cx.problems.with(|all| {
            let one = |p: &crate::geodata::Problem| {
                let level = if p.level == Level::Error { "error" } else { "warning" };
                let (message, place) = (trouble::data_text(p, words), trouble::place(p));
                object::of_texts(&[
                    ("level", level),
                    ("code", p.code.as_str()),
                    ("message", &message),
                    ("where", &place),
                ])
            };
            all.iter().map(one).collect::<Vec<_>>()
        });
        let missing = cx.missing.with(|all| {
            let one = |m: &super::context::Missing| {
                let message = trouble::missing_text("sources", &m.file, &m.reason, words);
                let texts = [("level", "error"), ("code", "layer-missing"), ("message", &message), ("where", &m.file)];
                object::of_texts(&texts)
            };
            all.iter().map(one).collect::<Vec<_>>()
        });
        wrong.into_iter().chain(missing).chain(wording::wrong(cx, words)).collect()
    });
    link::tell(&told);
}
