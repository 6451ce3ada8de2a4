//! What all parts of the panel share.

use super::PLACE;
use crate::app::lab::{Asked, Known, cut_text, read_via, write_via};
use crate::app::{Action, AppState, Selection};
use crate::beside::Beside;
use crate::beside::panel::Panel;
use crate::i18n::Msg;
use crate::network::{Assumptions, Cut, Cuts, Network, Scenario};
use leptos::prelude::*;
use std::cell::RefCell;
use std::ops::Deref;

/// What the panel shows: one of its parts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tab {
    Ways,
    Cuts,
    Weak,
    Measure,
}

impl Tab {
    pub(super) const ALL: [Self; 4] = [Self::Ways, Self::Cuts, Self::Weak, Self::Measure];
}

/// Handles on everything that the parts share; copied freely.
#[derive(Clone, Copy)]
pub(super) struct Lab {
    pub(super) beside: Beside,
    /// The keys of the question, so that nothing is asked anew when the map only moves.
    question: Memo<String>,
    pub(super) panel: Panel,
    /// Which part is shown, by its place in [`Tab::ALL`].
    pub(super) tab: RwSignal<usize>,
    /// Whether the network is built.
    pub(super) built: RwSignal<bool>,
    /// How many answers have come; `work` has them.
    pub(super) answered: RwSignal<usize>,
    /// Whether something is being worked out.
    pub(super) busy: RwSignal<bool>,
    /// How many points were measured so far; `measure` has them.
    pub(super) measured: RwSignal<usize>,
    /// Whether the supercomputers are to be compared.
    pub(super) machines: RwSignal<bool>,
    /// What a part has to say at once, as that a text is no position.
    pub(super) said: RwSignal<String>,
    /// Whether the hand on the map draws for the panel.
    pub(super) drawing: RwSignal<bool>,
}

impl Deref for Lab {
    type Target = Beside;

    fn deref(&self) -> &Beside {
        &self.beside
    }
}

/// The keys of the state that make a question; any of them opens the panel.
pub(super) const KEYS: [&str; 4] = ["from", "to", "via", "cut"];

thread_local! {
    static NETWORK: RefCell<Option<Network>> = const { RefCell::new(None) };
    static CUTS: RefCell<Cuts> = RefCell::default();
}

impl Lab {
    pub(super) fn new(beside: Beside) -> Self {
        let has_cut = beside.state.with_untracked(|s| !s.carried.get("cut").is_empty());
        let question = move |_: Option<&String>| {
            let keys =
                |s: &AppState| KEYS.iter().chain(&["year"]).map(|key| s.carried.get(key)).collect::<Vec<_>>().join("|");
            beside.state.with(keys)
        };
        Self {
            beside,
            question: Memo::new(question),
            panel: Panel::new("lab", Msg::LabTitle),
            tab: RwSignal::new(usize::from(has_cut)),
            built: RwSignal::new(false),
            answered: RwSignal::new(0),
            busy: RwSignal::new(true),
            measured: RwSignal::new(0),
            machines: RwSignal::new(false),
            said: RwSignal::new(String::new()),
            drawing: RwSignal::new(false),
        }
    }

    pub(super) fn tab(self) -> Tab {
        Tab::ALL.get(self.tab.get()).copied().unwrap_or(Tab::Ways)
    }

    /// Takes the network over when it is built.
    pub(super) fn build(self, network: Network) {
        NETWORK.set(Some(network));
        self.built.set(true);
    }

    /// All that answers are told from; nothing before the network is built. Tracks the language.
    pub(super) fn told<R>(self, f: impl FnOnce(Known<'_>) -> R) -> Option<R> {
        NETWORK.with_borrow(|network| {
            let network = network.as_ref()?;
            Some(self.known(|atlas, gazetteer, words| f(Known { atlas, gazetteer, network, words })))
        })
    }

    /// Tracks the keys of the question. Only what reads a memo has it follow the state.
    fn follow_question(self) {
        self.question.with(|_| ());
    }

    /// The question as it stands; tracks the state.
    pub(super) fn asked(self) -> Option<Asked> {
        self.follow_question();
        NETWORK
            .with_borrow(|n| n.as_ref().map(|network| self.state.with_untracked(|s| Asked::read(&s.carried, network))))
    }

    /// The value of a key of the question, or of the year; tracks them.
    pub(super) fn key(self, key: &str) -> String {
        self.follow_question();
        self.state.with_untracked(|s| s.carried.get(key).to_owned())
    }

    /// Sets keys of the state.
    pub(super) fn carry(self, keys: &[(&'static str, &str)]) {
        self.dispatch_all(keys.iter().map(|(key, value)| Action::Carry { key, value: (*value).to_owned() }).collect());
    }

    /// Changes what counts and what is assumed.
    pub(super) fn change(self, f: impl FnOnce(&mut Scenario, &mut Assumptions)) {
        let year = self.year.get_untracked().and_then(|y| i32::try_from(y).ok());
        let (mut scenario, mut assumptions, _) = read_via(&untrack(|| self.key("via")), year);
        f(&mut scenario, &mut assumptions);
        self.carry(&[("via", &write_via(&scenario, &assumptions))]);
    }

    /// Changes what is cut by a step that can be taken back.
    pub(super) fn cut(self, step: impl FnOnce(&mut Cuts)) {
        let now = untrack(|| self.asked()).map(|a| a.scenario.cuts).unwrap_or_default();
        let text = CUTS.with_borrow_mut(|cuts| {
            if cuts.now() != now {
                cuts.set(now);
            }
            step(cuts);
            cut_text(cuts.now())
        });
        self.carry(&[("cut", &text)]);
    }

    /// Cuts those of some that are not cut yet, in one step.
    pub(super) fn cut_all(self, more: Vec<Cut>) {
        self.cut(|cuts| {
            let mut all = cuts.now().to_vec();
            all.extend(more.into_iter().filter(|c| !cuts.now().contains(c)));
            cuts.set(all);
        });
    }

    /// What is selected; tracks it.
    pub(super) fn picked(self) -> Option<Selection> {
        self.selected.get()
    }

    /// Puts the question away, with the panel.
    pub(super) fn close(self) {
        super::hand::end(self);
        super::measure::clear(self);
        self.carry(&KEYS.map(|key| (key, "")));
    }
}

/// Opens the panel when it is called for or the state carries a question.
pub(super) fn listen(lab: Lab) {
    lab.panel.listen(PLACE, move || KEYS.iter().any(|key| !lab.key(key).is_empty()));
}
