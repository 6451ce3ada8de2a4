//! The drawing of a profile, and the point on it that pointer and keys move, on the drawing and on the map at once.

use super::DeskContext;
use super::route::Known;
use crate::app::describe::Way;
use crate::app::framing::Laid;
use crate::app::profile::{Chart, POINTS, Point, Profile, Shape, chart};
use crate::beside::link;
use crate::i18n::Msg;
use crate::web::build::{El, el, live, live_text};
use crate::web::{dom, effect};
use gloo::timers::callback::Timeout;
use js_sys::Array;
use leptos::prelude::*;
use std::cell::RefCell;
use std::sync::Arc;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/desk/chart.js")]
extern "C" {
    /// Puts shapes into the element of an id.
    pub(super) fn draw(id: &str, width: f64, height: f64, shapes: &Array);
    fn mark(id: &str, x: Option<f64>, y: Option<f64>, bottom: f64);
    fn follow(id: &str, over: &JsValue, out: &JsValue);
}

/// The elements of the drawing and of the slider over it.
const ID: &str = "profile-chart";
const SLIDER: &str = "profile-slider";

/// The name under which the map draws the point.
const OVERLAY: &str = "profile";

thread_local! {
    /// What the desk has laid over the map, by name.
    static LAID: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
}

/// Lays lines or points over the map under a name, or takes away what was laid under it.
pub(super) fn lay(name: &'static str, what: &[Laid]) {
    let was = LAID.with_borrow_mut(|laid| {
        let was = laid.contains(&name);
        laid.retain(|other| *other != name);
        laid.extend((!what.is_empty()).then_some(name));
        was
    });
    // The map paints anew whenever it is told anything.
    if was || !what.is_empty() {
        link::draw(name, what);
    }
}

/// Takes the point off the map.
pub(super) fn put_out() {
    lay(OVERLAY, &[]);
}

/// The drawing with its slider, its key and the words of the point. What becomes known later changes the drawing and the words;
/// the slider stays, with its focus and its point.
pub(super) fn figure(cx: DeskContext, way: &Way, profile: Known) -> AnyView {
    let from = cx.known(|atlas, _, words| way.from_name(atlas, words));
    let index = RwSignal::new(None::<usize>);
    let drawn = RwSignal::new(Arc::<Chart>::default());
    effect(move || {
        let chart = profile.with(|profile| untrack(|| cx.words(|words| chart(profile, words))));
        drawn.set(Arc::new(chart));
        draw_soon(drawn.get_untracked(), profile.get_untracked(), index);
    });
    let show = move |at: Option<usize>| {
        show(&drawn.get_untracked(), &profile.get_untracked(), at);
        index.set(at);
    };
    mount(show);
    let said = move |at: Option<usize>| {
        profile.with(|profile| {
            let point = at.and_then(|i| profile.points.get(i));
            point.map_or_else(String::new, |p| say(cx, &from, p, marks_near(cx, profile, p, 0.0)))
        })
    };
    let spoken = said.clone();
    let slider = el("input")
        .attr("id", SLIDER)
        .attr("type", "range")
        .attr("min", "0")
        .attr("max", (POINTS - 1).to_string())
        .attr("value", "0")
        .attr("aria-label", cx.t(Msg::ProfileSlider))
        .live_attr("aria-valuetext", move || spoken(index.get().or(Some(0))))
        .on_input(move |value| show(value.parse().ok()));
    el("div")
        .class("chart")
        .child(el("div").class("plot").child(el("div").attr("id", ID).class("drawing")).child(slider))
        .child(live(move || profile.with(|profile| key(cx, profile).into())))
        .child(el("p").class("point").attr("aria-hidden", "true").child(live_text(move || said(index.get()))))
        .into()
}

/// Puts the mark on the drawing and on the map, or takes it away.
fn show(chart: &Chart, profile: &Profile, at: Option<usize>) {
    let point = at.and_then(|i| profile.points.get(i));
    let place = point.map(|p| chart.place(p.km, p.depth_m));
    mark(ID, place.map(|p| p.0), place.map(|p| p.1), Chart::BOTTOM);
    match point {
        Some(p) => lay(OVERLAY, &[("lit", vec![p.at])]),
        None => put_out(),
    }
}

/// Draws when the element is on the page; the mark goes back to where it was.
fn draw_soon(chart: Arc<Chart>, profile: Arc<Profile>, index: RwSignal<Option<usize>>) {
    let shapes: Array = chart.shapes.iter().map(written).collect();
    Timeout::new(0, move || {
        draw(ID, Chart::SIZE.0, Chart::SIZE.1, &shapes);
        if let Some(at) = index.try_get_untracked().flatten() {
            show(&chart, &profile, Some(at));
        }
    })
    .forget();
}

/// Follows the pointer over the drawing, once that is on the page.
fn mount(show: impl Fn(Option<usize>) + Copy + 'static) {
    Timeout::new(0, move || {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "0 to 200"
        )]
        let over = move |x: f64| {
            let at = (x.clamp(0.0, 1.0) * (POINTS - 1) as f64).round() as usize;
            dom::set_value(SLIDER, &at.to_string());
            show(Some(at));
        };
        let over = Closure::<dyn Fn(f64)>::new(over).into_js_value();
        let out = Closure::<dyn Fn()>::new(move || show(None)).into_js_value();
        follow(SLIDER, &over, &out);
    })
    .forget();
}

/// A shape as the script takes it.
pub(super) fn written(shape: &Shape) -> JsValue {
    let text = |t: &str| JsValue::from_str(t);
    match shape {
        Shape::Path(class, path) => Array::of2(&text(class), &text(path)).into(),
        Shape::Text(class, x, y, words) => Array::of4(&text(class), &(*x).into(), &(*y).into(), &text(words)).into(),
    }
}

/// What the bars of the drawing mean: those that it has.
fn key(cx: DeskContext, profile: &Profile) -> El {
    let bars = [
        ("march", Msg::ProfileMarch, !profile.ice_spans(0).is_empty()),
        ("september", Msg::ProfileSeptember, !profile.ice_spans(1).is_empty()),
        ("choke", Msg::ProfileChokepoints, !profile.chokepoints.is_empty()),
    ];
    let item = |(class, message, _): (&'static str, Msg, bool)| {
        el("li").child(el("span").class(class)).child(el("span").text(cx.t(message))).into()
    };
    el("ul").class("key").children(bars.into_iter().filter(|(_, _, is)| *is).map(item))
}

/// Distance, depth and what else is there.
fn say(cx: DeskContext, from: &str, point: &Point, marks: String) -> String {
    let said = cx.words(|words| {
        let distance = words.km(point.km.round());
        match point.depth_m {
            Some(m) => {
                let depth = words.unit(Msg::UnitM, m, 0);
                words.with(Msg::ProfilePoint, &[("distance", &distance), ("from", from), ("depth", &depth)])
            }
            None => words.with(Msg::ProfileUnknown, &[("distance", &distance), ("from", from)]),
        }
    });
    [said, marks].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Ice and chokepoints at a point, or within some kilometres of it along the line.
pub(super) fn marks_near(cx: DeskContext, profile: &Profile, point: &Point, within_km: f64) -> String {
    let ice = [Msg::ProfileMarch, Msg::ProfileSeptember].into_iter().zip(point.under_ice);
    let mut marks: Vec<String> = ice.filter(|(_, is)| *is).map(|(message, _)| cx.t(message)).collect();
    let is_here = |(a, b): (f64, f64)| point.km + within_km >= a && point.km - within_km <= b;
    let lang = cx.lang();
    cx.gazetteer.with(|all| {
        let here = profile.chokepoints.iter().filter(|s| is_here(s.km)).filter_map(|s| all.chokepoint(&s.id));
        marks.extend(here.map(|c| c.name.get(&lang).to_owned()));
    });
    cx.words(|words| words.list(&marks))
}
