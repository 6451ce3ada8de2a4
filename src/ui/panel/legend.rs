//! Legend and keyboard list in one: every cable by name, with its line as the map draws it, and
//! every landing point.

use crate::app::details::status_message;
use crate::app::{Action, SelKind, Selection};
use crate::cable::{Landing, Status, System};
use crate::i18n::Msg;
use crate::scene::{Colour, StrokeId, rank};
use crate::ui::build::{El, el, live, text};
use crate::ui::context::AppContext;
use crate::ui::intl;
use leptos::prelude::*;

/// The lists of cables and landing points.
pub(crate) fn legend(cx: AppContext) -> AnyView {
    live(move || {
        let (cables, landings) = (cables(cx), landings(cx));
        let count = landings.len().to_string();
        let summary =
            el("summary").child(el("span").text(cx.t(Msg::ListLandings))).child(el("span").class("count").text(count));
        el("nav")
            .class("lists")
            .attr("aria-label", cx.t(Msg::LegendTitle))
            .child(el("h2").class("visually-hidden").text(cx.t(Msg::ListCables)))
            .child(el("ul").class("entries").children(cables))
            .child(el("details").class("fold").child(summary).child(el("ul").class("entries").children(landings)))
            .into()
    })
}

/// A line of a list: a button that selects, or clears what it has selected.
fn entry(cx: AppContext, selection: Selection, mark: AnyView, name: &str, detail: String) -> AnyView {
    let this = selection.clone();
    let pressed = move || cx.selected.with(|s| s.as_ref() == Some(&this)).to_string();
    let toggle = move |_| {
        let chosen = cx.selected.with_untracked(|s| s.as_ref() == Some(&selection));
        cx.dispatch(if chosen { Action::ClearSelection } else { Action::Select(selection.clone()) });
    };
    let button = el("button")
        .attr("type", "button")
        .class("entry")
        .live_attr("aria-pressed", pressed)
        .on_click(toggle)
        .child(mark)
        .child(el("span").class("name").text(name))
        .child(el("span").class("detail").text(detail));
    el("li").child(button).into()
}

fn cables(cx: AppContext) -> Vec<AnyView> {
    let lang = cx.lang();
    let status_of = |system: &System| system.status.value().copied().unwrap_or(Status::Proposed);
    cx.world.with(|world| {
        let mark = |id: &str| match world.lines().iter().find(|l| l.system == id) {
            Some(line) => swatch(line.stroke, line.colour),
            None => text(""),
        };
        let line = |system: &System| {
            let selection = Selection::new(SelKind::Cable, system.id.as_str());
            entry(cx, selection, mark(&system.id), system.name.get(&lang), cx.t(status_message(status_of(system))))
        };
        // What matters most stands first.
        let ranked = |r: u8| world.atlas().systems.iter().filter(move |s| rank(status_of(s)) == r);
        (0..=3).rev().flat_map(ranked).map(line).collect()
    })
}

fn landings(cx: AppContext) -> Vec<AnyView> {
    let lang = cx.lang();
    cx.world.with(|world| {
        let mut sorted: Vec<&Landing> = Vec::new();
        for landing in &world.atlas().landings {
            let name = landing.name.get(&lang);
            let place = sorted.iter().take_while(|other| !intl::is_before(&lang, name, other.name.get(&lang))).count();
            sorted.insert(place, landing);
        }
        let line = |landing: &&Landing| {
            let selection = Selection::new(SelKind::Landing, landing.id.as_str());
            let country = cx.words(|w| w.country(&landing.country));
            entry(cx, selection, el("span").class("ring").into(), landing.name.get(&lang), country)
        };
        sorted.iter().map(line).collect()
    })
}

/// A piece of line as the map draws it.
fn swatch(stroke: StrokeId, colour: Colour) -> AnyView {
    let (width, dash) = stroke.svg();
    let colour = ["var(--map-", colour.css_name(), ")"].concat();
    view! {
        <svg class="swatch" width="36" height="12" viewBox="0 0 36 12" aria-hidden="true">
            <path
                d="M1 6H35"
                fill="none"
                stroke=colour
                stroke-width=width
                stroke-dasharray=dash
                stroke-linecap=stroke.cap()
            />
        </svg>
    }
    .into_any()
}

/// The heading of a panel's part, with the part.
pub(crate) fn part(class: &'static str, heading: &str) -> El {
    el("section").class(class).child(el("h3").text(heading))
}
