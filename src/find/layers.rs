//! A switch for every layer that can be switched and has something to show.

use super::FindContext;
use crate::app::Action;
use crate::beside::fold::Fold;
use crate::i18n::Msg;
use crate::scene::{Group, SWITCHES, Switch};
use crate::web::build::{el, text};
use crate::web::sign::{sheets, sign};
use leptos::prelude::*;

/// The groups in the order of the legend: what the map is about first.
const GROUPS: [(Group, Msg); 3] =
    [(Group::Cables, Msg::LayersCables), (Group::Context, Msg::LayersContext), (Group::Ground, Msg::LayersGround)];

/// The switches, folded.
pub(super) fn switches(cx: FindContext) -> AnyView {
    let inside = move || el("div").children(GROUPS.iter().map(|(of, title)| group(cx, *of, &cx.t(*title)))).into();
    let fold = Fold::new("layers").view(sheets(), cx.t(Msg::LayersTitle), None, Box::new(inside));
    el("section").class("layers").attr("aria-label", cx.t(Msg::LayersTitle)).child(fold).into()
}

fn group(cx: FindContext, group: Group, title: &str) -> AnyView {
    let mut layers = SWITCHES.into_iter().filter(|l| l.group == group && l.switchable && has_files(cx, l)).peekable();
    if layers.peek().is_none() {
        return text("");
    }
    let list = el("ul").class("entries").attr("aria-label", title).children(layers.map(|l| switch(cx, l)));
    el("div").child(el("h3").text(title)).child(list).into()
}

/// Whether there are files that the layer draws, or none that it would need.
fn has_files(cx: FindContext, layer: &Switch) -> bool {
    let styles = layer.styles;
    styles.is_empty() || cx.catalog.with(|c| c.layers.iter().any(|l| styles.contains(&l.style.as_str())))
}

fn switch(cx: FindContext, layer: Switch) -> AnyView {
    let (id, by_default) = (layer.id, layer.default_on);
    // The state changes with every move of the map; a switch only when it is used.
    let is_on = Memo::new(move |_| cx.state.with(|s| s.layers.shows(id, by_default)));
    let name = cx.words(|w| w.catalogue.by_key(&["layer-", id].concat()).unwrap_or(id).to_owned());
    let button = el("button")
        .attr("type", "button")
        .attr("role", "switch")
        .attr("data-layer", id)
        .class("entry")
        .live_attr("aria-checked", move || is_on.get().to_string())
        .on_click(move |_| cx.dispatch(Action::ToggleLayer { id: id.to_owned(), by_default }))
        .child(sign(layer.key))
        .child(el("span").class("name").text(name))
        .child(el("span").class("toggle"));
    el("li").child(button).into()
}
