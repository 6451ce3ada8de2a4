//! Files that a reader hands in. They are read here and sent nowhere.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/beside/files.js")]
extern "C" {
    #[wasm_bindgen(js_name = chooseFile)]
    fn choose(id: &str, accept: &str, then: &JsValue);
    #[wasm_bindgen(js_name = onDrop)]
    fn on_drop(id: &str, then: &JsValue);
}

fn taker(take: impl Fn(String, Vec<u8>) + 'static) -> JsValue {
    Closure::<dyn Fn(String, Uint8Array)>::new(move |name: String, bytes: Uint8Array| take(name, bytes.to_vec()))
        .into_js_value()
}

/// Lets the reader choose a file of those kinds; the element of this id holds the chooser.
pub(crate) fn choose_file(id: &str, accept: &str, take: impl Fn(String, Vec<u8>) + 'static) {
    choose(id, accept, &taker(take));
}

/// Takes files that are dropped on an element, or, where there is none of that id, anywhere on the page.
pub(crate) fn take_dropped(id: &str, take: impl Fn(String, Vec<u8>) + 'static) {
    on_drop(id, &taker(take));
}
