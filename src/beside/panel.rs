//! The frame of a panel beside the map: title, fold and cross, what is said to the keyboard, and the button between two ends.

use super::{Beside, link};
use crate::i18n::Msg;
use crate::web::build::{CROSS, El, el, icon, live, text};
use crate::web::{dom, effect, events};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// A line that goes up and down again.
const CHEVRON: &str = "M5 12L10 7L15 12";
/// Two arrows past each other.
const SWAP: &str = "M4 7H15L12 4M16 13H5L8 16";

/// A panel that can be folded to its title, and put away; copied freely.
#[derive(Clone, Copy)]
pub(crate) struct Panel {
    /// Of its element, and what it is called by.
    id: &'static str,
    title: Msg,
    /// Whether it is there at all.
    pub(crate) open: RwSignal<bool>,
    /// Whether it is folded to its title.
    pub(crate) folded: RwSignal<bool>,
}

impl Panel {
    /// Open, and not folded.
    pub(crate) fn new(id: &'static str, title: Msg) -> Self {
        Self { id, title, open: RwSignal::new(true), folded: RwSignal::new(false) }
    }

    fn title_id(self) -> String {
        [self.id, "-title"].concat()
    }

    fn fold_id(self) -> String {
        [self.id, "-fold"].concat()
    }

    /// The panel; nothing while it is put away. `close` puts away what else goes with it.
    pub(crate) fn view(
        self,
        beside: Beside,
        is_busy: impl Fn() -> bool + Copy + Send + Sync + 'static,
        close: impl Fn() + Copy + Send + 'static,
        body: impl Fn() -> AnyView + Copy + Send + 'static,
    ) -> AnyView {
        live(move || {
            if !self.open.get() {
                return text("");
            }
            self.frame(beside, close)
                .live_attr("aria-busy", move || is_busy().to_string())
                .child(live(move || if self.folded.get() { text("") } else { body() }))
                .into()
        })
    }

    fn frame(self, beside: Beside, close: impl Fn() + Copy + Send + 'static) -> El {
        let fold = el("button")
            .attr("type", "button")
            .attr("id", self.fold_id())
            .class("close fold-button")
            .attr("aria-label", beside.t(Msg::LabFold))
            .live_attr("aria-expanded", move || (!self.folded.get()).to_string())
            .on_click(move |_| self.folded.update(|folded| *folded = !*folded))
            .child(icon(CHEVRON));
        let close = move |_| {
            self.open.set(false);
            close();
            dom::focus("canvas");
        };
        let close = el("button")
            .attr("type", "button")
            .class("close")
            .attr("aria-label", beside.t(Msg::Close))
            .on_click(close)
            .child(icon(CROSS));
        let title = el("h2").attr("id", self.title_id()).attr("tabindex", "-1").text(beside.t(self.title));
        let class = move || if self.folded.get() { "panel lab folded" } else { "panel lab" }.to_owned();
        el("section")
            .attr("id", self.id)
            .live_attr("class", class)
            .attr("aria-labelledby", self.title_id())
            .child(title)
            .child(fold)
            .child(close)
    }

    /// What holds all below the title; it scrolls, also by keys.
    pub(crate) fn scroll(self) -> El {
        el("div").class("scroll").attr("tabindex", "0").attr("role", "group").attr("aria-labelledby", self.title_id())
    }

    /// Opens the panel again when it is called for, and when it is `wanted`, which tracks that; Escape folds it.
    pub(crate) fn listen(self, place: &str, wanted: impl Fn() -> bool + 'static) {
        link::when_called(self.id, move || {
            self.open.set(true);
            self.folded.set(false);
            Timeout::new(0, move || dom::focus(&self.title_id())).forget();
        });
        effect(move || {
            if wanted() && !self.open.get_untracked() {
                self.open.set(true);
            }
        });
        let Some(place) = dom::element(place) else { return };
        events::listen(&place, "keydown", move |e: &KeyboardEvent| {
            if e.key() == "Escape" && !e.default_prevented() {
                e.prevent_default();
                self.folded.set(true);
                dom::focus(&self.fold_id());
            }
        });
    }
}

/// The button that changes two ends for each other.
pub(crate) fn swap(beside: Beside, press: impl Fn() + Send + 'static) -> El {
    el("button")
        .attr("type", "button")
        .class("swap")
        .attr("aria-label", beside.t(Msg::LabSwap))
        .attr("title", beside.t(Msg::LabSwap))
        .on_click(move |_| press())
        .child(icon(SWAP))
}

/// Two boxes with that button between them, and what may be tried.
pub(crate) fn ends(from: AnyView, swap: El, to: AnyView, tries: AnyView) -> El {
    el("div").class("ends-of-way").child(from).child(swap).child(to).child(tries)
}
