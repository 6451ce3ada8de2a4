//! The panels for reading, a second application beside the map: fetched when something is to be read, or when the page
//! is idle.
//!
//! The desk knows the map by what any script may know, `window.cableMap`: it follows the state, and sets it. It reads
//! the same files as the map, but all that is in them: facts, claims, sources, and every problem.

mod about;
mod context;
mod details;
mod figure;
mod filters;
mod find;
mod found;
mod help;
mod layers;
mod link;
mod lists;
mod load;
mod matches;
mod pack;
mod page;
mod problems;
mod route;
mod save;
mod settings;
mod table;
mod timeline;
mod words;
mod years;

use crate::web::fetch::Copy;
use crate::web::{dom, effect, language};
use context::DeskContext;
use leptos::mount::mount_to;
use leptos::prelude::*;
pub use pack::pack;

/// Mounts the panels into the places that the map keeps for them.
pub fn open() {
    let places =
        ["search", "details", "lists", "settings", "dialogs"].map(|name| dom::element(&["desk-", name].concat()));
    let [Some(search), Some(details), Some(lists), Some(settings), Some(dialogs)] = places else { return };
    let desk = mount_to(details, move || {
        let cx = DeskContext::new(link::state());
        link::follow(cx);
        effect(move || {
            let locale = language::wanted(cx.state.with(|s| s.lang.clone()).as_deref());
            // The map has fetched it too, and says where it is not to be had or is no catalogue.
            language::speak(cx.voice, locale, Copy::Kept, move |spoken| {
                if let Ok(heard) = spoken {
                    words::check(cx, locale.code, heard.bytes);
                }
            });
        });
        effect(move || problems::tell(cx));
        pack::listen(cx);
        load::start(cx);
        link::when_seabed(move || cx.seabed.update(|known| *known = !*known));
        timeline::follow(cx);
        matches::follow(cx);
        mount_to(search, move || find::search(cx)).forget();
        mount_to(lists.clone(), move || lists::lists(cx)).forget();
        mount_to(lists, move || timeline::timeline(cx)).forget();
        mount_to(settings, move || settings::settings(cx)).forget();
        mount_to(dialogs.clone(), move || dialogs_of(cx)).forget();
        mount_to(dialogs, move || save::dialog(cx)).forget();
        if let Some(credit) = dom::element("credit") {
            mount_to(credit, move || save::button(cx)).forget();
        }
        details::panel(cx)
    });
    desk.forget();
}

/// What opens over the map.
fn dialogs_of(cx: DeskContext) -> Vec<AnyView> {
    vec![table::table(cx), about::about(cx), help::help(cx), help::hint(cx)]
}
