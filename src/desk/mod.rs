//! The panels for reading, an application beside the map: fetched when something is to be read, or when the page is idle.

mod about;
mod details;
mod figure;
mod help;
mod openers;
mod pack;
mod problems;
mod route;
mod save;
mod settings;
mod timeline;
mod words;
mod years;

use crate::beside::{Beside, link, load, mount};
use crate::i18n::CatalogueProblem;
use crate::web::effect;
use leptos::prelude::*;
pub use pack::pack;
use std::ops::Deref;

/// Handles on everything that the panels share; copied freely.
#[derive(Clone, Copy)]
struct DeskContext {
    beside: Beside,
    /// Whether the years play.
    playing: RwSignal<bool>,
    /// What is wrong with a language's catalogue, with the language's tag.
    wording: RwSignal<(&'static str, Vec<CatalogueProblem>)>,
}

impl Deref for DeskContext {
    type Target = Beside;

    fn deref(&self) -> &Beside {
        &self.beside
    }
}

/// Mounts the panels into the places that the map keeps for them.
pub fn open() {
    mount("desk-details", || {
        let beside = Beside::new(link::state());
        let cx = DeskContext { beside, playing: RwSignal::new(false), wording: RwSignal::new(("", Vec::new())) };
        cx.begin(move |code, heard| words::check(cx, code, heard.bytes));
        effect(move || problems::tell(cx));
        pack::listen(cx);
        load::start(cx.beside, "desk-details", true);
        link::when_seabed(move || cx.seabed.update(|known| *known = !*known));
        timeline::follow(cx);
        openers::follow(cx);
        mount("desk-openers", move || openers::shown(cx));
        mount("desk-timeline", move || timeline::timeline(cx));
        mount("desk-timeline", move || openers::handed(cx));
        mount("desk-settings", move || settings::settings(cx));
        mount("desk-dialogs", move || about::about(cx));
        mount("desk-dialogs", move || help::help(cx));
        mount("desk-dialogs", move || help::hint(cx));
        mount("desk-dialogs", move || save::dialog(cx));
        mount("credit", move || save::button(cx));
        details::panel(cx)
    });
}
