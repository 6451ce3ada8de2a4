//! The buttons on the map, its scale, and the position under the pointer.

use crate::app::Action;
use crate::carto::ScaleBar;
use crate::decimal;
use crate::i18n::Msg;
use crate::ui::context::AppContext;
use crate::ui::seabed;
use crate::web::build::{el, icon, icon_with, live, live_text};
use leptos::prelude::*;

/// A button: its name, the strokes of its icon, and what it does.
const BUTTONS: [(Msg, &str, Action); 5] = [
    (Msg::ZoomIn, "M10 4V16M4 10H16", Action::ZoomBy(1.0)),
    (Msg::ZoomOut, "M4 10H16", Action::ZoomBy(-1.0)),
    (Msg::TurnLeft, "M5 6V10H9M5.4 10A5.5 5.5 0 1 1 7 14.2", Action::TurnBy(-15.0)),
    (Msg::TurnRight, "M15 6V10H11M14.6 10A5.5 5.5 0 1 0 13 14.2", Action::TurnBy(15.0)),
    (Msg::HomeView, "M3.5 10L10 4L16.5 10M5.5 9V16H14.5V9", Action::Home),
];

/// An arrow with its head at north; and what is there instead at a pole.
const NEEDLE: &str = "M10 3L14 16L10 13L6 16Z";
const RING: &str = "M10 6A4 4 0 1 0 10 14A4 4 0 1 0 10 6";

/// Zoom, turn, home and north.
pub(crate) fn controls(cx: AppContext) -> AnyView {
    live(move || {
        let button = |(label, path, action): (Msg, &'static str, Action)| {
            el("button")
                .attr("type", "button")
                .attr("aria-label", cx.t(label))
                .attr("title", cx.t(label))
                .on_click(move |_| cx.dispatch(action.clone()))
                .child(icon(path))
                .into()
        };
        el("section")
            .class("controls panel")
            .attr("aria-label", cx.t(Msg::MapLabel))
            .children(BUTTONS.map(button))
            .child(compass(cx))
            .into()
    })
}

/// The north arrow turns with the map; pressing it turns north up. At a pole it is a ring, as there is no north to point to.
fn compass(cx: AppContext) -> AnyView {
    let needle = icon_with("north", RING);
    // The icon is in the page only once it has been made.
    request_animation_frame(move || point(untrack(|| north_deg(cx))));
    el("button")
        .attr("type", "button")
        .attr("aria-label", cx.t(Msg::NorthUp))
        .attr("title", cx.t(Msg::NorthUp))
        .on_click(move |_| untrack(|| north_deg(cx)).into_iter().for_each(|deg| cx.dispatch(Action::TurnBy(-deg))))
        .child(needle)
        .into()
}

/// Keeps the north arrow in step with the map; tracks that.
pub(crate) fn follow(cx: AppContext) {
    point(north_deg(cx));
}

/// So near a pole there is no north.
const POLE_DEG: f64 = 89.9;

/// Where north is at the middle of the map, in degrees clockwise from up; tracks the view.
fn north_deg(cx: AppContext) -> Option<f64> {
    let view = cx.view();
    let centre = view.pose().centre;
    (centre.lat_deg.abs() < POLE_DEG).then(|| view.north_rad(centre.to_unit()).to_degrees())
}

fn point(north_deg: Option<f64>) {
    let Some(needle) = document().get_element_by_id("north") else { return };
    let turn = ["rotate(", &decimal::write(north_deg.unwrap_or_default(), 0), " 10 10)"].concat();
    for (name, value) in [("d", if north_deg.is_some() { NEEDLE } else { RING }), ("transform", &turn)] {
        // Both are attributes of a path: setting them cannot fail.
        let _ = needle.set_attribute(name, value);
    }
}

/// The scale bar, true at the middle of the map, and the position under the pointer.
pub(crate) fn scale(cx: AppContext) -> AnyView {
    let bar = move || {
        let view = cx.view();
        ScaleBar::fitting(view.px_per_km(view.pose().centre.to_unit()), 130.0)
    };
    let length =
        move || bar().map(|b| cx.words(|w| w.with(Msg::ScaleText, &[("length", &w.km(b.km))]))).unwrap_or_default();
    let position = move || {
        let Some(p) = cx.pointer.get() else { return String::new() };
        cx.words(|w| {
            let depth = seabed::depth_m(p).map(|m| w.unit(Msg::DepthText, m, 0));
            [w.position(p.lon_deg, p.lat_deg, 1)].into_iter().chain(depth).collect::<Vec<_>>().join(" · ")
        })
    };
    // The bar is an SVG line, whose length is an attribute: a strict policy forbids style attributes.
    let line = move || {
        let width = decimal::write(bar().map_or(0.0, |b| b.px), 1);
        let path = ["M1 1V6H", &width, "V1"].concat();
        view! { <svg class="bar" width="140" height="7" aria-hidden="true"><path d=path /></svg> }.into_any()
    };
    el("div")
        .class("scale")
        .attr("role", "group")
        .live_attr("aria-label", move || cx.t(Msg::ScaleLabel))
        .child(el("span").class("position").attr("aria-hidden", "true").child(live_text(position)))
        .child(live(line))
        .child(el("span").class("length").child(live_text(length)))
        .into()
}
