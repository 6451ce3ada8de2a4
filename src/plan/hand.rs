//! The hand on the map, while it sets the ends and the points to pass.

use super::context::Planning;
use crate::app::plan::position;
use crate::sphere::LonLat;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/lab/hand.js")]
extern "C" {
    fn grasp(is_line: bool, over: &JsValue, then: &JsValue, done: &JsValue);
    fn release();
}

/// Lets each press on the map set what is not set yet: the start, the end, then points to pass.
pub(super) fn begin(planning: Planning) {
    let nothing = Closure::<dyn Fn(Vec<f64>)>::new(|_| ()).into_js_value();
    let set = move |flat: Vec<f64>| {
        let &[lon, lat, ..] = flat.as_slice() else { return };
        let stop = position(LonLat::new(lon, lat));
        let (plan, _) = untrack(|| planning.plan());
        match plan.stops.iter().position(String::is_empty) {
            Some(end) => planning.set_end(end, stop),
            None => planning.pass(stop),
        }
    };
    let set = Closure::<dyn Fn(Vec<f64>)>::new(set).into_js_value();
    let done = Closure::<dyn Fn()>::new(move || planning.drawing.set(false)).into_js_value();
    grasp(false, &nothing, &set, &done);
    planning.drawing.set(true);
}

/// Ends that.
pub(super) fn end(planning: Planning) {
    if planning.drawing.get_untracked() {
        release();
    }
}
