//! Light or dark: the page's attribute follows the state, the state may follow the system.

use super::context::AppContext;
use super::dom;
use crate::app::Theme;
use leptos::prelude::*;

/// Keeps `data-theme` on the document in step.
pub(super) fn follow(cx: AppContext) {
    let theme = Memo::new(move |_| cx.state.with(|s| s.theme));
    Effect::new(move |_| dom::set(dom::root().as_ref(), "data-theme", theme.get().code()));
    let ui = Memo::new(move |_| cx.state.with(|s| s.ui));
    Effect::new(move |_| dom::set(dom::root().as_ref(), "data-ui", ui.get().code()));
}

/// Whether the map is to be dark.
pub(super) fn is_dark(cx: AppContext) -> Memo<bool> {
    let system = leptos_use::use_media_query("(prefers-color-scheme: dark)");
    Memo::new(move |_| match cx.state.with(|s| s.theme) {
        Theme::Auto => system.get(),
        Theme::Light => false,
        Theme::Dark => true,
    })
}
