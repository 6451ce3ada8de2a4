//! The search: a box that lists what is meant while it is typed, shows on the map what is pointed at, and flies there.
//!
//! A combobox with a list, as the ARIA Authoring Practices Guide describes it ("Combobox with list autocomplete"): the
//! focus stays in the box, and the keys move through the list.

use super::FindContext;
use super::found::{self, accept, groups_of, sign};
use crate::app::gesture::SEARCH;
use crate::app::search::{Group, Hit, marks_of};
use crate::beside::{link, page};
use crate::i18n::{Msg, Plural};
use crate::web::build::{el, icon, live, live_text};
use crate::web::{dom, effect, events, motion};
use leptos::prelude::*;
use std::cell::RefCell;
use web_sys::KeyboardEvent;

const BOX: &str = "search";
const LIST: &str = "search-list";
/// A magnifying glass.
const GLASS: &str = "M8.8 14.1A5.3 5.3 0 1 1 8.8 3.5A5.3 5.3 0 0 1 8.8 14.1ZM12.7 12.7L17 17";

/// What the search is about at the moment.
#[derive(Clone, Copy)]
struct Find {
    cx: FindContext,
    /// How often something was typed.
    typed: RwSignal<usize>,
    /// Whether the list is open.
    open: RwSignal<bool>,
    /// Which of the hits is pointed at, counted through all groups; [`NONE`] for none.
    at: RwSignal<usize>,
}

const NONE: usize = usize::MAX;

thread_local! {
    /// What is typed, and what is meant by it.
    static TYPED: RefCell<(String, Vec<Group>)> = RefCell::default();
}

/// The box and its list.
pub(super) fn search(cx: FindContext) -> AnyView {
    let find = Find { cx, typed: RwSignal::new(0), open: RwSignal::new(false), at: RwSignal::new(NONE) };
    find.listen();
    // The names come with the data and with the language.
    effect(move || {
        let _ = (cx.loaded.get(), cx.lang());
        found::forget();
        find.look();
    });
    effect(move || find.light());
    let active = move || find.pointed().map_or_else(String::new, option_id);
    let input = live(move || {
        el("input")
            .attr("id", BOX)
            .attr("type", "text")
            .attr("role", "combobox")
            .attr("autocomplete", "off")
            .attr("autocapitalize", "off")
            .attr("spellcheck", "false")
            .attr("enterkeyhint", "search")
            .attr("aria-autocomplete", "list")
            .attr("aria-controls", LIST)
            .attr("aria-label", cx.t(Msg::SearchLabel))
            .attr("placeholder", cx.t(Msg::SearchPrompt))
            .attr("value", find.text())
            .live_attr("aria-expanded", move || find.is_listing().to_string())
            .live_attr("aria-activedescendant", active)
            .on_input(move |typed| {
                TYPED.with_borrow_mut(|t| t.0 = typed);
                find.look();
            })
            .into()
    });
    el("div")
        .class("search")
        .attr("role", "search")
        .child(
            el("div")
                .class("box")
                .child(icon(GLASS))
                .child(input)
                .child(el("kbd").attr("aria-hidden", "true").text(SEARCH)),
        )
        .child(live(move || find.list()))
        .child(el("p").class("visually-hidden").attr("role", "status").child(live_text(move || find.said())))
        .into()
}

fn option_id(number: usize) -> String {
    ["found-", &number.to_string()].concat()
}

impl Find {
    /// Looks for what is typed.
    fn look(self) {
        let text = self.text();
        let groups = groups_of(self.cx, &text);
        TYPED.with_borrow_mut(|t| t.1 = groups);
        self.at.set(NONE);
        self.open.set(!text.trim().is_empty() && page::holds_focus(BOX));
        self.typed.update(|count| *count += 1);
    }

    fn text(self) -> String {
        TYPED.with_borrow(|t| t.0.clone())
    }

    /// What is meant; tracks it.
    fn groups<R>(self, f: impl FnOnce(&[Group]) -> R) -> R {
        self.typed.track();
        TYPED.with_borrow(|t| f(&t.1))
    }

    /// The number of the hit that is pointed at; tracks it.
    fn pointed(self) -> Option<usize> {
        Some(self.at.get()).filter(|at| self.open.get() && *at != NONE)
    }

    fn is_listing(self) -> bool {
        self.open.get() && self.groups(|g| !g.is_empty())
    }

    fn count(self) -> usize {
        self.groups(|groups| groups.iter().map(|g| g.hits.len()).sum())
    }

    fn hit(self, number: usize) -> Option<Hit> {
        TYPED.with_borrow(|t| t.1.iter().flat_map(|g| &g.hits).nth(number).cloned())
    }

    /// What a screen reader is told once typing rests.
    fn said(self) -> String {
        if !self.open.get() {
            return String::new();
        }
        let count = self.count() as u64;
        if count == 0 { self.nothing() } else { self.cx.words(|w| w.count(Plural::SearchFound, count)) }
    }

    fn nothing(self) -> String {
        let typed = self.text();
        let mut text: String = typed.trim().chars().take(40).collect();
        if typed.trim().chars().nth(40).is_some() {
            text.push('…');
        }
        self.cx.words(|w| w.with(Msg::SearchNothing, &[("text", &text)]))
    }

    fn list(self) -> AnyView {
        let list = el("div").attr("id", LIST).attr("role", "listbox").attr("aria-label", self.cx.t(Msg::SearchLabel));
        if !self.open.get() || !self.cx.loaded.get() {
            return list.attr("hidden", "").into();
        }
        if self.groups(<[Group]>::is_empty) {
            let nothing = el("p").class("nothing").text(self.nothing());
            return el("div").child(list.attr("hidden", "")).child(nothing).into();
        }
        let mut number = 0;
        let mut group = |group: &Group| {
            let title = ["found-in-", &number.to_string()].concat();
            let first = number;
            number += group.hits.len();
            let options = group.hits.iter().enumerate().map(|(i, hit)| self.option(first + i, hit));
            el("div")
                .attr("role", "group")
                .attr("aria-labelledby", title.clone())
                .child(el("h3").attr("id", title).attr("role", "presentation").text(found::title(self.cx, group.kind)))
                .children(options)
                .into()
        };
        let groups = self.groups(|groups| groups.iter().map(&mut group).collect::<Vec<AnyView>>());
        list.class("panel").children(groups).into()
    }

    fn option(self, number: usize, hit: &Hit) -> AnyView {
        let other = hit.other.as_ref().map(|name| el("span").class("other").text(name.as_str()).into());
        el("div")
            .attr("role", "option")
            .attr("id", option_id(number))
            .attr("data-number", number.to_string())
            .class("entry")
            .live_attr("aria-selected", move || (self.at.get() == number).to_string())
            .on_click(move |_| self.take(number))
            .child(sign(self.cx, hit))
            .child(el("span").class("name").text(hit.name.as_str()).children(other))
            .child(el("span").class("detail").text(found::detail(self.cx, hit)))
            .into()
    }

    /// Rings on the map round what is pointed at.
    fn light(self) {
        let hit = self.pointed().and_then(|number| self.hit(number));
        let marks = hit.map(|hit| {
            let cx = self.cx;
            cx.atlas.with_untracked(|a| cx.gazetteer.with_untracked(|g| marks_of(a, g, hit.kind, &hit.id)))
        });
        let marks = marks.filter(|marks| !marks.is_empty());
        link::draw("search", &marks.map(|marks| ("lit", marks)).into_iter().collect::<Vec<_>>());
    }

    /// Goes to a hit.
    fn take(self, number: usize) {
        let Some(hit) = self.hit(number) else { return };
        TYPED.with_borrow_mut(|t| t.0 = hit.name.clone());
        dom::set_value(BOX, &hit.name);
        self.close();
        accept(self.cx, &hit);
    }

    fn close(self) {
        self.open.set(false);
        self.at.set(NONE);
    }

    /// Points at the next hit, round about.
    fn step(self, by: isize) {
        let count = untrack(|| self.count());
        if count == 0 {
            return;
        }
        self.open.set(true);
        let next = match (self.at.get_untracked(), by > 0) {
            (NONE, true) => 0,
            (NONE | 0, false) => count - 1,
            (at, true) => (at + 1) % count,
            (at, false) => at - 1,
        };
        self.at.set(next);
        page::reveal(&option_id(next));
    }

    /// A key in the box; says whether it was for the search.
    fn key(self, key: &str) -> bool {
        let listing = untrack(|| self.is_listing());
        match key {
            "ArrowDown" => self.step(1),
            "ArrowUp" => self.step(-1),
            "Enter" if listing => self.take(untrack(|| self.pointed()).unwrap_or(0)),
            // First the list goes, then the text.
            "Escape" if self.open.get_untracked() => self.close(),
            "Escape" if !self.text().is_empty() => {
                dom::set_value(BOX, "");
                TYPED.take();
                self.look();
            }
            _ => return false,
        }
        true
    }

    fn listen(self) {
        let Some(place) = dom::element("find-search") else { return };
        events::listen(&place, "keydown", move |e: &KeyboardEvent| {
            // While a word of Japanese is being put together its keys are the keyboard's.
            if !e.is_composing() && self.key(&e.key()) {
                e.prevent_default();
            }
        });
        events::listen(&place, "mousedown", move |e: &web_sys::MouseEvent| {
            // A press on the list leaves the focus in the box.
            if e.target().is_some_and(|t| page::option_of(&t) >= 0.0) {
                e.prevent_default();
            }
        });
        events::listen(&place, "pointermove", move |e: &web_sys::PointerEvent| {
            let number = e.target().map_or(-1.0, |t| page::option_of(&t));
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small whole number")]
            let number = if number >= 0.0 { number as usize } else { NONE };
            if number != NONE && self.at.get_untracked() != number {
                self.at.set(number);
            }
        });
        events::listen(&place, "focusout", move |_: &web_sys::Event| self.close());
        // A hand on the map ends a flight.
        for event in ["pointerdown", "wheel", "keydown"] {
            if let Some(canvas) = dom::element("canvas") {
                events::listen(&canvas, event, |_: &web_sys::Event| motion::stop());
            }
        }
        events::listen(&window(), "keydown", move |e: &KeyboardEvent| {
            let command = e.ctrl_key() || e.meta_key() || e.default_prevented();
            if e.key() == SEARCH && !command && !e.target().is_some_and(|t| page::is_taken(&t)) {
                e.prevent_default();
                dom::focus(BOX);
            }
        });
    }
}
