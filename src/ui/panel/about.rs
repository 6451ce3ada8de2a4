//! About the map and its keys, in a dialog.

use crate::i18n::Msg;
use crate::ui::build::{CROSS, el, icon, live};
use crate::ui::context::AppContext;
use crate::ui::dom;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

/// The messages of the keys, in the order in which they are listed.
const KEYS: [Msg; 9] = [
    Msg::KeysArrows,
    Msg::KeysZoom,
    Msg::KeysTurn,
    Msg::KeysHome,
    Msg::KeysEscape,
    Msg::KeysHelp,
    Msg::KeysDrag,
    Msg::KeysDoubleClick,
    Msg::KeysTouch,
];

const ID: &str = "about";

/// The dialog, closed.
pub(crate) fn about(cx: AppContext) -> AnyView {
    el("dialog").attr("id", ID).attr("aria-labelledby", "about-title").child(live(move || body(cx))).into()
}

/// Opens it.
pub(crate) fn open() {
    if let Some(dialog) = dialog().filter(|d| !d.open()) {
        // Showing fails only where the dialog is not in the document.
        let _ = dialog.show_modal();
    }
}

/// Whether it is open.
pub(crate) fn is_open() -> bool {
    dialog().is_some_and(|d| d.open())
}

fn dialog() -> Option<HtmlDialogElement> {
    dom::element(ID)?.dyn_into().ok()
}

fn body(cx: AppContext) -> AnyView {
    let p = |m: Msg| el("p").text(cx.t(m));
    let list = |items: Vec<String>| el("ul").children(items.into_iter().map(|i| el("li").text(i).into()));
    let close = el("button")
        .attr("type", "button")
        .class("close")
        .attr("aria-label", cx.t(Msg::Close))
        .on_click(|_| dialog().iter().for_each(HtmlDialogElement::close))
        .child(icon(CROSS));
    let version = cx.words(|w| w.with(Msg::Version, &[("version", env!("CARGO_PKG_VERSION"))]));
    el("div")
        .child(close)
        .child(el("h2").attr("id", "about-title").text(cx.t(Msg::About)))
        .child(p(Msg::AboutText))
        .child(p(Msg::AboutPrivacy))
        .child(el("h3").text(cx.t(Msg::KeysTitle)))
        .child(list(KEYS.into_iter().map(|m| cx.t(m)).collect()))
        .child(el("h3").text(cx.t(Msg::Attribution)))
        .child(list(attributions(cx)))
        .child(p(Msg::AboutLicence))
        .child(el("p").class("note").text(version))
        .into()
}

/// Whom to thank, each once, as the catalogue says.
pub(crate) fn attributions(cx: AppContext) -> Vec<String> {
    cx.catalog.with(|catalog| {
        let mut lines: Vec<String> = Vec::new();
        for layer in &catalog.layers {
            if !lines.contains(&layer.attribution) {
                lines.push(layer.attribution.clone());
            }
        }
        lines
    })
}
