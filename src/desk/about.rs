//! About the map, in a dialog.

use super::DeskContext;
use crate::geodata::Catalog;
use crate::i18n::Msg;
use crate::web::build::{CROSS, El, el, icon, live};
use crate::web::dom;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

const ID: &str = "about";

/// The dialog, closed.
pub(super) fn about(cx: DeskContext) -> AnyView {
    el("dialog").attr("id", ID).attr("aria-labelledby", "about-title").child(live(move || body(cx))).into()
}

/// The dialog of an id.
pub(super) fn dialog(id: &str) -> Option<HtmlDialogElement> {
    dom::element(id)?.dyn_into().ok()
}

/// The button that closes a dialog.
pub(super) fn close(cx: DeskContext, id: &'static str) -> El {
    el("button")
        .attr("type", "button")
        .class("close")
        .attr("aria-label", cx.t(Msg::Close))
        .on_click(move |_| dialog(id).iter().for_each(HtmlDialogElement::close))
        .child(icon(CROSS))
}

/// The pages beside the map: the one that keeps it on the device, and the one on accessibility.
const BESIDE: [(&str, Msg); 2] = [("offline.html", Msg::AboutOffline), ("accessibility.html", Msg::AboutAccessibility)];

/// The ways there; none where the map is one file on a disk already.
fn beside(cx: DeskContext) -> Vec<AnyView> {
    let is_on_disk = window().location().protocol().is_ok_and(|protocol| protocol == "file:");
    let link = |(page, name): (&str, Msg)| el("p").child(el("a").attr("href", page).text(cx.t(name))).into();
    if is_on_disk { Vec::new() } else { BESIDE.map(link).into() }
}

fn body(cx: DeskContext) -> AnyView {
    let p = |m: Msg| el("p").text(cx.t(m));
    let list = |items: Vec<String>| el("ul").children(items.into_iter().map(|i| el("li").text(i).into()));
    let version = cx.words(|w| w.with(Msg::Version, &[("version", env!("CARGO_PKG_VERSION"))]));
    el("div")
        .child(close(cx, ID))
        .child(el("h2").attr("id", "about-title").text(cx.t(Msg::About)))
        .child(p(Msg::AboutText))
        .child(p(Msg::AboutPrivacy))
        .children(beside(cx))
        .child(el("h3").text(cx.t(Msg::Attribution)))
        .child(list(cx.catalog.with(Catalog::attributions)))
        .child(p(Msg::AboutLicence))
        .child(el("p").class("note").text(version))
        .into()
}
