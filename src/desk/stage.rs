//! The way to the stage: buttons that open it, and links that ask for it.

use super::DeskContext;
use super::about::dialog;
use crate::beside::Missing;
use crate::i18n::Msg;
use crate::web::build::{el, live};
use crate::web::{applications, effect};
use leptos::prelude::*;

const STAGE: &str = "stage";

/// What can be opened, by the id of its dialog.
const DIALOGS: [(&str, Msg); 3] = [("stories", Msg::StoriesOpen), ("share", Msg::ShareOpen), ("build", Msg::BuildOpen)];

/// Opens the stage, and calls `then` once it is there.
fn open(cx: DeskContext, then: impl FnOnce() + 'static) {
    applications::open(STAGE, move |failed| match failed {
        None => then(),
        Some(reason) => {
            let missing = Missing { layer: STAGE.to_owned(), file: STAGE.to_owned(), reason };
            cx.missing.update(|all| {
                all.retain(|m| m.layer != STAGE);
                all.push(missing);
            });
        }
    });
}

/// A button for each of its dialogs.
pub(super) fn openers(cx: DeskContext) -> AnyView {
    let opener = move |(id, name): (&'static str, Msg)| {
        let show = move || {
            if let Some(dialog) = dialog(id).filter(|d| !d.open()) {
                // Showing fails only where the dialog is not in the document.
                let _ = dialog.show_modal();
            }
        };
        el("button").attr("type", "button").class("plain").on_click(move |_| open(cx, show)).text(cx.t(name)).into()
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
            open(cx, || ());
        }
    });
}
