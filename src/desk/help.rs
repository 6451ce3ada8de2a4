//! The keys and gestures, in a dialog; and a hint at them for who comes new.

use super::DeskContext;
use super::about::{close, dialog};
use crate::app::UiMode;
use crate::app::gesture::{HANDS, KEYS};
use crate::i18n::Msg;
use crate::web::build::{El, el, live};
use crate::web::{dom, events};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

const ID: &str = "help";
/// How long the hint stands where no hand or key takes it away.
const HINT_MS: u32 = 7000;

/// The dialog, closed.
pub(super) fn help(cx: DeskContext) -> AnyView {
    el("dialog").attr("id", ID).attr("aria-labelledby", "help-title").child(live(move || body(cx))).into()
}

/// Opens the dialog.
pub(super) fn open() {
    if let Some(dialog) = dialog(ID).filter(|d| !d.open()) {
        // Showing fails only where the dialog is not in the document.
        let _ = dialog.show_modal();
    }
}

fn body(cx: DeskContext) -> AnyView {
    let list =
        |messages: Vec<Msg>| el("dl").class("keys").children(messages.into_iter().map(|m| line(&cx.t(m)).into()));
    el("div")
        .child(close(cx, ID))
        .child(el("h2").attr("id", "help-title").text(cx.t(Msg::KeysTitle)))
        .child(list(KEYS.iter().map(|(_, message)| *message).collect()))
        .child(el("p").class("note").text(cx.t(Msg::HelpNote)))
        .child(list(HANDS.to_vec()))
        .into()
}

/// "Arrow keys: move the map": the keys stand before the colon, what they do behind it.
fn line(text: &str) -> El {
    let cut = text.char_indices().find(|(i, c)| *i > 0 && matches!(c, ':' | '：'));
    let (keys, does) = cut.map_or(("", text), |(i, c)| (&text[..i], text[i + c.len_utf8()..].trim_start()));
    el("div").child(el("dt").child(el("kbd").text(keys.trim_end()))).child(el("dd").text(does))
}

/// A hint for who comes without a link of their own: it goes with the first touch of hand or key, or by itself. Nothing
/// is remembered.
pub(super) fn hint(cx: DeskContext) -> AnyView {
    let fresh = cx.state.with_untracked(|s| s.ui == UiMode::Full && s.sel.is_none() && s.is_at_home());
    let shown = RwSignal::new(fresh);
    if fresh {
        for event in ["pointerdown", "wheel", "keydown"] {
            events::listen(&window(), event, move |_: &web_sys::Event| {
                if shown.get_untracked() {
                    shown.set(false);
                }
            });
        }
        Timeout::new(HINT_MS, move || shown.set(false)).forget();
    }
    let touch = dom::has_coarse_pointer();
    let text = move || cx.t(if touch { Msg::HelpHintTouch } else { Msg::HelpHint });
    let class = move || if shown.get() { "first-hint shown" } else { "first-hint" }.to_owned();
    // The canvas's own description says as much to a screen reader.
    el("p").live_attr("class", class).attr("aria-hidden", "true").child(crate::web::build::live_text(text)).into()
}
