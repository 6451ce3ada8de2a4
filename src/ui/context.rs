//! What every component shares: the state, the world, the words; and the one way to act.

use super::sheet::Height;
use crate::app::url::UrlProblem;
use crate::app::{Action, AppState, SelKind, Selection, apply};
use crate::carto::{Insets, Pose, View, Viewport};
use crate::geodata::{Catalog, Problem};
use crate::i18n::{CatalogueProblem, Msg, Words};
use crate::scene::{Picked, World};
use crate::sphere::LonLat;
use crate::web::Voice;
use leptos::prelude::*;

/// How far the map has come; the value of `data-state` on `#map`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    /// Data is on its way.
    Loading,
    /// The interactive map has painted.
    Ready,
}

/// A problem, with its code and place for scripts and its words for people.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Trouble {
    /// In the data.
    Data(Problem),
    /// In the address.
    Address(UrlProblem),
    /// In a language's catalogue.
    Catalogue(&'static str, CatalogueProblem),
    /// A language that could not be loaded, by its own name.
    Language(&'static str),
    /// A file that could not be loaded, with the layer it is of and what the browser said.
    Missing {
        /// The layer's id.
        layer: String,
        /// Its file.
        file: String,
        /// Why.
        reason: String,
    },
}

/// A problem that the desk found, in the words of its message.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Told {
    /// `error` or `warning`.
    pub(super) level: String,
    /// Its code.
    pub(super) code: String,
    /// What is wrong, in the page's language.
    pub(super) message: String,
    /// File, feature and property.
    pub(super) place: String,
}

/// Handles on everything shared; copied freely.
#[derive(Clone, Copy)]
pub(super) struct AppContext {
    /// What the page shows.
    pub(super) state: RwSignal<AppState>,
    /// What is picked; changes only when the pick does, unlike the whole state.
    pub(super) selected: Memo<Option<Selection>>,
    /// The data.
    pub(super) world: RwSignal<World>,
    /// Which files there are.
    pub(super) catalog: RwSignal<Catalog>,
    /// What went wrong.
    pub(super) troubles: RwSignal<Vec<Trouble>>,
    /// The words of the page's language.
    pub(super) voice: Voice,
    /// What the desk found wrong with the data.
    pub(super) told: RwSignal<Vec<Told>>,
    /// The canvas.
    pub(super) viewport: RwSignal<Viewport>,
    /// How far the map has come.
    pub(super) phase: RwSignal<Phase>,
    /// Where the pointer is on the Earth.
    pub(super) pointer: RwSignal<Option<LonLat>>,
    /// Whether the system prefers dark.
    pub(super) dark: RwSignal<bool>,
    /// How high the sheet of small screens stands.
    pub(super) sheet: RwSignal<Height>,
    /// What the map says for a moment.
    pub(super) hint: RwSignal<Option<Msg>>,
    /// What a screen reader is told.
    pub(super) announcement: RwSignal<String>,
    /// What is still being loaded, in words; empty when all is here.
    pub(super) progress: RwSignal<String>,
}

impl AppContext {
    pub(super) fn new(state: AppState) -> Self {
        let state = RwSignal::new(state);
        Self {
            state,
            selected: Memo::new(move |_| state.with(|s| s.sel.clone())),
            world: RwSignal::new(World::default()),
            catalog: RwSignal::new(Catalog::default()),
            troubles: RwSignal::new(Vec::new()),
            voice: Voice::new(),
            told: RwSignal::new(Vec::new()),
            viewport: RwSignal::new(Viewport { width: 1280.0, height: 800.0, insets: Insets::default() }),
            phase: RwSignal::new(Phase::Loading),
            pointer: RwSignal::new(None),
            dark: RwSignal::new(false),
            sheet: RwSignal::new(Height::default()),
            hint: RwSignal::new(None),
            announcement: RwSignal::new(String::new()),
            progress: RwSignal::new(String::new()),
        }
    }

    /// Lets something happen.
    pub(super) fn dispatch(self, action: Action) {
        self.state.update(|state| apply(state, action));
    }

    /// Adds what went wrong and has not been told yet; tells nobody when that is nothing.
    pub(super) fn add_troubles(self, mut found: Vec<Trouble>) {
        found.retain(|trouble| self.troubles.with_untracked(|told| !told.contains(trouble)));
        if !found.is_empty() {
            self.troubles.update(|t| t.append(&mut found));
        }
    }

    /// What is wrong with the address, or with what stands for it, in place of what was.
    pub(super) fn blame_address(self, problems: Vec<UrlProblem>) {
        self.troubles.update(|t| {
            t.retain(|t| !matches!(t, Trouble::Address(_)));
            t.extend(problems.into_iter().map(Trouble::Address));
        });
    }

    /// Words in the page's language; tracks it.
    pub(super) fn words<R>(self, f: impl FnOnce(&Words<'_>) -> R) -> R {
        self.voice.words(f)
    }

    /// A message in the page's language; tracks it.
    pub(super) fn t(self, message: Msg) -> String {
        self.voice.t(message)
    }

    /// The language of names, by BCP 47; tracks it.
    pub(super) fn lang(self) -> String {
        self.voice.lang()
    }

    /// The map as it stands; tracks state and canvas.
    pub(super) fn view(self) -> View {
        let (stop, at) = self.state.with(|s| (s.stop(), s.at));
        View::new(stop, at.into(), self.viewport.get())
    }

    /// The map as it stands, without tracking.
    pub(super) fn view_now(self) -> View {
        untrack(|| self.view())
    }

    /// Moves the map.
    pub(super) fn go_to(self, pose: Pose) {
        self.dispatch(Action::SetAt(pose.into()));
    }

    /// Picks a thing and says so.
    pub(super) fn select(self, picked: Option<&Picked>) {
        match picked {
            Some(picked) => self.dispatch(Action::Select(selection(picked))),
            None => self.dispatch(Action::ClearSelection),
        }
    }

    /// Ids of the layers that are switched otherwise than by default.
    pub(super) fn switched(self) -> Vec<String> {
        self.state.with_untracked(AppState::switched_layers)
    }

    /// What is picked, as the scene knows it; tracks it.
    pub(super) fn picked(self) -> Option<Picked> {
        self.selected.with(|s| s.as_ref().and_then(as_picked))
    }
}

/// A thing of the scene as the address names it.
pub(super) fn selection(picked: &Picked) -> Selection {
    match picked {
        Picked::Landing(id) => Selection::new(SelKind::Landing, id.as_str()),
        Picked::Cable(id) => Selection::new(SelKind::Cable, id.as_str()),
        Picked::Place(id) => Selection::new(SelKind::Place, id.as_str()),
        Picked::Chokepoint(id) => Selection::new(SelKind::Chokepoint, id.as_str()),
        Picked::Event(id) => Selection::new(SelKind::Event, id.as_str()),
    }
}

/// What the address names as a thing of the scene, if the scene has its kind.
pub(super) fn as_picked(selection: &Selection) -> Option<Picked> {
    selection.picked()
}
