//! Light or dark: the page's attribute follows the state, the state may follow the system.

use super::context::AppContext;
use crate::app::{AppState, Theme};
use crate::web::{dom, events};
use leptos::prelude::*;
use web_sys::MediaQueryListEvent;

/// Keeps `data-theme` and `data-ui` on the document in step.
pub(super) fn follow(before: Option<&AppState>, now: &AppState) {
    if before.is_none_or(|b| (b.theme, b.ui) != (now.theme, now.ui)) {
        dom::set(dom::root().as_ref(), "data-theme", now.theme.code());
        dom::set(dom::root().as_ref(), "data-ui", now.ui.code());
    }
}

/// Listens to what the system prefers.
pub(super) fn listen(cx: AppContext) {
    if let Ok(Some(query)) = window().match_media("(prefers-color-scheme: dark)") {
        cx.dark.set(query.matches());
        events::listen(&query, "change", move |e: &MediaQueryListEvent| cx.dark.set(e.matches()));
    }
}

/// Whether the map is to be dark.
pub(super) fn is_dark(cx: AppContext) -> bool {
    match cx.state.with_untracked(|s| s.theme) {
        Theme::Auto => cx.dark.get_untracked(),
        Theme::Light => false,
        Theme::Dark => true,
    }
}
