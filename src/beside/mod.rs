//! What every application beside the map shares: the state, followed and set; the data, read for all that is in it; the words.
//!
//! Such an application knows the map by what any script may know, `window.cableMap`, and has places of its own on the page.

pub(crate) mod combo;
mod context;
pub(crate) mod files;
pub(crate) mod fold;
pub(crate) mod link;
pub(crate) mod load;
pub(crate) mod order;
pub(crate) mod page;
pub(crate) mod panel;
pub(crate) mod part;

use crate::web::fetch;
use crate::web::language::{self, Heard};
use crate::web::{dom, effect};
pub(crate) use context::{Beside, Missing};
use leptos::mount::mount_to;
use leptos::prelude::*;

/// Mounts something into a place that the map keeps for it; where the place is missing, so is this.
pub(crate) fn mount(place: &str, view: impl FnOnce() -> AnyView + 'static) {
    if let Some(place) = dom::element(place) {
        mount_to(place, view).forget();
    }
}

impl Beside {
    /// Follows the map's state, and speaks the page's language; `heard` is told which language was fetched.
    pub(crate) fn begin(self, heard: impl Fn(&'static str, Heard) + Copy + 'static) {
        link::follow(self);
        effect(move || {
            let locale = language::wanted(self.state.with(|s| s.lang.clone()).as_deref());
            // The map has fetched it too, and says where it is not to be had or is no catalogue.
            language::speak(self.voice, locale, fetch::Copy::Kept, move |spoken| {
                if let Ok(spoken) = spoken {
                    heard(locale.code, spoken);
                }
            });
        });
    }
}
