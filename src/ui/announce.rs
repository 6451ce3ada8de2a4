//! What a screen reader is told when something changed: politely, and in the page's language.

use super::context::AppContext;
use crate::i18n::Msg;
use leptos::prelude::*;

/// Announces picks; zoom is announced by its buttons and keys through the scale.
pub(super) fn follow(cx: AppContext) {
    Effect::new(move |before: Option<bool>| {
        let selected = cx.selected.get();
        let name = selected.as_ref().and_then(|s| {
            cx.world.with(|w| cx.words(|words| crate::app::details::details(w.atlas(), s, words).map(|d| d.title)))
        });
        match (&name, before) {
            (Some(name), _) => cx.announcement.set(cx.words(|w| w.with(Msg::AnnounceSelected, &[("name", name)]))),
            (None, Some(true)) => cx.announcement.set(cx.t(Msg::AnnounceCleared)()),
            (None, _) => {}
        }
        name.is_some()
    });
}
