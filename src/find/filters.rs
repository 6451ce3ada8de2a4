//! The filters: for each facet its choices, with how many systems each would leave.

use super::FindContext;
use super::matches::{self, Shown, now};
use crate::app::Action;
use crate::app::details::status_message;
use crate::app::filter::{Band, Facet, Filter, LENGTHS, YEARS};
use crate::beside::fold::Fold;
use crate::beside::order::sorted;
use crate::beside::page;
use crate::cable::Status;
use crate::decimal;
use crate::i18n::{Msg, Words};
use crate::scene::{cable_stroke, quiet_colour};
use crate::web::build::{El, el, icon, live, live_text, text};
use crate::web::sign::swatch;
use leptos::prelude::*;
use std::cell::RefCell;

/// A funnel.
const FUNNEL: &str = "M3.5 5H16.5L11.6 10.8V16L8.4 14.2V10.8Z";
/// So many choices of a long list are shown at first; a list that is hardly longer is shown whole.
const FIRST: usize = 8;
const HARDLY: usize = 3;

thread_local! {
    /// What was chosen before the last choice: key and value.
    static LAST: RefCell<Option<(&'static str, String)>> = const { RefCell::new(None) };
}

/// The facets with their titles, in the order of the panel.
const FACETS: [(Facet, Msg); 6] = [
    (Facet::Status, Msg::DetailStatus),
    (Facet::Year, Msg::DetailReadyForService),
    (Facet::Length, Msg::DetailCableLength),
    (Facet::Owner, Msg::TableOwners),
    (Facet::Country, Msg::FindCountries),
    (Facet::Through, Msg::LayerChokepoints),
];

/// The filters, folded, and what they leave; nothing while the files are being read.
pub(super) fn filters(cx: FindContext) -> AnyView {
    live(move || {
        if !cx.choosable.get() {
            return text("");
        }
        let badge = move || number_or_nothing(matches::shown(cx, |s| s.filter.count()));
        let badge = el("span").class("badge").child(live_text(badge)).into();
        let inside = move || el("div").class("facets").children(FACETS.map(|f| facet(cx, f))).into();
        let fold = Fold::new("filters").view(icon(FUNNEL), cx.t(Msg::FiltersTitle), Some(badge), Box::new(inside));
        el("section")
            .class("filters")
            .attr("id", "filters")
            .attr("aria-label", cx.t(Msg::FiltersTitle))
            .child(fold)
            .child(el("p").class("left").attr("role", "status").child(live_text(move || said(cx))))
            .child(live(move || ways_out(cx)))
            .into()
    })
}

/// How many systems are left; nothing while all are.
fn said(cx: FindContext) -> String {
    matches::shown(cx, |s| {
        if s.filter.is_empty() {
            return String::new();
        }
        if s.ids.is_empty() { cx.t(Msg::FilterNothing) } else { shown_of_all(cx, s) }
    })
}

/// "23 of 220 systems".
pub(super) fn shown_of_all(cx: FindContext, shown: &Shown) -> String {
    let all = cx.atlas.with(|a| a.systems.len());
    #[allow(clippy::cast_precision_loss, reason = "systems are few")]
    let number = |w: &Words<'_>, n: usize| w.number(n as f64, 0);
    cx.words(|w| w.with(Msg::SystemsShown, &[("shown", &number(w, shown.ids.len())), ("count", &number(w, all))]))
}

/// Buttons that lead back: all filters away, and the last one where nothing matches.
fn ways_out(cx: FindContext) -> AnyView {
    let (used, none) = matches::shown(cx, |s| (!s.filter.is_empty(), s.ids.is_empty()));
    if !used {
        return text("");
    }
    // The buttons go with the filters; the keys go back to where filters are.
    let back = || page::focus_first("filters");
    let undo = none.then(|| {
        let press = move || {
            undo(cx);
            back();
        };
        plain(cx.t(Msg::FilterUndo), "plain first", Box::new(press)).into()
    });
    let clear = move || {
        matches::clear(cx);
        back();
    };
    let clear = plain(cx.t(Msg::FilterClear), "plain", Box::new(clear));
    el("div").class("presses").children(undo).child(clear).into()
}

fn plain(label: String, class: &'static str, mut press: Box<dyn FnMut() + Send>) -> El {
    el("button").attr("type", "button").class(class).on_click(move |_| press()).text(label)
}

/// Takes the last choice back; after a link was followed, all that is chosen of the last facet in use.
fn undo(cx: FindContext) {
    let used =
        |s: &Shown| Facet::ALL.into_iter().rev().find(|f| s.filter.count_of(*f) > 0).map(|f| (f.key(), String::new()));
    let back = LAST.take().or_else(|| now(|_, shown| used(shown)));
    if let Some((key, value)) = back {
        cx.dispatch(Action::Carry { key, value });
    }
}

fn number_or_nothing(count: usize) -> String {
    if count > 0 { count.to_string() } else { String::new() }
}

/// Chooses, and remembers what was chosen before.
fn choose(cx: FindContext, facet: Facet, value: String) {
    let key = facet.key();
    LAST.set(Some((key, cx.state.with_untracked(|s| s.carried.get(key).to_owned()))));
    cx.dispatch(Action::Carry { key, value });
}

fn facet(cx: FindContext, (facet, title): (Facet, Msg)) -> AnyView {
    let badge = move || number_or_nothing(matches::shown(cx, |s| s.filter.count_of(facet)));
    let badge = el("span").class("badge").child(live_text(badge)).into();
    let inside = move || {
        let mut first = order(cx, facet);
        let rest = first.split_off(if first.len() > FIRST + HARDLY { FIRST } else { first.len() });
        let list = el("div").attr("role", "group").attr("aria-label", cx.t(title));
        let at_end_of = (facet == Facet::Year).then(|| live(move || at_end_of(cx)));
        let list = list.children(at_end_of).children(first.into_iter().map(|i| choice(cx, facet, i)));
        if rest.is_empty() { list.into() } else { list.child(more(cx, facet, rest)).into() }
    };
    Fold::new(facet.key()).view(text(""), cx.t(title), Some(badge), Box::new(inside))
}

/// The choices after the first, behind a button.
fn more(cx: FindContext, facet: Facet, rest: Vec<usize>) -> AnyView {
    let open = RwSignal::new(false);
    live(move || {
        if open.get() {
            return el("div").children(rest.iter().map(|i| choice(cx, facet, *i))).into();
        }
        let count = (rest.len() + FIRST).to_string();
        let label = cx.words(|w| w.with(Msg::FilterShowAll, &[("count", &count)]));
        el("button").attr("type", "button").class("link").on_click(move |_| open.set(true)).text(label).into()
    })
}

/// What stands at the end of a year, where that is asked for.
fn at_end_of(cx: FindContext) -> AnyView {
    let Some(year) = matches::shown(cx, |s| s.filter.at_end_of) else { return text("") };
    let label = cx.words(|w| w.with(Msg::FilterAtEndOf, &[("year", &w.date(&year.to_string()))]));
    box_to_tick(
        text(""),
        label,
        Box::new(|| true),
        Box::new(String::new),
        Box::new(move || {
            let rest = now(|f, s| {
                let mut filter = s.filter.clone();
                filter.at_end_of = None;
                f.write(&filter, Facet::Year)
            });
            choose(cx, Facet::Year, rest);
        }),
    )
    .class("entry")
    .into()
}

fn choice(cx: FindContext, facet: Facet, place: usize) -> AnyView {
    let code = now(|f, _| f.choices(facet)[place].code.clone());
    let sign = match Status::parse(&code).filter(|_| facet == Facet::Status) {
        Some(status) => swatch(cable_stroke(status), quiet_colour(status)),
        None => text(""),
    };
    let count = move || matches::shown(cx, |s| s.counts[facet as usize].get(place).copied().unwrap_or_default());
    let ticked = move || matches::shown(cx, |s| s.filter.has(facet, place));
    let press = move || choose(cx, facet, now(|f, s| f.switched(&s.filter, facet, place)));
    let class = move || if count() == 0 && !ticked() { "entry faint" } else { "entry" }.to_owned();
    let count = Box::new(move || count().to_string());
    box_to_tick(sign, name(cx, facet, place), Box::new(ticked), count, Box::new(press)).live_attr("class", class).into()
}

/// A button that is ticked: its sign, name and number.
fn box_to_tick(
    sign: AnyView,
    name: String,
    ticked: Box<dyn Fn() -> bool + Send + Sync>,
    count: Box<dyn Fn() -> String + Send>,
    mut press: Box<dyn FnMut() + Send>,
) -> El {
    el("button")
        .attr("type", "button")
        .attr("role", "checkbox")
        .live_attr("aria-checked", move || ticked().to_string())
        .on_click(move |_| press())
        .child(el("span").class("tick"))
        .child(sign)
        .child(el("span").class("name").text(name))
        .child(el("span").class("count").child(live_text(count)))
}

/// The places of a facet's choices in the order in which they are listed; those that no system has are left out.
fn order(cx: FindContext, facet: Facet) -> Vec<usize> {
    let counts = now(|f, _| f.counts(&Filter::default())[facet as usize].clone());
    let had = (0..counts.len()).filter(|i| counts[*i] > 0);
    match facet {
        Facet::Status | Facet::Year | Facet::Length => had.collect(),
        // What is chosen, so that it is not hidden among the rest; then by number, then by name.
        Facet::Owner | Facet::Country | Facet::Through => {
            let names = sorted(&cx.lang(), had.map(|i| (name(cx, facet, i), i)), |(name, _)| name);
            let mut out: Vec<usize> = Vec::new();
            for (_, place) in names {
                out.insert(out.partition_point(|other| counts[*other] >= counts[place]), place);
            }
            let chosen = |place: &usize| now(|_, s| s.filter.has(facet, *place));
            let (mut first, mut rest): (Vec<usize>, Vec<usize>) = out.into_iter().partition(chosen);
            first.append(&mut rest);
            first
        }
    }
}

/// A choice in the page's language.
fn name(cx: FindContext, facet: Facet, place: usize) -> String {
    let (code, own) = now(|f, _| {
        let choice = &f.choices(facet)[place];
        (choice.code.clone(), choice.name.clone())
    });
    cx.words(|w| match facet {
        Facet::Status => Status::parse(&code).map_or_else(String::new, |s| w.text(status_message(s)).to_owned()),
        Facet::Year => band(w, &YEARS, &code, Msg::FilterBefore, Msg::FilterSince),
        Facet::Length => band(w, &LENGTHS, &code, Msg::FilterBelow, Msg::FilterFrom),
        Facet::Owner => own,
        Facet::Country => w.country(&code),
        Facet::Through => {
            let lang = w.catalogue.code();
            cx.gazetteer.with(|g| g.chokepoint(&code).map_or_else(String::new, |c| c.name.get(lang).to_owned()))
        }
    })
}

/// A span in words; what is none of them is not published.
fn band(words: &Words<'_>, bands: &[Band], code: &str, below: Msg, from: Msg) -> String {
    let Some(band) = bands.iter().find(|b| b.code == code) else { return words.text(Msg::NotPublished).to_owned() };
    let is_year = below == Msg::FilterBefore;
    let key = if is_year { "year" } else { "length" };
    let number = |n: f64| if is_year { words.date(&decimal::write(n, 0)) } else { words.km(n) };
    match (band.from, band.below) {
        // The last year of a span is in it; the length at its end is not.
        (Some(a), Some(b)) if is_year => words.with(Msg::Ends, &[("from", &number(a)), ("to", &number(b - 1.0))]),
        (Some(a), Some(b)) => words.with(Msg::Ends, &[("from", &words.number(a, 0)), ("to", &number(b))]),
        (None, Some(b)) => words.with(below, &[(key, &number(b))]),
        (a, None) => words.with(from, &[(key, &number(a.unwrap_or_default()))]),
    }
}
