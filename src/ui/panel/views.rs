//! The views: four buttons, and the slider along those of them that are one projection.

use crate::app::{Action, AppState, VIEWS, ViewKind};
use crate::carto::Stop;
use crate::decimal;
use crate::i18n::Msg;
use crate::ui::context::AppContext;
use crate::web::build::{el, live};
use crate::web::{dom, effect, motion};
use leptos::prelude::*;

const SLIDER: &str = "morph";
/// How far a key moves the slider. Where a slider has any step, Firefox's keys go from view to view.
const STEP: &str = "0.005";

/// How long the map takes from one view to another.
const GLIDE_MS: f64 = 900.0;

/// Buttons and slider.
pub(crate) fn views(cx: AppContext) -> AnyView {
    let along = move || cx.state.with(|s| place(s.stop()).map_or_else(String::new, |t| decimal::write(t, 4)));
    effect(move || dom::set_value(SLIDER, &along()));
    let button = move |view: &'static ViewKind| {
        el("button")
            .attr("type", "button")
            .live_attr("aria-pressed", move || cx.state.with(|s| s.view == *view && s.morph.is_none()).to_string())
            .on_click(move |_| glide(cx, *view))
            .text(cx.t(name(*view)))
            .into()
    };
    let slider = move || {
        el("input")
            .attr("type", "range")
            .attr("id", SLIDER)
            .attr("min", "0")
            .attr("max", "1")
            .attr("step", STEP)
            .attr("value", untrack(along))
            .attr("aria-label", cx.t(Msg::MorphLabel))
            .live_attr("aria-valuetext", move || cx.t(name(cx.state.with(|s| s.view))))
            .on_input(move |value| {
                motion::stop();
                cx.dispatch(Action::SetMorph(decimal::read(&value).unwrap_or(0.5)));
            })
    };
    live(move || {
        el("div")
            .class("views")
            .attr("role", "group")
            .attr("aria-label", cx.t(Msg::ViewsTitle))
            .child(el("div").class("choice").children(VIEWS.iter().map(button)))
            .child(slider())
            .into()
    })
}

/// Where a stop is along the slider; Equal Earth stands beside it.
fn place(stop: Stop) -> Option<f64> {
    match stop {
        Stop::Spine(t) => Some(t),
        Stop::World => None,
    }
}

fn name(view: ViewKind) -> Msg {
    match view {
        ViewKind::Globe => Msg::ViewGlobe,
        ViewKind::Polar => Msg::ViewPolar,
        ViewKind::Mercator => Msg::ViewMercator,
        ViewKind::World => Msg::ViewWorld,
    }
}

/// Goes to a view through all that lie between; at once where there is nothing between, or where the reader wants no
/// motion.
fn glide(cx: AppContext, view: ViewKind) {
    let ends = place(cx.state.with_untracked(AppState::stop)).zip(place(view.stop()));
    let Some((from, to)) = ends.filter(|(from, to)| from != to) else {
        motion::stop();
        return cx.dispatch(Action::SetView(view));
    };
    motion::run(GLIDE_MS, move |t| {
        cx.dispatch(if t < 1.0 { Action::SetMorph(from + (to - from) * t) } else { Action::SetView(view) });
    });
}
