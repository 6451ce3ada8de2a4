//! The panels for finding, an application beside the map: search, filters, lists and the table of what the filters leave.

mod filters;
mod found;
mod layers;
mod lists;
mod matches;
mod own;
mod problems;
mod search;
mod table;

use crate::beside::{Beside, link, load, mount};
use crate::web::effect;
use leptos::prelude::*;
use std::ops::Deref;

/// Handles on everything that the panels share; copied freely.
#[derive(Clone, Copy)]
struct FindContext {
    beside: Beside,
    /// Whether there is something to choose from in the filters.
    choosable: RwSignal<bool>,
    /// How often what the filters leave has changed: `matches::shown` has it.
    filtered: RwSignal<usize>,
    /// Whether the table is open.
    table: RwSignal<bool>,
    /// What the reader opened.
    own: own::Own,
}

impl Deref for FindContext {
    type Target = Beside;

    fn deref(&self) -> &Beside {
        &self.beside
    }
}

/// Mounts the panels into the places that the map keeps for them.
pub fn open() {
    mount("find-lists", || {
        let beside = Beside::new(link::state());
        let (choosable, filtered) = (RwSignal::new(false), RwSignal::new(0));
        let cx = FindContext { beside, choosable, filtered, table: RwSignal::new(false), own: own::Own::new() };
        cx.begin(|_, _| ());
        load::start(beside, "find-lists", false);
        matches::follow(cx);
        effect(move || problems::tell(cx));
        own::begin(cx);
        mount("find-search", move || search::search(cx));
        mount("find-dialogs", move || table::table(cx));
        lists::lists(cx)
    });
}
