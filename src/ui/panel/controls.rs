//! The buttons on the map, its scale, and the position under the pointer.

use crate::app::Action;
use crate::carto::ScaleBar;
use crate::i18n::Msg;
use crate::ui::context::AppContext;
use leptos::prelude::*;

/// Zoom, turn and home.
#[component]
pub(crate) fn Controls() -> impl IntoView {
    let cx = expect_context::<AppContext>();
    let button = move |label: Msg, path: &'static str, act: fn() -> Action| {
        view! {
            <button type="button" aria-label=cx.t(label) title=cx.t(label) on:click=move |_| cx.dispatch(act())>
                <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path d=path /></svg>
            </button>
        }
    };
    view! {
        <div class="controls panel" role="group" aria-label=cx.t(Msg::MapLabel)>
            {button(Msg::ZoomIn, "M10 4V16M4 10H16", || Action::ZoomBy(1.0))}
            {button(Msg::ZoomOut, "M4 10H16", || Action::ZoomBy(-1.0))}
            {button(Msg::TurnLeft, "M5 6V10H9M5.4 10A5.5 5.5 0 1 1 7 14.2", || Action::TurnBy(-15.0))}
            {button(Msg::TurnRight, "M15 6V10H11M14.6 10A5.5 5.5 0 1 0 13 14.2", || Action::TurnBy(15.0))}
            {button(Msg::HomeView, "M3.5 10L10 4L16.5 10M5.5 9V16H14.5V9", || Action::Home)}
        </div>
    }
}

/// The scale bar, true at the middle of the map, and the position under the pointer.
#[component]
pub(crate) fn Scale() -> impl IntoView {
    let cx = expect_context::<AppContext>();
    let bar = Memo::new(move |_| {
        let view = cx.view();
        ScaleBar::fitting(view.px_per_km(view.pose().centre.to_unit()), 130.0)
    });
    let label = move || bar.get().map(|b| cx.words(|w| w.with(Msg::ScaleText, &[("length", &w.km(b.km))])));
    let width = move || bar.get().map_or_else(String::new, |b| format!("{:.1}px", b.px));
    let position = move || cx.pointer.get().map(|p| cx.words(|w| w.position(p.lon_deg, p.lat_deg, 1)));
    view! {
        <div class="scale" role="group" aria-label=cx.t(Msg::ScaleLabel)>
            <span class="position" aria-hidden="true">{position}</span>
            <span class="bar" style:width=width aria-hidden="true"></span>
            <span class="length">{label}</span>
        </div>
    }
}
