//! Legend and keyboard list in one: every cable by name, with its line as the map draws it, and
//! every landing point.

use crate::app::details::status_message;
use crate::app::{Action, SelKind, Selection};
use crate::cable::{ChartLanding, ChartSystem, Status};
use crate::i18n::Msg;
use crate::scene::{Colour, StrokeId, World, cable_stroke, quiet_colour};
use crate::ui::context::AppContext;
use crate::web::build::{el, live, text};
use crate::web::intl;
use leptos::prelude::*;

/// The lists of cables and landing points.
pub(crate) fn legend(cx: AppContext) -> AnyView {
    live(move || {
        let mut nav = el("nav")
            .class("lists")
            .attr("aria-label", cx.t(Msg::LegendTitle))
            .child(el("h2").class("visually-hidden").text(cx.t(Msg::ListCables)))
            .child(el("ul").class("entries").children(cables(cx, &|rank, _| rank > 1)));
        for status in Status::ALL {
            let count = cx.world.with(|w| systems(w, &move |rank, s| rank <= 1 && s == status).len());
            let list = move || cables(cx, &move |rank, s| rank <= 1 && s == status);
            let mark = swatch(cable_stroke(status), quiet_colour(status));
            nav = nav.children(fold(mark, cx.t(status_message(status)), count, Box::new(list)));
        }
        let count = cx.world.with(|w| w.chart().landings.len());
        let ring = el("span").class("ring").into();
        nav.children(fold(ring, cx.t(Msg::ListLandings), count, Box::new(move || landings(cx)))).into()
    })
}

/// A list that is folded to begin with, and made when it is first opened; nothing where it is empty.
fn fold(mark: AnyView, title: String, count: usize, list: Box<dyn Fn() -> Vec<AnyView> + Send>) -> Option<AnyView> {
    let opened = RwSignal::new(false);
    let summary = el("summary")
        .on_click(move |_| opened.set(true))
        .child(mark)
        .child(el("span").class("name").text(title))
        .child(el("span").class("count").text(count.to_string()));
    let entries = live(move || if opened.get() { el("ul").class("entries").children(list()).into() } else { text("") });
    (count > 0).then(|| el("details").class("fold").child(summary).child(entries).into())
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

/// The systems of a rank and status that are wanted.
fn systems<'a>(world: &'a World, wanted: &dyn Fn(u8, Status) -> bool) -> Vec<&'a ChartSystem> {
    // What matters most stands first.
    let ranked = (0..=3).rev().flat_map(|r| world.chart().systems.iter().filter(move |s| world.rank_of(s) == r));
    ranked.filter(|s| wanted(world.rank_of(s), s.status)).collect()
}

fn cables(cx: AppContext, wanted: &dyn Fn(u8, Status) -> bool) -> Vec<AnyView> {
    let lang = cx.lang();
    cx.world.with(|world| {
        let mark = |id: &str| match world.lines().iter().find(|l| l.system == id) {
            Some(line) => swatch(line.stroke, line.colour),
            None => text(""),
        };
        let line = |system: &ChartSystem| {
            let selection = Selection::new(SelKind::Cable, system.id.as_str());
            entry(cx, selection, mark(&system.id), system.name.get(&lang), cx.t(status_message(system.status)))
        };
        systems(world, wanted).into_iter().map(line).collect()
    })
}

fn landings(cx: AppContext) -> Vec<AnyView> {
    let lang = cx.lang();
    cx.world.with(|world| {
        let mut sorted: Vec<&ChartLanding> = Vec::new();
        for landing in &world.chart().landings {
            let name = landing.name.get(&lang);
            let place = sorted.partition_point(|other| !intl::is_before(&lang, name, other.name.get(&lang)));
            sorted.insert(place, landing);
        }
        let line = |landing: &&ChartLanding| {
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
