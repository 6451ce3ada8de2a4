//! Boxes that list what is meant while it is typed: the ends of a way, what is to be cut, points to pass.
//!
//! A combobox with a list, as the ARIA Authoring Practices Guide describes it ("Combobox with list autocomplete"). A panel
//! has three of them, one open at a time; what is listed and what is done with it is the panel's.

use super::{Beside, page};
use crate::app::search::{Hit, Index, Kind, entries};
use crate::i18n::Msg;
use crate::network::order::sorted;
use crate::web::build::{el, live, text};
use crate::web::{dom, effect, events};
use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent, MouseEvent};

/// So many are listed of a kind.
const MOST: usize = 6;
/// None of the boxes, none of the offers.
const NONE: usize = usize::MAX;

/// Something that can be taken.
#[derive(Clone)]
pub(crate) struct Offer {
    /// As a link has it, `landing:bergen-no`.
    pub(crate) link: String,
    pub(crate) name: String,
    /// What tells it from others of that name.
    pub(crate) detail: String,
}

/// What a box is, apart from what it does.
pub(crate) struct Sort {
    /// Its element's.
    pub(crate) id: &'static str,
    pub(crate) label: Msg,
    /// What stands in it while it is empty.
    pub(crate) prompt: Option<Msg>,
    /// What is listed, the first first.
    pub(crate) kinds: &'static [Kind],
    /// Whether what is taken stays in it.
    pub(crate) keeps: bool,
}

/// The boxes of a panel.
pub(crate) trait Boxes: Copy + Send + Sync + 'static {
    /// All of them; a box is named by its place here.
    const ALL: [Sort; 3];

    /// What every panel shares.
    fn beside(self) -> Beside;

    /// What stands in a box while nothing is typed; tracks it.
    fn shown(self, which: usize) -> String;

    /// Takes an offer.
    fn take(self, which: usize, offer: &Offer);

    /// An offer that is no entry of a list, as a position that was typed.
    fn own(self, typed: &str) -> Option<Offer> {
        let _ = typed;
        None
    }

    /// A box was emptied.
    fn emptied(self, which: usize) {
        let _ = which;
    }
}

/// Which box is open.
#[derive(Clone, Copy)]
struct Open {
    which: RwSignal<usize>,
    /// The offer that is pointed at.
    at: RwSignal<usize>,
}

thread_local! {
    static INDEX: RefCell<Option<Index>> = const { RefCell::new(None) };
    /// What is being typed, and into which box.
    static TYPED: RefCell<Option<(usize, String)>> = const { RefCell::new(None) };
    static OFFERS: RefCell<Vec<Offer>> = const { RefCell::new(Vec::new()) };
    static OPEN: RefCell<Option<Open>> = const { RefCell::new(None) };
}

fn list_id(id: &str) -> String {
    [id, "-list"].concat()
}

fn option_id(id: &str, number: usize) -> String {
    [id, "-", &number.to_string()].concat()
}

/// A box with its label and its list.
pub(crate) fn combo<B: Boxes>(boxes: B, which: usize) -> AnyView {
    let (Some(open), Some(sort)) = (OPEN.with_borrow(|o| *o), B::ALL.get(which)) else { return text("") };
    let (id, beside) = (sort.id, boxes.beside());
    let is_open = move || open.which.get() == which;
    effect(move || {
        let shown = boxes.shown(which);
        if !page::holds_focus(id) || open.which.get_untracked() == NONE {
            dom::set_value(id, &shown);
        }
    });
    let active = move || if is_open() && open.at.get() != NONE { option_id(id, open.at.get()) } else { String::new() };
    let label = beside.t(sort.label);
    let input = el("input")
        .attr("id", id)
        .attr("type", "text")
        .attr("role", "combobox")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .attr("aria-autocomplete", "list")
        .attr("aria-controls", list_id(id))
        .attr("placeholder", sort.prompt.map(|prompt| beside.t(prompt)).unwrap_or_default())
        .attr("value", untrack(|| boxes.shown(which)))
        .live_attr("aria-expanded", move || is_open().to_string())
        .live_attr("aria-activedescendant", active)
        .on_input(move |typed| look(boxes, which, open, &typed));
    let listed = label.clone();
    el("div")
        .class("combo")
        .child(el("label").attr("for", id).text(label))
        .child(input)
        .child(live(move || list(boxes, which, open, is_open(), &listed)))
        .into()
}

/// Looks for what is typed.
fn look<B: Boxes>(boxes: B, which: usize, open: Open, typed: &str) {
    if typed.is_empty() {
        boxes.emptied(which);
    }
    TYPED.set(Some((which, typed.to_owned())));
    let beside = boxes.beside();
    let groups = INDEX.with_borrow_mut(|index| {
        index.get_or_insert_with(|| Index::new(untrack(|| beside.known(entries)))).find(typed, MOST)
    });
    let kinds = B::ALL.get(which).map_or(&[][..], |sort| sort.kinds);
    let hits: Vec<Hit> = groups.into_iter().flat_map(|g| g.hits).filter(|h| kinds.contains(&h.kind)).collect();
    // What is both a city and a landing point is a city first.
    let kind = |h: &Hit| kinds.iter().position(|k| *k == h.kind);
    let hits = sorted(hits, &|a, b| kind(a) < kind(b));
    let offers =
        untrack(|| boxes.own(typed).into_iter().chain(hits.into_iter().map(|hit| offer(beside, hit))).collect());
    let is_any = OFFERS.with_borrow_mut(|now| {
        *now = offers;
        !now.is_empty()
    });
    open.at.set(NONE);
    open.which.set(NONE);
    open.which.set(if is_any { which } else { NONE });
}

/// What is found, as it is offered.
fn offer(beside: Beside, hit: Hit) -> Offer {
    let (prefix, detail) = match hit.kind {
        Kind::Landing => {
            let detail = beside.known(|atlas, _, words| {
                let country = atlas.landing(&hit.id).map(|l| words.country(&l.country));
                country.map(|country| [words.text(Msg::KindLanding), " · ", &country].concat())
            });
            ("landing:", detail.unwrap_or_default())
        }
        Kind::Cable => ("cable:", beside.t(Msg::ListCables)),
        Kind::Chokepoint => ("chokepoint:", beside.t(Msg::LayerChokepoints)),
        _ => {
            let detail = beside.known(|_, g, words| g.place(&hit.id).map(|p| words.country(&p.country)));
            ("place:", detail.unwrap_or_default())
        }
    };
    Offer { link: [prefix, &hit.id].concat(), name: hit.name, detail }
}

fn list<B: Boxes>(boxes: B, which: usize, open: Open, is_open: bool, label: &str) -> AnyView {
    let id = B::ALL.get(which).map_or("", |sort| sort.id);
    let list = el("div").attr("id", list_id(id)).attr("role", "listbox").attr("aria-label", label);
    if !is_open {
        return list.attr("hidden", "").into();
    }
    let option = |(number, offer): (usize, &Offer)| {
        let taken = offer.clone();
        el("div")
            .attr("role", "option")
            .attr("id", option_id(id, number))
            .attr("data-number", number.to_string())
            .class("entry")
            .live_attr("aria-selected", move || (open.at.get() == number).to_string())
            .child(el("span").class("name").text(offer.name.as_str()))
            .child(el("span").class("detail").text(offer.detail.as_str()))
            .on_click(move |_| accept(boxes, which, open, &taken))
            .into()
    };
    let options: Vec<AnyView> = OFFERS.with_borrow(|offers| offers.iter().enumerate().map(option).collect());
    list.class("panel").children(options).into()
}

fn accept<B: Boxes>(boxes: B, which: usize, open: Open, offer: &Offer) {
    close(boxes, open);
    if let Some(sort) = B::ALL.get(which) {
        dom::set_value(sort.id, if sort.keeps { &offer.name } else { "" });
    }
    boxes.take(which, offer);
}

/// Closes the list, and says again what is chosen.
fn close<B: Boxes>(boxes: B, open: Open) {
    TYPED.take();
    let which = open.which.get_untracked();
    if let Some(sort) = B::ALL.get(which) {
        open.which.set(NONE);
        dom::set_value(sort.id, &untrack(|| boxes.shown(which)));
    }
}

fn step(id: &str, open: Open, by: isize) {
    let count = OFFERS.with_borrow(Vec::len);
    let next = match (open.at.get_untracked(), by > 0) {
        _ if count == 0 => return,
        (NONE, true) => 0,
        (NONE | 0, false) => count - 1,
        (at, true) => (at + 1) % count,
        (at, false) => at - 1,
    };
    open.at.set(next);
    page::reveal(&option_id(id, next));
}

/// A key in a box; says whether it was for the list.
fn key<B: Boxes>(boxes: B, open: Open, which: usize, key: &str) -> bool {
    let Some(sort) = B::ALL.get(which).filter(|_| open.which.get_untracked() == which) else { return false };
    match key {
        "ArrowDown" => step(sort.id, open, 1),
        "ArrowUp" => step(sort.id, open, -1),
        "Escape" => close(boxes, open),
        "Enter" => {
            let at = Some(open.at.get_untracked()).filter(|at| *at != NONE).unwrap_or(0);
            if let Some(offer) = OFFERS.with_borrow(|offers| offers.get(at).cloned()) {
                accept(boxes, which, open, &offer);
            }
        }
        _ => return false,
    }
    true
}

/// The box that an event comes from.
fn box_of<B: Boxes>(event: &Event) -> Option<usize> {
    let id = event.target()?.dyn_into::<HtmlElement>().ok()?.id();
    B::ALL.iter().position(|sort| sort.id == id)
}

/// Hears keys and presses for all boxes of the panel that is mounted in an element.
pub(crate) fn listen<B: Boxes>(boxes: B, place: &str) {
    let open = Open { which: RwSignal::new(NONE), at: RwSignal::new(NONE) };
    OPEN.set(Some(open));
    let beside = boxes.beside();
    effect(move || {
        // The names come with the data and with the language; what was typed before they came is looked for then.
        let _ = (beside.loaded.get(), beside.lang());
        INDEX.take();
        if let Some((which, typed)) = TYPED.take() {
            untrack(|| look(boxes, which, open, &typed));
        }
    });
    let Some(place) = dom::element(place) else { return };
    events::listen(&place, "keydown", move |e: &KeyboardEvent| {
        // While a word of Japanese is being put together its keys are the keyboard's.
        if !e.is_composing() && box_of::<B>(e).is_some_and(|which| key(boxes, open, which, &e.key())) {
            e.prevent_default();
        }
    });
    events::listen(&place, "mousedown", move |e: &MouseEvent| {
        // A press on the list leaves the focus in the box.
        if e.target().is_some_and(|t| page::option_of(&t) >= 0.0) {
            e.prevent_default();
        }
    });
    events::listen(&place, "focusout", move |_: &Event| close(boxes, open));
}
