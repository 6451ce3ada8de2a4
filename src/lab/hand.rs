//! The hand on the map, while it draws a line to cut along or picks points to measure.

use super::context::Lab;
use crate::sphere::LonLat;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/lab/hand.js")]
extern "C" {
    #[wasm_bindgen(js_name = grasp)]
    fn grasp(is_line: bool, over: &JsValue, then: &JsValue, done: &JsValue);
    fn release();
    #[wasm_bindgen(js_name = inView)]
    fn is_in_view(flat: &[f64]) -> bool;
}

/// Whether any of some points is on the map as it is shown.
pub(super) fn in_view(points: &[LonLat]) -> bool {
    is_in_view(&points.iter().flat_map(|p| [p.lon_deg, p.lat_deg]).collect::<Vec<f64>>())
}

/// Has the hand draw lines, or pick points; `over` gets a line while it is drawn, `then` what was drawn.
pub(super) fn draw(lab: Lab, is_line: bool, over: fn(&[LonLat]), then: fn(Lab, &[LonLat])) {
    let read = |flat: Vec<f64>| -> Vec<LonLat> { flat.chunks_exact(2).map(|p| LonLat::new(p[0], p[1])).collect() };
    let moved = Closure::<dyn Fn(Vec<f64>)>::new(move |flat| over(&read(flat)));
    let drawn = Closure::<dyn Fn(Vec<f64>)>::new(move |flat| {
        over(&[]);
        then(lab, &read(flat));
    });
    let done = Closure::<dyn Fn()>::new(move || lab.drawing.set(false));
    grasp(is_line, &moved.into_js_value(), &drawn.into_js_value(), &done.into_js_value());
    lab.drawing.set(true);
}

/// Ends drawing.
pub(super) fn end(lab: Lab) {
    if lab.drawing.get_untracked() {
        release();
    }
}
