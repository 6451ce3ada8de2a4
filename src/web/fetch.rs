//! Files of the site, each failing for itself.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/web/fetch.js")]
extern "C" {
    #[wasm_bindgen(js_name = fetchAll)]
    fn fetch_all(paths: &Array, is_kept: bool, then: &JsValue);
}

/// A file's bytes, or what the browser says to it.
pub(crate) type Fetched = Result<Vec<u8>, String>;

/// Which copy of a file will do.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Copy {
    /// The one that the server has now; a text is kept for the page's other applications.
    Current,
    /// The one that another application of the page has fetched, or is fetching; the server's where none has.
    Kept,
}

/// Fetches files, and calls `then` with what became of each.
pub(crate) fn files(paths: &[String], copy: Copy, then: impl FnOnce(Vec<Fetched>) + 'static) {
    fetch_boxed(paths, copy, Box::new(then));
}

/// The path of a data file beside the page.
pub(crate) fn data(file: &str) -> String {
    ["geodata/", file].concat()
}

fn fetch_boxed(paths: &[String], copy: Copy, then: Box<dyn FnOnce(Vec<Fetched>)>) {
    let paths: Array = paths.iter().map(|p| JsValue::from_str(p)).collect();
    let call = Closure::once_into_js(move |files: Array| then(files.iter().map(|f| fetched(&f)).collect()));
    fetch_all(&paths, matches!(copy, Copy::Kept), &call);
}

fn fetched(value: &JsValue) -> Fetched {
    match value.as_string() {
        Some(reason) => Err(reason),
        None => Ok(Uint8Array::new(value).to_vec()),
    }
}
