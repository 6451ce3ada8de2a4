//! The page around the map.

use super::context::AppContext;
use super::panel::about::{About, attributions};
use super::panel::controls::{Controls, Scale};
use super::panel::details::DetailsPanel;
use super::panel::legend::Legend;
use super::panel::problems::Problems;
use super::panel::settings::Settings;
use super::sheet::Handle;
use crate::i18n::Msg;
use leptos::prelude::*;

/// Panels, controls and the live region.
#[component]
pub(super) fn Shell() -> impl IntoView {
    let cx = expect_context::<AppContext>();
    let has_details = move || cx.selected.with(Option::is_some);
    view! {
        <div class="sheet" class:has-details=has_details data-height=move || cx.sheet.get().code()>
            <Handle />
            <header class="panel main">
                <div class="scroll">
                    <h1>{cx.t(Msg::AppTitle)}</h1>
                    <p class="subtitle">{cx.t(Msg::AppSubtitle)}</p>
                    <Legend />
                    <Problems />
                    <Settings />
                </div>
            </header>
            <DetailsPanel />
        </div>
        <Controls />
        <footer class="foot">
            <Scale />
            <p class="credit">
                <span>{move || attributions(cx).join(" · ")}</span>
                <button type="button" class="link" on:click=move |_| cx.help.set(true)>{cx.t(Msg::About)}</button>
            </p>
        </footer>
        <p class="hint" aria-hidden="true" class:shown=move || cx.hint.get().is_some()>{move || cx.hint.get().map(|m| cx.t(m)())}</p>
        <About />
        <p class="visually-hidden" role="status" aria-live="polite">{cx.announcement}</p>
    }
}
