//! What every panel of the desk shares.

use super::link;
use crate::app::{Action, AppState, Selection, apply};
use crate::cable::{Atlas, Gazetteer};
use crate::geodata::{Catalog, Problem};
use crate::i18n::{Msg, Words};
use crate::web::Voice;
use leptos::prelude::*;

/// A file that could not be had, and what the browser said.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Missing {
    /// The layer or list that it is of, as in the keys `layer-…`.
    pub(super) layer: String,
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
    /// Chokepoints, places, events and measured round trips with all their facts.
    pub(super) gazetteer: RwSignal<Gazetteer>,
    /// Which files there are.
    pub(super) catalog: RwSignal<Catalog>,
    /// Whether all files have been read.
    pub(super) loaded: RwSignal<bool>,
    /// Whether there is something to choose from in the filters.
    pub(super) choosable: RwSignal<bool>,
    /// How often what the filters leave has changed: `matches::shown` has it.
    pub(super) filtered: RwSignal<usize>,
    /// Whether the table is open.
    pub(super) table: RwSignal<bool>,
    /// What is wrong in the files.
    pub(super) problems: RwSignal<Vec<Problem>>,
    /// Files that the map does without and the desk cannot have.
    pub(super) missing: RwSignal<Vec<Missing>>,
    /// The words of the page's language.
    pub(super) voice: Voice,
}

impl DeskContext {
    pub(super) fn new(state: AppState) -> Self {
        let state = RwSignal::new(state);
        Self {
            state,
            choosable: RwSignal::new(false),
            filtered: RwSignal::new(0),
            table: RwSignal::new(false),
            selected: Memo::new(move |_| state.with(|s| s.sel.clone())),
            atlas: RwSignal::new(Atlas::default()),
            gazetteer: RwSignal::new(Gazetteer::default()),
            catalog: RwSignal::new(Catalog::default()),
            loaded: RwSignal::new(false),
            problems: RwSignal::new(Vec::new()),
            missing: RwSignal::new(Vec::new()),
            voice: Voice::new(),
        }
    }

    /// Lets something happen to the map's state, which comes back by [`link::follow`].
    pub(super) fn dispatch(self, action: Action) {
        self.dispatch_all(vec![action]);
    }

    /// Lets several things happen at once.
    pub(super) fn dispatch_all(self, actions: Vec<Action>) {
        let mut state = self.state.get_untracked();
        actions.into_iter().for_each(|action| apply(&mut state, action));
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
