//! What every panel beside the map shares.

use super::link;
use crate::app::framing::frame;
use crate::app::year;
use crate::app::{Action, AppState, Selection, apply};
use crate::cable::{Atlas, Gazetteer};
use crate::geodata::{Catalog, Problem};
use crate::i18n::{Msg, Words};
use crate::web::{Voice, heap};
use leptos::prelude::*;

/// A file that could not be had, and what the browser said.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Missing {
    /// The layer or list that it is of, as in the keys `layer-…`.
    pub(crate) layer: String,
    /// Its name in `geodata/`.
    pub(crate) file: String,
    /// Why.
    pub(crate) reason: String,
}

/// Handles on everything shared; copied freely.
#[derive(Clone, Copy)]
pub(crate) struct Beside {
    /// What the page shows; the map's, followed.
    pub(crate) state: RwSignal<AppState>,
    /// What is picked.
    pub(crate) selected: Memo<Option<Selection>>,
    /// The cables with all their facts.
    pub(crate) atlas: RwSignal<Atlas>,
    /// Chokepoints, places, events and measured round trips with all their facts.
    pub(crate) gazetteer: RwSignal<Gazetteer>,
    /// The year at whose end the map stands; none for all years.
    pub(crate) year: RwSignal<Option<usize>>,
    /// Changes when depths or ice came.
    pub(crate) seabed: RwSignal<bool>,
    /// Which files there are.
    pub(crate) catalog: RwSignal<Catalog>,
    /// Whether all files have been read.
    pub(crate) loaded: RwSignal<bool>,
    /// What is wrong in the files.
    pub(crate) problems: RwSignal<Vec<Problem>>,
    /// Files that the map does without and this application cannot have.
    pub(crate) missing: RwSignal<Vec<Missing>>,
    /// The words of the page's language.
    pub(crate) voice: Voice,
}

/// The year that a state asks for.
fn year_of(state: &AppState) -> Option<usize> {
    year::read(state.carried.get("year")).map(usize::from)
}

impl Beside {
    pub(crate) fn new(state: AppState) -> Self {
        heap::reserve(6);
        let year = year_of(&state);
        let state = RwSignal::new(state);
        Self {
            state,
            selected: Memo::new(move |_| state.with(|s| s.sel.clone())),
            atlas: RwSignal::new(Atlas::default()),
            gazetteer: RwSignal::new(Gazetteer::default()),
            year: RwSignal::new(year),
            seabed: RwSignal::new(false),
            catalog: RwSignal::new(Catalog::default()),
            loaded: RwSignal::new(false),
            problems: RwSignal::new(Vec::new()),
            missing: RwSignal::new(Vec::new()),
            voice: Voice::new(),
        }
    }

    /// Lets something happen to the map's state, which comes back by [`link::follow`].
    pub(crate) fn dispatch(self, action: Action) {
        self.dispatch_all(vec![action]);
    }

    /// Lets several things happen at once.
    pub(crate) fn dispatch_all(self, actions: Vec<Action>) {
        let mut state = link::state();
        actions.into_iter().for_each(|action| apply(&mut state, action));
        link::set_state(&state);
    }

    /// Takes over the map's state.
    pub(crate) fn take(self, state: AppState) {
        let year = year_of(&state);
        if self.year.get_untracked() != year {
            self.year.set(year);
        }
        self.state.set(state);
    }

    /// Selects a thing and takes the map there.
    pub(crate) fn go(self, selection: Selection) {
        let mut state = link::state();
        let at = untrack(|| self.known(|atlas, gazetteer, _| frame(atlas, gazetteer, &selection, &state)));
        apply(&mut state, Action::Select(selection));
        at.into_iter().for_each(|at| apply(&mut state, Action::SetAt(at)));
        link::set_state(&state);
    }

    /// All that is known, with the words for it; tracks the language.
    pub(crate) fn known<R>(self, f: impl FnOnce(&Atlas, &Gazetteer, &Words<'_>) -> R) -> R {
        self.atlas.with(|atlas| self.gazetteer.with(|gazetteer| self.words(|words| f(atlas, gazetteer, words))))
    }

    /// Words in the page's language; tracks it.
    pub(crate) fn words<R>(self, f: impl FnOnce(&Words<'_>) -> R) -> R {
        self.voice.words(f)
    }

    /// The language of names, by BCP 47; tracks it.
    pub(crate) fn lang(self) -> String {
        self.voice.lang()
    }

    /// A message in the page's language; tracks it.
    pub(crate) fn t(self, message: Msg) -> String {
        self.voice.t(message)
    }
}
