//! The link with the map: its state, followed and set by the keys of the address.

use super::Beside;
use crate::app::url::{from_pairs, names, to_pairs};
use crate::app::{AppState, At};
use crate::sphere::LonLat;
use crate::web::object;
use js_sys::{Array, Float64Array, Object};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/beside/link.js")]
extern "C" {
    #[wasm_bindgen(js_name = getState)]
    fn get_state() -> Object;
    #[wasm_bindgen(js_name = setState)]
    fn send_state(state: &Object);
    #[wasm_bindgen(js_name = onState)]
    fn on_state(then: &JsValue);
    /// Tells the map what is wrong, in place of what the same teller told before.
    pub(crate) fn tell(teller: &str, problems: &Array);
    #[wasm_bindgen(js_name = depths)]
    fn get_depths(flat: &Float64Array) -> Option<Float64Array>;
    #[wasm_bindgen(js_name = onSeabed)]
    fn on_seabed(then: &JsValue);
    /// Calls an application beside the map that is open: it comes to the front.
    pub(crate) fn call(name: &str);
    #[wasm_bindgen(js_name = onCall)]
    fn on_call(name: &str, then: &JsValue);
    #[wasm_bindgen(js_name = only)]
    fn send_only(ids: Option<Array>);
    #[wasm_bindgen(js_name = draw)]
    fn send_draw(name: &str, features: &Array);
}

/// Has the map show the systems of these ids, or all.
pub(crate) fn only(ids: Option<&[String]>) {
    send_only(ids.map(|ids| ids.iter().map(|id| JsValue::from_str(id)).collect()));
}

/// Lays lines and points over the cables, each in the look of that name (`scene::overlay`), in place of those laid under the
/// same name before.
pub(crate) fn draw(name: &str, features: &[(&str, Vec<LonLat>)]) {
    let feature = |(style, line): &(&str, Vec<LonLat>)| {
        let feature = Object::new();
        object::set(&feature, "style", &JsValue::from_str(style));
        let flat: Vec<f64> = line.iter().flat_map(|p| [p.lon_deg, p.lat_deg]).collect();
        object::set(&feature, "line", &Float64Array::from(flat.as_slice()));
        JsValue::from(feature)
    };
    send_draw(name, &features.iter().map(feature).collect());
}

/// The depths in metres at positions `[lon, lat, …]`, not a number where one is not known; none before the first grid.
pub(crate) fn depths(flat: &[f64]) -> Option<Vec<f64>> {
    get_depths(&Float64Array::from(flat)).map(|depths| depths.to_vec())
}

/// Calls `f` when another grid of depths is there.
pub(crate) fn when_seabed(f: impl Fn() + 'static) {
    on_seabed(&Closure::<dyn Fn()>::new(f).into_js_value());
}

/// Calls `f` when the application of that name is called.
pub(crate) fn when_called(name: &str, f: impl Fn() + 'static) {
    on_call(name, &Closure::<dyn Fn()>::new(f).into_js_value());
}

/// The map's state as it is now.
pub(crate) fn state() -> AppState {
    read(&get_state())
}

/// Keeps the copy in step.
pub(crate) fn follow(cx: Beside) {
    let take = move |state: Object| cx.take(read(&state));
    on_state(&Closure::<dyn Fn(Object)>::new(take).into_js_value());
}

/// Sets the map's state: every key, those at their default too.
pub(crate) fn set_state(state: &AppState) {
    let pairs = to_pairs(state);
    let object = Object::new();
    for key in names() {
        let value = pairs.iter().find(|(name, _)| *name == key);
        object::set(&object, key, &value.map_or(JsValue::NULL, |(_, value)| JsValue::from_str(value)));
    }
    send_state(&object);
}

/// Moves the map, and leaves the rest of the state.
pub(crate) fn go_to(at: At) {
    let state = AppState { at, ..AppState::default() };
    let pairs = to_pairs(&state);
    // At home there is nothing to say.
    let value = pairs.iter().find(|(name, _)| *name == "at").map_or(JsValue::NULL, |(_, v)| JsValue::from_str(v));
    let object = Object::new();
    object::set(&object, "at", &value);
    send_state(&object);
}

fn read(object: &Object) -> AppState {
    let pairs = object::pairs(object);
    from_pairs(&AppState::default(), pairs.iter().map(|(k, v)| (k.as_str(), v.as_str()))).0
}
