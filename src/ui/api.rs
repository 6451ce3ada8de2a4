//! `window.cableMap`, for scripts of the page that holds the map.

use super::context::{AppContext, Trouble, selection};
use super::{map, panel};
use crate::app::url::{UrlProblem, from_pairs, to_pairs};
use crate::app::{Action, AppState};
use crate::plane::Point;
use crate::scene::pick;
use crate::sphere::{LonLat, UnitVec};
use crate::web::{dom, object};
use js_sys::{Array, Float64Array, Object, Promise};
use leptos::prelude::*;
use std::cell::Cell;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/ui/api.js")]
extern "C" {
    fn publish(version: &str, calls: &Object);
    fn send(kind: &str, detail: &JsValue);
    #[wasm_bindgen(js_name = afterPaint)]
    fn after_paint(value: &Closure<dyn Fn() -> Object>) -> Promise;
}

thread_local! {
    static READY: Cell<bool> = const { Cell::new(false) };
    static TROUBLES: Cell<usize> = const { Cell::new(0) };
}

/// Says that the map is ready, once: to the style sheet and to scripts.
pub(super) fn announce_ready() {
    if !READY.replace(true) {
        dom::set(dom::element("map").as_ref(), "data-state", "ready");
        send("ready", &JsValue::NULL);
    }
}

/// Publishes the object and sends its events.
pub(super) fn publish_api(cx: AppContext) {
    let calls = Object::new();
    let finish = Closure::<dyn Fn() -> Object>::new(move || state_object(&cx.state.get_untracked()));
    object::set(
        &calls,
        "getState",
        &Closure::<dyn Fn() -> Object>::new(move || state_object(&cx.state.get_untracked())).into_js_value(),
    );
    let set = Closure::<dyn Fn(JsValue) -> Promise>::new(move |partial: JsValue| {
        set_state(cx, &partial);
        after_paint(&finish)
    });
    object::set(&calls, "setState", &set.into_js_value());
    object::set(
        &calls,
        "project",
        &Closure::<dyn Fn(JsValue) -> JsValue>::new(move |p: JsValue| project(cx, &p)).into_js_value(),
    );
    object::set(
        &calls,
        "unproject",
        &Closure::<dyn Fn(JsValue) -> JsValue>::new(move |p: JsValue| unproject(cx, &p)).into_js_value(),
    );
    object::set(
        &calls,
        "featuresAt",
        &Closure::<dyn Fn(JsValue) -> Array>::new(move |p: JsValue| features_at(cx, &p)).into_js_value(),
    );
    object::set(
        &calls,
        "problems",
        &Closure::<dyn Fn() -> Array>::new(move || panel::problems::as_objects(cx)).into_js_value(),
    );
    let only = Closure::<dyn Fn(Option<Array>)>::new(move |ids: Option<Array>| only(cx, ids));
    object::set(&calls, "only", &only.into_js_value());
    let draw = Closure::<dyn Fn(String, Array)>::new(move |name: String, features: Array| draw(cx, &name, &features));
    object::set(&calls, "draw", &draw.into_js_value());
    object::set(&calls, "stats", &Closure::<dyn Fn() -> Object>::new(stats).into_js_value());
    publish(env!("CARGO_PKG_VERSION"), &calls);
}

/// Sends what changed in the state.
pub(super) fn follow(before: Option<&AppState>, now: &AppState) {
    let Some(before) = before.filter(|b| *b != now) else { return };
    send("statechange", &state_object(now));
    if before.sel != now.sel {
        send("select", &now.sel.as_ref().map_or(JsValue::NULL, |s| JsValue::from_str(&s.to_string())));
    }
}

/// Sends new problems; tracks them.
pub(super) fn follow_troubles(cx: AppContext) {
    let count = cx.troubles.with(Vec::len) + cx.told.with(Vec::len);
    if count > TROUBLES.replace(count) {
        send("problem", &panel::problems::as_objects(cx));
    }
}

fn state_object(state: &AppState) -> Object {
    let object = Object::new();
    for (key, value) in to_pairs(state) {
        object::set(&object, key, &JsValue::from_str(&value));
    }
    object
}

/// Takes over the keys that are given, as a link would; what is not text or a number is ignored.
fn set_state(cx: AppContext, partial: &JsValue) {
    let Some(object) = partial.dyn_ref::<Object>() else { return };
    let pairs = object::pairs(object);
    let base = cx.state.get_untracked();
    let (state, problems) = from_pairs(&base, pairs.iter().map(|(k, v)| (k.as_str(), v.as_str())));
    // They take the place of those before, so that a page that asks too much, again and again, is told of the last only,
    // and of the same once.
    let is_new =
        |p: &UrlProblem| cx.troubles.with_untracked(|t| !t.iter().any(|t| matches!(t, Trouble::Address(t) if t == p)));
    if problems.iter().any(is_new) {
        cx.blame_address(problems);
        TROUBLES.set(0);
    }
    cx.dispatch(Action::Restore(Box::new(state)));
}

/// Shows the systems of those ids, or all.
fn only(cx: AppContext, ids: Option<Array>) {
    let ids = ids.map(|ids| ids.iter().filter_map(|id| id.as_string()).collect());
    cx.world.update_untracked(|w| w.show_only(ids));
    map::redraw();
}

/// Lays lines and points over the cables, in place of what was there by that name.
fn draw(cx: AppContext, name: &str, features: &Array) {
    cx.world.update_untracked(|w| {
        w.lift(name);
        for feature in features.iter() {
            let look = object::get(&feature, "style").as_string().unwrap_or_default();
            let line = Float64Array::new(&object::get(&feature, "line")).to_vec();
            let is_place = |p: &&[f64]| p[0].abs() <= 540.0 && p[1].abs() <= 90.0;
            let points: Vec<LonLat> = line.chunks_exact(2).filter(is_place).map(|p| LonLat::new(p[0], p[1])).collect();
            w.lay_over(name, &look, &points);
        }
    });
    map::redraw();
}

/// Two numbers of an array.
fn pair(value: &JsValue) -> Option<(f64, f64)> {
    let array = value.dyn_ref::<Array>()?;
    Some((array.get(0).as_f64()?, array.get(1).as_f64()?))
}

fn numbers(x: f64, y: f64) -> JsValue {
    Array::of2(&JsValue::from_f64(x), &JsValue::from_f64(y)).into()
}

fn project(cx: AppContext, at: &JsValue) -> JsValue {
    let point = pair(at).and_then(|(lon, lat)| {
        let finite = lon.is_finite() && lat.is_finite() && lat.abs() <= 90.0;
        finite.then(|| cx.view_now().screen_from_sphere(LonLat::new(lon, lat).to_unit()))?
    });
    point.map_or(JsValue::NULL, |p| numbers(p.x, p.y))
}

fn unproject(cx: AppContext, at: &JsValue) -> JsValue {
    let point = pair(at).and_then(|(x, y)| cx.view_now().sphere_from_screen(Point::new(x, y)));
    point.map(UnitVec::to_lonlat).map_or(JsValue::NULL, |p| numbers(p.lon_deg, p.lat_deg))
}

fn features_at(cx: AppContext, at: &JsValue) -> Array {
    let found = pair(at)
        .map(|(x, y)| cx.world.with_untracked(|w| pick(w, &cx.view_now(), &cx.switched(), Point::new(x, y), 8.0)));
    let object = |picked: &crate::scene::Picked| {
        let selection = selection(picked);
        let object = Object::new();
        object::set(&object, "kind", &JsValue::from_str(selection.kind.code()));
        object::set(&object, "id", &JsValue::from_str(&selection.id));
        JsValue::from(object)
    };
    found.unwrap_or_default().iter().map(object).collect()
}

#[allow(clippy::cast_precision_loss, reason = "a frame has fewer than 2⁵³ vertices")]
fn stats() -> Object {
    let stats = map::stats();
    let object = Object::new();
    for (key, value) in [
        ("frames", f64::from(stats.frames)),
        ("vertices", stats.vertices as f64),
        ("scriptMs", stats.script_ms),
        ("paintedAt", stats.painted_at),
    ] {
        object::set(&object, key, &JsValue::from_f64(value));
    }
    object
}
