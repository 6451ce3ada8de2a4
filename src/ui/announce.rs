//! What a screen reader is told when something changed: politely, and in the page's language.

use super::context::AppContext;
use crate::i18n::Msg;
use leptos::prelude::*;

/// Announces picks; says whether something is picked, to be told `before` the next time.
pub(super) fn follow(cx: AppContext, before: Option<bool>) -> bool {
    let name = cx.picked().and_then(|picked| cx.world.with(|w| w.name(&picked, &cx.lang()).map(str::to_owned)));
    match (&name, before) {
        (Some(name), _) => cx.announcement.set(cx.words(|w| w.with(Msg::AnnounceSelected, &[("name", name)]))),
        (None, Some(true)) => cx.announcement.set(cx.t(Msg::AnnounceCleared)),
        (None, _) => {}
    }
    name.is_some()
}
