//! The worksheet: the map with its legend, questions from the data, and the answers with their sources, for A4.

use super::StageContext;
use crate::app::quiz::Question;
use crate::i18n::Msg;
use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/stage/sheet.js")]
extern "C" {
    #[wasm_bindgen(js_name = print)]
    fn print_pages(pages: &Array, lang: &str, failed: &JsValue);
}

fn element(tag: &str, class: &str, text: &str) -> JsValue {
    Array::of3(&tag.into(), &class.into(), &text.into()).into()
}

/// Prints a set of questions.
pub(super) fn print(cx: StageContext, number: u32, asked: &[Question]) {
    let (lang, pages) = untrack(|| (cx.lang(), pages(cx, number, asked)));
    cx.making.set(Some(String::new()));
    let done = move |reason: String| cx.making.set(Some(reason).filter(|r| !r.is_empty()));
    print_pages(&pages, &lang, &Closure::<dyn Fn(String)>::new(done).into_js_value());
}

fn pages(cx: StageContext, number: u32, asked: &[Question]) -> Array {
    let set = cx.words(|w| w.with(Msg::SheetSet, &[("number", &number.to_string())]));
    let (questions, answers) = (Array::new(), Array::new());
    questions.push(&element("h1", "", &cx.t(Msg::AppTitle)));
    questions.push(&element("p", "fill", &cx.t(Msg::SheetFill)));
    questions.push(&element("img", "", ""));
    for (i, question) in asked.iter().enumerate() {
        questions.push(&element("p", "asked", &[&(i + 1).to_string(), ". ", &question.prompt].concat()));
        for choice in &question.choices {
            questions.push(&element("li", "", choice));
        }
    }
    questions.push(&element("p", "foot-of", &set));
    answers.push(&element("h1", "", &[&cx.t(Msg::SheetKey), " · ", &set].concat()));
    for (i, question) in asked.iter().enumerate() {
        let letter = char::from(b'A' + u8::try_from(question.right).unwrap_or_default());
        let answer = question.choices.get(question.right).cloned().unwrap_or_default();
        let line = [
            &(i + 1).to_string(),
            ". ",
            &cx.words(|w| w.named(&letter.to_string(), &answer)),
            " — ",
            &question.because,
        ]
        .concat();
        answers.push(&element("p", "asked", &line));
        answers.push(&element("p", "from", &sources(cx, &question.sources)));
    }
    Array::of2(&questions, &answers)
}

/// Publisher, title and date of each source.
fn sources(cx: StageContext, ids: &[String]) -> String {
    cx.atlas.with(|atlas| {
        let one = |id: &String| {
            let source = atlas.source(id)?;
            let date = source.date.as_ref().map_or_else(String::new, |date| [", ", date].concat());
            Some(cx.words(|w| w.named(&source.publisher, &[&source.title, date.as_str()].concat())))
        };
        ids.iter().filter_map(one).collect::<Vec<_>>().join(" · ")
    })
}
