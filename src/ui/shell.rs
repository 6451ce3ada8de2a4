//! The page around the map.

use super::context::AppContext;
use super::desk;
use super::panel::controls::{controls, scale};
use super::panel::legend::legend;
use super::panel::problems::problems;
use super::panel::views::views;
use super::sheet;
use crate::geodata::Catalog;
use crate::i18n::Msg;
use crate::web::build::{el, live_text};
use leptos::prelude::*;

/// Panels, controls and the live region.
pub(super) fn shell(cx: AppContext) -> Vec<AnyView> {
    let main = el("div")
        .class("scroll")
        .child(el("h1").child(live_text(move || cx.t(Msg::AppTitle))))
        .child(el("p").class("subtitle").child(live_text(move || cx.t(Msg::AppSubtitle))))
        .child(place("find-search"))
        .child(views(cx))
        .child(place("desk-openers"))
        .child(legend(cx))
        .child(place("find-lists"))
        .child(place("desk-timeline"))
        .child(el("p").class("progress").child(live_text(move || cx.progress.get())))
        .child(problems(cx))
        .child(place("desk-settings"));
    let class = move || if cx.selected.with(Option::is_some) { "sheet has-details" } else { "sheet" }.to_owned();
    let panels = el("div")
        .live_attr("class", class)
        .live_attr("data-height", move || cx.sheet.get().code().to_owned())
        .child(sheet::handle(cx))
        .child(el("header").class("panel main").child(main))
        .child(place("desk-details"));
    let credit = el("p")
        .class("credit")
        .attr("id", "credit")
        .child(el("span").child(live_text(move || cx.catalog.with(Catalog::attributions).join(" · "))))
        .child(
            el("button")
                .attr("type", "button")
                .class("link")
                .on_click(move |_| desk::dialog(cx, "about"))
                .child(live_text(move || cx.t(Msg::About))),
        );
    let hint = move || if cx.hint.get().is_some() { "hint shown" } else { "hint" }.to_owned();
    let status =
        el("p").attr("id", "announcement").class("visually-hidden").attr("role", "status").attr("aria-live", "polite");
    vec![
        panels.into(),
        controls(cx),
        el("footer").class("foot").child(scale(cx)).child(credit).into(),
        el("p")
            .live_attr("class", hint)
            .attr("aria-hidden", "true")
            .child(live_text(move || cx.hint.get().map(|m| cx.t(m)).unwrap_or_default()))
            .into(),
        place("desk-dialogs"),
        place("find-dialogs"),
        place("beside-lab"),
        place("beside-plan"),
        place("beside-stage"),
        status.child(live_text(move || cx.announcement.get())).into(),
    ]
}

/// A place for what an application beside the map brings.
fn place(id: &'static str) -> AnyView {
    el("div").class("desk").attr("id", id).into()
}
