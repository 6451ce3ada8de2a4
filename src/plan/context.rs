//! What all parts of the panel share.

use super::{PLACE, hand};
use crate::app::Action;
use crate::app::lab::{Asked, Known};
use crate::app::plan::{KEY, Plan, locate, name};
use crate::beside::panel::Panel;
use crate::beside::{Beside, link};
use crate::i18n::Msg;
use crate::network::Network;
use crate::sphere::LonLat;
use leptos::prelude::*;
use std::cell::RefCell;
use std::ops::Deref;

/// How far an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Nothing is asked, or all is answered.
    Rest,
    /// The worker fetches coastlines.
    Fetching,
    /// The worker gets the waters ready.
    Reading,
    /// The way is looked for.
    Finding,
}

/// Handles on everything that the parts share; copied freely.
#[derive(Clone, Copy)]
pub(super) struct Planning {
    beside: Beside,
    /// The keys that an answer depends on, so that nothing is asked anew when the map only moves.
    keys: Memo<String>,
    pub(super) panel: Panel,
    /// How many answers have come; `work` has them.
    pub(super) answered: RwSignal<usize>,
    /// How far the answer is.
    pub(super) step: RwSignal<Step>,
    /// Whether the network is built.
    pub(super) built: RwSignal<bool>,
    /// Whether the hand on the map sets points.
    pub(super) drawing: RwSignal<bool>,
}

impl Deref for Planning {
    type Target = Beside;

    fn deref(&self) -> &Beside {
        &self.beside
    }
}

thread_local! {
    static NETWORK: RefCell<Option<Network>> = const { RefCell::new(None) };
}

impl Planning {
    pub(super) fn new(beside: Beside) -> Self {
        let keys = move |_: Option<&String>| {
            beside.state.with(|s| [KEY, "via", "cut", "year"].map(|key| s.carried.get(key)).join("|"))
        };
        Self {
            beside,
            keys: Memo::new(keys),
            panel: Panel::new("plan", Msg::PlanTitle),
            answered: RwSignal::new(0),
            step: RwSignal::new(Step::Rest),
            built: RwSignal::new(false),
            drawing: RwSignal::new(false),
        }
    }

    /// What is wished, and words of the link that mean nothing; tracks it.
    pub(super) fn plan(self) -> (Plan, Vec<String>) {
        self.keys.with(|_| ());
        self.state.with_untracked(|s| Plan::read(s.carried.get(KEY)))
    }

    /// Tracks all that the comparison depends on.
    pub(super) fn track_keys(self) {
        self.keys.with(|_| ());
    }

    /// Changes what is wished.
    pub(super) fn wish(self, change: impl FnOnce(&mut Plan)) {
        let (mut plan, _) = untrack(|| self.plan());
        change(&mut plan);
        self.dispatch(Action::Carry { key: KEY, value: plan.write() });
    }

    /// Sets an end, the start (0) or the last (1).
    pub(super) fn set_end(self, end: usize, stop: String) {
        self.wish(|plan| plan.stops[end % 2] = stop);
    }

    /// Adds a point to pass, where it makes the way the least longer.
    pub(super) fn pass(self, stop: String) {
        self.atlas.with_untracked(|atlas| {
            self.gazetteer.with_untracked(|gazetteer| self.wish(|plan| plan.pass(stop, atlas, gazetteer)));
        });
    }

    /// What a stop is called; tracks the language.
    pub(super) fn name(self, stop: &str) -> String {
        self.known(|atlas, gazetteer, words| name(stop, atlas, gazetteer, words))
    }

    /// Where a stop is.
    pub(super) fn locate(self, stop: &str) -> Option<LonLat> {
        self.atlas.with_untracked(|atlas| self.gazetteer.with_untracked(|gazetteer| locate(stop, atlas, gazetteer)))
    }

    /// Takes the network over when it is built.
    pub(super) fn build(self, network: Network) {
        NETWORK.set(Some(network));
        self.built.set(true);
    }

    /// All that changes are told from, with what counts; nothing before the network is built. Tracks the language.
    pub(super) fn told<R>(self, f: impl FnOnce(Known<'_>, &Asked) -> R) -> Option<R> {
        NETWORK.with_borrow(|network| {
            let network = network.as_ref()?;
            let asked = self.state.with_untracked(|s| Asked::read(&s.carried, network));
            Some(self.known(|atlas, gazetteer, words| f(Known { atlas, gazetteer, network, words }, &asked)))
        })
    }

    /// Puts away what was wished, with the panel.
    pub(super) fn close(self) {
        hand::end(self);
        self.dispatch(Action::Carry { key: KEY, value: String::new() });
    }
}

/// Opens the panel when it is called for or the state carries a plan.
pub(super) fn listen(planning: Planning) {
    planning.panel.listen(PLACE, move || planning.plan().0 != Plan::default());
    // The two stand in the same place, the planner in front.
    link::when_called("lab", move || planning.panel.folded.set(true));
}
