//! What every panel of the desk shares.

use super::link;
use crate::app::{Action, AppState, Selection, apply};
use crate::cable::Atlas;
use crate::geodata::{Catalog, Problem};
use crate::i18n::{CatalogueProblem, Msg, Words};
use crate::web::Voice;
use leptos::prelude::*;

/// A file that could not be had, and what the browser said.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Missing {
    /// Its name in `geodata/`.
    pub(super) file: String,
    /// Why.
    pub(super) reason: String,
}

/// Handles on everything shared; copied freely.
#[derive(Clone, Copy)]
pub(super) struct DeskContext {
    /// What the page shows; the map's, followed.
    pub(super) state: RwSignal<AppState>,
    /// What is picked.
    pub(super) selected: Memo<Option<Selection>>,
    /// The cables with all their facts.
    pub(super) atlas: RwSignal<Atlas>,
    /// Which files there are.
    pub(super) catalog: RwSignal<Catalog>,
    /// Whether all files have been read.
    pub(super) loaded: RwSignal<bool>,
    /// What is wrong in the files.
    pub(super) problems: RwSignal<Vec<Problem>>,
    /// Files that the map does without and the desk cannot have.
    pub(super) missing: RwSignal<Vec<Missing>>,
    /// What is wrong with a language's catalogue, with the language's tag.
    pub(super) wording: RwSignal<(&'static str, Vec<CatalogueProblem>)>,
    /// The words of the page's language.
    pub(super) voice: Voice,
}

impl DeskContext {
    pub(super) fn new(state: AppState) -> Self {
        let state = RwSignal::new(state);
        Self {
            state,
            selected: Memo::new(move |_| state.with(|s| s.sel.clone())),
            atlas: RwSignal::new(Atlas::default()),
            catalog: RwSignal::new(Catalog::default()),
            loaded: RwSignal::new(false),
            problems: RwSignal::new(Vec::new()),
            missing: RwSignal::new(Vec::new()),
            wording: RwSignal::new(("", Vec::new())),
            voice: Voice::new(),
        }
    }

    /// Lets something happen to the map's state, which comes back by [`link::follow`].
    pub(super) fn dispatch(self, action: Action) {
        let mut state = self.state.get_untracked();
        apply(&mut state, action);
        link::set_state(&state);
    }

    /// Words in the page's language; tracks it.
    pub(super) fn words<R>(self, f: impl FnOnce(&Words<'_>) -> R) -> R {
        self.voice.words(f)
    }

    /// The language of names, by BCP 47; tracks it.
    pub(super) fn lang(self) -> String {
        self.voice.lang()
    }

    /// A message in the page's language; tracks it.
    pub(super) fn t(self, message: Msg) -> String {
        self.voice.t(message)
    }
}
