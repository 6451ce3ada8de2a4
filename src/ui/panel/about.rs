//! About the map and its keys, in a dialog.

use crate::i18n::Msg;
use crate::ui::context::AppContext;
use leptos::html::Dialog;
use leptos::prelude::*;

/// The messages of the keys, in the order in which they are listed.
const KEYS: [Msg; 9] = [
    Msg::KeysArrows,
    Msg::KeysZoom,
    Msg::KeysTurn,
    Msg::KeysHome,
    Msg::KeysEscape,
    Msg::KeysHelp,
    Msg::KeysDrag,
    Msg::KeysDoubleClick,
    Msg::KeysTouch,
];

/// The dialog; `cx.help` opens it.
#[component]
pub(crate) fn About() -> impl IntoView {
    let cx = expect_context::<AppContext>();
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if cx.help.get() && !dialog.open() {
            // Showing fails only where the dialog is out of the document or open already.
            let _ = dialog.show_modal();
        } else if !cx.help.get() && dialog.open() {
            dialog.close();
        }
    });
    view! {
        <dialog node_ref=dialog class="about" aria-labelledby="about-title" on:close=move |_| cx.help.set(false)>
            <button type="button" class="close" on:click=move |_| cx.help.set(false) aria-label=cx.t(Msg::Close)>
                <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M3 3l10 10M13 3L3 13" /></svg>
            </button>
            <h2 id="about-title">{cx.t(Msg::About)}</h2>
            <p>{cx.t(Msg::AboutText)}</p>
            <p>{cx.t(Msg::AboutPrivacy)}</p>
            <h3>{cx.t(Msg::KeysTitle)}</h3>
            <ul>{KEYS.into_iter().map(|m| view! { <li>{cx.t(m)}</li> }).collect_view()}</ul>
            <h3>{cx.t(Msg::Attribution)}</h3>
            <ul>{move || attributions(cx).into_iter().map(|a| view! { <li>{a}</li> }).collect_view()}</ul>
            <p>{cx.t(Msg::AboutLicence)}</p>
            <p class="note">{move || cx.words(|w| w.with(Msg::Version, &[("version", env!("CARGO_PKG_VERSION"))]))}</p>
        </dialog>
    }
}

/// Whom to thank, each once, as the catalogue says.
pub(crate) fn attributions(cx: AppContext) -> Vec<String> {
    cx.catalog.with(|catalog| {
        let mut lines: Vec<String> = Vec::new();
        for layer in &catalog.layers {
            if !lines.contains(&layer.attribution) {
                lines.push(layer.attribution.clone());
            }
        }
        lines
    })
}
