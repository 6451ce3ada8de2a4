//! What a screen reader is told when something changed: politely, and in the page's language.

use super::context::AppContext;
use crate::app::details::details;
use crate::i18n::Msg;
use leptos::prelude::*;

/// Announces picks; says whether something is picked, to be told `before` the next time.
pub(super) fn follow(cx: AppContext, before: Option<bool>) -> bool {
    let picked = cx.selected.get();
    let name = picked.and_then(|s| cx.world.with(|w| cx.words(|words| details(w.atlas(), &s, words).map(|d| d.title))));
    match (&name, before) {
        (Some(name), _) => cx.announcement.set(cx.words(|w| w.with(Msg::AnnounceSelected, &[("name", name)]))),
        (None, Some(true)) => cx.announcement.set(cx.t(Msg::AnnounceCleared)),
        (None, _) => {}
    }
    name.is_some()
}
