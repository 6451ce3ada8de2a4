//! What can be folded away, and stays as it was left while the page is made anew around it, as for another language.

use crate::web::build::{el, live, text};
use leptos::prelude::*;
use std::cell::RefCell;

thread_local! {
    /// The folds that a person has opened or closed, by their keys, and whether they are open.
    static LEFT: RefCell<Vec<(&'static str, bool)>> = const { RefCell::new(Vec::new()) };
}

/// Something that can be folded.
#[derive(Clone, Copy)]
pub(crate) struct Fold {
    key: &'static str,
    is_open: bool,
}

impl Fold {
    /// Folded to begin with; `key` is its own in the application.
    pub(crate) const fn new(key: &'static str) -> Self {
        Self { key, is_open: false }
    }

    /// Open to begin with or not.
    pub(crate) const fn open(self, is_open: bool) -> Self {
        Self { is_open, ..self }
    }

    /// Forgets what a person did with it: it is open, or not, as it is to begin with.
    pub(crate) fn forget(self) {
        LEFT.with_borrow_mut(|left| left.retain(|(key, _)| *key != self.key));
    }

    fn is_open_now(self) -> bool {
        LEFT.with_borrow(|left| left.iter().find(|(key, _)| *key == self.key).map_or(self.is_open, |l| l.1))
    }

    /// The fold under its title; what is inside is made when it is first opened.
    pub(crate) fn view(
        self,
        mark: AnyView,
        title: String,
        count: Option<AnyView>,
        inside: Box<dyn Fn() -> AnyView + Send>,
    ) -> AnyView {
        let is_open = self.is_open_now();
        let opened = RwSignal::new(is_open);
        let turn = move |_| {
            let is_open = !self.is_open_now();
            LEFT.with_borrow_mut(|left| {
                left.retain(|(key, _)| *key != self.key);
                left.push((self.key, is_open));
            });
            opened.set(true);
        };
        let summary =
            el("summary").on_click(turn).child(mark).child(el("span").class("name").text(title)).children(count);
        let inside = live(move || if opened.get() { inside() } else { text("") });
        let fold = el("details").class("fold");
        let fold = if is_open { fold.attr("open", "") } else { fold };
        fold.child(summary).child(inside).into()
    }
}
