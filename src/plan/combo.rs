//! Boxes that list what is meant while it is typed: the ends, and points to pass. A position may be typed too.
//!
//! A combobox with a list, as the ARIA Authoring Practices Guide describes it ("Combobox with list autocomplete").

use super::PLACE;
use super::context::Planning;
use crate::app::lab::read_position;
use crate::app::plan::position;
use crate::app::search::{Hit, Index, Kind, entries};
use crate::beside::page;
use crate::i18n::Msg;
use crate::network::order::sorted;
use crate::web::build::{el, live, text};
use crate::web::{dom, effect, events};
use leptos::prelude::*;
use std::cell::RefCell;
use web_sys::{HtmlElement, KeyboardEvent};

/// So many are listed of a kind.
const MOST: usize = 6;
/// None of the options.
const NONE: usize = usize::MAX;
/// The boxes by their ids: the start, the end, a point to pass.
const BOXES: [&str; 3] = ["plan-from", "plan-to", "plan-via"];
/// The kinds that are listed, the first first.
const KINDS: [Kind; 2] = [Kind::Place, Kind::Landing];

/// Something that can be taken.
#[derive(Clone)]
struct Offer {
    /// As a link has it.
    stop: String,
    name: String,
    detail: String,
}

thread_local! {
    static INDEX: RefCell<Option<(String, Index)>> = const { RefCell::new(None) };
    static OFFERS: RefCell<Vec<Offer>> = const { RefCell::new(Vec::new()) };
    static OPEN: RefCell<Option<Open>> = const { RefCell::new(None) };
}

/// Which box is open; there is one at a time.
#[derive(Clone, Copy)]
struct Open {
    /// The box by its place in [`BOXES`]; [`NONE`] for none.
    which: RwSignal<usize>,
    /// The offer that is pointed at.
    at: RwSignal<usize>,
}

fn list_id(which: usize) -> String {
    [BOXES[which % 3], "-list"].concat()
}

fn option_id(which: usize, number: usize) -> String {
    [BOXES[which % 3], "-", &number.to_string()].concat()
}

/// What stands in a box while nothing is typed; tracks what is wished.
fn shown(planning: Planning, which: usize) -> String {
    let (plan, _) = planning.plan();
    planning.loaded.track();
    plan.stops.get(which).filter(|stop| !stop.is_empty()).map(|stop| planning.name(stop)).unwrap_or_default()
}

/// A box with its label and its list, by its place in [`BOXES`].
pub(super) fn combo(planning: Planning, which: usize) -> AnyView {
    let Some(open) = OPEN.with_borrow(|o| *o) else { return text("") };
    let id = BOXES[which % 3];
    let label = planning.t([Msg::LabFrom, Msg::LabTo, Msg::PlanVia][which % 3]);
    let is_open = move || open.which.get() == which;
    effect(move || {
        let shown = shown(planning, which);
        if !page::holds_focus(id) || open.which.get_untracked() == NONE {
            dom::set_value(id, &shown);
        }
    });
    let active =
        move || if is_open() && open.at.get() != NONE { option_id(which, open.at.get()) } else { String::new() };
    let input = el("input")
        .attr("id", id)
        .attr("type", "text")
        .attr("role", "combobox")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .attr("aria-autocomplete", "list")
        .attr("aria-controls", list_id(which))
        .attr("placeholder", planning.t(Msg::LabEndPrompt))
        .attr("value", untrack(|| shown(planning, which)))
        .live_attr("aria-expanded", move || is_open().to_string())
        .live_attr("aria-activedescendant", active)
        .on_input(move |typed| look(planning, which, open, &typed));
    let listed = label.clone();
    el("div")
        .class("combo")
        .child(el("label").attr("for", id).text(label))
        .child(input)
        .child(live(move || list(planning, which, open, is_open(), &listed)))
        .into()
}

/// Looks for what is typed.
fn look(planning: Planning, which: usize, open: Open, typed: &str) {
    // A box that is emptied is an end no more.
    if typed.is_empty() && untrack(|| planning.plan()).0.stops.get(which).is_some_and(|stop| !stop.is_empty()) {
        planning.set_end(which, String::new());
    }
    let lang = untrack(|| planning.lang());
    let groups = INDEX.with_borrow_mut(|index| {
        if index.as_ref().is_none_or(|(of, _)| *of != lang) {
            let all = untrack(|| planning.known(entries));
            *index = Some((lang, Index::new(all)));
        }
        index.as_mut().map(|(_, index)| index.find(typed, MOST)).unwrap_or_default()
    });
    let hits: Vec<Hit> = groups.into_iter().flat_map(|g| g.hits).filter(|h| KINDS.contains(&h.kind)).collect();
    // What is both a city and a landing point is a city first.
    let kind = |h: &Hit| KINDS.iter().position(|k| *k == h.kind);
    let mut offers: Vec<Offer> =
        untrack(|| sorted(hits, &|a, b| kind(a) < kind(b)).into_iter().map(|hit| offer(planning, hit)).collect());
    if let Some(at) = read_position(typed) {
        let stop = position(at);
        offers.insert(0, Offer { name: untrack(|| planning.name(&stop)), detail: String::new(), stop });
    }
    let is_any = !offers.is_empty();
    OFFERS.set(offers);
    open.at.set(NONE);
    open.which.set(NONE);
    open.which.set(if is_any { which } else { NONE });
}

fn offer(planning: Planning, hit: Hit) -> Offer {
    let (prefix, country) = match hit.kind {
        Kind::Landing => ("landing:", planning.atlas.with(|a| a.landing(&hit.id).map(|l| l.country.clone()))),
        _ => ("place:", planning.gazetteer.with(|g| g.place(&hit.id).map(|p| p.country.clone()))),
    };
    let country = planning.words(|words| country.map(|code| words.country(&code))).unwrap_or_default();
    let detail =
        if hit.kind == Kind::Landing { [&planning.t(Msg::KindLanding), " · ", &country].concat() } else { country };
    Offer { stop: [prefix, &hit.id].concat(), name: hit.name, detail }
}

fn list(planning: Planning, which: usize, open: Open, is_open: bool, label: &str) -> AnyView {
    let list = el("div").attr("id", list_id(which)).attr("role", "listbox").attr("aria-label", label);
    if !is_open {
        return list.attr("hidden", "").into();
    }
    let option = |(number, offer): (usize, &Offer)| {
        let taken = offer.clone();
        el("div")
            .attr("role", "option")
            .attr("id", option_id(which, number))
            .attr("data-number", number.to_string())
            .class("entry")
            .live_attr("aria-selected", move || (open.at.get() == number).to_string())
            .child(el("span").class("name").text(offer.name.as_str()))
            .child(el("span").class("detail").text(offer.detail.as_str()))
            .on_click(move |_| accept(planning, which, open, &taken))
            .into()
    };
    let options: Vec<AnyView> = OFFERS.with_borrow(|offers| offers.iter().enumerate().map(option).collect());
    list.class("panel").children(options).into()
}

fn accept(planning: Planning, which: usize, open: Open, offer: &Offer) {
    close(planning, open);
    dom::set_value(BOXES[which % 3], if which < 2 { &offer.name } else { "" });
    if which < 2 { planning.set_end(which, offer.stop.clone()) } else { planning.pass(offer.stop.clone()) }
}

/// Closes the list, and says again what is chosen.
fn close(planning: Planning, open: Open) {
    let which = open.which.get_untracked();
    if which != NONE {
        open.which.set(NONE);
        dom::set_value(BOXES[which % 3], &untrack(|| shown(planning, which)));
    }
}

fn step(which: usize, open: Open, by: isize) {
    let count = OFFERS.with_borrow(Vec::len);
    let next = match (open.at.get_untracked(), by > 0) {
        _ if count == 0 => return,
        (NONE, true) => 0,
        (NONE | 0, false) => count - 1,
        (at, true) => (at + 1) % count,
        (at, false) => at - 1,
    };
    open.at.set(next);
    page::reveal(&option_id(which, next));
}

/// A key in a box; says whether it was for the list.
fn key(planning: Planning, open: Open, which: usize, key: &str) -> bool {
    if open.which.get_untracked() != which {
        return false;
    }
    match key {
        "ArrowDown" => step(which, open, 1),
        "ArrowUp" => step(which, open, -1),
        "Escape" => close(planning, open),
        "Enter" => {
            let at = Some(open.at.get_untracked()).filter(|at| *at != NONE).unwrap_or(0);
            if let Some(offer) = OFFERS.with_borrow(|offers| offers.get(at).cloned()) {
                accept(planning, which, open, &offer);
            }
        }
        _ => return false,
    }
    true
}

/// Hears keys and presses for all boxes.
pub(super) fn listen(planning: Planning) {
    let open = Open { which: RwSignal::new(NONE), at: RwSignal::new(NONE) };
    OPEN.set(Some(open));
    let Some(place) = dom::element(PLACE) else { return };
    let of = |e: &web_sys::Event| {
        let id = e.target().and_then(|t| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(t).ok()).map(|t| t.id());
        id.and_then(|id| BOXES.iter().position(|b| *b == id))
    };
    events::listen(&place, "keydown", move |e: &KeyboardEvent| {
        // While a word of Japanese is being put together its keys are the keyboard's.
        if !e.is_composing() && of(e).is_some_and(|which| key(planning, open, which, &e.key())) {
            e.prevent_default();
        }
    });
    events::listen(&place, "mousedown", move |e: &web_sys::MouseEvent| {
        // A press on the list leaves the focus in the box.
        if e.target().is_some_and(|t| page::option_of(&t) >= 0.0) {
            e.prevent_default();
        }
    });
    events::listen(&place, "focusout", move |_: &web_sys::Event| close(planning, open));
}
