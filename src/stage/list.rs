//! The dialog of stories: what there is, a file of one's own, a story from the map.

use super::page::{ask, button, close_dialog, dialog, open_dialog, shell};
use super::{StageContext, Told, draft, load, steps};
use crate::app::trouble::data_text;
use crate::beside::files::{choose_file, take_dropped};
use crate::i18n::{Msg, Plural};
use crate::web::applications;
use crate::web::build::{El, el, live};
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
    let others: [(&'static str, Msg); 4] =
        [("quiz", Msg::QuizOpen), ("sheet", Msg::QuizSheet), ("share", Msg::ShareOpen), ("build", Msg::BuildOpen)];
    let other = |(what, name): (&'static str, Msg)| button(cx.t(name), "plain", move || class(cx, what)).into();
    out.push(el("div").class("presses").children(others.map(other)).into());
    dialog(cx, ID, Msg::StoriesTitle, out).into()
}

/// Opens what belongs to classes and other pages, an application of its own.
fn class(cx: StageContext, what: &'static str) {
    applications::open("class", move |failed| match failed {
        None if matches!(what, "quiz" | "sheet") => {
            close_dialog(ID);
            ask(what);
        }
        None => open_dialog(what),
        Some(reason) => cx.listed.set(Some(Err(reason))),
    });
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
    let open = move || choose_file(ID, ".json,application/json", move |name, bytes| take(cx, &name, &bytes));
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
