//! The dialog of stories: what there is, a file of one's own, a story from the map.

use super::page::{button, choose_file, close_dialog, dialog, open_dialog, shell, take_dropped};
use super::{StageContext, Told, draft, load, quiz, steps};
use crate::app::trouble::data_text;
use crate::i18n::{Msg, Plural};
use crate::web::build::{El, el, live, live_text};
use leptos::prelude::*;

const ID: &str = "stories";

/// The dialog, closed.
pub(super) fn list(cx: StageContext) -> AnyView {
    request_animation_frame(move || take_dropped(ID, move |name, bytes| take(cx, &name, &bytes)));
    shell(ID, live(move || inside(cx)))
}

fn inside(cx: StageContext) -> AnyView {
    let mut out: Vec<AnyView> = vec![el("p").class("note").text(cx.t(Msg::StoriesNote)).into()];
    match cx.listed.get() {
        None => out.push(el("p").text(cx.t(Msg::Loading)).into()),
        Some(Err(reason)) => {
            out.push(
                el("p")
                    .attr("role", "alert")
                    .text(cx.words(|w| w.with(Msg::StoriesFailed, &[("reason", &reason)])))
                    .into(),
            );
        }
        Some(Ok(())) => {}
    }
    let stories = cx.stories.with(|all| all.iter().map(|told| entry(cx, told)).collect::<Vec<_>>());
    out.push(el("ul").class("stories").children(stories).into());
    out.push(own(cx).into());
    let go = |id: &'static str| move || open_dialog(id);
    let mut others = el("div").class("presses");
    // Questions are made of all the data.
    if cx.loaded.get() {
        others = others.child(button(cx.t(Msg::QuizOpen), "plain", move || quiz::start(cx)));
        others = others.child(button(cx.t(Msg::QuizSheet), "plain", move || quiz::sheet(cx)));
    }
    others = others.child(button(cx.t(Msg::ShareOpen), "plain", go("share")));
    out.push(others.child(button(cx.t(Msg::BuildOpen), "plain", go("build"))).into());
    out.push(el("p").class("note").attr("role", "status").child(live_text(move || making(cx))).into());
    dialog(cx, ID, Msg::StoriesTitle, out).into()
}

/// That the worksheet is on its way, or why there is none.
fn making(cx: StageContext) -> String {
    match cx.making.get() {
        None => String::new(),
        Some(reason) if reason.is_empty() => cx.t(Msg::SheetMaking),
        Some(reason) => cx.words(|w| w.with(Msg::SaveFailed, &[("reason", &reason)])),
    }
}

fn entry(cx: StageContext, told: &Told) -> AnyView {
    let count = cx.words(|w| w.count(Plural::StorySteps, told.story.steps.len() as u64));
    let id = told.story.id.clone();
    let start = move |_| {
        close_dialog(ID);
        cx.editing.set(false);
        steps::go(cx, &id, 0);
    };
    let lang = told.text.lang.clone();
    let name = el("span").class("name").attr("lang", lang.clone()).text(told.text.title.clone());
    let open = el("button").attr("type", "button").class("entry").on_click(start).child(name);
    let open = open.child(el("span").class("detail").text(count));
    el("li").child(open).child(el("p").attr("lang", lang).text(told.text.summary.clone())).into()
}

fn own(cx: StageContext) -> El {
    let record = move || {
        close_dialog(ID);
        draft::record(cx);
    };
    let open = move || choose_file(move |name, bytes| take(cx, &name, &bytes));
    let presses = el("div").class("presses").child(button(cx.t(Msg::StoryRecord), "plain", record));
    el("section")
        .child(el("h3").text(cx.t(Msg::StoryOwn)))
        .child(presses.child(button(cx.t(Msg::StoryFile), "plain", open)))
        .child(el("p").class("note").text(cx.t(Msg::StoryDrop)))
        .children(opened(cx))
}

/// What became of the last file.
fn opened(cx: StageContext) -> Option<AnyView> {
    let (name, is_shown, problems) = cx.opened.get()?;
    if problems.is_empty() {
        return None;
    }
    let said = cx.words(|w| w.with(if is_shown { Msg::StoryOdd } else { Msg::StoryRefused }, &[("file", &name)]));
    let lines = cx.words(|w| problems.iter().map(|p| el("li").text(data_text(p, w)).into()).collect::<Vec<_>>());
    let list = el("ul").class("faults").children(lines);
    Some(el("div").attr("role", "alert").class("opened").child(el("p").text(said)).child(list).into())
}

/// Takes a reader's file: shows it where it can be shown and nothing is odd.
fn take(cx: StageContext, name: &str, bytes: &[u8]) {
    let Some(id) = load::open_file(cx, name, bytes) else { return };
    let is_fine = cx.opened.with_untracked(|o| o.as_ref().is_some_and(|(_, _, problems)| problems.is_empty()));
    if is_fine {
        close_dialog(ID);
    }
    cx.editing.set(false);
    steps::go(cx, &id, 0);
}
