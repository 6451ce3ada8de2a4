//! Plain JavaScript objects, written and read.

use crate::decimal;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

/// Sets a property.
pub(crate) fn set(object: &Object, key: &str, value: &JsValue) {
    // Setting a property of a plain object of our own cannot fail.
    let _ = Reflect::set(object, &JsValue::from_str(key), value);
}

/// A property; undefined where there is none.
pub(crate) fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(key)).unwrap_or_default()
}

/// A problem as scripts get it.
pub(crate) fn of_problem(level: &str, code: &str, message: &str, place: &str) -> JsValue {
    let object = Object::new();
    for (key, text) in [("level", level), ("code", code), ("message", message), ("where", place)] {
        set(&object, key, &JsValue::from_str(text));
    }
    object.into()
}

/// The entries that are texts, numbers or null, as texts; others are left out.
pub(crate) fn pairs(object: &Object) -> Vec<(String, String)> {
    let entry = |entry: JsValue| {
        let entry = entry.dyn_into::<Array>().ok()?;
        let value = entry.get(1);
        let text = value.as_string().or_else(|| value.as_f64().map(|n| decimal::write(n, 7)));
        Some((entry.get(0).as_string()?, text.or_else(|| value.is_null().then(String::new))?))
    };
    Object::entries(object).iter().filter_map(entry).collect()
}
