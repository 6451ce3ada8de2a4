//! The way to the stage: buttons that open it, and links that ask for it.

use super::DeskContext;
use super::about::dialog;
use crate::beside::Missing;
use crate::i18n::Msg;
use crate::web::build::{el, live};
use crate::web::{applications, effect};
use leptos::prelude::*;

const STAGE: &str = "stage";
const CLASS: &str = "class";

/// What can be opened: by which application, and the id of its dialog.
const DIALOGS: [(&str, &str, Msg); 3] =
    [(STAGE, "stories", Msg::StoriesOpen), (CLASS, "share", Msg::ShareOpen), (CLASS, "build", Msg::BuildOpen)];

/// Opens an application, and calls `then` once it is there.
fn open(cx: DeskContext, name: &'static str, then: impl FnOnce() + 'static) {
    applications::open(name, move |failed| match failed {
        None => then(),
        Some(reason) => {
            let missing = Missing { layer: STAGE.to_owned(), file: name.to_owned(), reason };
            cx.missing.update(|all| {
                all.retain(|m| m.file != name);
                all.push(missing);
            });
        }
    });
}

/// A button for each of its dialogs.
pub(super) fn openers(cx: DeskContext) -> AnyView {
    let opener = move |(application, id, name): (&'static str, &'static str, Msg)| {
        let show = move || {
            if let Some(dialog) = dialog(id).filter(|d| !d.open()) {
                // Showing fails only where the dialog is not in the document.
                let _ = dialog.show_modal();
            }
        };
        el("button")
            .attr("type", "button")
            .class("plain")
            .on_click(move |_| open(cx, application, show))
            .text(cx.t(name))
            .into()
    };
    live(move || el("div").class("openers").children(DIALOGS.map(opener)).into())
}

/// Opens the stage where the state carries a story.
pub(super) fn follow(cx: DeskContext) {
    let mut is_asked = false;
    effect(move || {
        let is_wanted = cx.state.with(|s| !s.carried.get("story").is_empty());
        if is_wanted && !is_asked {
            is_asked = true;
            open(cx, STAGE, || ());
        }
    });
}
