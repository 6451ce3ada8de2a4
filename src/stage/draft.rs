//! A story made from the map: steps added from what it shows, words typed, the whole saved as a file.

use super::page::{button, field, focus_soon, pretty};
use super::{StageContext, load, steps};
use crate::beside::link;
use crate::beside::page::download;
use crate::i18n::Msg;
use crate::story::{Draft, StepText, view, write};
use crate::web::build::{CROSS, el, icon, live, text};
use leptos::prelude::*;

/// Begins a story, or goes on with the one that was begun.
pub(super) fn record(cx: StageContext) {
    if cx.draft.with_untracked(Option::is_none) {
        let (lang, title) = untrack(|| (cx.lang(), cx.t(Msg::DraftUntitled)));
        cx.draft.set(Some(Draft::new(&lang, &title)));
    }
    edit(cx);
}

/// Opens the editor.
pub(super) fn edit(cx: StageContext) {
    changed(cx);
    cx.editing.set(true);
    focus_soon("draft-add");
}

/// Says that there are other steps, or others in other places.
fn changed(cx: StageContext) {
    cx.shape.update(|n| *n += 1);
}

/// Changes the draft, without making the editor anew: who types keeps the place.
fn change(cx: StageContext, f: impl FnOnce(&mut Draft)) {
    cx.draft.update_untracked(|draft| {
        if let Some(draft) = draft {
            f(draft);
        }
    });
}

/// The editor; nothing while it is closed.
pub(super) fn editor(cx: StageContext) -> AnyView {
    live(move || {
        cx.shape.track();
        if !cx.editing.get() {
            return text("");
        }
        cx.draft.with_untracked(Option::clone).map_or_else(|| text(""), |draft| panel(cx, &draft))
    })
}

fn panel(cx: StageContext, draft: &Draft) -> AnyView {
    let said = draft.text();
    let close = el("button").attr("type", "button").class("close").attr("aria-label", cx.t(Msg::Close));
    let close = close.on_click(move |_| cx.editing.set(false)).child(icon(CROSS));
    let name = el("input").attr("value", said.title.clone()).on_input(move |v| change(cx, |d| d.edit(|t| t.title = v)));
    let add = move || {
        let view = view(&link::state());
        let count = cx.draft.with_untracked(|d| d.as_ref().map_or(0, |d| d.story.steps.len()));
        let title = untrack(|| numbered(cx, count + 1));
        change(cx, |d| {
            d.add(None, &title, view);
        });
        changed(cx);
        focus_soon("draft-add");
    };
    let add = button(cx.t(Msg::DraftAdd), "plain first", add).attr("id", "draft-add");
    let presses = el("div").class("presses").child(add);
    let presses = if said.steps.is_empty() {
        presses
    } else {
        presses.child(button(cx.t(Msg::DraftSave), "plain", move || save(cx)))
    };
    let rows = said.steps.iter().enumerate().map(|(i, step)| row(cx, i, said.steps.len(), step)).collect::<Vec<_>>();
    let body =
        el("div").class("body").attr("tabindex", "0").attr("role", "group").attr("aria-label", cx.t(Msg::StoryOwn));
    let body = body.child(el("h2").text(cx.t(Msg::StoryOwn))).child(field(cx.t(Msg::DraftName), name));
    let body = if rows.is_empty() {
        body.child(el("p").class("note").text(cx.t(Msg::DraftEmpty)))
    } else {
        body.child(el("ol").children(rows))
    };
    el("section")
        .class("panel tour draft")
        .attr("aria-label", cx.t(Msg::StoryOwn))
        .child(close)
        .child(body)
        .child(presses)
        .into()
}

/// "Step 3".
fn numbered(cx: StageContext, number: usize) -> String {
    let number = number.to_string();
    cx.words(|w| w.with(Msg::StoryStep, &[("step", &number), ("count", &number)]))
}

fn row(cx: StageContext, place: usize, count: usize, said: &StepText) -> AnyView {
    let typed = |name: Msg, value: &str, is_long: bool, set: fn(&mut StepText, String)| {
        let control =
            if is_long { el("textarea").attr("rows", "3").text(value) } else { el("input").attr("value", value) };
        field(cx.t(name), control.on_input(move |v| change(cx, |d| d.edit_step(place, |s| set(s, v)))))
    };
    let shift = move |to: usize| {
        change(cx, |d| d.shift(place, to));
        changed(cx);
    };
    let look = move || {
        let view = view(&link::state());
        change(cx, |d| d.look(place, view));
    };
    let remove = move || {
        change(cx, |d| d.remove(place));
        changed(cx);
        focus_soon("draft-add");
    };
    let mut presses = el("div").class("presses").child(button(cx.t(Msg::DraftShow), "link", move || show(cx, place)));
    presses = presses.child(button(cx.t(Msg::DraftLook), "link", look));
    if place > 0 {
        presses = presses.child(button(cx.t(Msg::DraftUp), "link", move || shift(place - 1)));
    }
    if place + 1 < count {
        presses = presses.child(button(cx.t(Msg::DraftDown), "link", move || shift(place + 1)));
    }
    presses = presses.child(button(cx.t(Msg::DraftRemove), "link", remove));
    el("li")
        .child(typed(Msg::DraftTitle, &said.title, false, |s, v| s.title = v))
        .child(typed(Msg::DraftCaption, &said.caption, true, |s, v| s.caption = v))
        .child(typed(Msg::StoryNotes, &said.notes, true, |s, v| s.notes = v))
        .child(typed(Msg::StoryQuestion, &said.question, false, |s, v| s.question = v))
        .child(presses)
        .into()
}

/// Shows the story as it is so far.
fn show(cx: StageContext, place: usize) {
    let Some(draft) = cx.draft.get_untracked() else { return };
    let id = draft.story.id.clone();
    if load::show(cx, draft.story) {
        cx.editing.set(false);
        steps::go(cx, &id, place);
    }
}

fn save(cx: StageContext) {
    if let Some(draft) = cx.draft.get_untracked() {
        download(&[&draft.story.id, ".json"].concat(), "application/json", &pretty(&write(&draft.story)));
    }
}
