//! About the map and its keys, in a dialog.

use super::context::DeskContext;
use crate::geodata::Catalog;
use crate::i18n::Msg;
use crate::web::build::{CROSS, el, icon, live};
use crate::web::dom;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

/// The messages of the keys, in the order in which they are listed.
const KEYS: [Msg; 10] = [
    Msg::KeysArrows,
    Msg::KeysZoom,
    Msg::KeysTurn,
    Msg::KeysHome,
    Msg::KeysEscape,
    Msg::KeysSave,
    Msg::KeysHelp,
    Msg::KeysDrag,
    Msg::KeysDoubleClick,
    Msg::KeysTouch,
];

const ID: &str = "about";

/// The dialog, closed.
pub(super) fn about(cx: DeskContext) -> AnyView {
    el("dialog").attr("id", ID).attr("aria-labelledby", "about-title").child(live(move || body(cx))).into()
}

fn dialog() -> Option<HtmlDialogElement> {
    dom::element(ID)?.dyn_into().ok()
}

fn body(cx: DeskContext) -> AnyView {
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
        .child(list(cx.catalog.with(Catalog::attributions)))
        .child(p(Msg::AboutLicence))
        .child(el("p").class("note").text(version))
        .into()
}
