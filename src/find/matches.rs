//! Which systems the filters leave: found out once all is read, told to the panels and to the map.

use super::FindContext;
use crate::app::filter::{Facet, Facets, Filter, Passages};
use crate::app::url::UrlProblem;
use crate::app::{Action, Carried};
use crate::beside::link;
use crate::web::effect;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use std::cell::RefCell;

/// How many chokepoints are looked at a time: a few milliseconds' worth.
const AT_A_TIME: usize = 4;

/// What the filters leave.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Shown {
    /// The part of the state that it is of, once there is something to choose from.
    carried: Option<Carried>,
    /// What is chosen.
    pub(super) filter: Filter,
    /// Ids of the systems that match.
    pub(super) ids: Vec<String>,
    /// How many would match, for each choice of each facet.
    pub(super) counts: [Vec<usize>; Facet::ALL.len()],
    /// What the link asks for and there is not.
    pub(super) problems: Vec<UrlProblem>,
}

thread_local! {
    /// What the systems are told apart by, once all is read.
    static FACETS: RefCell<Facets> = RefCell::default();
    /// What the filters leave now.
    static SHOWN: RefCell<Shown> = RefCell::default();
}

/// The facets and what the filters leave, without tracking.
pub(super) fn now<R>(f: impl FnOnce(&Facets, &Shown) -> R) -> R {
    FACETS.with_borrow(|facets| SHOWN.with_borrow(|shown| f(facets, shown)))
}

/// What the filters leave; tracks it.
pub(super) fn shown<R>(cx: FindContext, f: impl FnOnce(&Shown) -> R) -> R {
    cx.filtered.track();
    SHOWN.with_borrow(f)
}

/// Finds out what can be chosen once all is read, and keeps the map in step with what is.
pub(super) fn follow(cx: FindContext) {
    effect(move || {
        if cx.loaded.get() {
            let passages = cx.atlas.with_untracked(Passages::new);
            look(cx, passages, 0);
        }
    });
    let mut narrowed = false;
    // The state changes with every move of the map, what is chosen seldom.
    effect(move || {
        let carried = Some(cx.state.with(|s| s.carried.clone())).filter(|_| cx.choosable.get());
        if SHOWN.with_borrow(|s| s.carried == carried) {
            return;
        }
        let shown = FACETS.with_borrow(|facets| shown_by(facets, carried));
        let ids = (!shown.filter.is_empty()).then(|| shown.ids.clone());
        SHOWN.replace(shown);
        cx.filtered.update(|count| *count += 1);
        // A map that shows everything already is left in peace.
        if narrowed || ids.is_some() {
            link::only(ids.as_deref());
        }
        narrowed = ids.is_some();
    });
}

fn shown_by(facets: &Facets, carried: Option<Carried>) -> Shown {
    let (filter, problems) = carried.as_ref().map(|c| facets.read(c)).unwrap_or_default();
    let (ids, counts) = (facets.matching(&filter), facets.counts(&filter));
    Shown { carried, filter, ids, counts, problems }
}

fn look(cx: FindContext, mut passages: Passages, from: usize) {
    let done = cx.gazetteer.with_untracked(|g| {
        g.chokepoints.iter().skip(from).take(AT_A_TIME).for_each(|c| passages.add(c));
        from + AT_A_TIME >= g.chokepoints.len()
    });
    if done {
        let of = |atlas: &_| cx.gazetteer.with_untracked(|g| Facets::new(atlas, g, &passages));
        FACETS.set(cx.atlas.with_untracked(of));
        cx.choosable.set(true);
    } else {
        Timeout::new(0, move || look(cx, passages, from + AT_A_TIME)).forget();
    }
}

/// The state without filters.
pub(super) fn clear(cx: FindContext) {
    let all = Facet::ALL.map(|facet| Action::Carry { key: facet.key(), value: String::new() });
    cx.dispatch_all(all.to_vec());
}
