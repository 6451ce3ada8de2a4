//! The applications beside the map, each opened when it is wanted.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/web/applications.js")]
extern "C" {
    #[wasm_bindgen(js_name = openApplication)]
    fn open_application(name: &str, then: &JsValue);
    /// The packed form of a file of GeoJSON, with the desk open.
    pub(crate) fn packed(file: &str, is_lines: bool, bytes: &[u8]) -> Vec<u8>;
}

/// Opens an application, and calls `then` once it is open, with the reason where it cannot be: another call tries again.
pub(crate) fn open(name: &str, then: impl FnOnce(Option<String>) + 'static) {
    open_application(name, &Closure::once_into_js(then));
}
