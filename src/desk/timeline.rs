//! The years: what stands at the end of each, and what happened, with the map moving along.

use super::DeskContext;
use super::figure::{draw, written};
use super::years;
use crate::app::details::{event_message, when};
use crate::app::timeline::{SIZE, drawing};
use crate::app::{SelKind, Selection};
use crate::beside::fold::Fold;
use crate::cable::gazetteer::Event;
use crate::i18n::Msg;
use crate::web::build::{el, icon, live, text};
use gloo::timers::callback::Timeout;
use js_sys::Array;
use leptos::prelude::*;

pub(super) use years::follow;

/// A clock.
const CLOCK: &str = "M10 3A7 7 0 1 0 10 17A7 7 0 1 0 10 3M10 6V10L13 12";

/// The list of events, which scrolls.
pub(super) const EVENTS: &str = "timeline-events";

/// The drawing above the slider.
const DRAWING: &str = "year-drawing";

/// The panel, folded; nothing while the files are being read.
pub(super) fn timeline(cx: DeskContext) -> AnyView {
    live(move || {
        if !cx.loaded.get() {
            return text("");
        }
        // A link that asks for a year shows where it comes from.
        let is_open = cx.year.with_untracked(Option::is_some);
        let fold = Fold::new("timeline").open(is_open);
        let fold = fold.view(icon(CLOCK), cx.t(Msg::TimelineTitle), None, Box::new(move || inside(cx)));
        el("section").class("timeline").attr("aria-label", cx.t(Msg::TimelineTitle)).child(fold).into()
    })
}

fn inside(cx: DeskContext) -> AnyView {
    let shapes = cx.known(|atlas, gazetteer, _| drawing(atlas, gazetteer));
    let shapes: Array = shapes.iter().map(written).collect();
    Timeout::new(0, move || draw(DRAWING, SIZE.0, SIZE.1, &shapes)).forget();
    let mut entries: Vec<AnyView> = Vec::new();
    let mut last = String::new();
    // The file has them in order of their dates.
    cx.gazetteer.with(|g| {
        for event in &g.events {
            // The first event of each year can be scrolled to.
            let year = event.date.get(..4).unwrap_or_default();
            entries.push(entry(cx, event, year, year != last));
            year.clone_into(&mut last);
        }
    });
    let list = el("ul")
        .attr("id", EVENTS)
        .class("entries events")
        .attr("tabindex", "0")
        .attr("aria-label", cx.t(Msg::TimelineEvents))
        .children(entries);
    el("div").class("band").child(years::row(cx, DRAWING)).child(years::words(cx)).child(list).into()
}

fn entry(cx: DeskContext, event: &Event, year: &str, is_first: bool) -> AnyView {
    let selection = Selection::new(SelKind::Event, event.id.as_str());
    let this = selection.clone();
    let own: Option<usize> = year.parse().ok();
    let (date, class) = cx.words(|w| (when(event, w), w.text(event_message(event.class)).to_owned()));
    let button = el("button")
        .attr("type", "button")
        .class("entry")
        .live_attr("aria-pressed", move || cx.selected.with(|s| s.as_ref() == Some(&this)).to_string())
        .on_click(move |_| cx.go(selection.clone()))
        .child(el("span").class("when").text(date))
        .child(el("span").class("name").text(event.name.get(&cx.lang())))
        .child(el("span").class("detail").text(class));
    let in_year = move || if cx.year.get().is_some() && cx.year.get() == own { "now" } else { "" }.to_owned();
    let item = el("li").live_attr("class", in_year).child(button);
    if is_first { item.attr("id", ["events-", year].concat()).into() } else { item.into() }
}
