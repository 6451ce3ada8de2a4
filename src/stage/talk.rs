//! The presentation of a story: large, by the keys of a clicker, with notes and a clock in a window of their own.

use super::{StageContext, Told, page, steps};
use crate::i18n::Msg;
use crate::story::press;
use crate::web::build::{el, live, live_text, text};
use crate::web::{dom, effect, object};
use js_sys::Object;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/stage/talk.js")]
extern "C" {
    fn begin(ended: &JsValue);
    fn finish();
    fn tell(texts: &Object);
    #[wasm_bindgen(js_name = openNotes)]
    fn open_notes(key: &JsValue) -> bool;
    /// Shows a dot where the pointer is, or no longer.
    pub(super) fn point();
}

/// Begins.
pub(super) fn start(cx: StageContext) {
    cx.blank.set(false);
    cx.presenting.set(true);
    begin(&Closure::<dyn Fn()>::new(move || end(cx)).into_js_value());
    // The keys go to the slides, not to the button that is gone.
    dom::focus("canvas");
}

/// Ends; the story stays on its step.
pub(super) fn end(cx: StageContext) {
    if cx.presenting.get_untracked() {
        cx.presenting.set(false);
        cx.blank.set(false);
        cx.notes_here.set(false);
        finish();
    }
}

/// Opens the notes; on the page, where the browser keeps windows shut.
pub(super) fn notes(cx: StageContext) {
    let key = Closure::<dyn Fn(String) -> bool>::new(move |key: String| take(cx, &key, false));
    cx.notes_here.set(!open_notes(&key.into_js_value()));
}

/// Does what a key asks for; answers whether it was for the story.
fn take(cx: StageContext, key: &str, is_on_button: bool) -> bool {
    if untrack(|| cx.place()).is_none() || cx.editing.get_untracked() {
        return false;
    }
    let does = press(key, cx.presenting.get_untracked(), is_on_button);
    does.into_iter().for_each(|does| steps::pressed(cx, does));
    does.is_some()
}

/// Listens to the keys, and tells the style sheet whether a story is presented.
pub(super) fn listen(cx: StageContext) {
    page::on_keys(move |key, is_on_button| take(cx, &key, is_on_button));
    effect(move || {
        let is_on = cx.presenting.get();
        dom::set(dom::root().as_ref(), "data-presenting", if is_on { "yes" } else { "no" });
    });
}

/// Tells the notes what a step says.
pub(super) fn say(cx: StageContext, told: &Told, place: usize) {
    let Some(step) = told.story.steps.get(place) else { return };
    let said = told.text.step(&step.id);
    let count = told.story.steps.len();
    let following = told.story.steps.get(place + 1).map(|next| told.text.step(&next.id).title);
    let following = following.map(|title| cx.words(|w| w.with(Msg::TalkFollowing, &[("title", &title)])));
    let step =
        cx.words(|w| w.with(Msg::StoryStep, &[("step", &(place + 1).to_string()), ("count", &count.to_string())]));
    let texts = Object::new();
    let all = [
        ("lang", told.text.lang.clone()),
        ("step", step),
        ("title", said.title),
        ("notes", said.notes),
        ("question", said.question),
        ("following", following.unwrap_or_default()),
    ];
    all.iter().for_each(|(key, value)| object::set(&texts, key, &JsValue::from_str(value)));
    tell(&texts);
}

/// What lies over the page while a story is presented: the keys, the pointer, the notes for want of a window, the blank screen.
pub(super) fn over(cx: StageContext) -> AnyView {
    let dot = el("div").attr("id", "dot").attr("aria-hidden", "true");
    let bar = live(move || {
        if !cx.presenting.get() {
            return text("");
        }
        let press = |name: Msg, act: fn(StageContext)| page::button(cx.t(name), "link", move || act(cx)).into();
        let presses: Vec<AnyView> = vec![
            press(Msg::TalkPointer, |_| point()),
            press(Msg::TalkNotes, notes),
            press(Msg::TalkBlank, |cx| cx.blank.update(|blank| *blank = !*blank)),
            press(Msg::TalkEnd, end),
        ];
        let keys = el("span").text(cx.t(Msg::TalkKeys));
        let bar = el("div").class("talk").child(keys).children(presses);
        el("section")
            .attr("aria-label", cx.t(Msg::TalkStart))
            .child(bar)
            .child(live(move || here(cx)))
            .child(live(move || blank(cx)))
            .into()
    });
    el("div").child(dot).child(bar).into()
}

/// The notes on the page.
fn here(cx: StageContext) -> AnyView {
    if !cx.notes_here.get() {
        return text("");
    }
    let said = move || {
        cx.current().and_then(|(told, i)| Some(told.text.step(&told.story.steps.get(i)?.id).notes)).unwrap_or_default()
    };
    el("div")
        .class("notes-here")
        .attr("role", "status")
        .child(el("p").class("note").text(cx.t(Msg::TalkBlocked)))
        .child(el("p").child(live_text(said)))
        .into()
}

fn blank(cx: StageContext) -> AnyView {
    if !cx.blank.get() {
        return text("");
    }
    el("div").class("blank").attr("role", "status").child(el("span").text(cx.t(Msg::TalkBlanked))).into()
}
