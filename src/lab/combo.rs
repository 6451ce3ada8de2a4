//! Boxes that list what is meant while it is typed: the ends of a comparison, and what is to be cut.
//!
//! A combobox with a list, as the ARIA Authoring Practices Guide describes it ("Combobox with list autocomplete").

use super::PLACE;
use super::context::Lab;
use crate::app::search::{Hit, Index, Kind, entries};
use crate::beside::page;
use crate::i18n::Msg;
use crate::network::Cut;
use crate::network::order::sorted;
use crate::web::build::{el, live, text};
use crate::web::{dom, effect, events};
use leptos::prelude::*;
use std::cell::RefCell;
use web_sys::{HtmlElement, KeyboardEvent};

/// So many are listed of a kind.
const MOST: usize = 6;
/// None of the hits.
const NONE: usize = usize::MAX;

/// What a box is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Combo {
    id: &'static str,
    of: For,
    kinds: &'static [Kind],
}

/// What is done with what is taken in it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum For {
    From,
    To,
    Cut,
}

impl Combo {
    pub(super) const FROM: Self = Self { id: "lab-from", of: For::From, kinds: &[Kind::Place, Kind::Landing] };
    pub(super) const TO: Self = Self { id: "lab-to", of: For::To, kinds: &[Kind::Place, Kind::Landing] };
    pub(super) const CUT: Self =
        Self { id: "lab-cut", of: For::Cut, kinds: &[Kind::Cable, Kind::Landing, Kind::Chokepoint] };

    fn label(self) -> Msg {
        match self.of {
            For::From => Msg::LabFrom,
            For::To => Msg::LabTo,
            For::Cut => Msg::LabCutSearch,
        }
    }

    fn list_id(self) -> String {
        [self.id, "-list"].concat()
    }

    fn option_id(self, number: usize) -> String {
        [self.id, "-", &number.to_string()].concat()
    }

    /// What stands in the box while nothing is typed: the end that is chosen. Tracks the state.
    fn shown(self, lab: Lab) -> String {
        let key = match self.of {
            For::From => "from",
            For::To => "to",
            For::Cut => return String::new(),
        };
        let link = lab.key(key);
        if !lab.built.get() {
            return link;
        }
        lab.told(|known| known.network.end(&link).ok().map(|n| known.node(n))).flatten().unwrap_or(link)
    }

    fn take(self, lab: Lab, hit: &Hit) {
        let kind = match hit.kind {
            Kind::Landing => "landing:",
            Kind::Cable => "cable:",
            Kind::Chokepoint => "chokepoint:",
            _ => "place:",
        };
        let link = [kind, &hit.id].concat();
        match self.of {
            For::From => lab.carry(&[("from", &link)]),
            For::To => lab.carry(&[("to", &link)]),
            For::Cut => lab.cut_all(Cut::parse(&link).into_iter().collect()),
        }
    }
}

thread_local! {
    static INDEX: RefCell<Option<(String, Index)>> = const { RefCell::new(None) };
    /// The box that lists something, what it lists, and what was typed.
    static LISTED: RefCell<Vec<Hit>> = const { RefCell::new(Vec::new()) };
    static STATE: RefCell<Option<Open>> = const { RefCell::new(None) };
}

/// Which box is open; there is one at a time.
#[derive(Clone, Copy)]
struct Open {
    /// The box by its place in [`ALL`]; [`NONE`] for none.
    which: RwSignal<usize>,
    /// The hit that is pointed at.
    at: RwSignal<usize>,
}

const ALL: [Combo; 3] = [Combo::FROM, Combo::TO, Combo::CUT];

fn open() -> Option<Open> {
    STATE.with_borrow(|s| *s)
}

/// A box with its label and its list.
pub(super) fn combo(lab: Lab, combo: Combo) -> AnyView {
    let Some(open) = open() else { return text("") };
    let is_open = move || ALL.get(open.which.get()).is_some_and(|c| *c == combo);
    effect(move || {
        let shown = combo.shown(lab);
        if !page::holds_focus(combo.id) || open.which.get_untracked() == NONE {
            dom::set_value(combo.id, &shown);
        }
    });
    let active =
        move || if is_open() && open.at.get() != NONE { combo.option_id(open.at.get()) } else { String::new() };
    let input = el("input")
        .attr("id", combo.id)
        .attr("type", "text")
        .attr("role", "combobox")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .attr("aria-autocomplete", "list")
        .attr("aria-controls", combo.list_id())
        .attr("placeholder", if combo == Combo::CUT { String::new() } else { lab.t(Msg::LabEndPrompt) })
        .attr("value", untrack(|| combo.shown(lab)))
        .live_attr("aria-expanded", move || is_open().to_string())
        .live_attr("aria-activedescendant", active)
        .on_input(move |typed| look(lab, combo, open, &typed));
    el("div")
        .class("combo")
        .child(el("label").attr("for", combo.id).text(lab.t(combo.label())))
        .child(input)
        .child(live(move || list(lab, combo, open, is_open())))
        .into()
}

/// Looks for what is typed.
fn look(lab: Lab, combo: Combo, open: Open, typed: &str) {
    let lang = untrack(|| lab.lang());
    let groups = INDEX.with_borrow_mut(|index| {
        if index.as_ref().is_none_or(|(of, _)| *of != lang) {
            let all = untrack(|| lab.known(entries));
            *index = Some((lang, Index::new(all)));
        }
        index.as_mut().map(|(_, index)| index.find(typed, MOST)).unwrap_or_default()
    });
    let hits: Vec<Hit> = groups.into_iter().flat_map(|g| g.hits).filter(|h| combo.kinds.contains(&h.kind)).collect();
    // What is both a city and a landing point is a city first.
    let kind = |h: &Hit| combo.kinds.iter().position(|k| *k == h.kind);
    let hits = sorted(hits, &|a, b| kind(a) < kind(b));
    let which = ALL.iter().position(|c| *c == combo).filter(|_| !hits.is_empty());
    LISTED.set(hits);
    open.at.set(NONE);
    open.which.set(NONE);
    open.which.set(which.unwrap_or(NONE));
}

fn list(lab: Lab, combo: Combo, open: Open, is_open: bool) -> AnyView {
    let list = el("div").attr("id", combo.list_id()).attr("role", "listbox").attr("aria-label", lab.t(combo.label()));
    if !is_open {
        return list.attr("hidden", "").into();
    }
    let option = |(number, hit): (usize, &Hit)| {
        let detail = match hit.kind {
            Kind::Landing => lab.known(|atlas, _, words| {
                atlas
                    .landing(&hit.id)
                    .map(|l| [words.text(Msg::KindLanding), " · ", &words.country(&l.country)].concat())
            }),
            Kind::Place => lab.known(|_, g, words| g.place(&hit.id).map(|p| words.country(&p.country))),
            Kind::Chokepoint => Some(lab.t(Msg::LayerChokepoints)),
            _ => Some(lab.t(Msg::ListCables)),
        };
        let hit = hit.clone();
        el("div")
            .attr("role", "option")
            .attr("id", combo.option_id(number))
            .attr("data-number", number.to_string())
            .class("entry")
            .live_attr("aria-selected", move || (open.at.get() == number).to_string())
            .child(el("span").class("name").text(hit.name.as_str()))
            .child(el("span").class("detail").text(detail.unwrap_or_default()))
            .on_click(move |_| accept(lab, combo, open, &hit))
            .into()
    };
    let options: Vec<AnyView> = LISTED.with_borrow(|hits| hits.iter().enumerate().map(option).collect());
    list.class("panel").children(options).into()
}

fn accept(lab: Lab, combo: Combo, open: Open, hit: &Hit) {
    close(lab, open);
    dom::set_value(combo.id, if combo == Combo::CUT { "" } else { &hit.name });
    combo.take(lab, hit);
}

/// Closes the list, and says again what is chosen.
fn close(lab: Lab, open: Open) {
    if let Some(combo) = ALL.get(open.which.get_untracked()) {
        open.which.set(NONE);
        dom::set_value(combo.id, &untrack(|| combo.shown(lab)));
    }
}

fn step(combo: Combo, open: Open, by: isize) {
    let count = LISTED.with_borrow(Vec::len);
    let next = match (open.at.get_untracked(), by > 0) {
        _ if count == 0 => return,
        (NONE, true) => 0,
        (NONE | 0, false) => count - 1,
        (at, true) => (at + 1) % count,
        (at, false) => at - 1,
    };
    open.at.set(next);
    page::reveal(&combo.option_id(next));
}

/// A key in a box; says whether it was for the list.
fn key(lab: Lab, open: Open, combo: Combo, key: &str) -> bool {
    if ALL.get(open.which.get_untracked()) != Some(&combo) {
        return false;
    }
    match key {
        "ArrowDown" => step(combo, open, 1),
        "ArrowUp" => step(combo, open, -1),
        "Escape" => close(lab, open),
        "Enter" => {
            let at = Some(open.at.get_untracked()).filter(|at| *at != NONE).unwrap_or(0);
            if let Some(hit) = LISTED.with_borrow(|hits| hits.get(at).cloned()) {
                accept(lab, combo, open, &hit);
            }
        }
        _ => return false,
    }
    true
}

/// Hears keys and presses for all boxes.
pub(super) fn listen(lab: Lab) {
    let open = Open { which: RwSignal::new(NONE), at: RwSignal::new(NONE) };
    STATE.set(Some(open));
    let Some(place) = dom::element(PLACE) else { return };
    let of = |e: &web_sys::Event| {
        let id = e.target().and_then(|t| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(t).ok()).map(|t| t.id());
        id.and_then(|id| ALL.into_iter().find(|c| c.id == id))
    };
    events::listen(&place, "keydown", move |e: &KeyboardEvent| {
        // While a word of Japanese is being put together its keys are the keyboard's.
        if !e.is_composing() && of(e).is_some_and(|combo| key(lab, open, combo, &e.key())) {
            e.prevent_default();
        }
    });
    events::listen(&place, "mousedown", move |e: &web_sys::MouseEvent| {
        // A press on the list leaves the focus in the box.
        if e.target().is_some_and(|t| page::option_of(&t) >= 0.0) {
            e.prevent_default();
        }
    });
    events::listen(&place, "focusout", move |_: &web_sys::Event| close(lab, open));
}
